import type { LotAuthority } from '../port.ts';

/** An authority without a protocol: people carry lots to it and bring back what it decided. There is nothing to connect to. */
export const manualLot: LotAuthority = {
  name: 'MANUAL_LOT',
  version: '1',
  servedBy: 'PEOPLE',
  initialize: async () => ({ kind: 'answered', value: 'ready' }),
  cleanup: async () => undefined,
};
