import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { aliceSubmission, basic, Client, openSandbox, outcomeOf } from '../test/client.ts';
import { FAULT_MODES, type FaultMode, type FaultPlan } from './faults.ts';

const PATIENCE_MS = 300;

/** What one POST under the fault gets, and how many submissions the authority then has. */
async function submitUnder(plan: FaultPlan, patienceMs = PATIENCE_MS) {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan(plan);
  const reply = await client.submit(aliceSubmission(), {}, patienceMs).catch(() => 'no answer' as const);
  const recorded = sandbox.ledger.submissions.length;
  const lookedUp = await healedLookUp();
  return { reply, recorded, lookedUp, call: sandbox.ledger.calls.find((call) => call.route === 'submit') };

  async function healedLookUp(): Promise<number> {
    sandbox.plan({ mode: 'ok' });
    return ((await client.lookUp('case-alice-1')).json().items as unknown[]).length;
  }
}

test.each<[FaultMode, number]>([
  ['e500', 500],
  ['e503retry', 503],
  ['e429', 429],
])('%s answers %i and records nothing', async (mode, status) => {
  const { reply, recorded, call } = await submitUnder({ mode, retryAfterSeconds: 7 });
  if (reply === 'no answer') throw new Error('Expected an answer');
  expect(reply.status).toBe(status);
  expect(reply.headers.get('retry-after')).toBe(mode === 'e500' ? null : '7');
  expect(recorded).toBe(0);
  expect(call).toMatchObject({ fault: mode, status: null });
});

test.each<[FaultMode, number]>([
  ['timeoutBefore', 0],
  ['resetBefore', 0],
  ['timeoutAfter', 1],
  ['resetAfter', 1],
  ['truncated', 1],
  ['slowDrip', 1],
])('%s leaves the caller without a whole answer and %i submission(s) in the ledger', async (mode, expected) => {
  const { reply, recorded, lookedUp, call } = await submitUnder({ mode });
  expect(reply).toBe('no answer');
  expect([recorded, lookedUp]).toEqual([expected, expected]);
  expect(call).toMatchObject({ fault: mode, status: expected === 1 ? 201 : null });
});

test('a slow drip arrives whole in the end for a caller with patience', async () => {
  const { reply } = await submitUnder({ mode: 'slowDrip', dripMs: 1 }, 10_000);
  if (reply === 'no answer') throw new Error('Expected the drip to end within the patience');
  expect(reply.json()).toMatchObject({ externalRef: 'case-alice-1', status: 'RECEIVED' });
});

test('a timeout mode hangs up by itself when its hold is over', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'timeoutAfter', holdMs: 50 });
  const begun = performance.now();
  expect(await outcomeOf(client.submit(aliceSubmission(), {}, 10_000))).toBe('no answer');
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(sandbox.ledger.submissions).toHaveLength(1);
});

test('garbage is 200 with bytes that are no JSON, and records nothing', async () => {
  const { reply, recorded } = await submitUnder({ mode: 'garbage' });
  if (reply === 'no answer') throw new Error('Expected an answer');
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(() => reply.json()).toThrow(SyntaxError);
  expect(recorded).toBe(0);
});

test('html200 is a maintenance page with status 200, and records nothing', async () => {
  const { reply, recorded } = await submitUnder({ mode: 'html200' });
  if (reply === 'no answer') throw new Error('Expected an answer');
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(reply.text).toContain('mantenimiento');
  expect(recorded).toBe(0);
});

test('a redirect leads to a login page, and the ledger tells who followed it', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'redirect', routes: ['submit'] });
  const careful = await client.submit();
  expect([careful.status, careful.headers.get('location')]).toEqual([302, '/portal/login']);
  expect(sandbox.ledger.calls.filter((call) => call.route === 'elsewhere')).toEqual([]);
  const careless = await client.request('/v1/submissions', { method: 'POST', body: '{}', redirect: 'follow' });
  expect([careless.status, careless.text]).toEqual([200, expect.stringContaining('Iniciar sesión')]);
  expect(sandbox.ledger.calls.filter((call) => call.route === 'elsewhere')).toHaveLength(1);
  expect(sandbox.ledger.submissions).toEqual([]);
});

test('a huge body is as large as planned, and the authority outlives a caller who hangs up on it', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'hugeBody', routes: ['submit'], bodyBytes: 3_000_001 });
  expect((await client.submit()).text).toHaveLength(3_000_001 + '{}'.length);
  sandbox.plan({ mode: 'hugeBody', routes: ['submit'] });
  const response = await fetch(`${sandbox.url}/v1/submissions`, { method: 'POST', body: '{}' });
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect((await fetch(`${sandbox.url}/health`)).status).toBe(200);
  expect(sandbox.ledger.submissions).toEqual([]);
});

