import { expect, test } from 'vitest';
import { publishOrder } from './publish-order.ts';

/** `a7`: the event of subject `a` at place 7 of the outbox. */
function event(name: string) {
  return { tenant_id: 'raices', subject: name.charAt(0), id: name, position: name.slice(1) };
}
function order(names: string, numbers: Record<string, number>, waiting: string[] = []) {
  const { ready, held } = publishOrder(names.split(' ').map(event), new Map(Object.entries(numbers)), new Set(waiting));
  return { ready: ready.map(({ id }) => id).join(' '), held: held.map(({ id }) => id).join(' ') };
}

test('events without numbers are published as they were written', () => {
  expect(order('b10 a2 a1', {})).toEqual({ ready: 'a1 a2 b10', held: '' });
});

test('an event that was written early and numbered late is published late', () => {
  expect(order('a1 b2 c3', { a1: 12, b2: 10, c3: 11 })).toEqual({ ready: 'b2 c3 a1', held: '' });
});

test('what a subject was told before an event stays before it, and what after, after it', () => {
  expect(order('a1 a2 a3 b4 b5 b6', { a2: 12, b5: 11 })).toEqual({ ready: 'b4 b5 a1 a2 a3 b6', held: '' });
});

test('an event whose number is not committed is held back, with what follows it in its subject and nothing else', () => {
  expect(order('a1 a2 b3 b4 c5', { b3: 10, c5: 11 }, ['a1'])).toEqual({ ready: 'b3 c5 b4', held: 'a1 a2' });
});

test('subjects of two tenants have nothing to do with each other', () => {
  const own = event('a1');
  const other = { ...event('a2'), tenant_id: 'solaris' };
  expect(publishOrder([own, other], new Map(), new Set(['a1']))).toEqual({ ready: [other], held: [own] });
});
