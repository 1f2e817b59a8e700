import { Fault, type FaultCode, MAX_PAGE_SIZE, type Principal } from '@academy/kernel';
import type { IslandResponse, IslandTransport } from '@academy/platform/topology';
import { z } from 'zod';
import type { HistoryEntry } from './live-event.ts';

/** A part of the history of one certification, read at one instant. */
export type LogPage = {
  /** Number of the newest entry of the whole history. */
  readonly seq: number;
  /** What follows the entry that was asked for, oldest first, at most 100. */
  readonly entries: readonly HistoryEntry[];
};

/** The history of certifications, as the certification island has it: the truth. */
export type CertificationLog = {
  /**
   * Entries with a greater number than `afterSeq`, as the viewer sees them. Rejects with the island's own Fault: NOT_FOUND when there is no such
   * certification that the viewer may see, UNAVAILABLE or TIMEOUT when the island does not answer.
   */
  read(
    viewer: { principal: Principal; requestId: string },
    certificationId: string,
    afterSeq: number,
    signal: AbortSignal,
  ): Promise<LogPage>;
};

const LOG_PAGE_SIZE = MAX_PAGE_SIZE;

/** Codes that say something to a watching client; any other means that our own query went wrong. */
const TELLING_CODES: readonly FaultCode[] = [
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'TIMEOUT',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
];

const READ = `query LiveCertificationLog($id: ID!, $first: Int!, $afterSeq: Int!) {
  certification(id: $id) {
    seq
    history(first: $first, afterSeq: $afterSeq) { edges { node { seq previousStatus status hold occurredAt } } }
  }
}`;

const answer = z.object({
  certification: z
    .object({
      seq: z.number().int().min(1),
      history: z
        .object({
          edges: z.array(
            z.object({
              node: z.object({
                seq: z.number().int().min(1),
                previousStatus: z.string().nullable(),
                status: z.string(),
                hold: z.string().nullable(),
                occurredAt: z.iso.datetime(),
              }),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
});

/** The log behind the certification island. */
export function createCertificationLog(transport: IslandTransport): CertificationLog {
  return {
    async read(viewer, certificationId, afterSeq, signal) {
      const response = await transport.call(
        'certification',
        {
          query: READ,
          operationName: 'LiveCertificationLog',
          variables: { id: certificationId, first: LOG_PAGE_SIZE, afterSeq },
        },
        { ...viewer, signal },
      );
      const { certification } = answer.parse(response.data ?? { certification: null });
      if (certification === null || certification.history === null) throw faultOf(response);
      return { seq: certification.seq, entries: certification.history.edges.map(({ node }) => node) };
    },
  };
}

function faultOf({ errors }: IslandResponse): Fault {
  const [error] = errors ?? [];
  if (error === undefined) return new Fault('NOT_FOUND', 'There is no such certification.');
  const code = TELLING_CODES.find((one) => one === error.extensions?.['code']);
  return code !== undefined
    ? new Fault(code, error.message)
    : new Fault('INTERNAL', 'The history could not be read.', { cause: error });
}
