import type { ParkedStepRow } from '@academy/platform/saga';

export type ParkedStepMapper = ParkedStepRow;
