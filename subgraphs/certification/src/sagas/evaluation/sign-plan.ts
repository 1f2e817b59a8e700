import { DAY_MS, fail, HOUR_MS, ok } from '@academy/kernel';
import { ensureJob, scheduleJob } from '@academy/platform/jobs';
import { lapsePlan } from '../../jobs/lapse-work.ts';
import { followStandard } from '../../jobs/standard-work.ts';
import { isHersToWorkOn } from '../../store/acting.ts';
import { findCaseStandard, findPinned } from '../../store/case-standards.ts';
import { agreementFacts } from '../../store/evaluation-facts.ts';
import { planDigest } from '../../store/plan-digest.ts';
import { type CaseAct, guardedAct } from '../act-on-case.ts';
import { notIn } from './expect-status.ts';

/** A day of Mexico City begins so long after that of UTC; the job looks at the calendar itself. */
const ZONE_MS = 6 * HOUR_MS;

/**
 * The candidate, or the evaluator, signs exactly the plan and the instrument of this digest. With both signatures the plan is agreed, and will lapse when its last
 * day is over.
 */
export function signPlan(digest: string): Pick<CaseAct, 'command' | 'alongside' | 'action' | 'mayActOn'> {
  return {
    action: 'certification.plan-sign',
    mayActOn: isHersToWorkOn,
    async command(tx, row, { actor, now }) {
      const by = actor.persona === 'learner' ? 'CANDIDATE' : 'EVALUATOR';
      const { tenantId, id: certificationId, plan } = row;
      const pinned = await findPinned(tx, { tenantId, certificationId });
      const refusal = notIn(row, 'signPlan', 'DIAGNOSED', 'PLAN_AGREED');
      if (refusal !== undefined) return fail(refusal);
      if (plan === null || pinned === undefined || planDigest(plan, pinned.digest) !== digest)
        return guardedAct(row, 'signPlan', { kind: 'OtherPlan', by });
      if (by === 'EVALUATOR' && plan.evaluatorId !== actor.userId)
        return guardedAct(row, 'signPlan', { kind: 'OtherEvaluator', expected: plan.evaluatorId, came: actor.userId });
      const standard = await findCaseStandard(tx, { tenantId, certificationId });
      if (standard === undefined) {
        await ensureJob(tx, followStandard, { tenantId, key: certificationId, payload: { certificationId }, dueAt: now });
        return fail({ kind: 'StandardNotKnownYet', standardCode: row.standardCode });
      }
      const { standardCode: code, isActive } = standard;
      const of = { evaluatorId: plan.evaluatorId, evaluatesOn: plan.evaluatesOn, standard: { code, isActive }, now };
      return ok({ kind: 'signPlan', by, plan, facts: await agreementFacts(tx, row, of) });
    },
    async alongside(tx, { tenantId, id: certificationId, status, plan }) {
      if (status !== 'PLAN_AGREED' || plan === null) return;
      const dueAt = new Date(Date.parse(plan.dueOn) + DAY_MS + ZONE_MS);
      await scheduleJob(tx, lapsePlan, { tenantId, key: certificationId, payload: { certificationId }, dueAt });
    },
  };
}
