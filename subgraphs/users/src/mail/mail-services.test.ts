import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createOutboundFetch, DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { composeEmail } from './compose-email.ts';
import type { Mailer } from './mail-message.ts';
import { createMailgunMailer } from './mailgun.ts';
import { createSendGridMailer } from './sendgrid.ts';

type Heard = { path: string; headers: IncomingHttpHeaders; body: string };
let heard: Heard[];
let answer: (response: ServerResponse) => void;
const service = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ path: request.url ?? '', headers: request.headers, body });
    answer(response);
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});
beforeEach(() => {
  heard = [];
});

const sender = { address: 'avisos@academia.example' };
const message = composeEmail({
  id: '0190a000-0000-7000-8000-000000000002',
  to: 'alicia.robles@correo.example',
  topic: 'certification.rejected',
  language: 'EN',
  text: 'CONOCER did not accept the application.',
  academy: 'Raíces "Vivas"',
  portalUrl: undefined,
});
const quiet = new AbortController().signal;
const NOW = Date.parse('2026-03-02T12:00:00Z');

function fetcher() {
  const allowed = { host: '127.0.0.1', port: 'any', isHttpAllowed: true } as const;
  return createOutboundFetch({ ...DEFAULT_OUTBOUND_POLICY, allowedHosts: [allowed] });
}
const MAILERS: Readonly<Record<'SendGrid' | 'Mailgun', (deadlineMs?: number) => Mailer>> = {
  SendGrid: (deadlineMs = 5_000) =>
    createSendGridMailer({ url, apiKey: 'SG.key' }, sender, { fetch: fetcher(), now: () => NOW, deadlineMs }),
  Mailgun: (deadlineMs = 5_000) =>
    createMailgunMailer({ url, domain: 'mg.academia.example', apiKey: 'mg-key' }, sender, {
      fetch: fetcher(),
      now: () => NOW,
      deadlineMs,
    }),
};
function answers(status: number, body: unknown = {}, headers: Record<string, string> = {}): void {
  answer = (response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

test('SendGrid is handed the e-mail as its v3 API wants it, without tracking', async () => {
  answer = (response) => response.writeHead(202, { 'x-message-id': 'abc' }).end();
  expect(await MAILERS.SendGrid().send(message, quiet)).toEqual({ kind: 'accepted' });
  const [{ path, headers, body }] = heard as [Heard];
  expect(path).toBe('/v3/mail/send');
  expect(headers.authorization).toBe('Bearer SG.key');
  expect(JSON.parse(body)).toEqual({
    personalizations: [{ to: [{ email: message.to }], custom_args: { notification_id: message.id } }],
    from: { email: sender.address, name: 'Raíces "Vivas"' },
    subject: 'CONOCER did not accept your application',
    content: [
      { type: 'text/plain', value: message.text },
      { type: 'text/html', value: message.html },
    ],
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Message-ID': `<${message.id}@academia.example>`,
    },
    tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
  });
});

test('Mailgun is handed the e-mail as its v3 API wants it, without tracking', async () => {
  answers(200, { id: '<1@mg.academia.example>', message: 'Queued. Thank you.' });
  expect(await MAILERS.Mailgun().send(message, quiet)).toEqual({ kind: 'accepted' });
  const [{ path, headers, body }] = heard as [Heard];
  expect(path).toBe('/v3/mg.academia.example/messages');
  expect(headers.authorization).toBe(`Basic ${Buffer.from('api:mg-key').toString('base64')}`);
  const form = new URLSearchParams(body);
  expect(Object.fromEntries(form)).toMatchObject({
    from: '"Raíces \\"Vivas\\"" <avisos@academia.example>',
    to: message.to,
    subject: 'CONOCER did not accept your application',
    text: message.text,
    html: message.html,
    'h:Message-Id': `<${message.id}@academia.example>`,
    'o:tracking': 'no',
  });
});

describe.each(['SendGrid', 'Mailgun'] as const)('what %s answers', (name) => {
  test.each([
    [
      'too many calls, and after how many seconds',
      429,
      { 'retry-after': '120' },
      { kind: 'later', failure: 'HTTP_429', afterMs: 120_000 },
    ],
    [
      'too many calls, and until when',
      429,
      { 'retry-after': 'Mon, 02 Mar 2026 12:01:00 GMT' },
      { kind: 'later', failure: 'HTTP_429', afterMs: 60_000 },
    ],
    [
      'too many calls, and when its window ends',
      429,
      { 'x-ratelimit-reset': String(NOW / 1_000 + 30) },
      { kind: 'later', failure: 'HTTP_429', afterMs: 30_000 },
    ],
    ['too many calls, and nonsense', 429, { 'retry-after': 'soon' }, { kind: 'later', failure: 'HTTP_429' }],
    ['a fault of its own', 500, {}, { kind: 'later', failure: 'HTTP_500' }],
    ['that it is away', 503, { 'retry-after': '5' }, { kind: 'later', failure: 'HTTP_503', afterMs: 5_000 }],
    ['that the key is not good: the operator’s to mend', 401, {}, { kind: 'later', failure: 'HTTP_401' }],
    ['that the e-mail is too large: never again', 413, {}, { kind: 'refused', of: 'MESSAGE', failure: 'HTTP_413' }],
    ['that something of the e-mail is wrong: never again', 400, {}, { kind: 'refused', of: 'MESSAGE', failure: 'HTTP_400' }],
  ] as const)('%s', async (_what, status, headers, outcome) => {
    answers(status, {}, headers);
    expect(await MAILERS[name]().send(message, quiet)).toEqual(outcome);
  });

  test('a redirect, which is not followed', async () => {
    answers(302, {}, { location: `${url}/elsewhere` });
    expect(await MAILERS[name]().send(message, quiet)).toEqual({ kind: 'later', failure: 'REDIRECT' });
    expect(heard).toHaveLength(1);
  });

  test('nothing in time', async () => {
    answer = () => {};
    expect(await MAILERS[name](200).send(message, quiet)).toEqual({ kind: 'later', failure: 'DEADLINE' });
  });

  test('nothing, as the connection is reset', async () => {
    answer = (response) => response.socket?.resetAndDestroy();
    expect(await MAILERS[name]().send(message, quiet)).toEqual({ kind: 'later', failure: 'UNREACHABLE' });
  });
});

test('an address that the service cannot write to is told apart from an e-mail that it does not want', async () => {
  answers(400, {
    errors: [{ message: 'Does not contain a valid address.', field: 'personalizations.0.to.0.email', help: null }],
  });
  expect(await MAILERS.SendGrid().send(message, quiet)).toEqual({ kind: 'refused', of: 'ADDRESS', failure: 'HTTP_400' });
  answers(400, { errors: [{ message: 'The from address does not match a verified Sender Identity.', field: 'from' }] });
  expect(await MAILERS.SendGrid().send(message, quiet)).toEqual({ kind: 'refused', of: 'MESSAGE', failure: 'HTTP_400' });
  answers(400, { message: "'to' parameter is not a valid address. please check documentation" });
  expect(await MAILERS.Mailgun().send(message, quiet)).toEqual({ kind: 'refused', of: 'ADDRESS', failure: 'HTTP_400' });
});
