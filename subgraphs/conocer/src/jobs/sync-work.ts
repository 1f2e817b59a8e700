import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';

const syncWork = z.object({ syncId: z.uuid() });

/** Which reading of the register a job is about; its key is the same id. */
export type SyncWork = z.infer<typeof syncWork>;

/** Reads the register once, and makes the catalogue say what it says. Work of the platform. */
export const syncStandards: JobContract<SyncWork> = { name: 'sync-standards', payload: syncWork };

const nothing = z.strictObject({});

/** Asks for the day's reading. Work of the platform, every day. */
export const dailySync: JobContract<Record<string, never>> = { name: 'daily-sync', payload: nothing };

/** Tells a tenant what changed in the register since it was last told. Its key is `register`. */
export const followRegister: JobContract<Record<string, never>> = { name: 'follow-register', payload: nothing };

const review = z.object({ code: z.string(), number: z.number().int(), afterCourseId: z.uuid().nullable() });

/** Looks which of a tenant's courses are aligned to a standard that was superseded or retired. Its key is the standard's code. */
export const reviewAlignments: JobContract<z.infer<typeof review>> = { name: 'review-alignments', payload: review };
export type ReviewWork = z.infer<typeof review>;
