import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aliceSubmission, type Body, Client, openSandbox } from '../test/client.ts';

test('a submission is received, reviewed and approved, poll by poll', async () => {
  await using sandbox = await openSandbox({ clock: { now: () => new Date('2026-03-01T12:00:00Z') } });
  const client = await Client.connect(sandbox);
  const receipt = await client.submit();
  expect(receipt.status).toBe(201);
  const { id } = receipt.json();
  expect(receipt.json()).toEqual({
    id: expect.stringMatching(/^SBX-[0-9a-f]{16}$/),
    externalRef: 'case-alice-1',
    status: 'RECEIVED',
    receivedAt: '2026-03-01T12:00:00.000Z',
  });
  expect(receipt.headers.get('location')).toBe(`/v1/submissions/${id}`);
  expect(await client.statuses(id, 4)).toEqual(['RECEIVED', 'IN_REVIEW', 'APPROVED', 'APPROVED']);
  expect((await client.poll(id)).json()).toEqual({
    id,
    externalRef: 'case-alice-1',
    standardCode: 'EC0586.01',
    candidate: { curp: 'SABC560626MDFLRN01' },
    status: 'APPROVED',
    folio: expect.stringMatching(/^D-9\d{9}$/),
    issuedOn: '2026-03-01',
    receivedAt: '2026-03-01T12:00:00.000Z',
    updatedAt: '2026-03-01T12:00:00.000Z',
  });
});

test.each([
  [1, ['APPROVED']],
  [2, ['IN_REVIEW', 'APPROVED']],
  [5, ['RECEIVED', 'RECEIVED', 'IN_REVIEW', 'IN_REVIEW', 'APPROVED']],
])('with a verdict at poll %i the statuses are %j', async (pollsUntilVerdict, statuses) => {
  await using sandbox = await openSandbox({ pollsUntilVerdict });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  expect(await client.statuses(id, statuses.length)).toEqual(statuses);
});

test('by the clock the status depends on the time alone, and says since when it is so', async () => {
  const start = Date.parse('2026-03-01T12:00:00Z');
  let ms = 0;
  await using sandbox = await openSandbox({ processingMs: 10_000, clock: { now: () => new Date(start + ms) } });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  ms = 4_999;
  expect(await client.statuses(id, 3)).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED']);
  ms = 5_000;
  expect((await client.poll(id)).json()).toMatchObject({ status: 'IN_REVIEW', updatedAt: '2026-03-01T12:00:05.000Z' });
  ms = 60_000;
  expect((await client.poll(id)).json()).toMatchObject({ status: 'APPROVED', updatedAt: '2026-03-01T12:00:10.000Z' });
});

test('the ledger shows by the clock what nobody has asked for yet', async () => {
  let ms = Date.parse('2026-03-01T12:00:00Z');
  await using sandbox = await openSandbox({ processingMs: 10_000, clock: { now: () => new Date(ms) } });
  await (await Client.connect(sandbox)).submit();
  ms += 10_000;
  expect(sandbox.ledger.submissions[0]).toMatchObject({ status: 'APPROVED', polls: 0 });
  expect(sandbox.ledger.submissions[0]?.steps.map((step) => step.status)).toEqual(['RECEIVED', 'IN_REVIEW', 'APPROVED']);
});

test('polls and a processing time together are refused at the start', async () => {
  await expect(openSandbox({ pollsUntilVerdict: 3, processingMs: 10 })).rejects.toThrow(/leave one out/);
});

test('a rejection carries its reason code, a reason in Spanish and whether it can be corrected', async () => {
  await using sandbox = await openSandbox({ verdict: 'reject', pollsUntilVerdict: 1 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  const answer = (await client.poll(id)).json();
  expect(answer).toMatchObject({
    status: 'REJECTED',
    reasonCode: 'EVIDENCE_INCOMPLETE',
    reason: 'El portafolio de evidencias está incompleto.',
    correctable: true,
  });
  expect(answer).not.toHaveProperty('folio');
});

test('the same reference posted twice is recorded twice, key or no key, and each gets a folio of its own', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 1 });
  const client = await Client.connect(sandbox);
  const headers = { 'idempotency-key': 'one-key' };
  const first = (await client.submit(aliceSubmission(), headers)).json();
  const second = (await client.submit(aliceSubmission(), headers)).json();
  expect(second.id).not.toBe(first.id);
  expect(sandbox.ledger.duplicates).toEqual([{ externalRef: 'case-alice-1', count: 2 }]);
  const found = (await client.lookUp('case-alice-1')).json().items as { id: string; folio: string }[];
  expect(found.map((each) => each.id)).toEqual([first.id, second.id]);
  expect(new Set(found.map((each) => each.folio)).size).toBe(2);
});

