import { SECOND_MS } from '@academy/kernel';
import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';
import { DATA_ISLANDS } from '../domain/data-request.ts';

const ofRequest = z.object({ requestId: z.uuid() });
const ofPart = z.object({ requestId: z.uuid(), island: z.enum(DATA_ISLANDS) });

/** Begins what was accepted; its key is the request. */
export const beginDataRequest: JobContract<z.infer<typeof ofRequest>> = { name: 'begin-data-request', payload: ofRequest };

/** Gathers one island's part of an export; its key is request and island. */
export const gatherDataPart: JobContract<z.infer<typeof ofPart>> = { name: 'gather-data-part', payload: ofPart };

/** Erases what this island keeps, after all others; its key is the request. */
export const erasePerson: JobContract<z.infer<typeof ofRequest>> = { name: 'erase-person', payload: ofRequest };

/** Ends an export that was not read in time; its key is the request. */
export const expireExport: JobContract<z.infer<typeof ofRequest>> = { name: 'expire-data-export', payload: ofRequest };

/**
 * Between the acceptance of an erasure and its beginning: 5 s until every token of the person is refused, and 5 s for what was let in before. Nothing that she
 * does arrives after that.
 */
export const ERASURE_DELAY_MS = 10 * SECOND_MS;
