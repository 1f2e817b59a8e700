import { expect, test } from 'vitest';
import { aliceSubmission, CLIENT_ID, Client, openSandbox } from '../test/client.ts';

const ACTIONS: [string, string, unknown?][] = [
  ['GET', 'ledger'],
  ['PUT', 'plan', { mode: 'e500' }],
  ['POST', 'decide', { externalRef: 'case-alice-1', outcome: 'APPROVED' }],
  ['PUT', 'verdict', { policy: 'reject' }],
  ['POST', 'reset'],
];

test.each(ACTIONS)('%s %s is unknown while the control plane is off', async (method, action, body) => {
  await using sandbox = await openSandbox();
  expect((await new Client(sandbox).control(method, action, body)).status).toBe(404);
});

test.each(ACTIONS)('%s %s is refused without the client secret, and changes nothing', async (method, action, body) => {
  await using sandbox = await openSandbox({ control: true });
  const client = await Client.connect(sandbox);
  await client.submit();
  const token = String((await client.askToken()).json().access_token);
  for (const secret of ['', 'otro-secreto', CLIENT_ID, token]) {
    expect((await client.control(method, action, body, secret)).status).toBe(401);
  }
  expect(sandbox.ledger.submissions.map((submission) => submission.status)).toEqual(['RECEIVED']);
  expect((await client.submit(aliceSubmission({ externalRef: 'case-alice-2' }))).status).toBe(201);
});

test('over HTTP the ledger reads as it does in process', async () => {
  await using sandbox = await openSandbox({ control: true });
  const client = await Client.connect(sandbox);
  await client.submit();
  await client.submit();
  const reply = await client.control('GET', 'ledger');
  expect(reply.status).toBe(200);
  expect(reply.json()).toEqual(sandbox.ledger);
  expect(reply.json().duplicates).toEqual([{ externalRef: 'case-alice-1', count: 2 }]);
  expect(sandbox.ledger.calls.map((call) => [call.route, call.method, call.target, call.status])).toEqual([
    ['token', 'POST', '/oauth2/token', 200],
    ['submit', 'POST', '/v1/submissions', 201],
    ['submit', 'POST', '/v1/submissions', 201],
  ]);
});

test('over HTTP a fault is planned and healed', async () => {
  await using sandbox = await openSandbox({ control: true });
  const client = await Client.connect(sandbox);
  expect((await client.control('PUT', 'plan', { mode: 'e500', routes: ['submit'] })).status).toBe(200);
  expect((await client.submit()).status).toBe(500);
  expect((await client.control('PUT', 'plan', { mode: 'ok' })).status).toBe(200);
  expect((await client.submit()).status).toBe(201);
});

test('the control plane answers while every route of the authority fails', async () => {
  await using sandbox = await openSandbox({ control: true });
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'resetBefore' });
  expect((await client.control('GET', 'ledger')).status).toBe(200);
});

test('over HTTP a submission is decided, the policy set, and everything reset', async () => {
  await using sandbox = await openSandbox({ control: true, pollsUntilVerdict: 1, verdict: 'manual' });
  const client = await Client.connect(sandbox);
  const { id } = (await client.submit()).json();
  const decided = await client.control('POST', 'decide', {
    externalRef: 'case-alice-1',
    outcome: 'REJECTED',
    reasonCode: 'SIGNATURE_MISSING',
  });
  expect(decided.status).toBe(200);
  expect((await client.poll(id)).json().reasonCode).toBe('SIGNATURE_MISSING');
  expect((await client.control('PUT', 'verdict', { policy: 'approve' })).status).toBe(200);
  const later = (await client.submit(aliceSubmission({ externalRef: 'case-alice-2' }))).json();
  expect((await client.poll(later.id)).json().status).toBe('APPROVED');
  expect((await client.control('POST', 'reset')).status).toBe(200);
  expect(sandbox.ledger.submissions).toEqual([]);
});

test('over HTTP nonsense is refused with the field at fault', async () => {
  await using sandbox = await openSandbox({ control: true });
  const client = new Client(sandbox);
  const fields = async (method: string, action: string, body: unknown) => {
    const reply = await client.control(method, action, body);
    const errors = reply.json().errors as { field: string }[] | undefined;
    return [reply.status, errors?.map((error) => error.field)];
  };
  expect(await fields('PUT', 'plan', { mode: 'meteor' })).toEqual([422, ['mode']]);
  expect(await fields('PUT', 'plan', { mode: 'flap', routes: ['token'] })).toEqual([422, ['routes']]);
  expect(await fields('POST', 'decide', { externalRef: 'x', outcome: 'MAYBE' })).toEqual([422, ['outcome']]);
  expect(await fields('PUT', 'verdict', { policy: 'by-mood' })).toEqual([422, ['policy']]);
  expect(await fields('POST', 'decide', { externalRef: 'nobody', outcome: 'APPROVED' })).toEqual([404, undefined]);
  expect((await client.control('GET', 'plan')).headers.get('allow')).toBe('PUT');
  expect((await client.control('GET', 'toString')).status).toBe(404);
});
