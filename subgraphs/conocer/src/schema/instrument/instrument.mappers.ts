import type { InstrumentRow } from '../../store/instruments.ts';

export type InstrumentMapper = InstrumentRow;
