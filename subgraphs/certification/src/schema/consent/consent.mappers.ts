import type { ConsentText } from '../../domain/consents.ts';
import type { ConsentRow } from '../../store/consents.ts';

export type ConsentTextMapper = ConsentText;
export type ConsentReceiptMapper = ConsentRow;