test('a look-up by external reference finds that reference only, and none for one never received', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  await client.submit(aliceSubmission({ externalRef: 'case-alice-10' }));
  const found = (await client.lookUp('case-alice-1')).json().items;
  expect(found).toEqual([expect.objectContaining({ id, externalRef: 'case-alice-1', status: 'RECEIVED' })]);
  const none = await client.lookUp('case-bruno-1');
  expect([none.status, none.json()]).toEqual([200, { items: [] }]);
  expect((await client.request('/v1/submissions')).status).toBe(422);
  expect((await client.poll('SBX-nobody')).status).toBe(404);
});

test('in idempotent mode the same key replays the first answer', async () => {
  await using sandbox = await openSandbox({ idempotent: true });
  const client = await Client.connect(sandbox);
  const headers = { 'idempotency-key': '0197f2c0-key' };
  const first = await client.submit(aliceSubmission(), headers);
  const second = await client.submit(aliceSubmission(), headers);
  expect([second.status, second.json()]).toEqual([201, first.json()]);
  expect(first.headers.has('idempotent-replayed')).toBe(false);
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  expect(sandbox.ledger.submissions).toHaveLength(1);
});

test('in idempotent mode the order of fields is no difference, and another content is a conflict', async () => {
  await using sandbox = await openSandbox({ idempotent: true });
  const client = await Client.connect(sandbox);
  const headers = { 'idempotency-key': 'k' };
  await client.submit(aliceSubmission(), headers);
  const reordered = Object.fromEntries(Object.entries(aliceSubmission()).reverse());
  expect((await client.submit(reordered, headers)).status).toBe(201);
  const other = await client.submit(aliceSubmission({ evaluatedOn: '2025-06-01' }), headers);
  expect([other.status, other.json().error]).toEqual([409, 'IDEMPOTENCY_CONFLICT']);
  expect(sandbox.ledger.submissions).toHaveLength(1);
});

test('in idempotent mode without a key the external reference is the key', async () => {
  await using sandbox = await openSandbox({ idempotent: true });
  const client = await Client.connect(sandbox);
  const first = await client.submit();
  expect((await client.submit()).json()).toEqual(first.json());
  expect((await client.submit(aliceSubmission({ evaluatedOn: '2025-06-01' }))).status).toBe(409);
});

test('a refused request does not use up its key', async () => {
  await using sandbox = await openSandbox({ idempotent: true });
  const client = await Client.connect(sandbox);
  const headers = { 'idempotency-key': 'k' };
  expect((await client.submit(aliceSubmission({ evaluatedOn: 'ayer' }), headers)).status).toBe(422);
  expect((await client.submit(aliceSubmission(), headers)).status).toBe(201);
});

test('a key that is too long is refused', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const reply = await client.submit(aliceSubmission(), { 'idempotency-key': 'k'.repeat(256) });
  expect([reply.status, reply.json().error]).toEqual([400, 'BAD_IDEMPOTENCY_KEY']);
});

test('two authorities with one seed give the same ids, folios and verdicts, whatever the order; another seed others', async () => {
  const refs = Array.from({ length: 40 }, (_, index) => `case-${index}`);
  const run = async (seed: number, order: readonly string[]) => {
    await using sandbox = await openSandbox({ seed, verdict: 'by-seed', pollsUntilVerdict: 1 });
    const client = await Client.connect(sandbox);
    const told = new Map<string, unknown>();
    for (const externalRef of order) {
      await client.submit(aliceSubmission({ externalRef }));
      const found = (await client.lookUp(externalRef)).json().items as Body[];
      told.set(externalRef, [found[0]?.id, found[0]?.status, found[0]?.folio, found[0]?.reasonCode]);
    }
    return refs.map((ref) => told.get(ref));
  };
  const once = await run(7, refs);
  expect(await run(7, refs.toReversed())).toEqual(once);
  expect(await run(8, refs)).not.toEqual(once);
  const statuses = once.map((each) => (each as unknown[])[1]);
  expect(new Set(statuses)).toEqual(new Set(['APPROVED', 'REJECTED']));
});

