import type { Tx } from '@academy/platform/db';
import { finishJob, type JobRun, job, scheduleJob } from '@academy/platform/jobs';
import type { Vault } from '@academy/platform/vault';
import { afterSending, type SendingOutcome } from '../domain/notification-sending.ts';
import { NOTIFICATION_TOPICS, type NotificationTopic } from '../domain/notification-topics.ts';
import { composeEmail } from '../mail/compose-email.ts';
import type { MailMessage } from '../mail/mail-message.ts';
import { findIdentities } from '../store/identity.ts';
import { beginAttempt, burySending, findRecipient, lockPendingSending, saveSending } from '../store/notification-sendings.ts';
import { sendEmail } from '../store/notification-work.ts';
import { findTenants } from '../store/tenants.ts';
import { findUndeliverable, markUndeliverable } from '../store/undeliverable-addresses.ts';
import { lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

type Run = JobRun<{ notificationId: string }>;
/** An attempt that is on record. */
type Attempt = { readonly message: MailMessage; readonly userId: string; readonly attempts: number };

/**
 * The notification was tried by e-mail once more, and is over or due again. The person's address is opened for this and kept nowhere. Whoever has none any
 * more, because she was erased, blocked, or nobody receives mail there, is sent nothing. A worker that dies in between tries again under the same Message-ID.
 */
export const sendEmailJob = job<UsersWorker, { notificationId: string }>(sendEmail, async (work, context) => {
  const { tenantId, signal } = work;
  const { database, services } = context;
  const attempt = await database.inTenant(tenantId, 'write', (tx) => begin(tx, work, context));
  if (attempt === undefined) return;
  const outcome = await (services.mailer?.send(attempt.message, signal) ?? OFF);
  await database.inTenant(tenantId, 'write', (tx) => end(tx, work, context, { ...attempt, outcome }));
});

/** The operator has switched e-mail off since: it may come back before the attempts are used up. */
const OFF: SendingOutcome = { kind: 'later', failure: 'MAIL_OFF' };

async function begin(tx: Tx, work: Run, { vault, clock, services }: UsersWorker): Promise<Attempt | undefined> {
  const { tenantId, key, payload } = work;
  const userId = await findRecipient(tx, tenantId, payload.notificationId);
  // The person first, as everywhere: whoever erases her holds her row while she does.
  const person = userId === undefined ? undefined : await lockPerson(tx, tenantId, userId);
  const found = await lockPendingSending(tx, tenantId, payload.notificationId);
  if (found === undefined || userId === undefined) {
    await finishJob(tx, sendEmail, tenantId, key);
    return undefined;
  }
  const { sending, notification } = found;
  const { topic, language, text } = notification;
  const to = await addressOf(tx, vault, { tenantId, userId, person });
  if ('dropped' in to || !isTopic(topic)) {
    await saveSending(tx, sending, { status: 'DROPPED', failure: 'dropped' in to ? to.dropped : 'NO_TEMPLATE' });
    await finishJob(tx, sendEmail, tenantId, key);
    return undefined;
  }
  const [tenant] = await findTenants(tx, [tenantId]);
  const attempts = await beginAttempt(tx, sending, clock.now());
  const academy = tenant?.name ?? 'MADFAM Academy';
  const content = { id: notification.id, to: to.email, topic, language, text, academy, portalUrl: services.portalUrl };
  return { message: composeEmail(content), userId, attempts };
}

type Recipient = { readonly tenantId: string; readonly userId: string; readonly person: Awaited<ReturnType<typeof lockPerson>> };

/** The person's address; or why nothing may be sent to her. */
async function addressOf(
  tx: Tx,
  vault: Vault,
  { tenantId, userId, person }: Recipient,
): Promise<{ readonly email: string } | { readonly dropped: string }> {
  if (person === undefined || person.erasedAt !== null) return { dropped: 'PERSON_ERASED' };
  if (person.blockedAt !== null) return { dropped: 'PERSON_BLOCKED' };
  const [identity] = await findIdentities(tx, vault, tenantId, [userId]);
  const email = identity?.email ?? null;
  if (email === null) return { dropped: 'NO_ADDRESS' };
  const since = await findUndeliverable(tx, vault, { tenantId, userId, email });
  return since === undefined ? { email } : { dropped: 'ADDRESS_BOUNCED' };
}

async function end(
  tx: Tx,
  { tenantId, key, payload }: Run,
  { vault, clock, services, logger }: UsersWorker,
  { message, userId, attempts, outcome }: Attempt & { readonly outcome: SendingOutcome },
): Promise<void> {
  const person = await lockPerson(tx, tenantId, userId);
  const found = await lockPendingSending(tx, tenantId, payload.notificationId);
  if (found === undefined) return finishJob(tx, sendEmail, tenantId, key);
  const now = clock.now();
  const after = afterSending(attempts, outcome, services.random);
  await saveSending(tx, found.sending, { status: after.status, failure: after.failure });
  if (after.dueInMs !== undefined) {
    await scheduleJob(tx, sendEmail, { tenantId, key, payload, dueAt: new Date(now.getTime() + after.dueInMs) });
    return;
  }
  await finishJob(tx, sendEmail, tenantId, key);
  if (after.failure === null) return;
  logger.warn({ tenantId, notificationId: payload.notificationId, failure: after.failure, attempts }, 'an e-mail was given up');
  await burySending(tx, found.sending, after.failure, attempts);
  if (outcome.kind === 'refused' && outcome.of === 'ADDRESS' && person?.erasedAt === null)
    await markUndeliverable(tx, vault, { tenantId, userId, email: message.to }, { failure: after.failure, since: now });
}

function isTopic(topic: string): topic is NotificationTopic {
  return topic in NOTIFICATION_TOPICS;
}
