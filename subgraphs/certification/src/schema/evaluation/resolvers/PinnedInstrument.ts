import type { PinnedInstrumentResolvers } from '../../types.generated.ts';

export const PinnedInstrument: PinnedInstrumentResolvers = {
  origin: ({ instrument }) => instrument.origin,
  minimumScore: ({ instrument }) => instrument.minimumScore,
  criteria: ({ instrument }) => [...instrument.criteria],
  reactivos: ({ instrument }) => [...instrument.reactivos],
};
