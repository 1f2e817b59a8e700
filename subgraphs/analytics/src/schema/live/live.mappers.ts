import type { LiveReport } from '@academy/contracts';

/** A live event as the gateway makes it: plain values; the report behind it is read when it is asked for. */
export type ReportUpdatedMapper = {
  readonly kind: 'SNAPSHOT' | 'CHANGE' | 'RESET';
  readonly report: LiveReport;
  readonly version: number;
  readonly occurredAt: Date | null;
  readonly resume: string;
};
