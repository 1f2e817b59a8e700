import type { FaultPlan } from '@academy/sandbox';
import { describe, expect, test } from 'vitest';
import { ALICE, aliceRequest, CLIENT_SECRET, calling, connect, openSandbox } from '../../test/authority.ts';

const { externalRef } = aliceRequest();

test('the authority is handed a submission, shows it under our key, and comes to a verdict', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 3 });
  await using authority = connect(sandbox.url);
  expect(await authority.initialize(calling)).toEqual({ kind: 'answered', value: 'ready' });
  const outcome = await authority.submit(aliceRequest(), calling);
  const [entry] = sandbox.ledger.submissions;
  expect(outcome).toEqual({ kind: 'accepted', authorityId: entry?.id });
  const authorityId = entry?.id ?? '';
  const about = { authorityId, externalRef, standardCode: 'EC0586.01' };
  expect(await authority.find(externalRef, calling)).toEqual({ kind: 'answered', value: [{ ...about, state: 'RECEIVED' }] });
  expect(await authority.status(authorityId, calling)).toEqual({ kind: 'answered', value: { ...about, state: 'IN_PROCESS' } });
  expect(await authority.status(authorityId, calling)).toMatchObject({
    kind: 'answered',
    value: { ...about, state: 'APPROVED', officialFolio: expect.stringMatching(/^D-9\d{9}$/), issuedOn: expect.any(String) },
  });
});

test('a rejection comes with its reason and whether it can be corrected, and without the candidate', async () => {
  await using sandbox = await openSandbox({ verdict: 'reject', pollsUntilVerdict: 1 });
  await using authority = connect(sandbox.url);
  await authority.submit(aliceRequest(), calling);
  const reading = await authority.find(externalRef, calling);
  expect(reading).toMatchObject({
    value: [{ state: 'REJECTED', reason: 'El portafolio de evidencias está incompleto.', isCorrectable: true }],
  });
  expect(JSON.stringify(reading)).not.toContain(ALICE.curp);
});

test('what the authority never received is found nowhere', async () => {
  await using sandbox = await openSandbox();
  await using authority = connect(sandbox.url);
  expect(await authority.find(externalRef, calling)).toEqual({ kind: 'answered', value: [] });
  expect(await authority.status('SBX-404', calling)).toEqual({ kind: 'answered', value: null });
});

test('a request that the authority looked at and refused names the fields and nothing of the candidate', async () => {
  await using sandbox = await openSandbox();
  await using authority = connect(sandbox.url);
  const wrong = aliceRequest({ candidate: { ...ALICE, curp: 'OEAF771012HMCRGR09' }, standardCode: 'EC9999' });
  const outcome = await authority.submit(wrong, calling);
  expect(outcome).toEqual({
    kind: 'refused',
    reason: 'La autoridad no aceptó estos datos: standardCode, candidate.curp.',
    isCorrectable: true,
  });
  expect(sandbox.ledger.submissions).toEqual([]);
});

test('standards come page by page, with clean codes, however dirty the register is', async () => {
  await using sandbox = await openSandbox({ catalogueHazards: true });
  await using authority = connect(sandbox.url);
  const pages = [await authority.standards(1, calling), await authority.standards(2, calling)];
  const standards = pages.flatMap((page) => (page.kind === 'answered' ? page.value.standards : []));
  expect(standards).toHaveLength(111);
  expect(standards.filter(({ code }) => !/^EC\d{4}(\.\d{2})?$/.test(code))).toEqual([]);
  expect(standards.filter(({ title }) => title !== title.trim() || title.includes('  '))).toEqual([]);
  expect(pages[0]).toMatchObject({ value: { page: 1, pages: 2, unreadable: 0 } });
});

