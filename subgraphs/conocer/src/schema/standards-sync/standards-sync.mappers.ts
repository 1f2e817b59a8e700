import type { StandardChangeRow, StandardSyncRow } from '../../store/standard-syncs.ts';

export type StandardsSyncMapper = StandardSyncRow;
export type StandardChangeMapper = StandardChangeRow;
