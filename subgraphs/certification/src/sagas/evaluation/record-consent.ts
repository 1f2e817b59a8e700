import { fail, ok } from '@academy/kernel';
import { type ConsentPurpose, isWithdrawable, mayConsentTo } from '../../domain/consents.ts';
import type { CertificationRow } from '../../store/certification.ts';
import { giveConsent, withdrawConsent } from '../../store/consents.ts';
import type { ActRefusal } from '../act-on-case.ts';
import type { CaseRecording } from '../record-on-case.ts';

type Recording<Value> = Pick<CaseRecording<Value>, 'action' | 'detail' | 'record'>;

/** The candidate has consented to the text of now, or acknowledged it. Answers the receipt's id. */
export function recordConsent(purpose: ConsentPurpose, textVersion: string): Recording<string> {
  return {
    action: 'consent.give',
    detail: { purpose, textVersion },
    async record(tx, row, { now }) {
      const refusal = notForConsent(row);
      if (refusal !== undefined) return fail(refusal);
      const text = mayConsentTo(purpose, textVersion);
      if (!text.ok) {
        const { expected, came } = text.error;
        const message = `The version of the text that is shown now, ${expected}, was expected, got ${came}; read it anew (consentTexts).`;
        return fail({ kind: 'InvalidInput', field: 'textVersion', message });
      }
      return ok(await giveConsent(tx, { tenantId: row.tenantId, certificationId: row.id, purpose, textVersion, now }));
    },
  };
}

/** What the candidate consented to for the purpose is withdrawn, also when the case is over. Answers how many receipts stood. */
export function recordWithdrawal(purpose: ConsentPurpose): Recording<number> {
  return {
    action: 'consent.withdraw',
    detail: { purpose },
    async record(tx, row, { now }) {
      if (!isWithdrawable(purpose)) {
        const message = `A purpose that was consented to was expected: ${purpose} says that you were told, which cannot be undone.`;
        return fail({ kind: 'InvalidInput', field: 'purpose', message });
      }
      return ok(await withdrawConsent(tx, { tenantId: row.tenantId, certificationId: row.id, purpose, now }));
    },
  };
}

/** Consent is given to an evaluation that is to come, or goes on. */
function notForConsent({ path, isOpen, status }: CertificationRow): ActRefusal | undefined {
  if (path !== 'ACCREDITED_EVALUATOR')
    return { kind: 'Guarded', guard: { kind: 'NotOfThisPath', path }, status, command: 'signPlan' };
  return isOpen ? undefined : { kind: 'Final', status, command: 'signPlan' };
}
