import { toEntry } from '@academy/platform/events';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { berta, type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type LiveEvent, overWebSocket, type Watch } from './live-clients.ts';
import { alice, diego } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

type Case = ReturnType<LiveAcademy['opensCase']>;

async function watching({ id }: Case): Promise<Watch> {
  const watch = await overWebSocket(graph, { variables: { id } });
  open.push(watch);
  return watch;
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const gaps = () => graph.measure('academy_live_gaps_total');
const shapeOf = ({ kind, seq }: LiveEvent) => `${kind} ${seq}`;

describe('what the stream leaves out is read from the log', () => {
  test('when an entry is missing, and is counted', async () => {
    const certification = graph.opensCase();
    const watch = await watching(certification);
    await watch.gets(1);
    const before = await gaps();
    const [, , last] = certification.commits(3);
    await certification.publishes(last === undefined ? [] : [last]);
    await watch.gets(4);
    await certification.moves();
    await watch.gets(5);
    expect(watch.events.map(shapeOf)).toEqual(['SNAPSHOT 1', ...numbers(2, 5).map((seq) => `CHANGE ${seq}`)]);
    expect(await gaps()).toBe(before + 1);
  });

  test('when the stream was deleted with everything that nobody had read', async () => {
    const certification = graph.opensCase();
    const watch = await watching(certification);
    await watch.gets(1);
    await certification.moves(2);
    await watch.gets(3);
    certification.commits(3);
    await graph.redis.commands.del(graph.stream.key(alice.tenantId));
    await graph.stream.wake(alice.tenantId);
    await watch.gets(6);
    await certification.moves();
    await watch.gets(7);
    expect(watch.seqs).toEqual(numbers(1, 7));
  });

  test('when nobody was woken, within seconds', async () => {
    const certification = graph.opensCase();
    const watch = await watching(certification);
    await watch.gets(1);
    for (const entry of certification.commits(2)) {
      const fields = toEntry(certification.eventOf(entry), TEST_SIGNING_KEY);
      await graph.redis.commands.xadd(graph.stream.key(alice.tenantId), '*', ...fields);
    }
    await watch.gets(3);
    expect(watch.seqs).toEqual([1, 2, 3]);
  });
});

describe('the stream is not believed', () => {
  test('when an entry is not signed by us, was changed, or is another tenant’s', async () => {
    const certification = graph.opensCase();
    const theirs = graph.opensCase(diego);
    const watch = await watching(certification);
    await watch.gets(1);
    const [entry] = certification.entries;
    if (entry === undefined) throw new Error('A case has an entry.');
    const forged = { ...entry, seq: 2, status: 'ISSUED' };
    const fake = toEntry(certification.eventOf(forged), {
      id: TEST_SIGNING_KEY.id,
      secret: 'another secret of some thirty characters',
    });
    const changed = toEntry(certification.eventOf(entry), TEST_SIGNING_KEY).map((field) =>
      field.replace('"seq":1', '"seq":2').replace('REGISTERED', 'ISSUED'),
    );
    const foreign = toEntry({ ...theirs.eventOf(forged), subject: certification.id }, TEST_SIGNING_KEY);
    for (const fields of [fake, changed, foreign, ['event', '{}'], ['rubbish', '']]) {
      await graph.stream.append(alice.tenantId, fields);
    }
    await certification.moves();
    await watch.gets(2);
    expect(watch.events.map(({ seq, status }) => [seq, status])).toEqual([
      [1, 'REGISTERED'],
      [2, certification.entries[1]?.status],
    ]);
    expect(graph.logged('not signed by us')).toHaveLength(4);
  });

  test('when it tells of somebody whom the viewer may not watch: the watch is over', async () => {
    const certification = graph.opensCase();
    const watch = await watching(certification);
    await watch.gets(1);
    const [entry] = certification.commits();
    if (entry === undefined) throw new Error('A case that moves has a new entry.');
    const event = certification.eventOf(entry);
    const data = { ...(event.data as object), candidateId: berta.userId };
    await graph.stream.append(alice.tenantId, toEntry({ ...event, data }, TEST_SIGNING_KEY));
    await watch.ended();
    expect({ seqs: watch.seqs, codes: watch.codes }).toEqual({ seqs: [1], codes: ['NOT_FOUND'] });
  });

  test('twice: what the relay publishes again is told once', async () => {
    const certification = graph.opensCase();
    const watch = await watching(certification);
    await watch.gets(1);
    const before = await gaps();
    for (let time = 0; time < 3; time += 1) {
      await certification.moves();
      await certification.publishes(certification.entries);
    }
    await watch.gets(4);
    await certification.moves();
    await watch.gets(5);
    expect(watch.seqs).toEqual(numbers(1, 5));
    expect(await gaps()).toBe(before);
  });
});
