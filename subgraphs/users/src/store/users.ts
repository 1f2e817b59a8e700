import type { Principal } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type GrantedPersona, personaGrants, users } from '../tables/people.ts';
import { isAssignedTo } from './assignments.ts';

export type { GrantedPersona };

const isInstructor = sql<boolean>`exists (select from ${personaGrants}
  where ${personaGrants.tenantId} = ${users.tenantId} and ${personaGrants.userId} = ${users.id} and ${personaGrants.persona} = 'instructor')`;

/** A person, without what identifies her outside of the academy. */
export type UserRow = {
  readonly tenantId: string;
  readonly id: string;
  readonly displayName: string;
  /** Whether she holds the instructor's persona: instructors are public. */
  readonly isInstructor: boolean;
  /** Whether the viewer works with her under the viewer's persona: teaches, accompanies, evaluates, verifies or audits her. */
  readonly isAssigned: boolean;
  /** The evaluation centre that she stands in; null: the academy itself. */
  readonly centreId: string | null;
  /** Since when who she is is shown only to whom the law sends; null: it is not. */
  readonly blockedAt: Date | null;
};

/** A person as one viewer asks for her. */
export type SeenUserRow = UserRow & {
  /** Whether the viewer is an admin of the centre that she stands in. */
  readonly isOfViewersCentre: boolean;
};

export type GrantRow = typeof personaGrants.$inferSelect;

/** The open transaction's tenant's people with these ids, in no order, and how the viewer stands to them. */
export async function findUsers(tx: Tx, viewer: Principal, ids: readonly string[]): Promise<UserRow[]> {
  const isAssigned = isAssignedTo(viewer, users.id);
  return tx
    .select({
      tenantId: users.tenantId,
      id: users.id,
      displayName: users.displayName,
      blockedAt: users.blockedAt,
      isInstructor,
      isAssigned,
      centreId: users.centreId,
    })
    .from(users)
    .where(inArray(users.id, ids));
}

/** The grants of these people, oldest first. */
export async function findGrants(tx: Tx, userIds: readonly string[]): Promise<GrantRow[]> {
  return tx
    .select()
    .from(personaGrants)
    .where(inArray(personaGrants.userId, userIds))
    .orderBy(personaGrants.grantedAt, personaGrants.persona);
}

/** Whether the person exists; if so, nobody else changes her row until the transaction ends. */
export async function lockUser(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.tenantId, tenantId), eq(users.id, id)))
    .for('update');
  return rows.length > 0;
}

/** Whether the person's data are blocked or gone, and nobody else changes her row until the transaction ends; undefined when there is no such person. */
export async function lockPerson(
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<{ readonly blockedAt: Date | null; readonly erasedAt: Date | null } | undefined> {
  const [row] = await tx
    .select({ blockedAt: users.blockedAt, erasedAt: users.erasedAt })
    .from(users)
    .where(and(eq(users.tenantId, tenantId), eq(users.id, id)))
    .for('update');
  return row;
}

/** At most so many people who may act under the persona and were not erased, those who may longest first. */
export async function findHolders(tx: Tx, tenantId: string, persona: GrantedPersona, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(personaGrants)
    .innerJoin(users, and(eq(users.tenantId, personaGrants.tenantId), eq(users.id, personaGrants.userId)))
    .where(and(eq(personaGrants.tenantId, tenantId), eq(personaGrants.persona, persona), isNull(users.erasedAt)))
    .orderBy(personaGrants.grantedAt, users.id)
    .limit(limit);
  return rows.map((row) => row.id);
}

/** The person bears the name; false when there is no such person. */
export async function renameUser(
  tx: Tx,
  user: { tenantId: string; id: string; displayName: string; at: Date },
): Promise<boolean> {
  const renamed = await tx
    .update(users)
    .set({ displayName: user.displayName, changedAt: user.at })
    .where(and(eq(users.tenantId, user.tenantId), eq(users.id, user.id)))
    .returning({ id: users.id });
  return renamed.length > 0;
}