test('under the manual policy nothing is decided until somebody decides', async () => {
  await using sandbox = await openSandbox({ verdict: 'manual', pollsUntilVerdict: 1 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  expect(await client.statuses(id, 3)).toEqual(['IN_REVIEW', 'IN_REVIEW', 'IN_REVIEW']);
  sandbox.decide('case-alice-1', 'REJECTED', 'PHOTO_REJECTED');
  expect((await client.poll(id)).json()).toMatchObject({ status: 'REJECTED', reasonCode: 'PHOTO_REJECTED' });
});

test('a decision comes before its time, passes through review, and can be reversed without losing the folio', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 100 });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  sandbox.decide('case-alice-1', 'APPROVED');
  const { folio } = (await client.poll(id)).json();
  sandbox.decide('case-alice-1', 'REJECTED', 'DUPLICATE_CERTIFICATE');
  sandbox.decide('case-alice-1', 'APPROVED');
  expect((await client.poll(id)).json().folio).toBe(folio);
  expect(sandbox.ledger.submissions[0]?.steps.map((step) => step.status)).toEqual([
    'RECEIVED',
    'IN_REVIEW',
    'APPROVED',
    'REJECTED',
    'APPROVED',
  ]);
});

test('deciding a submission nobody made is refused', async () => {
  await using sandbox = await openSandbox();
  expect(() => sandbox.decide('case-nobody', 'APPROVED')).toThrow(/there is none/);
});

test('a new verdict policy holds for later submissions, not for earlier ones', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 1 });
  const client = await Client.connect(sandbox);
  const early = (await client.submit()).json();
  sandbox.setVerdict('reject', 'NAME_MISMATCH');
  const late = (await client.submit(aliceSubmission({ externalRef: 'case-alice-2' }))).json();
  expect((await client.poll(early.id)).json().status).toBe('APPROVED');
  expect((await client.poll(late.id)).json()).toMatchObject({ status: 'REJECTED', reasonCode: 'NAME_MISMATCH' });
});

test('a reset forgets submissions, faults, calls and the verdict policy, and keeps the tokens', async () => {
  await using sandbox = await openSandbox({ pollsUntilVerdict: 1 });
  const client = await Client.connect(sandbox);
  const before = (await client.submit()).json();
  sandbox.setVerdict('reject');
  sandbox.plan({ mode: 'e500' });
  sandbox.reset();
  expect(sandbox.ledger).toEqual({ submissions: [], duplicates: [], calls: [], callsTotal: 0 });
  const after = (await client.submit()).json();
  expect(after.id).toBe(before.id);
  expect((await client.poll(after.id)).json().status).toBe('APPROVED');
});

function ledgerFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'nested', 'ledger.jsonl');
}

test('with a ledger file the authority comes back with its submissions, keys, verdicts and folios', async () => {
  const options = { ledgerFile: ledgerFile(), idempotent: true, pollsUntilVerdict: 2 };
  const headers = { 'idempotency-key': 'k' };
  const alice = async () => {
    await using sandbox = await openSandbox(options);
    const client = await Client.connect(sandbox);
    const { id } = (await client.submit(aliceSubmission(), headers)).json();
    await client.submit(aliceSubmission({ externalRef: 'case-alice-2' }), { 'idempotency-key': 'k2' });
    await client.statuses(id, 2);
    return sandbox.ledger.submissions;
  };
  const before = await alice();
  await using sandbox = await openSandbox(options);
  const client = await Client.connect(sandbox);
  expect(sandbox.ledger.submissions).toEqual(before);
  expect((await client.submit(aliceSubmission(), headers)).headers.get('idempotent-replayed')).toBe('true');
  expect((await client.poll(before[0]?.id)).json().folio).toBe(before[0]?.folio);
  expect((await client.poll(before[1]?.id)).json().status).toBe('IN_REVIEW');
});

test('a last line cut short by a crash is dropped, and the ledger goes on from there', async () => {
  const file = ledgerFile();
  const submitTo = async (externalRef: string) => {
    await using sandbox = await openSandbox({ ledgerFile: file });
    await (await Client.connect(sandbox)).submit(aliceSubmission({ externalRef }));
    return sandbox.ledger.submissions.map((submission) => submission.externalRef);
  };
  await submitTo('case-1');
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"kind":"received","id":"SBX-ñ`);
  expect(await submitTo('case-2')).toEqual(['case-1', 'case-2']);
  expect(await submitTo('case-3')).toEqual(['case-1', 'case-2', 'case-3']);
});

test('a ledger file that is none stops the start instead of beginning empty', async () => {
  const file = ledgerFile();
  await (await openSandbox({ ledgerFile: file })).stop();
  writeFileSync(file, '{"kind":"received"}\n');
  await expect(openSandbox({ ledgerFile: file })).rejects.toThrow(/ledger\.jsonl:1: expected one ledger event/);
});
