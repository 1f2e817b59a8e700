import type { InstrumentResolvers } from '../../types.generated.ts';

export const Instrument: InstrumentResolvers = {
  criteria: ({ criteria }) => [...criteria],
  reactivos: ({ reactivos }) => [...reactivos],
};
