import { expect, test } from 'vitest';
import { openInbox } from './inbox.ts';

const entry = (number: number) => ({ number });

test('entries come out in the order in which they came in, and a loss behind them, once', async () => {
  const stop = new AbortController();
  const inbox = openInbox<ReturnType<typeof entry>>(stop.signal);
  inbox.put(entry(1));
  inbox.lose();
  inbox.lose();
  inbox.put(entry(2));
  expect([await inbox.take(), await inbox.take(), await inbox.take()]).toEqual([entry(1), entry(2), 'lost']);
  const next = inbox.take();
  inbox.put(entry(3));
  expect(await next).toEqual(entry(3));
});

test('more entries than a client may leave waiting are forgotten, and told as a loss', async () => {
  const stop = new AbortController();
  const inbox = openInbox<ReturnType<typeof entry>>(stop.signal);
  for (let seq = 1; seq <= 100_000; seq += 1) inbox.put(entry(seq));
  let taken = 0;
  while ((await inbox.take()) !== 'lost') taken += 1;
  expect(taken).toBeLessThanOrEqual(256);
});

test('whoever waits is told at once that the watch was stopped, and so is whoever asks after that', async () => {
  const stop = new AbortController();
  const inbox = openInbox<ReturnType<typeof entry>>(stop.signal);
  const waiting = inbox.take();
  stop.abort();
  expect(await waiting).toBe('stopped');
  inbox.put(entry(1));
  expect(await inbox.take()).toBe('stopped');
});
