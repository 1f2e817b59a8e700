import { fail, ok } from '@academy/kernel';
import { ensureJob } from '@academy/platform/jobs';
import { instrumentFault } from '../../domain/evaluation/instrument.ts';
import { type LocalDate, localDateOf } from '../../domain/local-date.ts';
import { canonicalJson } from '../../domain/portfolio/canonical-json.ts';
import { followStandard } from '../../jobs/standard-work.ts';
import { isHersToWorkOn } from '../../store/acting.ts';
import { findCaseStandard, pinInstrument } from '../../store/case-standards.ts';
import { agreementFacts } from '../../store/evaluation-facts.ts';
import { sha256Of } from '../../store/sha256.ts';
import type { CaseAct } from '../act-on-case.ts';
import { notIn } from './expect-status.ts';

/**
 * An evaluator proposes to evaluate the case on a day, and to be done by another; by the version of the standard that conocer says is in force. The instrument
 * of that version is pinned to the case with the plan.
 */
export function proposePlan(asked: {
  readonly evaluatesOn: LocalDate;
  readonly dueOn: LocalDate;
}): Pick<CaseAct, 'command' | 'alongside' | 'action' | 'mayActOn'> {
  const { evaluatesOn, dueOn } = asked;
  return {
    action: 'certification.plan-propose',
    mayActOn: isHersToWorkOn,
    async command(tx, row, { actor, now }) {
      const refusal = notIn(row, 'proposePlan', 'DIAGNOSED');
      if (refusal !== undefined) return fail(refusal);
      const today = localDateOf(now);
      if (evaluatesOn < today) return fail(tooEarly('evaluatesOn', today, evaluatesOn));
      const { tenantId, id: certificationId } = row;
      const standard = await findCaseStandard(tx, { tenantId, certificationId });
      if (standard === undefined) {
        await ensureJob(tx, followStandard, { tenantId, key: certificationId, payload: { certificationId }, dueAt: now });
        return fail({ kind: 'StandardNotKnownYet', standardCode: row.standardCode });
      }
      const { standardCode, isActive, instrument } = standard;
      const fault = instrument === null ? null : instrumentFault(instrument);
      if (isActive && fault !== undefined) return fail({ kind: 'NoInstrument', standardCode, fault });
      const plan = { evaluatorId: actor.userId, standardCode, evaluatesOn, dueOn };
      const of = { evaluatorId: plan.evaluatorId, evaluatesOn, standard: { code: standardCode, isActive }, now };
      return ok({ kind: 'proposePlan', plan, facts: await agreementFacts(tx, row, of) });
    },
    async alongside(tx, { tenantId, id: certificationId }, { now }) {
      const standard = await findCaseStandard(tx, { tenantId, certificationId });
      if (standard?.instrument === undefined || standard.instrument === null)
        throw new Error('A plan was proposed without an instrument.');
      const { standardCode, instrument } = standard;
      const digest = sha256Of(canonicalJson(instrument));
      await pinInstrument(tx, { tenantId, certificationId, standardCode, instrument, digest, now });
    },
  };
}

function tooEarly(field: string, today: LocalDate, came: LocalDate) {
  return { kind: 'InvalidInput', field, message: `A day from today on, ${today}, was expected, got ${came}.` } as const;
}
