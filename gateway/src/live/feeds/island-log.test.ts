import { Fault } from '@academy/kernel';
import type { IslandResponse, IslandTransport } from '@academy/platform/topology';
import { people } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createIslandLogs, type LogQuery } from './island-log.ts';

const THING: LogQuery<{ size: number }> = {
  island: 'certification',
  operationName: 'LiveThing',
  variables: { id: 'ID!', after: 'Int' },
  field: 'thing(id: $id) { size(after: $after) }',
  answer: z.object({ size: z.number() }),
};
const viewer = { principal: people.raices.alice, requestId: 'request-1' };
const other = { principal: people.raices.carla, requestId: 'request-2' };

/** Logs whose island answers each call by `answer`, and what it was asked. */
function open(answer: (variables: Record<string, unknown>) => IslandResponse | Promise<IslandResponse>) {
  const asked: { query: string; variables: Record<string, unknown> }[] = [];
  const transport = {
    async call(_island: string, { query, variables = {} }: { query: string; variables?: Record<string, unknown> }) {
      asked.push({ query, variables });
      return answer(variables);
    },
  };
  return { asked, logs: createIslandLogs(transport as unknown as IslandTransport) };
}
const sized = (variables: Record<string, unknown>): IslandResponse => ({
  data: Object.fromEntries(
    Object.entries(variables).flatMap(([name, id]) =>
      name.startsWith('id_') ? [[name.slice(2), { size: Number(id) }] as const] : [],
    ),
  ),
});

test('reads of one viewer that wait together are one call, each with its own variables and answer; those alike are one', async () => {
  const { asked, logs } = open(sized);
  const read = (id: string) => logs.read(THING, viewer, { id, after: 1 });
  expect(await Promise.all([read('7'), read('8'), read('7')])).toEqual([{ size: 7 }, { size: 8 }, { size: 7 }]);
  expect(asked).toEqual([
    {
      query:
        'query LiveThing($id_0: ID!, $after_0: Int, $id_1: ID!, $after_1: Int) { _0: thing(id: $id_0) { size(after: $after_0) } _1: thing(id: $id_1) { size(after: $after_1) } }',
      variables: { id_0: '7', after_0: 1, id_1: '8', after_1: 1 },
    },
  ]);
});

test('reads of two viewers are two calls', async () => {
  const { asked, logs } = open(sized);
  await Promise.all([viewer, other].map((one) => logs.read(THING, one, { id: '1', after: 0 })));
  expect(asked).toHaveLength(2);
});

test('nobody joins a call that has begun', async () => {
  const gate = Promise.withResolvers<void>();
  const { asked, logs } = open(async (variables) => {
    await gate.promise;
    return sized(variables);
  });
  const first = logs.read(THING, viewer, { id: '1', after: 0 });
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toHaveLength(1);
  const second = logs.read(THING, viewer, { id: '1', after: 0 });
  gate.resolve();
  await Promise.all([first, second]);
  expect(asked).toHaveLength(2);
});

test('a herd is let in 32 calls of 16 reads at a time, and all of it is answered', async () => {
  let underWay = 0;
  let most = 0;
  const { asked, logs } = open(async (variables) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    underWay -= 1;
    return sized(variables);
  });
  const viewers = Array.from({ length: 100 }, (_, index) => ({
    requestId: `request-${index}`,
    principal: { ...people.raices.alice, sessionId: `session-${index}` },
  }));
  const reads = viewers.flatMap((one) =>
    Array.from({ length: 20 }, (_, id) => logs.read(THING, one, { id: String(id), after: 0 })),
  );
  expect(new Set((await Promise.all(reads)).map(({ size }) => size)).size).toBe(20);
  expect(most).toBe(32);
  expect(asked).toHaveLength(200);
});

test('a fault of one read is its own; of the whole call, everybody’s; a code that says nothing to clients is not told', async () => {
  const notFound = { message: 'None.', path: ['_1'], extensions: { code: 'NOT_FOUND' } };
  const partly = open(() => ({ data: { _0: { size: 1 }, _1: null }, errors: [notFound] }));
  const [one, none] = await Promise.allSettled(['1', '2'].map((id) => partly.logs.read(THING, viewer, { id, after: 0 })));
  expect(one).toMatchObject({ value: { size: 1 } });
  expect(none).toMatchObject({ reason: { code: 'NOT_FOUND' } });
  const away = open(() => Promise.reject(new Fault('UNAVAILABLE', 'Away.')));
  await expect(away.logs.read(THING, viewer, { id: '1', after: 0 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const odd = open(() => ({ data: null, errors: [{ message: 'secret', extensions: { code: 'SECRET' } }] }));
  await expect(odd.logs.read(THING, viewer, { id: '1', after: 0 })).rejects.toMatchObject({ code: 'INTERNAL' });
});
