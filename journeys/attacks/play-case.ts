import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { z } from 'zod';
import type { AttackedAcademy } from './attacked-academy.ts';
import type { Attack } from './corpus-file.ts';
import { translated } from './dialect.ts';
import { DOOR_CHECKS, type DoorWorld } from './expectations/http.ts';
import { IO_CHECKS } from './expectations/io.ts';
import { generate } from './generators.ts';
import { TENANT_IDS, TENANTS } from './io-stages.ts';
import type { Observed } from './observed.ts';
import { openValues, type Values } from './placeholders/values.ts';
import { playDb } from './transports/db.ts';
import { type HttpRequest, playHttp, playManyHttp } from './transports/http.ts';
import { playRaw } from './transports/raw.ts';
import { playRedis } from './transports/redis.ts';
import { playSse } from './transports/sse.ts';
import { playDirect } from './transports/subgraph-direct.ts';
import { playWs } from './transports/ws.ts';
import { NOTHING_SEEN, newSightings } from './watch/sightings.ts';

/** Plays cases against one academy. */
export type CasePlayer = {
  /** Every placeholder that is mapped. */
  readonly placeholders: ReadonlySet<string>;
  /** What is wrong with the academy, in words; nothing when the attack was withstood. Throws when the case cannot be played. */
  play(attack: Attack): Promise<string[]>;
  close(): Promise<void>;
};

const IO_PLACEHOLDERS = [
  ...['tok.A.student', 'tok.A.admin', 'tok.B.student', 'tok.A.toRevoke', 'tok.short', 'tok.algNone', 'tok.wrongAud'],
  ...['resume.B', 'resume.future', 'resume.old', 's.status', 'q.cert', 't.cert', 'id.certA', 'id.certB', 'secret.B'],
  ...['tenant.A', 'tenant.B', 'tenantUuid.A', 'tenantUuid.B', 'tbl.certs', 'tbl.events', 'tbl.view'],
];
const DEFAULT_CONCURRENCY = 10;
const TIMED_PAIRS = 15;

