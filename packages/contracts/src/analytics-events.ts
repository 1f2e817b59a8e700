import { z } from 'zod';
import type { EventContract } from './event-contract.ts';

/** Reports whose changes can be watched; the same words in the graph and the tables. */
export const LIVE_REPORTS = ['COMPLETION'] as const;
export const liveReport = z.enum(LIVE_REPORTS);
export type LiveReport = z.infer<typeof liveReport>;

const reportUpdatedData = z.object({
  report: liveReport,
  /** From 1; grows with each change of the figures. Versions that came to be shortly after one another are told of once, by the last. */
  version: z.number().int().min(1),
});
/** The figures of a report can differ from what they were. It holds none of them: whoever may read the report asks for it. Subject: the report. */
export const reportUpdated: EventContract<z.infer<typeof reportUpdatedData>> = {
  type: 'mx.madfam.analytics.report.updated.v1',
  producer: 'analytics',
  data: reportUpdatedData,
  live: 'report',
};
