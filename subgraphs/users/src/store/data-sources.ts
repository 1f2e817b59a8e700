import { auditLog } from '@academy/platform/audit';
import type { DataRecord, DataSource, DataSubject } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { apiKeys, credentials, impersonations } from '../tables/access.ts';
import { dataRequests } from '../tables/data-requests.ts';
import { notificationPreferences, notificationSendings, notifications, undeliverableAddresses } from '../tables/notifications.ts';
import { centres, disclosures, personaGrants, teachings, users } from '../tables/people.ts';
import { portfolioEntries } from '../tables/portfolio.ts';
import { findIdentities } from './identity.ts';

type Page = { after: string | undefined; limit: number };

/** All that this island keeps of a person. Secrets, and what only stands for one, are told by whether they are there. */
export function dataSourcesOf(vault: Vault): readonly DataSource[] {
  return [
    { kind: 'person', read: (tx, of, page) => (page.after === undefined ? readPerson(tx, vault, of) : Promise.resolve([])) },
    { kind: 'persona', read: readPersonas },
    { kind: 'portfolio-entry', read: listOf(portfolioEntries, portfolioEntries.userId, portfolioShown) },
    { kind: 'notification', read: readNotifications },
    { kind: 'notification-preferences', read: readPreferences },
    { kind: 'disclosure', read: listOf(disclosures, disclosures.userId, disclosureShown) },
    { kind: 'impersonation', read: listOf(impersonations, impersonations.userId, impersonationShown) },
    { kind: 'api-key-made', read: listOf(apiKeys, apiKeys.createdBy, apiKeyShown) },
    { kind: 'data-request', read: listOf(dataRequests, dataRequests.subjectId, requestShown) },
    { kind: 'teaching', read: readTeachings },
    { kind: 'audit-entry', read: readAudit },
  ];
}

async function readPerson(tx: Tx, vault: Vault, { tenantId, subjectId }: DataSubject): Promise<DataRecord[]> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.tenantId, tenantId), eq(users.id, subjectId)));
  if (row === undefined) return [];
  const [identity] = await findIdentities(tx, vault, tenantId, [subjectId]);
  const [kept] = await tx
    .select({ passwordHash: credentials.passwordHash, totpConfirmedAt: credentials.totpConfirmedAt })
    .from(credentials)
    .where(and(eq(credentials.tenantId, tenantId), eq(credentials.userId, subjectId)));
  const [centre] =
    row.centreId === null
      ? []
      : await tx
          .select({ code: centres.code, name: centres.name })
          .from(centres)
          .where(and(eq(centres.tenantId, tenantId), eq(centres.id, row.centreId)));
  const { id, displayName, createdAt, changedAt } = row;
  const data = {
    ...{ id, displayName, createdAt, changedAt },
    ...{ fullName: identity?.fullName ?? null, email: identity?.email ?? null, curp: identity?.curp ?? null },
    centre: centre ?? null,
    hasPassword: kept?.passwordHash != null,
    hasSecondFactor: kept?.totpConfirmedAt != null,
  };
  return [{ key: id, data }];
}

async function readPersonas(tx: Tx, { tenantId, subjectId }: DataSubject, { after, limit }: Page): Promise<DataRecord[]> {
  const { persona, grantedAt } = personaGrants;
  const rows = await tx
    .select({ persona, grantedAt })
    .from(personaGrants)
    .where(
      and(
        eq(personaGrants.tenantId, tenantId),
        eq(personaGrants.userId, subjectId),
        after === undefined ? undefined : sql`${persona} > ${after}`,
      ),
    )
    .orderBy(asc(persona))
    .limit(limit);
  return rows.map((data) => ({ key: data.persona, data }));
}

async function readTeachings(tx: Tx, { tenantId, subjectId }: DataSubject, { after, limit }: Page): Promise<DataRecord[]> {
  const key = sql<string>`${teachings.instructorId} || '/' || ${teachings.learnerId}`;
  const rows = await tx
    .select({ key: key.as('key'), instructorId: teachings.instructorId, learnerId: teachings.learnerId, since: teachings.since })
    .from(teachings)
    .where(
      and(
        eq(teachings.tenantId, tenantId),
        or(eq(teachings.instructorId, subjectId), eq(teachings.learnerId, subjectId)),
        after === undefined ? undefined : sql`${key} > ${after}`,
      ),
    )
    .orderBy(asc(key))
    .limit(limit);
  // Of the other person nothing but that there is one: her id is hers.
  return rows.map(({ key: place, instructorId, since }) => ({
    key: place,
    data: { as: instructorId === subjectId ? 'instructor' : 'learner', since },
  }));
}

