import * as z from 'zod';
import { REJECTION_CODES } from './verdict.ts';

const receivedRequest = z.object({
  externalRef: z.string(),
  standardCode: z.string(),
  candidate: z.object({ curp: z.string(), fullName: z.string() }),
  certificateFolio: z.string().optional(),
  evaluatedOn: z.string(),
  centreCode: z.string().optional(),
  evidenceDigest: z.string().optional(),
});

/** A submission as the client sent it, already found valid. */
export type SubmissionRequest = z.infer<typeof receivedRequest>;

const step = z.discriminatedUnion('status', [
  z.object({ status: z.literal('RECEIVED'), at: z.string() }),
  z.object({ status: z.literal('IN_REVIEW'), at: z.string() }),
  z.object({ status: z.literal('APPROVED'), at: z.string(), folio: z.string(), issuedOn: z.string() }),
  z.object({ status: z.literal('REJECTED'), at: z.string(), reasonCode: z.enum(REJECTION_CODES) }),
]);

/** One status a submission has had, since `at` (RFC 3339, UTC). The last one is the truth. */
export type Step = z.infer<typeof step>;

export type SubmissionStatus = Step['status'];

const verdict = z.discriminatedUnion('status', [
  z.object({ status: z.literal('APPROVED') }),
  z.object({ status: z.literal('REJECTED'), reasonCode: z.enum(REJECTION_CODES) }),
]);

/** The only two things that happen to a ledger; replayed in order they rebuild it. */
export const ledgerEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    id: z.string(),
    at: z.string(),
    request: receivedRequest,
    idempotencyKey: z.string().optional(),
    foreseen: verdict.optional(),
  }),
  z.object({ kind: z.literal('stepped'), id: z.string(), polls: z.int(), step }),
]);

export type LedgerEvent = z.infer<typeof ledgerEvent>;
export type ReceivedEvent = Extract<LedgerEvent, { kind: 'received' }>;
