import { z } from 'zod';
import { playSteps } from '../live/play.ts';
import { readSteps } from '../live/steps.ts';
import type { Trigger } from '../live/triggers.ts';
import { type Asked, watchedDocument } from '../live/watch-document.ts';
import { codesIn, type Observed } from '../observed.ts';

const wsRequest = z.strictObject({
  path: z.string().default('/graphql'),
  protocol: z.string().nullish(),
  headers: z.record(z.string(), z.string()).default({}),
  steps: z.unknown(),
});

/** What a conversation needs of the academy under attack. */
export type WsStage = {
  /** Of the gateway: `ws://127.0.0.1:4000`. */
  readonly origin: string;
  /** Of the handshake; a `host` that names the tenant, never a token: that is for the case to show. */
  readonly headers: Readonly<Record<string, string>>;
  readonly trigger: Trigger;
  generate(given: unknown): string | Buffer;
};

/** Holds the conversation of a case. Throws when a step is not known. */
export async function playWs(request: unknown, stage: WsStage): Promise<Observed> {
  const { path, protocol, headers, steps } = wsRequest.parse(request);
  const played = await playSteps(readSteps(withPlaces(steps)), {
    url: new URL(path, stage.origin).toString(),
    protocol,
    headers: { ...stage.headers, ...headers },
    trigger: stage.trigger,
    generate: stage.generate,
  });
  const { ending } = played;
  return {
    headers: {},
    body: played.transcript,
    ms: played.ms,
    failures: played.failures,
    codes: codesIn(played.transcript),
    events: played.collected,
    resumed: played.resumed,
    ...(ending?.kind === 'closed' ? { closeCode: ending.code, closedAfterMs: ending.afterMs } : {}),
    ...(ending?.kind === 'refused' ? { status: ending.status, refused: ending.why } : {}),
  };
}

/** Every subscription in the steps also tells its kind and place. */
function withPlaces(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(withPlaces);
  if (typeof given !== 'object' || given === null) return given;
  const entries = Object.entries(given).map(([key, value]) => [key, withPlaces(value)] as const);
  const { query, ...rest }: Asked = Object.fromEntries(entries);
  return typeof query === 'string' ? { query: watchedDocument(query), ...rest } : Object.fromEntries(entries);
}
