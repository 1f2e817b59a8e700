import { planDigest } from '../../../store/plan-digest.ts';
import { personOf } from '../../person.ts';
import type { EvaluationPlanResolvers } from '../../types.generated.ts';

export const EvaluationPlan: EvaluationPlanResolvers = {
  evaluator: ({ evaluatorId }, _args, { loaders }) => personOf(evaluatorId, loaders),
  digest: async (plan, _args, { loaders }) => {
    const pinned = await loaders.instrumentOf.load(plan.certificationId);
    return pinned === undefined ? null : planDigest(plan, pinned.digest);
  },
  signedBy: ({ signedBy }) => [...signedBy],
};
