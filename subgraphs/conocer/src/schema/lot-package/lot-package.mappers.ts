import type { OutcomeEntry } from '../../domain/lot-outcome.ts';
import type { LotOutcomeRow, LotPackageRow } from '../../store/lot-packages.ts';

export type LotPackageMapper = LotPackageRow;
export type LotOutcomeMapper = LotOutcomeRow;
export type LotOutcomeEntryMapper = OutcomeEntry;