/** Opens what the cases need besides the academy: values of placeholders and a canary that nobody may connect to. */
export async function openCasePlayer(academy: AttackedAcademy): Promise<CasePlayer> {
  let calls = 0;
  const canary = createServer((_request, answer) => {
    calls += 1;
    answer.end('{"keys":[]}');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const values: Values = await openValues(academy, `http://127.0.0.1:${portOf(canary)}/jwks`);
  const valueFor = (name: string) => values[name]?.() ?? academy.valueOf(name);
  const names: Record<string, string> = {};
  for (const name of ['q.me', 'q.search', 't.user', 't.cert', 'm.login', 'i.profile']) names[name] = await valueFor(name);

  async function headersOf(actor: string | undefined, request: Attack['request']): Promise<Record<string, string>> {
    const tokens: Readonly<Record<string, () => Promise<string>>> = {
      'A.student': () => valueFor('tok.A.student'),
      'A.admin': () => valueFor('tok.A.admin'),
      'A.short': () => valueFor('tok.short'),
      'A.burst': () =>
        academy.issueToken({
          userId: userIdOf(TENANTS.A, 'alice'),
          tenantId: tenantIdOf(TENANTS.A),
          persona: 'learner',
          lifetimeSeconds: 600,
        }),
    };
    const host = await valueFor('host');
    const given = request['token'] as string | null | undefined;
    if (given !== undefined) return given === null ? { host } : { host, authorization: `Bearer ${await filled(given)}` };
    if (actor === undefined || ['anon', 'custom', 'app', 'ops'].includes(actor)) return { host };
    const token = tokens[actor];
    if (token === undefined) throw new Error(`The actor ${actor} is not mapped.`);
    return { host, authorization: `Bearer ${await token()}` };
  }

  async function filled<Value>(value: Value): Promise<Value> {
    let text = JSON.stringify(value);
    for (const name of new Set([...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, one = '']) => one)))
      if (name !== 'i') text = text.replaceAll(`{{${name}}}`, JSON.stringify(await valueFor(name)).slice(1, -1));
    return generated(JSON.parse(text)) as Value;
  }
  function generated(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(generated);
    if (typeof value !== 'object' || value === null) return value;
    if ('$gen' in value) return generate(value as Record<string, unknown>, names);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, generated(inner)]));
  }

  /** One request of a case; generated bodies anew each time, so that what is to be unique is. */
  async function sendOne(request: Attack['request'], actor: string | undefined): Promise<Observed> {
    const sent = (await filled(request)) as HttpRequest & { bodyGen?: string | Buffer };
    const json = sent.json as { query?: unknown; extensions?: unknown } | undefined;
    const query = typeof json?.query === 'string' ? translated(json.query) : json?.query;
    // The endpoint for faults is the harness itself: nothing of the kind is in what is deployed.
    const [island, kind] = (sent.headers?.['x-test-fault'] ?? '').split(':');
    if (kind !== undefined && kind !== 'hang') throw new Error(`The fault ${kind} is not mapped.`);
    const hindered = <T>(work: () => Promise<T>) =>
      kind === undefined || island === undefined ? work() : academy.whileHanging(island, work);
    const headers = await headersOf(actor, request);
    return hindered(() =>
      playHttp(
        {
          ...sent,
          ...(json !== undefined && !Array.isArray(json) && query !== undefined ? { json: { ...json, query } } : {}),
          ...(sent.bodyGen === undefined ? {} : { body: sent.bodyGen }),
          headers: { ...(sent.bodyGen === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
        },
        { origin: academy.origin, headers },
      ),
    );
  }

  async function playDoor({ request, as }: Attack): Promise<{ observed: Observed; compared: Observed[]; medianDiffMs?: number }> {
    const several = request['compare'] as Attack['request'][] | undefined;
    if (several !== undefined) {
      const compared: Observed[] = [];
      for (const one of several) compared.push(await sendOne(one, as));
      return { observed: joined(compared), compared };
    }
    const timed = request['compareTiming'] as { a: Attack['request']; b: Attack['request']; pairs?: number } | undefined;
    if (timed !== undefined) {
      const [a, b]: [Observed[], Observed[]] = [[], []];
      for (let pair = 0; pair < (timed.pairs ?? TIMED_PAIRS); pair += 1) {
        a.push(await sendOne(timed.a, as));
        b.push(await sendOne(timed.b, as));
      }
      return { observed: joined([...a, ...b]), compared: [], medianDiffMs: Math.abs(median(a) - median(b)) };
    }
    const { repeat, concurrency = DEFAULT_CONCURRENCY } = request as { repeat?: number; concurrency?: number };
    const one = () => sendOne(request, as);
    const observed = repeat === undefined ? await one() : await playManyHttp(repeat, concurrency, one);
    return { observed, compared: [] };
  }

  async function askedAs(tenant: 'A' | 'B'): Promise<Observed> {
    return playHttp(
      { json: { query: '{ tenant { slug } }' } },
      { origin: academy.origin, headers: { host: `${TENANTS[tenant]}.localhost` } },
    );
  }

  async function transported(attack: Attack): Promise<{ observed: Observed; compared: Observed[]; medianDiffMs?: number }> {
    const { request, transport, expectation, as } = attack;
    if (transport === 'http' || (transport === 'redis' && request['redis'] === undefined)) return playDoor(attack);
    const { stages, origin } = academy;
    const sent = asOurs(await filled(request));
    const only = (observed: Observed) => ({ observed, compared: [] });
    switch (transport) {
      case 'raw':
        return only(await playRaw(sent['raw'], origin));
      case 'ws':
        return only(
          await playWs(sent['ws'], {
            origin: origin.replace('http', 'ws'),
            headers: { host: await valueFor('host') },
            trigger: stages.trigger,
            generate: (given) => String(generate({ $gen: 'text', ...z.record(z.string(), z.unknown()).parse(given) }, names)),
          }),
        );
      case 'sse': {
        const stage = { origin, headers: await headersOf(as ?? 'A.student', request), trigger: stages.trigger };
        return only(await playSse({ path: '/graphql/stream', ...sent }, expectation, stage));
      }
      case 'redis':
        return only(await playRedis(sent['redis'], stages.redis));
      case 'db':
        return only(await playDb(sent['db'], request['db'], stages.db));
      case 'subgraph-direct':
        if (stages.direct === undefined) throw new Error('There are no islands to call.');
        return only(await playDirect(sent as Parameters<typeof playDirect>[0], stages.direct));
      default:
        throw new Error(`The transport ${transport} is not mapped.`);
    }
  }

  return {
    placeholders: new Set([...IO_PLACEHOLDERS, ...Object.keys(values)]),
    async play(attack) {
      const callsBefore = calls;
      const [askedBefore, actsBefore] = [await academy.subgraphCalls(), await academy.annex.acts()];
      const isMemoryRead = attack.expectation['maxRssGrowthMiB'] !== undefined;
      const heldBefore = isMemoryRead ? await academy.memoryBytes() : 0;
      let otherStatus: number | undefined;
      const burst = async () => {
        const seen = await transported(attack);
        // While the one tenant's limit is used up.
        otherStatus = (await askedAs('B')).status;
        return seen;
      };
      const isWatched = ['notPolluted', 'noOutbound'].some((key) => attack.expectation[key] !== undefined);
      const sightingsBefore = isWatched ? await academy.sightings() : NOTHING_SEEN;
      const isLogRead = attack.expectation['logMustNotContainLine'] !== undefined;
      const logged = new Set(isLogRead ? await academy.logLines() : []);
      const { observed, compared, medianDiffMs } =
        attack.as === 'A.burst' ? await academy.withFewRequests(burst) : await transported(attack);
      const world: DoorWorld = {
        rssGrowthMiB: isMemoryRead ? ((await academy.memoryBytes()) - heldBefore) / 2 ** 20 : 0,
        async aliveMs() {
          const alive = await askedAs('A');
          return alive.status === 200 ? alive.ms : Number.POSITIVE_INFINITY;
        },
        otherTenantStatus: async () => otherStatus ?? (await askedAs('B')).status ?? 0,
        canaryCalls: calls - callsBefore,
        sightings: isWatched ? newSightings(sightingsBefore, await academy.sightings()) : NOTHING_SEEN,
        jwksFetches: calls - callsBefore,
        subgraphCalls: (await academy.subgraphCalls()) - askedBefore,
        logLines: isLogRead ? (await academy.logLines()).filter((line) => !logged.has(line)) : [],
        acts: (await academy.annex.acts()) - actsBefore,
        compared,
        medianDiffMs,
      };
      const wrong = [...observed.failures, ...leaks(attack, observed)];
      const isDoor = ['http', 'raw'].includes(attack.transport);
      for (const [key, given] of Object.entries(attack.expectation)) {
        const expected = await filled(given);
        const [first, second] = isDoor ? [DOOR_CHECKS[key], IO_CHECKS[key]] : [undefined, IO_CHECKS[key]];
        if (first !== undefined) wrong.push(...(await first(expected, observed, world)));
        else if (second !== undefined) wrong.push(...second(expected, observed, academy.stages.checked));
        else {
          const check = DOOR_CHECKS[key];
          const answered = observed.status ?? (observed.refused === undefined ? undefined : 'refused');
          if (check === undefined) wrong.push(`nothing checks ${key}`);
          else wrong.push(...(await check(expected, { ...observed, status: answered as number | undefined }, world)));
        }
      }
      return wrong;
    },
    async close() {
      canary.closeAllConnections();
      await new Promise((resolve) => canary.close(resolve));
    },
  };
}

/** No answer to somebody of A names the other tenant's people, whatever the case says. */
function leaks({ transport, as, request }: Attack, { body }: Observed): string[] {
  if (transport !== 'http' || as?.startsWith('A.') !== true) return [];
  const texts = [userIdOf(TENANTS.B, 'diego'), TENANT_IDS.B].filter((text) => !JSON.stringify(request).includes(text));
  return texts.filter((text) => body.includes(text)).map((text) => `it names ${text} of the other tenant`);
}

/** The corpus speaks of the same things by other names. */
function asOurs<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll('certificationStatusChanged(id:', 'certificationStatusChanged(certificationId:')
      .replaceAll('{id ownerId status}', '{id candidate{id} status}'),
  ) as Value;
}

function joined(all: readonly Observed[]): Observed {
  const [first] = all;
  if (first === undefined) throw new Error('Nothing was compared.');
  return { ...first, body: all.map(({ body }) => body).join('\n'), statuses: all.map(({ status }) => status) };
}

function median(all: readonly Observed[]): number {
  return all.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