test.each<FaultMode>(['e500', 'e503retry', 'garbage', 'html200', 'redirect', 'hugeBody'])(
  '%s records the submission all the same when the plan says so',
  async (mode) => {
    const { reply, recorded, lookedUp } = await submitUnder({ mode, committed: true, bodyBytes: 1_000 });
    expect(reply).not.toBe('no answer');
    if (reply !== 'no answer') expect(reply.status).not.toBe(201);
    expect([recorded, lookedUp]).toEqual([1, 1]);
  },
);

test('wrongId answers a submission with an id that leads nowhere; the look-up finds the true one', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'wrongId', routes: ['submit'] });
  const { id } = (await client.submit()).json();
  expect((await client.poll(id)).status).toBe(404);
  const found = (await client.lookUp('case-alice-1')).json().items as { id: string }[];
  expect(found.map((each) => each.id)).toEqual(sandbox.ledger.submissions.map((submission) => submission.id));
});

test("wrongId answers a poll and a look-up with somebody else's approval", async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  sandbox.plan({ mode: 'wrongId' });
  const answer = (await client.poll(id)).json();
  expect(answer).toMatchObject({ status: 'APPROVED', externalRef: 'somebody-else' });
  expect(answer.id).not.toBe(id);
  expect((await client.lookUp('case-alice-1')).json()).toEqual({ items: [answer] });
  expect(sandbox.ledger.submissions[0]?.status).toBe('RECEIVED');
});

