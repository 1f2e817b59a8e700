import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type LaterAnswer, type Outcome, outcomeJson } from '../federation/federation.ts';
import type { Answer } from './answer-operation.ts';

/** An outcome of which more comes. */
export type OutcomeInParts = Outcome & Required<Pick<Outcome, 'later'>>;

/** The protocol of Apollo Client: https://www.apollographql.com/docs/graphos/routing/operations/defer */
const CONTENT_TYPE = 'multipart/mixed;boundary="-";deferSpec=20220824';
const DELIMITER = '\r\n---';
const END = '--\r\n';

/** Sends an answer and then, as they come, its deferred parts. `onEnd` is called when the last is written, or nobody reads them. */
export function sendInParts(
  reply: FastifyReply,
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  outcome: OutcomeInParts,
  onEnd: () => void,
): FastifyReply {
  const stream = Readable.from(writeParts(outcome), { objectMode: false });
  stream.once('close', onEnd);
  if (headers !== undefined) void reply.headers(headers);
  return reply.code(status).header('cache-control', 'no-store').header('content-type', CONTENT_TYPE).send(stream);
}

/** Each part ends with the delimiter behind it: a client holds it back until then. */
async function* writeParts(outcome: OutcomeInParts): AsyncGenerator<string, void, void> {
  yield DELIMITER;
  yield partOf(`${outcomeJson(outcome).slice(0, -1)},"hasNext":true}`);
  for await (const batch of outcome.later) {
    if (batch.length > 0) yield partOf(`{"incremental":[${batch.map(incrementOf).join(',')}],"hasNext":true}`);
  }
  yield partOf('{"hasNext":false}') + END;
}

function partOf(json: string): string {
  return `\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${json}${DELIMITER}`;
}

function incrementOf({ label, path, dataJson, errors }: LaterAnswer): string {
  const labelled = label === undefined ? '' : `"label":${JSON.stringify(label)},`;
  const told = errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors)}`;
  return `{${labelled}"path":${JSON.stringify(path)},"data":${dataJson}${told}}`;
}
