import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import {
  type Asked,
  type LiveEvent,
  overEventSource,
  overMultipart,
  overSse,
  overWebSocket,
  until,
  type Watch,
} from './live-clients.ts';
import { alice, carla } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
  graph.down.clear();
});
afterAll(() => graph[Symbol.asyncDispose]());

type Case = ReturnType<LiveAcademy['opensCase']>;

async function watching(certification: Case, asked: Asked = {}, over = overWebSocket): Promise<Watch> {
  const watch = await over(graph, { ...asked, variables: { id: certification.id, ...asked.variables } });
  open.push(watch);
  return watch;
}
/** Watches until this many events have come; then the client goes away. Its last token. */
async function watchedUntil(certification: Case, count: number): Promise<string> {
  const watch = await watching(certification);
  await watch.gets(count);
  watch.stop();
  return watch.events[count - 1]?.resume ?? '';
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const shapeOf = ({ kind, seq }: LiveEvent) => `${kind} ${seq}`;

test('three hundred changes over at least twenty cut connections of all kinds arrive all, once and in order', async () => {
  const certification = graph.opensCase();
  const first = await watching(certification);
  await first.gets(1);
  first.stop();
  const got: LiveEvent[] = [...first.events];
  let random = 20_260_302;
  const dice = (sides: number) => {
    random = (random * 48_271) % 2_147_483_647;
    return random % sides;
  };
  const changes = (async () => {
    while (certification.entries.length < 301) {
      await certification.moves(Math.min(1 + dice(4), 301 - certification.entries.length));
      await new Promise((resolve) => setTimeout(resolve, dice(12)));
    }
  })();
  const comesBack = [
    (after: string) => watching(certification, { variables: { after } }, overSse),
    (after: string) => watching(certification, { lastEventId: after }, overEventSource),
    (after: string) => watching(certification, { variables: { after } }, overMultipart),
    (after: string) => watching(certification, { variables: { after } }, overWebSocket),
  ];
  let connections = 1;
  while (got.length < 301) {
    const again = comesBack[connections % comesBack.length];
    const watch = await again?.(got.at(-1)?.resume ?? '');
    if (watch === undefined) throw new Error('There is no way to come back.');
    connections += 1;
    // Whatever came beyond is lost with the connection, however fast it came: the number of cuts hangs on the dice alone.
    const wanted = Math.min(1 + dice(14), 301 - got.length);
    await watch.gets(wanted);
    got.push(...watch.events.slice(0, wanted));
    watch.stop();
    expect(watch.codes).toEqual([]);
  }
  await changes;
  expect(connections).toBeGreaterThan(20);
  expect(got.map(({ seq }) => seq)).toEqual(numbers(1, 301));
  expect(got.map(({ status }) => status)).toEqual(certification.entries.map(({ status }) => status));
  expect(got.map(({ kind }) => kind)).toEqual(['SNAPSHOT', ...Array(300).fill('CHANGE')]);
});

test('whoever begins while changes happen misses none between the snapshot and the first change', async () => {
  const certification = graph.opensCase();
  const watches: Watch[] = [];
  for (let round = 0; round < 15; round += 1) {
    watches.push(await watching(certification, {}, round % 2 === 0 ? overWebSocket : overEventSource));
    await certification.moves(2);
  }
  for (const watch of watches) {
    await until('the last change', () => watch.seqs.at(-1) === 31 || undefined);
    expect(watch.seqs).toEqual(numbers(watch.seqs[0] ?? 0, 31));
    expect(watch.events[0]?.kind).toBe('SNAPSHOT');
  }
});

describe('a client that comes back', () => {
  test('gets everything that happened meanwhile from the log, when the stream was trimmed', async () => {
    const certification = graph.opensCase();
    const after = await watchedUntil(certification, 1);
    await certification.moves(250);
    await graph.redis.commands.xtrim(graph.stream.key(alice.tenantId), 'MAXLEN', 0);
    const watch = await watching(certification, { variables: { after } });
    await watch.gets(250);
    await certification.moves();
    await watch.gets(251);
    expect(watch.events.map(shapeOf)).toEqual(numbers(2, 252).map((seq) => `CHANGE ${seq}`));
  });

  test('hears nothing while nothing happened, then what happens', async () => {
    const certification = graph.opensCase();
    const watch = await watching(certification, { variables: { after: await watchedUntil(certification, 1) } });
    await until('the subscription', async () => (await graph.measure('academy_live_subscriptions')) === 1 || undefined);
    await certification.moves();
    await watch.gets(1);
    expect(watch.seqs).toEqual([2]);
  });

  test('waits for the certification island while it is away, and loses nothing', async () => {
    const certification = graph.opensCase();
    const after = await watchedUntil(certification, 1);
    await certification.moves(3);
    graph.down.add('certification');
    graph.calls.length = 0;
    const watch = await watching(certification, { variables: { after } });
    await until('a look at the log in vain', () => graph.calls.find(({ query }) => query.includes('LiveCertificationLog')));
    graph.down.clear();
    await watch.gets(3);
    expect(watch.seqs).toEqual([2, 3, 4]);
  });

  test('is told RESET and the state now when the log does not have her place any more', async () => {
    const certification = graph.opensCase();
    const before = await watching(certification);
    await before.gets(1);
    // Told to somebody, so that no entry of before the restore is still on its way through the stream.
    await certification.moves(4);
    await before.gets(5);
    before.stop();
    const after = before.events[4]?.resume;
    for (const [left, then] of [
      [3, 0],
      [3, 4],
    ] as const) {
      certification.restoreTo(left);
      certification.commits(then);
      const watch = await watching(certification, { variables: { after } });
      await watch.gets(1);
      await certification.moves();
      await watch.gets(2);
      expect(watch.events.map(shapeOf)).toEqual([`RESET ${left + then}`, `CHANGE ${left + then + 1}`]);
    }
  });

  test('who has never been here is told UNAVAILABLE while the certification island is away', async () => {
    const certification = graph.opensCase();
    graph.down.add('certification');
    const watch = await watching(certification, {}, overSse);
    expect(await watch.ended()).toBe('complete');
    expect(watch.codes).toEqual(['UNAVAILABLE']);
  });
});

describe('a token is refused', () => {
  const refusedWith = async (certification: Case, after: string, asked: Asked = {}) => {
    const overSocket = await watching(certification, { ...asked, variables: { after } });
    const overHeader = await watching(certification, { ...asked, lastEventId: after }, overEventSource);
    await Promise.all([overSocket.ended(), overHeader.ended()]);
    expect([overSocket.events, overHeader.events]).toEqual([[], []]);
    return [...overSocket.codes, ...overHeader.codes];
  };
  const BAD = ['BAD_USER_INPUT', 'BAD_USER_INPUT'];

  test('when it was forged, or changed in one place', async () => {
    const certification = graph.opensCase();
    const token = await watchedUntil(certification, 1);
    const [keyId, , epoch, mac] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string, number, number, string];
    const forged = Buffer.from(JSON.stringify([keyId, 9, epoch, mac])).toString('base64url');
    for (const after of ['x', forged, token.slice(0, -3), 'A'.repeat(600)]) {
      expect(await refusedWith(certification, after)).toEqual(BAD);
    }
  });

  test('when it is somebody else’s, or of another certification', async () => {
    const certification = graph.opensCase();
    const token = await watchedUntil(certification, 1);
    expect(await refusedWith(certification, token, { as: carla })).toEqual(BAD);
    expect(await refusedWith(graph.opensCase(), token)).toEqual(BAD);
  });
});
