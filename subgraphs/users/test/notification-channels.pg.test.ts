import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { certificateRevoked, notificationRequested, notificationSent } from '@academy/contracts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf } from '@academy/testing/people';
import { openSmtpReceiver, type SmtpReceiver } from '@academy/testing/smtp-receiver';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotificationTopic } from '../src/domain/notification-topics.ts';
import { blockPerson } from '../src/store/block-person.ts';
import { erasePersonRows } from '../src/store/erase-person.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers, seeded } from './open-users.ts';

let smtp: SmtpReceiver;
let heard: { headers: IncomingHttpHeaders; body: string }[];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ headers: request.headers, body });
    response.writeHead(204).end();
  });
});
let hook: string;
let users: TestIsland<Services>;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  heard = [];
  smtp = await openSmtpReceiver();
  const allowed = { host: '127.0.0.1', port: Number(new URL(hook).port), isHttpAllowed: true };
  users = await openUsers({
    outboundPolicy: { ...DEFAULT_OUTBOUND_POLICY, allowedHosts: [allowed] },
    mail: {
      by: 'smtp',
      server: { host: '127.0.0.1', port: smtp.port, isImplicitTls: false },
      from: 'avisos@academia.example',
      portalUrl: 'https://academia.example/avisos',
    },
  });
});
afterEach(async () => {
  await users.close();
  await smtp.close();
});

const raices = tenantIdOf('raices');
const alice = seeded('raices', 'alice');
const certifiers = [seeded('raices', 'celia'), seeded('raices', 'cosme')];
const { carla } = people.raices;

/** Certification asks that people be told about a case of the person. */
function ask(
  topic: NotificationTopic,
  more: Partial<ReturnType<typeof notificationRequested.data.parse>> = {},
  userId = alice.userId,
) {
  const certificationId = newId();
  return users.deliver(notificationRequested, {
    tenantId: raices,
    subject: certificationId,
    data: {
      certificationId,
      userId,
      topic,
      courseTitle: 'Instalación fotovoltaica',
      officialFolio: 'D-0000451234',
      rejectionReason: null,
      missedCriteria: [],
      days: null,
      lastDay: null,
      occasion: topic,
      ...more,
    },
  });
}
async function sendings(): Promise<Record<string, unknown>[]> {
  return users.inTenant(raices, async (tx) => [
    ...(await tx.execute('select status, attempts, failure from notification_sendings order by created_at')),
  ]);
}
async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  return users.inTenant(raices, async (tx) => [...(await tx.execute(sql))]);
}
async function emailOf(who: typeof alice): Promise<string> {
  const { data } = await users.ask(who, '{ me { email } }');
  return (data as { me: { email: string } }).me.email;
}