/** What she did, and what was done to her, with power; not what others wrote about it. */
async function readAudit(tx: Tx, { tenantId, subjectId }: DataSubject, { after, limit }: Page): Promise<DataRecord[]> {
  const { number, action, actor, persona, recordedAt } = auditLog;
  const rows = await tx
    .select({ number, action, actor, persona, recordedAt })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.tenantId, tenantId),
        or(eq(actor, subjectId), eq(auditLog.subject, subjectId)),
        after === undefined ? undefined : gt(number, Number(after)),
      ),
    )
    .orderBy(asc(number))
    .limit(limit);
  return rows.map(({ actor: who, ...data }) => ({ key: String(data.number), data: { ...data, isHers: who === subjectId } }));
}

/** What she was told, and what became of the e-mail about it. */
async function readNotifications(tx: Tx, { tenantId, subjectId }: DataSubject, { after, limit }: Page): Promise<DataRecord[]> {
  const { id, certificationId, topic, text, language, sentAt, readAt } = notifications;
  const rows = await tx
    .select({
      ...{ id, certificationId, topic, text, language, sentAt, readAt },
      emailStatus: notificationSendings.status,
      emailedAt: notificationSendings.attemptedAt,
    })
    .from(notifications)
    .leftJoin(
      notificationSendings,
      and(eq(notificationSendings.tenantId, notifications.tenantId), eq(notificationSendings.notificationId, id)),
    )
    .where(
      and(
        eq(notifications.tenantId, tenantId),
        eq(notifications.userId, subjectId),
        after === undefined ? undefined : gt(id, after),
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
  return rows.map(({ id: key, ...data }) => ({ key, data }));
}

/** What she chose, and since when her address takes no mail, as far as we know. */
async function readPreferences(tx: Tx, { tenantId, subjectId }: DataSubject, { after }: Page): Promise<DataRecord[]> {
  if (after !== undefined) return [];
  const { language, choices, changedAt } = notificationPreferences;
  const [chosen] = await tx
    .select({ language, choices, changedAt })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.tenantId, tenantId), eq(notificationPreferences.userId, subjectId)));
  const [dead] = await tx
    .select({ since: undeliverableAddresses.since })
    .from(undeliverableAddresses)
    .where(and(eq(undeliverableAddresses.tenantId, tenantId), eq(undeliverableAddresses.userId, subjectId)));
  if (chosen === undefined && dead === undefined) return [];
  const data = {
    ...(chosen ?? { language: null, choices: null, changedAt: null }),
    addressTakesNoMailSince: dead?.since ?? null,
  };
  return [{ key: subjectId, data }];
}

type Listed = typeof portfolioEntries | typeof disclosures | typeof impersonations | typeof apiKeys | typeof dataRequests;

/** The rows of a table that are of the person by this column, by id; of each what `shown` leaves. */
function listOf<Table extends Listed>(
  table: Table,
  owner: PgColumn,
  shown: (row: Table['$inferSelect']) => Readonly<Record<string, unknown>>,
): DataSource['read'] {
  return async (tx, { tenantId, subjectId }, { after, limit }) => {
    const rows = (await tx
      .select()
      .from(table as PgTable)
      .where(and(eq(table.tenantId, tenantId), eq(owner, subjectId), after === undefined ? undefined : gt(table.id, after)))
      .orderBy(asc(table.id))
      .limit(limit)) as Table['$inferSelect'][];
    return rows.map((row) => ({ key: row.id, data: shown(row) }));
  };
}

function portfolioShown({ certificationId, kind, title, folio, credentialUrl, earnedAt }: typeof portfolioEntries.$inferSelect) {
  return { certificationId, what: kind, title, folio, credentialUrl, earnedAt };
}

function disclosureShown({ item, actorPersona, purpose, note, disclosedAt }: typeof disclosures.$inferSelect) {
  return { item, shownAs: actorPersona, purpose, note, disclosedAt };
}

function impersonationShown({ persona, reason, startedAt, expiresAt, endedAt }: typeof impersonations.$inferSelect) {
  return { persona, reason, startedAt, expiresAt, endedAt };
}

function apiKeyShown({ name, scopes, createdAt, expiresAt, revokedAt }: typeof apiKeys.$inferSelect) {
  return { name, scopes, createdAt, expiresAt, revokedAt };
}

function requestShown(row: typeof dataRequests.$inferSelect) {
  const { id, kind, status, openedAt, answerDueAt, resolvedAt, refusalGround, refusalReason, effectDueAt, completedAt } = row;
  return { id, what: kind, status, openedAt, answerDueAt, resolvedAt, refusalGround, refusalReason, effectDueAt, completedAt };
}
