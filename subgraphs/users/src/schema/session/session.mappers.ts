import type { AccessRevocationRow } from '../../store/access-revocations.ts';

export type AccessRevocationMapper = AccessRevocationRow;
