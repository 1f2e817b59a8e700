import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { MINUTE_MS, SECOND_MS } from '@academy/kernel';
import { createOutboundFetch, DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import { deliverWebhook, newWebhookSecret, webhookRetryMs } from '@academy/platform/webhooks';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

let heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 204;
const server = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ headers: request.headers, body });
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
  status = 204;
});

const open = createOutboundFetch({ ports: [443], allowedHosts: [{ host: '127.0.0.1', port: 'any', isHttpAllowed: true }] });
const closed = createOutboundFetch(DEFAULT_OUTBOUND_POLICY);
const secret = newWebhookSecret();
const body = JSON.stringify({ type: 'webhook.ping' });

describe('a webhook', () => {
  test('is signed so that a stock library accepts it, and nothing that was changed', async () => {
    const outcome = await deliverWebhook({ url, secret, id: 'msg-1', body }, { fetch: open, now: new Date() });
    expect(outcome).toEqual({ kind: 'delivered', statusCode: 204 });
    const [got] = heard;
    const headers = got?.headers as Record<string, string>;
    expect(headers).toMatchObject({ 'webhook-id': 'msg-1', 'content-type': 'application/json' });
    expect(new Webhook(secret).verify(got?.body ?? '', headers)).toEqual({ type: 'webhook.ping' });
    expect(() => new Webhook(secret).verify(`${got?.body} `, headers)).toThrow();
    expect(() => new Webhook(newWebhookSecret()).verify(got?.body ?? '', headers)).toThrow();
    expect(() => new Webhook(secret).verify(got?.body ?? '', { ...headers, 'webhook-id': 'msg-2' })).toThrow();
  });

  test.each([
    [500, false],
    [404, false],
    [410, true],
  ])('that is answered with %d has failed, for good: %s', async (answer, isFinal) => {
    status = answer;
    expect(await deliverWebhook({ url, secret, id: 'm', body }, { fetch: open, now: new Date() })).toEqual({
      kind: 'failed',
      statusCode: answer,
      failure: 'STATUS',
      isFinal,
    });
  });

  test('follows no redirect', async () => {
    status = 302;
    const outcome = await deliverWebhook({ url, secret, id: 'm', body }, { fetch: open, now: new Date() });
    expect([outcome, heard.length]).toEqual([{ kind: 'failed', failure: 'REDIRECT', isFinal: false }, 1]);
  });

  test('is not brought where nothing may be called, and not tried there again', async () => {
    const outcome = await deliverWebhook({ url, secret, id: 'm', body }, { fetch: closed, now: new Date() });
    expect([outcome, heard]).toEqual([{ kind: 'failed', failure: 'SCHEME', isFinal: true }, []]);
  });

  test('whose receiver does not listen has failed, and is tried again', async () => {
    const away = { url: 'http://127.0.0.1:1/', secret, id: 'm', body };
    expect(await deliverWebhook(away, { fetch: open, now: new Date() })).toEqual({
      kind: 'failed',
      failure: 'UNREACHABLE',
      isFinal: false,
    });
  });

  test('whose receiver’s name cannot be looked up is tried again', async () => {
    const lost = createOutboundFetch(DEFAULT_OUTBOUND_POLICY, () => Promise.reject(new Error('EAI_AGAIN')));
    const outcome = await deliverWebhook(
      { url: 'https://hooks.example.mx/', secret, id: 'm', body },
      { fetch: lost, now: new Date() },
    );
    expect(outcome).toEqual({ kind: 'failed', failure: 'UNRESOLVED', isFinal: false });
  });

  test('is tried six times over about 1 h 13 min, each wait up to a fifth longer', () => {
    const waits = (random: number) => [1, 2, 3, 4, 5, 6].map((attempts) => webhookRetryMs(attempts, () => random));
    const plain = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS];
    expect(waits(0)).toEqual([...plain, undefined]);
    expect(plain.reduce((sum, ms) => sum + ms, 0)).toBe(72 * MINUTE_MS + 35 * SECOND_MS);
    expect(waits(0.999).slice(0, 5)).toEqual(plain.map((ms) => Math.round(ms * 1.1998)));
  });

  test('has a secret of 32 random bytes', () => {
    const secrets = new Set(Array.from({ length: 100 }, newWebhookSecret));
    expect(secrets.size).toBe(100);
    for (const one of secrets) expect(Buffer.from(one.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
  });
});
