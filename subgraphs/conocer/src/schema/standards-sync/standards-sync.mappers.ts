import type { StandardSyncRow } from '../../store/standard-syncs.ts';
import type { StandardChangeRow } from '../../tables.ts';

export type StandardsSyncMapper = StandardSyncRow;
export type StandardChangeMapper = StandardChangeRow;
