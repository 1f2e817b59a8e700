import type { CertificationResolvers } from '../../types.generated.ts';
import { pageOfCase } from '../pages.ts';

export const Certification: Pick<
  CertificationResolvers,
  'answers' | 'evidence' | 'instrument' | 'judgement' | 'plan' | 'readiness' | '__resolveReference'
> = {
  plan: ({ id, plan, planSignedBy }) => (plan === null ? null : { ...plan, certificationId: id, signedBy: planSignedBy }),
  instrument: async ({ id }, _args, { loaders }) => (await loaders.instrumentOf.load(id)) ?? null,
  answers: ({ id }, args, { loaders }) => pageOfCase('answers', id, args, loaders.answersOf, (row) => [row.reactivoId], 1),
  evidence: ({ id }, args, { loaders }) =>
    pageOfCase('evidence', id, args, loaders.evidenceOf, (row) => [row.addedAt.toISOString(), row.id], 2),
  judgement: async ({ id }, _args, { loaders }) => (await loaders.judgementOf.load(id)) ?? null,
};