describe('handing in under a fault', () => {
  const RETRY = { retryAfterMs: 2_000 };
  const cases: [what: string, plan: Omit<FaultPlan, 'routes'>, outcome: object, recorded: number][] = [
    ['a 500', { mode: 'e500' }, { kind: 'unknown', cause: 'HTTP_500' }, 0],
    ['a 500 after the authority recorded it', { mode: 'e500', committed: true }, { kind: 'unknown', cause: 'HTTP_500' }, 1],
    ['a 503', { mode: 'e503retry', retryAfterSeconds: 2 }, { kind: 'unknown', cause: 'HTTP_503', ...RETRY }, 0],
    ['a 429', { mode: 'e429', retryAfterSeconds: 2 }, { kind: 'unavailable', cause: 'HTTP_429', ...RETRY }, 0],
    ['silence before', { mode: 'timeoutBefore' }, { kind: 'unknown', cause: 'DEADLINE' }, 0],
    ['silence after', { mode: 'timeoutAfter' }, { kind: 'unknown', cause: 'DEADLINE' }, 1],
    ['a reset before', { mode: 'resetBefore' }, { kind: 'unknown' }, 0],
    ['a reset after', { mode: 'resetAfter' }, { kind: 'unknown' }, 1],
    ['a doubled answer', { mode: 'dupResponse' }, { kind: 'accepted' }, 1],
    ['bytes that are no JSON', { mode: 'garbage', committed: true }, { kind: 'unknown', cause: 'UNREADABLE' }, 1],
    ['a page of HTML', { mode: 'html200' }, { kind: 'unknown', cause: 'UNREADABLE' }, 0],
    ['half an answer', { mode: 'truncated' }, { kind: 'unknown' }, 1],
    ['one byte at a time', { mode: 'slowDrip', dripMs: 50 }, { kind: 'unknown', cause: 'DEADLINE' }, 1],
    ['a redirect', { mode: 'redirect', committed: true }, { kind: 'unknown', cause: 'HTTP_302' }, 1],
    ['64 MiB', { mode: 'hugeBody' }, { kind: 'unknown', cause: 'BODY_TOO_LARGE' }, 0],
    ['an id that leads nowhere', { mode: 'wrongId' }, { kind: 'accepted', authorityId: 'SBX-0000000000000000' }, 1],
  ];
  test.each(cases)('%s', async (_what, plan, outcome, recorded) => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url);
    sandbox.plan({ ...plan, routes: ['submit'] } as FaultPlan);
    expect(await authority.submit(aliceRequest(), calling)).toMatchObject(outcome);
    await expect.poll(() => sandbox.ledger.submissions.length).toBe(recorded);
    expect(sandbox.ledger.calls.filter(({ route }) => route === 'submit')).toHaveLength(1);
    expect(sandbox.ledger.calls.filter(({ route }) => route === 'elsewhere')).toEqual([]);
  });

  test('a doubled answer does not become the answer to the next question', async () => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url, { connections: 1 });
    sandbox.plan({ mode: 'dupResponse', routes: ['submit'], count: 1 });
    await authority.submit(aliceRequest(), calling);
    const second = await authority.submit(aliceRequest({ externalRef: 'raices:case-alice:2' }), calling);
    expect(second).toEqual({ kind: 'accepted', authorityId: sandbox.ledger.submissions[1]?.id });
  });
});

describe('asking under a fault', () => {
  const cases: [what: string, plan: Omit<FaultPlan, 'routes'>, cause: string | undefined][] = [
    ['a 500', { mode: 'e500' }, 'HTTP_500'],
    ['a 503', { mode: 'e503retry' }, 'HTTP_503'],
    ['a 429', { mode: 'e429' }, 'HTTP_429'],
    ['silence', { mode: 'timeoutAfter' }, 'DEADLINE'],
    ['a reset', { mode: 'resetAfter' }, undefined],
    ['bytes that are no JSON', { mode: 'garbage' }, 'UNREADABLE'],
    ['a page of HTML', { mode: 'html200' }, 'UNREADABLE'],
    ['half an answer', { mode: 'truncated' }, undefined],
    ['one byte at a time', { mode: 'slowDrip', dripMs: 50 }, 'DEADLINE'],
    ['a redirect', { mode: 'redirect' }, 'HTTP_302'],
    ['64 MiB', { mode: 'hugeBody' }, 'BODY_TOO_LARGE'],
    ['somebody else’s approval', { mode: 'wrongId' }, 'ABOUT_ANOTHER_SUBMISSION'],
  ];
  test.each(cases)('%s is no answer, by id or by key', async (_what, plan, cause) => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url);
    const accepted = await authority.submit(aliceRequest(), calling);
    if (accepted.kind !== 'accepted') throw new Error('Expected the authority to accept.');
    sandbox.plan({ ...plan, routes: ['poll'] } as FaultPlan);
    const expected = { kind: 'unavailable', ...(cause === undefined ? {} : { cause }) };
    expect(await authority.status(accepted.authorityId, calling)).toMatchObject(expected);
    expect(await authority.find(externalRef, calling)).toMatchObject(expected);
  });
});

