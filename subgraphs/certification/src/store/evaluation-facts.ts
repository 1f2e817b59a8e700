import type { Tx } from '@academy/platform/db';
import { and, eq } from 'drizzle-orm';
import type { AgreementFacts, EvaluatorFacts } from '../domain/case/facts.ts';
import { consentFacts } from '../domain/consents.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { certifications } from '../tables/cases.ts';
import { accreditationOf } from './accreditations.ts';
import type { CertificationRow } from './certification.ts';
import { findStanding } from './consents.ts';
import { dutyFactsIn } from './duty-facts.ts';

/** A case that redoes one that redoes one…: nobody is asked further back. */
const MOST_REDOES = 10;

/** What is known of somebody who is to evaluate the case on a day: EC0076 then, her cédulas, and what she did to the candidate. */
export async function evaluatorFacts(
  tx: Tx,
  { tenantId, candidateId }: CertificationRow,
  of: { readonly evaluatorId: string; readonly on: LocalDate; readonly now: Date },
): Promise<EvaluatorFacts> {
  const { evaluatorId, on, now } = of;
  const accreditation = await accreditationOf(tx, tenantId, evaluatorId, on);
  const duties = await dutyFactsIn(tx, tenantId).of(evaluatorId, candidateId);
  return { evaluatorId, ...accreditation, candidateId, duties, at: now };
}

/** What proposing and signing a plan of the case rests on, by the version of the standard that conocer told of. */
export async function agreementFacts(
  tx: Tx,
  row: CertificationRow,
  of: {
    readonly evaluatorId: string;
    readonly evaluatesOn: LocalDate;
    readonly standard: AgreementFacts['standard'];
    readonly now: Date;
  },
): Promise<AgreementFacts> {
  const evaluator = await evaluatorFacts(tx, row, { evaluatorId: of.evaluatorId, on: of.evaluatesOn, now: of.now });
  const consents = await consentsOf(tx, row);
  return { standard: of.standard, evaluator, ...consents, excludedEvaluators: await excludedEvaluators(tx, row) };
}

/** What the candidate has not consented to for this case, and whether she acknowledged her rights and duties. */
export async function consentsOf(tx: Tx, { tenantId, id }: CertificationRow): Promise<ReturnType<typeof consentFacts>> {
  return consentFacts(await findStanding(tx, { tenantId, certificationId: id }));
}

/** Who evaluated what the case redoes, and what that redid. */
async function excludedEvaluators(tx: Tx, { tenantId, redoOf }: CertificationRow): Promise<string[]> {
  const excluded: string[] = [];
  for (let [before, depth] = [redoOf, 0]; before !== null && depth < MOST_REDOES; depth += 1) {
    const [redone] = await tx
      .select({ plan: certifications.plan, redoOf: certifications.redoOf })
      .from(certifications)
      .where(and(eq(certifications.tenantId, tenantId), eq(certifications.id, before)));
    if (redone?.plan) excluded.push(redone.plan.evaluatorId);
    before = redone?.redoOf ?? null;
  }
  return excluded;
}
