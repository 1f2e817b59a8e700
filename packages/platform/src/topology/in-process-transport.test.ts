import { Fault } from '@academy/kernel';
import { people } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';
import { createInProcessTransport, type LocalIsland } from './in-process-transport.ts';
import type { CallContext, IslandName, ReadyRequest } from './transport.ts';

const request: ReadyRequest = {
  query: '{ a }',
  operationName: 'A',
  kind: 'query',
  jsonPrefix: 'not read',
  variablesJson: '{"x":1}',
};
const contextOf = (signal = new AbortController().signal): CallContext => ({
  principal: people.raices.alice,
  requestId: 'request-1',
  signal,
});

function open(users: LocalIsland['execute']) {
  const silent: LocalIsland = { execute: () => new Promise(() => {}) };
  const islands: Record<IslandName, LocalIsland> = {
    users: { execute: users },
    courses: silent,
    certification: silent,
    conocer: silent,
    analytics: silent,
  };
  return createInProcessTransport(islands);
}

test('a call in process arrives with its variables and the very principal of the caller', async () => {
  const context = contextOf();
  const transport = open(async (asked, given) => ({ data: { asked, isSame: given.principal === context.principal } }));
  expect(readAnswer(await transport.send('users', request, context))).toEqual({
    data: { asked: { query: '{ a }', operationName: 'A', variables: { x: 1 } }, isSame: true },
  });
});

test('a call in process ends when its signal aborts, and is not made when it has', async () => {
  const caller = new AbortController();
  const transport = open(() => new Promise(() => {}));
  const call = transport.send('users', request, contextOf(caller.signal));
  caller.abort();
  await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', reason: 'aborted' });
  const late = open(() => Promise.reject(new Error('asked')));
  await expect(late.call('users', { query: '{ a }' }, contextOf(caller.signal))).rejects.toMatchObject({ reason: 'aborted' });
});

test('what an island throws is UNAVAILABLE, but for what it says to clients', async () => {
  const broken = open(() => Promise.reject(new Error('at postgres://users')));
  await expect(broken.send('users', request, contextOf())).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'threw' });
  const telling = open(() => Promise.reject(new Fault('BAD_REQUEST', 'Too many.')));
  await expect(telling.send('users', request, contextOf())).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'Too many.' });
});

test('an island that is not in this process is a mistake of ours', async () => {
  await expect(open(async () => ({ data: null })).send('nobody', request, contextOf())).rejects.toThrow('no island "nobody"');
});
