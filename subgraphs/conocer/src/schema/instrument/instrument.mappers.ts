import type { InstrumentRow } from '../../tables/instruments.ts';

export type InstrumentMapper = InstrumentRow;