describe('by e-mail', () => {
  test('a certificate that was issued is told once, in both parts, to the address that only the person’s key opens', async () => {
    const { occurredAt, ...event } = await ask('certification.issued');
    await users.deliver(notificationRequested, { ...event, occurredAt: new Date(occurredAt) });
    expect(await users.runDueJobs()).toBe(1);
    const [mail, ...more] = smtp.mails;
    expect(more).toEqual([]);
    expect(smtp.recipients).toEqual([await emailOf(alice)]);
    expect(mail?.subject).toBe('Tu certificado está listo');
    const [told] = await users.emitted(raices, notificationSent);
    expect(mail?.messageId).toBe(`<${told?.data.notificationId}@academia.example>`);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(
        'CONOCER emitió tu certificado de competencia por el curso «Instalación fotovoltaica», con el folio D-0000451234',
      );
      expect(part).toContain('https://academia.example/avisos');
    }
    expect(await sendings()).toEqual([{ status: 'SENT', attempts: 1, failure: null }]);
    expect(await users.runDueJobs()).toBe(0);
  });

  test('a step on the way is not told to whoever chose nothing, and is in the academy all the same', async () => {
    await ask('certification.submitted');
    expect(await users.runDueJobs()).toBe(0);
    expect(await rowsOf('select topic, read_at from notifications')).toEqual([
      { topic: 'certification.submitted', read_at: null },
    ]);
  });

  test('what those who certify must know goes to each of them, and to nobody else', async () => {
    await ask('certification.authority-silent', { days: 60 });
    await users.runDueJobs();
    expect(smtp.recipients.toSorted()).toEqual((await Promise.all(certifiers.map(emailOf))).toSorted());
    expect(smtp.mails[0]?.text).toContain(
      'CONOCER lleva 60 días sin responder a una solicitud de certificación por el curso «Instalación fotovoltaica»',
    );
    const told = await rowsOf('select user_id from notifications order by user_id');
    expect(told.map((row) => row['user_id'])).toEqual(certifiers.map((one) => one.userId).toSorted());
  });

  test('a failure that passes is tried again under the same id, later and later, and buried in the end', async () => {
    smtp.fault = { at: 'RCPT', does: { code: 451, text: '4.7.1 greylisted' } };
    await ask('certification.issued');
    for (const waitMs of [30 * SECOND_MS, 6 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 8 * HOUR_MS]) {
      expect(await users.runDueJobs()).toBe(1);
      expect(await sendings()).toMatchObject([{ status: 'PENDING', failure: 'SMTP_451' }]);
      users.clock.advance(waitMs * 1.2);
    }
    expect(await users.runDueJobs()).toBe(1);
    expect(await sendings()).toEqual([{ status: 'FAILED', attempts: 6, failure: 'SMTP_451' }]);
    expect(await rowsOf('select source, error, attempts from dead_letters')).toEqual([
      { source: 'job:send-email', error: 'SMTP_451', attempts: 6 },
    ]);
    users.clock.advance(24 * HOUR_MS);
    expect(await users.runDueJobs()).toBe(0);
  });

  test('one that broke off arrives at the next attempt', async () => {
    smtp.fault = { at: 'DATA', does: 'reset' };
    await ask('certification.issued');
    await users.runDueJobs();
    expect(smtp.mails).toEqual([]);
    smtp.fault = undefined;
    users.clock.advance(MINUTE_MS);
    await users.runDueJobs();
    expect(smtp.mails).toHaveLength(1);
    expect(await sendings()).toEqual([{ status: 'SENT', attempts: 2, failure: null }]);
  });

  test('an address that nobody receives mail at is not written to again; a message that is not wanted says nothing of the address', async () => {
    smtp.fault = { at: 'DATA', does: { code: 554, text: '5.7.1 spam' } };
    await ask('certification.issued');
    await users.runDueJobs();
    smtp.fault = { at: 'RCPT', does: { code: 550, text: '5.1.1 no such user' } };
    await ask('certification.issued');
    await users.runDueJobs();
    smtp.fault = undefined;
    await ask('certification.issued');
    await users.runDueJobs();
    expect(await sendings()).toEqual([
      { status: 'FAILED', attempts: 1, failure: 'SMTP_554' },
      { status: 'FAILED', attempts: 1, failure: 'SMTP_550' },
      { status: 'DROPPED', attempts: 0, failure: 'ADDRESS_BOUNCED' },
    ]);
    expect(smtp.mails).toEqual([]);
    expect(await rowsOf('select error from dead_letters order by error')).toEqual([{ error: 'SMTP_550' }, { error: 'SMTP_554' }]);
  });

  test('whoever was blocked or erased before it was sent is sent nothing, and nothing is left of what was to be sent', async () => {
    await ask('certification.issued');
    const mateo = seeded('raices', 'mateo');
    await ask('certification.issued', {}, mateo.userId);
    await users.inTenant(raices, async (tx) => {
      const now = users.clock.now();
      for (const { userId } of [alice, mateo]) await blockPerson(tx, { tenantId: raices, userId }, now);
      await erasePersonRows(tx, users.context.vault, { tenantId: raices, subjectId: mateo.userId }, now);
    });
    await users.runDueJobs();
    expect([smtp.recipients, smtp.mails]).toEqual([[], []]);
    expect(await sendings()).toEqual([{ status: 'DROPPED', attempts: 0, failure: 'PERSON_BLOCKED' }]);
    await ask('certification.issued', {}, mateo.userId);
    expect(await rowsOf(`select 1 from notifications where user_id = '${mateo.userId}'`)).toEqual([]);
  });

  test('neither address nor name is in a row, a job, an event or a dead letter of it', async () => {
    smtp.fault = { at: 'RCPT', does: { code: 550, text: `5.1.1 <${await emailOf(alice)}> is nobody` } };
    await ask('certification.issued');
    const kept = async () =>
      JSON.stringify(
        await Promise.all(
          [
            'notifications',
            'notification_sendings',
            'undeliverable_addresses',
            'due_work',
            'outbox',
            'dead_letters',
            'audit_log',
          ].map((table) => rowsOf(`select * from ${table}`)),
        ),
      );
    const before = await kept();
    await users.runDueJobs();
    const all = before + (await kept());
    expect(all).toContain('send-email');
    expect(all).not.toMatch(/@|Alicia|Robles/i);
  });
});

test('without e-mail nothing waits for it', async () => {
  const quiet = await openUsers();
  try {
    const { tenantId, subject, data } = await ask('certification.issued');
    await quiet.deliver(notificationRequested, { tenantId, subject, data });
    expect(await quiet.runDueJobs()).toBe(0);
    expect(await quiet.emitted(raices, notificationSent)).toHaveLength(1);
  } finally {
    await quiet.close();
  }
});

describe('at the tenant’s webhook', () => {
  const SET = `mutation ($input: WebhookSetInput!) { webhookSet(input: $input) { ... on WebhookSetSuccess { secret } } }`;
  async function setHook(topics: string[] = []): Promise<string> {
    const { data } = await users.ask(carla, SET, { input: { url: hook, topics, idempotencyKey: newId() } });
    return (data as { webhookSet: { secret: string } }).webhookSet.secret;
  }

  test('a notification is told by ids, signed as a stock library verifies', async () => {
    const secret = await setHook(['NOTIFICATION_SENT']);
    const { subject: certificationId } = await ask('certification.issued');
    await users.runDueJobs();
    const [told] = await users.emitted(raices, notificationSent);
    const [{ headers, body } = { headers: {}, body: '' }, ...more] = heard;
    expect(more).toEqual([]);
    const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
    expect(new Webhook(secret).sign(String(headers['webhook-id']), at, body)).toBe(headers['webhook-signature']);
    expect(JSON.parse(body)).toEqual({
      type: 'notification.sent',
      timestamp: users.clock.now().toISOString(),
      data: {
        tenantId: raices,
        notificationId: told?.data.notificationId,
        userId: alice.userId,
        certificationId,
        topic: 'certification.issued',
      },
    });
  });

  test('what the tenant did not ask for is not told, and another tenant’s never', async () => {
    await setHook(['CERTIFICATE_REVOKED']);
    await ask('certification.issued');
    const data = { certificateId: newId(), certificationId: newId(), folio: 'RAI-0001', holderId: alice.userId };
    await users.deliver(certificateRevoked, { tenantId: tenantIdOf('solaris'), subject: data.certificationId, data });
    await users.deliver(certificateRevoked, { tenantId: raices, subject: data.certificationId, data });
    await users.runDueJobs();
    expect(heard.map(({ body }) => JSON.parse(body))).toEqual([
      { type: 'certificate.revoked', timestamp: expect.any(String), data: { tenantId: raices, ...data } },
    ]);
  });
});
