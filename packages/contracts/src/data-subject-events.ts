import { z } from 'zod';
import type { EventContract, Producer } from './event-contract.ts';

const dataErasureStartedData = z.object({ requestId: z.uuid(), subjectId: z.uuid() });
/** A person's data are to be erased in every island; each answers with its `data-part.reported`. Subject: the request. */
export const dataErasureStarted: EventContract<z.infer<typeof dataErasureStartedData>> = {
  type: 'mx.madfam.users.data-erasure.started.v1',
  producer: 'users',
  data: dataErasureStartedData,
};

/** The islands beside users, which keeps the requests. */
export const DATA_PART_PRODUCERS = ['courses', 'certification', 'conocer', 'analytics'] as const satisfies readonly Producer[];
export type DataPartProducer = (typeof DATA_PART_PRODUCERS)[number];

/** What an island may have to wait for: `AUTHORITY` its verdict on what it was sent; `CASE` the end of a case's own work; `OPERATOR` somebody to mend work that is stuck. */
export const dataPartWait = z.enum(['AUTHORITY', 'CASE', 'OPERATOR']);
export type DataPartWait = z.infer<typeof dataPartWait>;

const reported = z.discriminatedUnion('state', [
  z.object({ requestId: z.uuid(), state: z.literal('WAITING'), waitingFor: dataPartWait }),
  z.object({
    requestId: z.uuid(),
    state: z.literal('DONE'),
    /** How many records of the person there were. */
    records: z.number().int().min(0),
    /** SHA-256 of all of them as they were before, hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** SHA-256 of the person's wrapped key in this island, which was destroyed, hex; null when it sealed nothing for her. */
    keyHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    /** The entry of the island's audit log that says so. */
    auditNumber: z.number().int().min(1),
    auditHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);
export type DataPartReported = z.infer<typeof reported>;

/** How far an island has come with a person's erasure: it waits, or it is done. Subject: the request. */
export const dataPartReported: Readonly<Record<DataPartProducer, EventContract<DataPartReported>>> = {
  courses: reportedBy('courses'),
  certification: reportedBy('certification'),
  conocer: reportedBy('conocer'),
  analytics: reportedBy('analytics'),
};

function reportedBy(producer: DataPartProducer): EventContract<DataPartReported> {
  return { type: `mx.madfam.${producer}.data-part.reported.v1`, producer, data: reported };
}
