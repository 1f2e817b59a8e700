import type { AccreditationTold, SeedAccreditation } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { and, eq, lt } from 'drizzle-orm';
import type { Cedula } from '../domain/case/accreditation.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { accreditations } from '../tables/accreditations.ts';

/** What is known of the accreditation is this, unless something newer is known. */
export async function keepAccreditation(tx: Tx, tenantId: string, told: AccreditationTold, isEnded: boolean): Promise<void> {
  const { accreditationId: id, ...row } = told;
  const { version } = row;
  await tx
    .insert(accreditations)
    .values({ ...row, tenantId, id, isEnded })
    .onConflictDoUpdate({
      target: [accreditations.tenantId, accreditations.id],
      set: { isEnded, version },
      setWhere: lt(accreditations.version, version),
    });
}

/** What the person is accredited by: whether she holds EC0076 on the day, and every cédula that was not ended. Locked against an end until the transaction's own. */
export async function accreditationOf(
  tx: Tx,
  tenantId: string,
  personId: string,
  on: LocalDate,
): Promise<{ readonly holdsEc0076: boolean; readonly cedulas: readonly Cedula[] }> {
  const rows = await tx
    .select()
    .from(accreditations)
    .where(and(eq(accreditations.tenantId, tenantId), eq(accreditations.personId, personId), eq(accreditations.isEnded, false)))
    .for('share');
  const holdsEc0076 = rows.some(
    ({ kind, issuedOn, validThrough }) => kind === 'EC0076' && issuedOn <= on && (validThrough === null || on <= validThrough),
  );
  const cedulas = rows.flatMap(({ standardMajor, issuedOn }) => (standardMajor === null ? [] : [{ standardMajor, issuedOn }]));
  return { holdsEc0076, cedulas };
}

/** Seed data: as if conocer had told. What is known already stays as it is. */
export async function seedAccreditations(tx: Tx, all: readonly SeedAccreditation[]): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ tenantId, accreditationId: id, personId, kind, standardMajor, issuedOn, validThrough }) => ({
    ...{ tenantId, id, personId, kind, standardMajor, issuedOn, validThrough },
    isEnded: false,
    version: 1,
  }));
  await tx.insert(accreditations).values(rows).onConflictDoNothing();
}
