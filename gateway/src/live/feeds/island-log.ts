import { Fault, isFaultCode, SECOND_MS } from '@academy/kernel';
import { encodePrincipal } from '@academy/platform/access';
import type { IslandName, IslandResponse, IslandTransport } from '@academy/platform/topology';
import type { z } from 'zod';
import { ISLAND_CODES } from '../../federation/call-result.ts';
import type { Viewer } from './feed.ts';

/** A query of the gateway's own, of one field. */
export type LogQuery<Answer> = {
  readonly island: IslandName;
  readonly operationName: string;
  /** GraphQL types of the variables, by name. */
  readonly variables: Readonly<Record<string, string>>;
  /** The field, with its arguments from these variables and its selection. */
  readonly field: string;
  /** Of the field. */
  readonly answer: z.ZodType<Answer>;
};

/** Reads what islands keep of what happened: the truth, of which a stream is only the news. */
export type IslandLogs = {
  /**
   * What the island answers the viewer, read after this was called. Rejects with the island's own Fault: NOT_FOUND or FORBIDDEN when the viewer
   * may not see it, UNAVAILABLE or TIMEOUT when the island does not answer.
   */
  read<Answer>(query: LogQuery<Answer>, viewer: Viewer, variables: Variables): Promise<Answer>;
};

type Variables = Readonly<Record<string, unknown>>;

/** One look at a log may take this long. */
const LOG_DEADLINE_MS = 5 * SECOND_MS;
/** Calls of one island under way; a herd that comes back waits here, where its time does not run, and not in the island. */
const MAX_UNDER_WAY = 32;
/** Reads of one call. */
const MAX_TOGETHER = 16;

type Read = { readonly variables: Variables; readonly answer: PromiseWithResolvers<unknown> };
/** Reads of one viewer by one query that wait for their call; those that are alike are one. */
type Group = { readonly query: LogQuery<unknown>; readonly viewer: Viewer; readonly reads: Map<string, Read> };

/** Logs behind the islands. Reads of one viewer that wait at the same time are one call. */
export function createIslandLogs(transport: IslandTransport): IslandLogs {
  const waiting = new Map<string, Group>();
  const underWay = new Map<IslandName, number>();
  let isLeaving = false;

  function leaveSoon(): void {
    if (isLeaving || waiting.size === 0) return;
    isLeaving = true;
    setImmediate(leave);
  }
  function leave(): void {
    isLeaving = false;
    for (const [key, group] of waiting) {
      const { island } = group.query;
      const before = underWay.get(island) ?? 0;
      if (before >= MAX_UNDER_WAY) continue;
      underWay.set(island, before + 1);
      const reads = [...group.reads].slice(0, MAX_TOGETHER);
      // Nobody joins what has begun: it may have been read before what the next one is to learn of.
      for (const [variables] of reads) group.reads.delete(variables);
      if (group.reads.size === 0) waiting.delete(key);
      void ask(
        group,
        reads.map(([, read]) => read),
      ).finally(() => {
        underWay.set(island, (underWay.get(island) ?? 1) - 1);
        leaveSoon();
      });
    }
  }
  async function ask({ query, viewer }: Group, reads: readonly Read[]): Promise<void> {
    const { island, operationName } = query;
    try {
      const signal = AbortSignal.timeout(LOG_DEADLINE_MS);
      const request = { query: textOf(query, reads.length), operationName, variables: variablesOf(reads) };
      const response = await transport.call(island, request, { ...viewer, signal });
      for (const [index, { answer }] of reads.entries()) {
        const read = query.answer.safeParse(response.data?.[aliasOf(index)]);
        if (read.success) answer.resolve(read.data);
        else answer.reject(faultOf(response, index));
      }
    } catch (thrown) {
      for (const { answer } of reads) answer.reject(thrown);
    }
  }

  return {
    read<Answer>(query: LogQuery<Answer>, viewer: Viewer, variables: Variables) {
      const key = `${query.operationName}\n${encodePrincipal(viewer.principal)}`;
      const group = waiting.get(key) ?? { query, viewer, reads: new Map<string, Read>() };
      waiting.set(key, group);
      const given = JSON.stringify(variables);
      const read = group.reads.get(given) ?? { variables, answer: Promise.withResolvers<unknown>() };
      group.reads.set(given, read);
      leaveSoon();
      return read.answer.promise as Promise<Answer>;
    },
  };
}

const aliasOf = (index: number) => `_${index}`;

/** The query for some reads at once, each under an alias and with variables of its own. */
function textOf({ operationName, variables, field }: LogQuery<unknown>, count: number): string {
  const declared: string[] = [];
  const fields: string[] = [];
  for (let index = 0; index < count; index += 1) {
    for (const [name, type] of Object.entries(variables)) declared.push(`$${name}_${index}: ${type}`);
    fields.push(`${aliasOf(index)}: ${field.replace(/\$(\w+)/g, `$$$1_${index}`)}`);
  }
  // An empty list of variables is no list.
  const list = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  return `query ${operationName}${list} { ${fields.join(' ')} }`;
}

function variablesOf(reads: readonly Read[]): Variables {
  const entries = reads.flatMap(({ variables }, index) =>
    Object.entries(variables).map(([name, value]) => [`${name}_${index}`, value] as const),
  );
  return Object.fromEntries(entries);
}

/** What an island says of one of the reads: the error of its own field, or of the whole call. */
function faultOf({ errors = [] }: IslandResponse, index: number): Fault {
  const error = errors.find(({ path }) => path === undefined || path[0] === aliasOf(index)) ?? errors[0];
  if (error === undefined) return new Fault('NOT_FOUND', 'There is nothing to watch here.');
  const code = error.extensions?.['code'];
  return isFaultCode(code) && ISLAND_CODES.has(code)
    ? new Fault(code, error.message)
    : new Fault('INTERNAL', 'What happened could not be read.', { cause: error });
}