describe('access', () => {
  test('one token serves many calls, and those who wait at once share one request', async () => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url);
    await Promise.all([1, 2, 3].map((n) => authority.find(`case:${n}`, calling)));
    await authority.find('case:4', calling);
    expect(sandbox.ledger.calls.filter(({ route }) => route === 'token')).toHaveLength(1);
  });

  test('a token near its end is renewed before it is used', async () => {
    let nowMs = 0;
    await using sandbox = await openSandbox({ tokenTtlSeconds: 300 });
    await using authority = connect(sandbox.url, { nowMs: () => nowMs });
    await authority.find(externalRef, calling);
    nowMs = 269_000;
    await authority.find(externalRef, calling);
    expect(sandbox.ledger.calls.filter(({ route }) => route === 'token')).toHaveLength(1);
    nowMs = 271_000;
    await authority.find(externalRef, calling);
    expect(sandbox.ledger.calls.filter(({ route }) => route === 'token')).toHaveLength(2);
  });

  test('a token that the authority forgot is renewed once, and the submission arrives once', async () => {
    let now = new Date('2026-03-02T16:00:00.000Z');
    await using sandbox = await openSandbox({ clock: { now: () => now } });
    await using authority = connect(sandbox.url);
    await authority.initialize(calling);
    now = new Date('2026-03-02T17:00:00.000Z');
    expect(await authority.submit(aliceRequest(), calling)).toMatchObject({ kind: 'accepted' });
    expect(sandbox.ledger.calls.map(({ route, status }) => [route, status])).toEqual([
      ['token', 200],
      ['submit', 401],
      ['token', 200],
      ['submit', 201],
    ]);
  });

  test('wrong credentials are no refusal of the submission, and never repeated in what comes back', async () => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url, { clientSecret: `${CLIENT_SECRET}-falso` });
    const outcome = await authority.submit(aliceRequest(), calling);
    expect(outcome).toEqual({ kind: 'unavailable', cause: 'TOKEN_HTTP_401' });
    expect(sandbox.ledger.submissions).toEqual([]);
  });

  test.each(['e500', 'garbage', 'timeoutAfter', 'resetAfter', 'truncated'] as const)(
    'without a token (%s) nothing is sent',
    async (mode) => {
      await using sandbox = await openSandbox();
      await using authority = connect(sandbox.url);
      sandbox.plan({ mode, routes: ['token'] });
      expect(await authority.submit(aliceRequest(), calling)).toMatchObject({
        kind: 'unavailable',
        cause: expect.stringMatching(/^TOKEN_/),
      });
      expect(sandbox.ledger.calls.filter(({ route }) => route === 'submit')).toEqual([]);
    },
  );
});

describe('certainty', () => {
  test('a connection that is refused is certain: nothing was sent', async () => {
    const sandbox = await openSandbox();
    await using authority = connect(sandbox.url);
    await authority.initialize(calling);
    await sandbox.stop();
    expect(await authority.submit(aliceRequest(), calling)).toMatchObject({ kind: 'unavailable', cause: 'ECONNREFUSED' });
  });

  test('no time left is certain: nothing was sent', async () => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url);
    await authority.initialize(calling);
    expect(await authority.submit(aliceRequest(), { ...calling, withinMs: 0 })).toMatchObject({ kind: 'unavailable' });
    expect(sandbox.ledger.calls.filter(({ route }) => route === 'submit')).toEqual([]);
  });

  test('a caller that gives up while the authority thinks does not know the outcome', async () => {
    await using sandbox = await openSandbox();
    await using authority = connect(sandbox.url, { timeoutMs: 5_000 });
    sandbox.plan({ mode: 'timeoutAfter', routes: ['submit'] });
    const giving = new AbortController();
    const outcome = authority.submit(aliceRequest(), { signal: giving.signal, withinMs: 5_000 });
    await expect.poll(() => sandbox.ledger.submissions.length).toBe(1);
    giving.abort();
    expect(await outcome).toEqual({ kind: 'unknown', cause: 'ABORTED' });
  });
});
