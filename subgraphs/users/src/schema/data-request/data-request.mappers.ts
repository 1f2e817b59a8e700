import type { DataRequestPartRow } from '../../store/data-request-parts.ts';
import type { DataRequestRow } from '../../store/data-requests.ts';

export type DataRequestMapper = DataRequestRow;
export type DataRequestPartMapper = DataRequestPartRow;
export type DataReceiptMapper = DataRequestRow;
