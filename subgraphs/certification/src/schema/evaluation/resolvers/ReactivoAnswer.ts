import type { ReactivoAnswerResolvers } from '../../types.generated.ts';

export const ReactivoAnswer: ReactivoAnswerResolvers = {
  evidence: async ({ evidenceIds }, _args, { loaders }) => {
    const rows = await Promise.all(evidenceIds.map((id) => loaders.evidence.load(id)));
    return rows.filter((row) => row !== undefined);
  },
};
