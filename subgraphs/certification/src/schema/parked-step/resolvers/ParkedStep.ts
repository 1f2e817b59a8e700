import type { ParkedStepResolvers } from '../../types.generated.ts';

export const ParkedStep: ParkedStepResolvers = {
  // Whoever is shown a parked step sees every case of her tenant.
  certification: async ({ subject }, _args, { loaders }) => (await loaders.certification.load(subject)) ?? null,
};
