import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { aliceSubmission, Client, openSandbox, outcomeOf } from '../test/client.ts';

test('health says ok without a token, and under every fault', async () => {
  await using sandbox = await openSandbox();
  sandbox.plan({ mode: 'e500' });
  const reply = await new Client(sandbox).request('/health');
  expect([reply.status, reply.json()]).toEqual([200, { status: 'ok' }]);
  expect(sandbox.ledger.callsTotal).toBe(0);
});

test.each([
  ['GET', '/'],
  ['GET', '/v2/submissions'],
  ['POST', '/v1/submissions/SBX-1/decide'],
  ['OPTIONS', '*'],
])('%s %s is a path nobody knows', async (method, path) => {
  await using sandbox = await openSandbox();
  const reply = await new Client(sandbox).request(path, { method });
  expect([reply.status, reply.json().error]).toEqual([404, 'NOT_FOUND']);
});

test.each([
  ['GET', '/oauth2/token', 'POST'],
  ['DELETE', '/v1/submissions', 'POST, GET'],
  ['PUT', '/v1/submissions/SBX-1', 'GET'],
  ['POST', '/v1/standards', 'GET'],
  ['POST', '/health', 'GET'],
])('%s %s is refused with the methods there are', async (method, path, allow) => {
  await using sandbox = await openSandbox();
  const reply = await new Client(sandbox).request(path, { method });
  expect([reply.status, reply.json().error, reply.headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', allow]);
});

test.each([
  ['half an object', '{"externalRef":', 'application/json', 400, 'MALFORMED_JSON'],
  ['nothing', '', 'application/json', 400, 'MALFORMED_JSON'],
  ['bytes that are no UTF-8', new Uint8Array([0xff, 0x00, 0xfe]), 'application/json', 400, 'MALFORMED_JSON'],
  ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['100,000 brackets', '['.repeat(100_000), 'application/json', 400, 'MALFORMED_JSON'],
  ['50,000 nested lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'application/json', 422, 'VALIDATION_FAILED'],
  ['a forged prototype', '{"__proto__":{"externalRef":"x"}}', 'application/json', 422, 'VALIDATION_FAILED'],
])('%s as a submission is refused', async (_case, body, contentType, status, error) => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const headers = { 'content-type': contentType };
  const reply = await client.request('/v1/submissions', { method: 'POST', body, headers });
  expect([reply.status, reply.json().error]).toEqual([status, error]);
});

test('a body of 256 KiB is read, one byte more is refused', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const post = (bytes: number) =>
    client.request('/v1/submissions', {
      method: 'POST',
      body: `${' '.repeat(bytes - 2)}{}`,
      headers: { 'content-type': 'application/json' },
    });
  expect((await post(256 * 1_024)).status).toBe(422);
  const reply = await post(256 * 1_024 + 1);
  expect([reply.status, reply.json().error]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
});

test.each([
  ['noise', '\u0000\u0001\u0002 noise\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a request without end', 'POST /v1/submissions HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{', /^HTTP\/1\.1 408 /],
  ['a header of 100 kB', `GET /health HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
])('%s on the wire is refused in JSON, and the authority stays up', async (_case, bytes, answer) => {
  await using sandbox = await openSandbox({ requestTimeoutMs: 200 });
  const heard = await tell(sandbox.port, bytes);
  expect(heard).toMatch(answer);
  expect(JSON.parse(heard.slice(heard.indexOf('\r\n\r\n')))).toHaveProperty('error');
  expect((await fetch(`${sandbox.url}/health`)).status).toBe(200);
});

test('a caller that hangs up while it waits has submitted all the same', async () => {
  await using sandbox = await openSandbox({ latencyMs: 150 });
  const client = await Client.connect(sandbox);
  expect(await outcomeOf(client.submit(aliceSubmission(), {}, 50))).toBe('no answer');
  await expect.poll(() => sandbox.ledger.submissions.length).toBe(1);
});

test('an answer takes at least the latency', async () => {
  await using sandbox = await openSandbox({ latencyMs: 60 });
  const client = await Client.connect(sandbox);
  const begun = performance.now();
  await client.lookUp('x');
  // A timer may fire up to a millisecond early.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
});

test('a stopping authority answers what is under way, takes nothing new, and lets go of those it held', async () => {
  const sandbox = await openSandbox({ latencyMs: 200, drainMs: 4_000 });
  const client = await Client.connect(sandbox);
  sandbox.plan({ mode: 'timeoutAfter', routes: ['submit'] });
  const held = outcomeOf(client.submit(aliceSubmission(), {}, 30_000));
  await expect.poll(() => sandbox.ledger.submissions.length).toBe(1);
  const underWay = client.lookUp('case-alice-1');
  await expect.poll(() => sandbox.ledger.calls.filter((call) => call.route === 'poll').length).toBe(1);
  const begun = performance.now();
  await Promise.all([sandbox.stop(), sandbox.stop()]);
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect((await underWay).status).toBe(200);
  expect((await underWay).headers.get('connection')).toBe('close');
  expect(await held).toBe('no answer');
  expect(await outcomeOf(client.lookUp('case-alice-1'))).toBe('no answer');
});

test('a stop does not wait longer than its time for a caller who never finishes', async () => {
  const sandbox = await openSandbox({ drainMs: 100 });
  const heard = tell(sandbox.port, 'POST /v1/submissions HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const begun = performance.now();
  await sandbox.stop();
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(await heard).toBe('');
});

test('a port that is taken makes the start fail', async () => {
  await using sandbox = await openSandbox();
  await expect(openSandbox({ port: sandbox.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

/** What a bare connection hears in answer to these bytes, until the other side closes it. */
async function tell(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(heard));
  });
}
