import type { UserPrincipal } from '@academy/kernel';
import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Assignee } from '../domain/visibility.ts';
import { caseAssignments } from '../tables/assignments.ts';
import { certifications } from '../tables/cases.ts';

/** A row, and whether the viewer who asked for it is assigned to the case that it is of, or an admin of the centre that it is of, now. */
export type Seen<Row> = Row & { readonly isAssigned: boolean };

/** Ids of the cases that somebody is assigned to now, or that are of her centre, as a subquery. */
export function casesOf(assignee: Assignee): SQL {
  if (assignee.duty === 'CENTRE')
    return sql`(select of_centre.id from ${certifications} of_centre where of_centre.centre_id is not distinct from ${centreOf(assignee)})`;
  const { certificationId, personId, duty, endedAt } = caseAssignments;
  return sql`(select ${certificationId} from ${caseAssignments} where ${personId} = ${assignee.personId} and ${duty} = ${assignee.duty} and ${endedAt} is null)`;
}

/** Whether somebody is assigned now to the case that a column names, or is an admin of its centre. */
export function isAssigned(certificationId: SQLWrapper, assignee: Assignee | undefined): SQL<boolean> {
  if (assignee === undefined) return sql<boolean>`false`;
  // The row of the case itself says where it was opened: the others of the centre, which may be very many, are not looked at.
  if (assignee.duty === 'CENTRE' && certificationId === certifications.id)
    return sql<boolean>`${certifications.centreId} is not distinct from ${centreOf(assignee)}`;
  return sql<boolean>`${certificationId} in ${casesOf(assignee)}`;
}

/** Whether the actor's power reaches the case: that of a centre's admin reaches the cases of her centre alone. */
export async function isInReach(tx: Tx, actor: UserPrincipal, certificationId: string): Promise<boolean> {
  if (actor.persona !== 'centre_admin') return true;
  const { id } = certifications;
  const of = { personId: actor.userId, duty: 'CENTRE' } as const;
  const rows = await tx
    .select({ id })
    .from(certifications)
    .where(and(eq(id, certificationId), isAssigned(id, of)));
  return rows.length > 0;
}

/** The centre that somebody stands in now, as users told; null: the academy itself, or nobody told. */
function centreOf({ personId }: Assignee): SQL {
  return sql`(select stands.centre_id from ${personCentres} stands where stands.user_id = ${personId})`;
}
