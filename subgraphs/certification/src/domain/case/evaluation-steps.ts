import { unreachable } from '@academy/kernel';
import type { EvaluationCommand } from './commands.ts';
import { guardAgreement, guardEvaluator } from './guards.ts';
import { isSamePlan } from './known.ts';
import { type Case, PLAN_PARTIES } from './phases.ts';
import { follow, followIf, guarded, notPossible, type Step } from './step.ts';

/** States 1 to 6: from a registered case to results that were delivered. */
export function followEvaluation(current: Case, command: EvaluationCommand): Step {
  switch (command.kind) {
    case 'recordDiagnosis': {
      if (current.status !== 'REGISTERED') return notPossible('REGISTERED');
      if (current.path !== 'ACCREDITED_EVALUATOR') return guarded({ kind: 'NotOfThisPath', path: current.path });
      const { readiness } = command;
      return follow({ ...current, status: 'DIAGNOSED', readiness, plan: null, signedBy: [] });
    }
    case 'proposePlan':
      if (current.status !== 'DIAGNOSED') return notPossible('DIAGNOSED');
      return followIf([guardAgreement(command.plan, command.facts)], { ...current, plan: command.plan, signedBy: [] });
    case 'signPlan':
      return signPlan(current, command);
    case 'beginEvaluation':
      return beginEvaluation(current, command);
    case 'judge':
      return judge(current, command);
    case 'deliverResults': {
      if (current.status !== 'JUDGED_COMPETENT') return notPossible('JUDGED_COMPETENT');
      const { portfolioRoot } = command;
      const isSealed = portfolioRoot !== null && /^[0-9a-f]{64}$/.test(portfolioRoot);
      if (!isSealed && (current.plan !== null || portfolioRoot !== null))
        return guarded({ kind: 'PortfolioNotSealed', came: portfolioRoot });
      return follow({ ...current, status: 'RESULTS_DELIVERED', portfolioRoot });
    }
    default:
      return unreachable(command);
  }
}

/** One signature leaves the plan proposed; with both it is agreed. What it rests on is asked at each, for days may lie between them. */
function signPlan(current: Case, command: EvaluationCommand & { kind: 'signPlan' }): Step {
  if (current.status !== 'DIAGNOSED') return notPossible('DIAGNOSED');
  const { plan, signedBy, path, hasStandard } = current;
  const { by } = command;
  if (plan === null || !isSamePlan(plan, command.plan)) return guarded({ kind: 'OtherPlan', by });
  const signed = PLAN_PARTIES.filter((party) => party === by || signedBy.includes(party));
  const isAgreed = signed.length === PLAN_PARTIES.length;
  return followIf(
    [guardAgreement(plan, command.facts)],
    isAgreed ? { status: 'PLAN_AGREED', path, hasStandard, plan } : { ...current, signedBy: signed },
  );
}

/** An evaluator begins by the agreed plan, within its time, accredited on that very day; the service without one. */
function beginEvaluation(current: Case, { evaluator, on }: EvaluationCommand & { kind: 'beginEvaluation' }): Step {
  if (current.status === 'REGISTERED') {
    if (current.path === 'REVERSAL') return guarded({ kind: 'NotOfThisPath', path: current.path });
    if (current.path === 'ACCREDITED_EVALUATOR') return notPossible('PLAN_AGREED');
    return evaluator === undefined
      ? follow({ ...current, status: 'EVALUATING', plan: null })
      : guarded({ kind: 'OtherEvaluator', expected: null, came: evaluator.evaluatorId });
  }
  if (current.status !== 'PLAN_AGREED') return notPossible('REGISTERED', 'PLAN_AGREED');
  const { plan } = current;
  if (evaluator === undefined || on === undefined)
    return guarded({ kind: 'OtherEvaluator', expected: plan.evaluatorId, came: null });
  if (on > plan.dueOn) return guarded({ kind: 'PlanOver', dueOn: plan.dueOn, on });
  return followIf([guardEvaluator(plan, evaluator, on)], { ...current, status: 'EVALUATING' });
}

/** The judgement is that of the IEC rule, or the evaluator says why it is not. The service never judges otherwise. */
function judge(current: Case, command: EvaluationCommand & { kind: 'judge' }): Step {
  if (current.status !== 'EVALUATING') return notPossible('EVALUATING');
  const { plan } = current;
  const { iec, override, isCompetent } = command;
  const expected = plan?.evaluatorId ?? null;
  const came = command.judgedBy ?? null;
  if (came !== expected) return guarded({ kind: 'OtherEvaluator', expected, came });
  if (!iec.ok) return guarded({ kind: 'IecIncomplete', refusal: iec.error });
  if (override !== null && plan === null) return guarded({ kind: 'OverrideNotAllowed', path: current.path });
  const verdict = isCompetent ? 'COMPETENTE' : 'TODAVIA_NO_COMPETENTE';
  if (iec.value.verdict !== verdict && (override === null || override.trim() === ''))
    return guarded({ kind: 'JudgementDiffers', expected: iec.value.verdict, came: verdict });
  return follow(isCompetent ? { ...current, status: 'JUDGED_COMPETENT' } : { status: 'JUDGED_NOT_YET' });
}
