import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Assignee } from '../domain/visibility.ts';
import { caseAssignments } from '../tables.ts';

/** A row, and whether the viewer who asked for it is assigned to the case that it is of, now. */
export type Seen<Row> = Row & { readonly isAssigned: boolean };

/** Ids of the cases that somebody is assigned to now, as a subquery; none for who sees by other rights. */
export function casesOf(assignee: Assignee): SQL {
  const { certificationId, personId, duty, endedAt } = caseAssignments;
  return sql`(select ${certificationId} from ${caseAssignments} where ${personId} = ${assignee.personId} and ${duty} = ${assignee.duty} and ${endedAt} is null)`;
}

/** Whether somebody is assigned now to the case that a column names. */
export function isAssigned(certificationId: SQLWrapper, assignee: Assignee | undefined): SQL<boolean> {
  return assignee === undefined ? sql<boolean>`false` : sql<boolean>`${certificationId} in ${casesOf(assignee)}`;
}
