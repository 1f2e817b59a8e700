import { setImmediate } from 'node:timers/promises';
import { Fault, type FaultCode, SECOND_MS } from '@academy/kernel';
import { encodePrincipal } from '@academy/platform/access';
import type { IslandName, IslandResponse, IslandTransport } from '@academy/platform/topology';
import type { z } from 'zod';
import type { Viewer } from './feed.ts';

/** A query of the gateway's own. */
export type LogQuery<Answer> = {
  readonly island: IslandName;
  readonly operationName: string;
  readonly text: string;
  /** Of `data`. */
  readonly answer: z.ZodType<Answer>;
};

/** Reads what islands keep of what happened: the truth, of which a stream is only the news. */
export type IslandLogs = {
  /**
   * What the island answers the viewer, read after this was called. Reads that are alike and asked for at the same moment are one. Rejects with the island's own Fault:
   * NOT_FOUND or FORBIDDEN when the viewer may not see it, UNAVAILABLE or TIMEOUT when the island does not answer.
   */
  read<Answer>(query: LogQuery<Answer>, viewer: Viewer, variables: Variables): Promise<Answer>;
};

type Variables = Readonly<Record<string, unknown>>;

/** One look at a log may take this long. */
const LOG_DEADLINE_MS = 5 * SECOND_MS;

/** Codes that say something to a watching client; any other means that our own query went wrong. */
const TELLING_CODES: readonly FaultCode[] = [
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'TIMEOUT',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
];

/** Logs behind the islands. */
export function createIslandLogs(transport: IslandTransport): IslandLogs {
  const waiting = new Map<string, Promise<unknown>>();

  async function ask<Answer>(query: LogQuery<Answer>, viewer: Viewer, variables: Variables): Promise<Answer> {
    const { island, operationName, text, answer } = query;
    const signal = AbortSignal.timeout(LOG_DEADLINE_MS);
    const response = await transport.call(island, { query: text, operationName, variables }, { ...viewer, signal });
    const read = answer.safeParse(response.data);
    if (read.success) return read.data;
    throw faultOf(response);
  }
  return {
    read<Answer>(query: LogQuery<Answer>, viewer: Viewer, variables: Variables) {
      const key = [query.operationName, encodePrincipal(viewer.principal), JSON.stringify(variables)].join('\n');
      const known = waiting.get(key);
      if (known !== undefined) return known as Promise<Answer>;
      const read = setImmediate().then(() => {
        // Nobody joins what has begun: it may have been read before what the next one is to learn of.
        waiting.delete(key);
        return ask(query, viewer, variables);
      });
      waiting.set(key, read);
      return read;
    },
  };
}

function faultOf({ errors }: IslandResponse): Fault {
  const [error] = errors ?? [];
  if (error === undefined) return new Fault('NOT_FOUND', 'There is nothing to watch here.');
  const code = TELLING_CODES.find((one) => one === error.extensions?.['code']);
  return code !== undefined
    ? new Fault(code, error.message)
    : new Fault('INTERNAL', 'What happened could not be read.', { cause: error });
}