test("dupResponse sends one recorded submission's answer twice on the wire", async () => {
  await using sandbox = await openSandbox();
  const token = String((await new Client(sandbox).askToken()).json().access_token);
  sandbox.plan({ mode: 'dupResponse', routes: ['submit'] });
  const payload = JSON.stringify(aliceSubmission());
  const heard = await hear(sandbox.port, [
    'POST /v1/submissions HTTP/1.1',
    'host: sandbox',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(payload)}`,
    '',
    payload,
  ]);
  const bodies = heard.match(/\{"id":.*?\}/g);
  expect(heard.match(/HTTP\/1\.1 201/g)).toHaveLength(2);
  expect(bodies).toHaveLength(2);
  expect(bodies?.[1]).toBe(bodies?.[0]);
  expect(sandbox.ledger.submissions).toHaveLength(1);
});

test('a client that reads one answer per request survives dupResponse', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'dupResponse', routes: ['submit'], count: 1 });
  const { id } = (await client.submit()).json();
  expect((await client.poll(id)).json()).toMatchObject({ id, status: 'RECEIVED' });
});

test('flap takes a verdict back for one answer, again and again, while the ledger stands by it', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 2 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  sandbox.plan({ mode: 'flap' });
  expect(await client.statuses(id, 6)).toEqual(['IN_REVIEW', 'APPROVED', 'IN_REVIEW', 'APPROVED', 'IN_REVIEW', 'APPROVED']);
  expect(sandbox.ledger.submissions[0]?.steps.map((step) => step.status)).toEqual(['RECEIVED', 'IN_REVIEW', 'APPROVED']);
});

test('outOfOrder shows an answer as old as the receipt after a newer one', async () => {
  let ms = Date.parse('2026-03-01T12:00:00Z');
  await using sandbox = await openSandbox({ pollsUntilVerdict: 2, clock: { now: () => new Date(ms) } });
  const client = await Client.connect(sandbox);
  const { id, receivedAt } = (await client.submit()).json();
  sandbox.plan({ mode: 'outOfOrder', count: 1 });
  ms += 1_000;
  expect((await client.poll(id)).json().status).toBe('IN_REVIEW');
  expect((await client.poll(id)).json()).toMatchObject({ status: 'RECEIVED', updatedAt: receivedAt });
  expect(await client.statuses(id, 2)).toEqual(['APPROVED', 'APPROVED']);
});

test('lateReject reverses an approval that the client has seen, for good, in the ledger too', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 2 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  sandbox.plan({ mode: 'lateReject' });
  expect(await client.statuses(id, 3)).toEqual(['IN_REVIEW', 'APPROVED', 'REJECTED']);
  sandbox.plan({ mode: 'ok' });
  expect((await client.poll(id)).json()).toMatchObject({
    status: 'REJECTED',
    reasonCode: 'REVERSED_ON_REVIEW',
    correctable: false,
  });
  expect(sandbox.ledger.submissions[0]?.steps.map((step) => step.status)).toEqual([
    'RECEIVED',
    'IN_REVIEW',
    'APPROVED',
    'REJECTED',
  ]);
});

test('a fault of content counts only where it changed something', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 3 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  sandbox.plan({ mode: 'flap', count: 1 });
  expect(await client.statuses(id, 5)).toEqual(['RECEIVED', 'IN_REVIEW', 'APPROVED', 'IN_REVIEW', 'APPROVED']);
  const faults = sandbox.ledger.calls.filter((call) => call.route === 'poll').map((call) => call.fault);
  expect(faults).toEqual([null, null, null, 'flap', null]);
});

test('a plan spares the first calls, hits as often as it says, and heals itself', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'e500', after: 2, count: 3, routes: ['poll'] });
  const statuses: number[] = [];
  for (let call = 0; call < 7; call += 1) statuses.push((await client.lookUp('case-alice-1')).status);
  expect(statuses).toEqual([200, 200, 500, 500, 500, 200, 200]);
});

test('a plan hits its own routes only, and plans of other routes stay in force beside it', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'e429', routes: ['token', 'standards'] });
  sandbox.plan({ mode: 'e503retry', routes: ['submit'] });
  const statuses = async () => [
    (await client.askToken()).status,
    (await client.request('/v1/standards')).status,
    (await client.submit()).status,
    (await client.lookUp('case-alice-1')).status,
  ];
  expect(await statuses()).toEqual([429, 429, 503, 200]);
  sandbox.plan({ mode: 'ok', routes: ['token'] });
  expect(await statuses()).toEqual([200, 429, 503, 200]);
  sandbox.plan({ mode: 'ok' });
  expect(await statuses()).toEqual([200, 200, 201, 200]);
});

test('a probability hits about its share, and the same calls with the same seed', async () => {
  const run = async (seed: number) => {
    await using sandbox = await openSandbox({ seed });
    const client = await Client.connect(sandbox);
    sandbox.plan({ mode: 'e500', probability: 0.3, routes: ['poll'] });
    const hits: boolean[] = [];
    for (let call = 0; call < 200; call += 1) hits.push((await client.lookUp('x')).status === 500);
    return hits;
  };
  const first = await run(11);
  expect(await run(11)).toEqual(first);
  expect(await run(12)).not.toEqual(first);
  const share = first.filter(Boolean).length / first.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.4);
});

test.each<[string, FaultPlan, RegExp]>([
  ['flap on a submission', { mode: 'flap', routes: ['submit'] }, /only poll for flap/],
  ['a timeout before that commits', { mode: 'timeoutBefore', committed: true }, /commits never/],
  ['a probability of two', { mode: 'e500', probability: 2 }, /probability/],
  ['a count of zero', { mode: 'e500', count: 0 }, /count/],
])('%s is an impossible plan', async (_case, plan, message) => {
  await using sandbox = await openSandbox();
  expect(() => sandbox.plan(plan)).toThrow(message);
});

test.each(FAULT_MODES)('under %s on every route it can hit, the authority stays up and heals', async (mode) => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 1 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  expect((await client.poll(id)).json().status).toBe('APPROVED');
  sandbox.plan({ mode, bodyBytes: 100_000 });
  await Promise.all([
    outcomeOf(client.askToken({}, basic(), PATIENCE_MS)),
    outcomeOf(client.submit(aliceSubmission(), {}, PATIENCE_MS)),
    outcomeOf(client.poll(id, PATIENCE_MS)),
    outcomeOf(client.request('/v1/standards', {}, PATIENCE_MS)),
    outcomeOf(client.request('/CONOCERBACKCITAS/sectoresProductivos/getEstandaresAll', {}, PATIENCE_MS)),
  ]);
  expect(sandbox.ledger.calls.filter((call) => call.fault === mode).length).toBeGreaterThan(0);
  expect((await fetch(`${sandbox.url}/health`)).status).toBe(200);
  sandbox.plan({ mode: 'ok' });
  const after = await client.submit(aliceSubmission({ externalRef: 'case-alice-2' }));
  expect(after.status).toBe(201);
  expect((await client.poll(after.json().id)).json().status).toBe('APPROVED');
});

/** Everything a bare connection hears in answer, until it has been silent for a while. */
async function hear(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    let heard = '';
    socket.setTimeout(200, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}
