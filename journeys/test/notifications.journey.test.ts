import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import { tenantIdOf } from '@academy/testing/people';
import { openSmtpReceiver, type SmtpReceiver } from '@academy/testing/smtp-receiver';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import { until } from '../src/until.ts';

const SOLAR = 'instalacion-fotovoltaica';

const CHOOSE = `mutation ($input: NotificationPreferenceSetInput!) { notificationPreferenceSet(input: $input) { __typename
  ... on NotificationPreferenceSetSuccess { preferences { language emailDelivery } } ... on UserError { code message } } }`;
const SET_HOOK = `mutation ($input: WebhookSetInput!) { webhookSet(input: $input) { __typename
  ... on WebhookSetSuccess { secret } ... on UserError { code message } } }`;
const MARK_READ = `mutation ($input: NotificationsMarkReadInput!) { notificationsMarkRead(input: $input) { __typename
  ... on NotificationsMarkReadSuccess { markedCount inbox { unreadCount } } ... on UserError { code message } } }`;
const RECEIVED = 'subscription { notificationReceived { kind number topic notification { id topic text language readAt } } }';
const INBOX = 'subscription { notificationInboxChanged { kind version notificationInbox { unreadCount } resume } }';

let graph: Graph;
let smtp: SmtpReceiver;
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ headers: request.headers, body });
    response.writeHead(204).end();
  });
});
let hook: string;
beforeAll(async () => {
  smtp = await openSmtpReceiver();
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  hook = `http://127.0.0.1:${port}/hook`;
  graph = await bootGraph({
    users: {
      outboundPolicy: { ...DEFAULT_OUTBOUND_POLICY, allowedHosts: [{ host: '127.0.0.1', port, isHttpAllowed: true }] },
      mail: { by: 'smtp', server: { host: '127.0.0.1', port: smtp.port, isImplicitTls: false }, from: 'avisos@academia.example' },
    },
  });
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await smtp.close();
  receiver.closeAllConnections();
  receiver.close();
});

test('a certificate that is issued reaches her live, by e-mail and at the academy’s webhook, in her language; and what she reads is read everywhere', {
  timeout: 120_000,
}, async () => {
  const { alice, carla } = graph;
  const chosen = await alice.gets(CHOOSE, { input: { language: 'EN', idempotencyKey: 'english' } });
  expect(chosen.notificationPreferenceSet).toMatchObject({ preferences: { language: 'EN', emailDelivery: 'WORKING' } });
  const { webhookSet } = await carla.gets(SET_HOOK, {
    input: { url: hook, topics: ['NOTIFICATION_SENT'], idempotencyKey: 'hook' },
  });
  const received = alice.subscribes(RECEIVED, {});
  const inbox = alice.subscribes(INBOX, {}, 'sse');
  const began = await inbox.sees('a snapshot', ({ notificationInboxChanged: event }) => event.kind === 'SNAPSHOT');
  const unreadBefore: number = began.notificationInboxChanged.notificationInbox.unreadCount;
  await received.sees('a snapshot', () => true);

  await alice.completesCourse(SOLAR);

  // Live.
  const { notificationReceived: told } = await received.sees(
    'the news of it',
    ({ notificationReceived: event }) => event.topic === 'certification.issued',
  );
  expect(told.notification).toMatchObject({
    language: 'EN',
    readAt: null,
    text: expect.stringMatching(
      /^Congratulations! CONOCER issued your certificate of competency for the course “.*”, under the folio .*\.$/,
    ),
  });

  // By e-mail: the same text, to her address, in her language.
  const mail = await until('the e-mail', async () => smtp.mails.find(({ subject }) => subject === 'Your certificate is ready'));
  const { me } = await alice.gets('{ me { email } }');
  expect(smtp.recipients).toContain(me.email);
  expect(new Set(smtp.recipients).size).toBe(1);
  expect(mail.text?.replace(/\s+/g, ' ')).toContain(told.notification.text);
  expect(mail.messageId).toBe(`<${told.notification.id}@academia.example>`);

  // At the webhook: ids alone, signed.
  const news = await until('the webhook', async () =>
    heard.find(({ body }) => JSON.parse(body).data.notificationId === told.notification.id),
  );
  const verified = new Webhook(webhookSet.secret).verify(news.body, news.headers as Record<string, string>) as Loose;
  expect(verified).toMatchObject({
    type: 'notification.sent',
    data: { tenantId: tenantIdOf('raices'), topic: 'certification.issued' },
  });
  expect(Object.keys(verified.data).toSorted()).toEqual(['certificationId', 'notificationId', 'tenantId', 'topic', 'userId']);
  expect(news.body).not.toMatch(/@|Alicia|Robles/i);

  // Read on one device, and told to the other.
  await inbox.sees('more unread', ({ notificationInboxChanged: event }) => event.notificationInbox.unreadCount > unreadBefore);
  const { notificationsMarkRead } = await alice.gets(MARK_READ, { input: { upToNumber: told.number } });
  expect(notificationsMarkRead.inbox.unreadCount).toBe(0);
  await inbox.sees('nothing unread', ({ notificationInboxChanged: event }) => event.notificationInbox.unreadCount === 0);
  for (const watch of [received, inbox]) {
    expect(watch.ends).toEqual([]);
    watch.stop();
  }
});
