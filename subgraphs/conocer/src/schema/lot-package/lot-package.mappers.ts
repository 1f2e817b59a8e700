import type { OutcomeEntry } from '../../domain/lot-outcome.ts';
import type { LotOutcomeRow, LotPackageRow } from '../../tables/lots.ts';

export type LotPackageMapper = LotPackageRow;
export type LotOutcomeMapper = LotOutcomeRow;
export type LotOutcomeEntryMapper = OutcomeEntry;
