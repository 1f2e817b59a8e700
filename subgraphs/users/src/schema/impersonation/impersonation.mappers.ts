import type { ImpersonationRow } from '../../store/impersonations.ts';

export type ImpersonationMapper = ImpersonationRow;
