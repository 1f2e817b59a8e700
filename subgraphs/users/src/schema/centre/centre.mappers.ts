import type { CentreRow } from '../../store/centres.ts';

export type CentreMapper = CentreRow;
