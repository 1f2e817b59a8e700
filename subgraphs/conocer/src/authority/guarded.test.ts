import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import { expect, test } from 'vitest';
import { aliceRequest, calling, connect, openSandbox } from '../../test/authority.ts';
import { type GuardOptions, guardAuthority } from './guarded.ts';
import type { JobAuthority } from './port.ts';

function guard(authority: JobAuthority, options: Partial<GuardOptions> = {}) {
  const telemetry = createTelemetry({ process: 'test' });
  const logger = createLogger({ process: 'test', level: 'silent' });
  return { telemetry, guarded: guardAuthority(authority, { halfOpenAfterMs: 100, logger, telemetry, ...options }).process };
}

test('after five failures in a row the authority is left alone, then tried once, then used again', async () => {
  await using sandbox = await openSandbox();
  await using authority = connect(sandbox.url);
  const { guarded, telemetry } = guard(authority);
  const submits = () => sandbox.ledger.calls.filter(({ route }) => route === 'submit').length;
  const submit = (n: number) => guarded.submit(aliceRequest({ externalRef: `case:${n}` }), calling);
  sandbox.plan({ mode: 'e500', routes: ['submit'] });
  for (let n = 1; n <= 5; n += 1) expect(await submit(n)).toMatchObject({ kind: 'unknown' });
  expect(await submit(6)).toEqual({ kind: 'unavailable', cause: 'BREAKER_OPEN', retryAfterMs: 100 });
  expect(submits()).toBe(5);
  expect((await telemetry.render()).text).toMatch(/academy_authority_breaker_open\{side="submit"[^}]*\} 1/);
  sandbox.plan({ mode: 'ok' });
  await expect.poll(async () => (await submit(7)).kind).toBe('accepted');
  expect(await submit(8)).toMatchObject({ kind: 'accepted' });
  expect((await telemetry.render()).text).toMatch(/academy_authority_breaker_open\{side="submit"[^}]*\} 0/);
});

test('look-ups go on while submitting is held back', async () => {
  await using sandbox = await openSandbox();
  await using authority = connect(sandbox.url);
  const { guarded } = guard(authority, { halfOpenAfterMs: 60_000 });
  sandbox.plan({ mode: 'e500', routes: ['submit'], committed: true });
  for (let n = 1; n <= 6; n += 1) await guarded.submit(aliceRequest({ externalRef: `case:${n}` }), calling);
  expect(await guarded.find('case:3', calling)).toMatchObject({ kind: 'answered', value: [{ externalRef: 'case:3' }] });
});

test('a Retry-After silences every caller until it is over', async () => {
  let nowMs = 0;
  await using sandbox = await openSandbox();
  await using authority = connect(sandbox.url);
  const { guarded } = guard(authority, { nowMs: () => nowMs });
  sandbox.plan({ mode: 'e429', routes: ['poll'], count: 1, retryAfterSeconds: 30 });
  expect(await guarded.find('case:1', calling)).toMatchObject({ cause: 'HTTP_429', retryAfterMs: 30_000 });
  nowMs = 10_000;
  expect(await guarded.find('case:2', calling)).toEqual({ kind: 'unavailable', cause: 'RETRY_AFTER', retryAfterMs: 20_000 });
  expect(sandbox.ledger.calls.filter(({ route }) => route === 'poll')).toHaveLength(1);
  nowMs = 30_000;
  expect(await guarded.find('case:2', calling)).toMatchObject({ kind: 'answered' });
});
