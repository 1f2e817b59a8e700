import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type AttackedAcademy, openAttackedAcademy } from './attacked-academy.ts';
import { IO_CHECKS } from './expectations/io.ts';
import type { Observed } from './observed.ts';
import { playDb } from './transports/db.ts';
import { playRedis } from './transports/redis.ts';
import { playSse } from './transports/sse.ts';
import { playDirect } from './transports/subgraph-direct.ts';
import { playWs } from './transports/ws.ts';

const TRANSPORTS = ['ws', 'sse', 'subgraph-direct', 'redis', 'db'];
const attack = z.object({
  id: z.string(),
  transport: z.string(),
  request: z.record(z.string(), z.any()),
  expectation: z.record(z.string(), z.any()),
});
type Attack = z.infer<typeof attack>;
const ALIVE_MS = 2_000;

function read(file: string): Attack[] {
  const lines = readFileSync(join(import.meta.dirname, 'corpus', file), 'utf8').split('\n');
  return lines.flatMap((line) => (line === '' ? [] : [attack.parse(JSON.parse(line))]));
}
/** A request to the gateway over HTTP is one, whatever it is about. */
const ours = [...read('attacks.jsonl'), ...read('io-own.jsonl')].filter(
  ({ transport, request }) => TRANSPORTS.includes(transport) && !(transport === 'redis' && request['redis'] === undefined),
);

async function filled<Value>(academy: AttackedAcademy, value: Value): Promise<Value> {
  let text = JSON.stringify(value);
  for (const name of new Set([...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, one = '']) => one)))
    text = text.replaceAll(`{{${name}}}`, await academy.valueOf(name));
  // The corpus speaks of the same things by other names.
  return JSON.parse(
    text
      .replaceAll('certificationStatusChanged(id:', 'certificationStatusChanged(certificationId:')
      .replaceAll('{id ownerId status}', '{id candidate{id} status}'),
  ) as Value;
}

async function play(academy: AttackedAcademy, { transport, request, expectation }: Attack): Promise<Observed> {
  const { stages, origin, host } = academy;
  const sent = await filled(academy, request);
  switch (transport) {
    case 'ws':
      return playWs(sent['ws'], {
        origin: origin.replace('http', 'ws'),
        headers: { host },
        trigger: stages.trigger,
        generate: (given) => 'x'.repeat(z.object({ n: z.number() }).parse(given).n),
      });
    case 'sse': {
      const headers = { host, authorization: `Bearer ${await academy.valueOf('tok.A.student')}` };
      return playSse({ path: '/graphql/stream', ...sent }, expectation, { origin, headers, trigger: stages.trigger });
    }
    case 'redis':
      return playRedis(sent['redis'], stages.redis);
    case 'db':
      return playDb(sent['db'], request['db'], stages.db);
    default:
      if (stages.direct === undefined) throw new Error('There are no islands to call.');
      return playDirect(sent as Parameters<typeof playDirect>[0], stages.direct);
  }
}

async function wrongWith(academy: AttackedAcademy, { expectation }: Attack, observed: Observed): Promise<string[]> {
  const wrong = [...observed.failures];
  for (const [key, expected] of Object.entries(expectation)) {
    const check = IO_CHECKS[key];
    if (check !== undefined) wrong.push(...check(expected, observed, academy.stages.checked));
    else if (key === 'anyStatus') {
      const status = observed.refused === undefined ? observed.status : 'refused';
      if (!(expected as unknown[]).includes(status)) wrong.push(`status ${status}`);
    } else if (key === 'mustNotContain') {
      for (const pattern of (await filled(academy, expected)) as string[])
        if (new RegExp(pattern).test(observed.body)) wrong.push(`it contains ${pattern}`);
    } else if (key === 'someStatus') {
      if (observed.statuses?.includes(expected as number) !== true) wrong.push(`no answer was ${expected}`);
    } else if (key === 'noData') {
      if (/"data":\s*[{[]/.test(observed.body)) wrong.push('it contains data');
    } else if (key === 'aliveMs') {
      const answer = await fetch(`${academy.origin}/t/raices/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ tenant { slug } }"}',
        signal: AbortSignal.timeout(ALIVE_MS),
      });
      if (answer.status !== 200) wrong.push(`afterwards the gateway answers ${answer.status}`);
    } else if (key !== 'readMs') wrong.push(`nothing checks ${key}`);
  }
  return wrong;
}

describe.each(['embedded', 'distributed'] as const)('attacks on an academy that is %s', (topology) => {
  let academy: AttackedAcademy;
  beforeAll(async () => {
    academy = await openAttackedAcademy(topology);
  }, 180_000);
  afterAll(() => academy?.[Symbol.asyncDispose]());

  // Embedded, there is nothing to call past the gateway.
  const possible = ours.filter(({ transport }) => topology === 'distributed' || transport !== 'subgraph-direct');
  test.each(possible.map((one) => [one.id, one] as const))(
    '%s',
    async (_id, one) => {
      expect(await wrongWith(academy, one, await play(academy, one))).toEqual([]);
    },
    60_000,
  );

  test('one that must be found is found', async () => {
    const [own] = ours.filter(({ id }) => id === 'WS-010');
    if (own === undefined) throw new Error('WS-010 was expected in the corpus.');
    const planted = JSON.parse(JSON.stringify(own).replaceAll('id.certB', 'id.certA')) as Attack;
    expect(await wrongWith(academy, planted, await play(academy, planted))).not.toEqual([]);
  });
});
