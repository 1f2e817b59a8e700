import { fail, ok } from '@academy/kernel';
import { localDateOf } from '../../domain/local-date.ts';
import { isHersToWorkOn } from '../../store/acting.ts';
import { consentsOf, evaluatorFacts } from '../../store/evaluation-facts.ts';
import { type CaseAct, guardedAct } from '../act-on-case.ts';
import { notIn } from './expect-status.ts';

/** The plan's evaluator begins, on a day of the plan on which she is accredited, as long as the candidate's consent stands. */
export const beginEvaluation: Pick<CaseAct, 'command' | 'action' | 'mayActOn'> = {
  action: 'certification.evaluation-begin',
  mayActOn: isHersToWorkOn,
  async command(tx, row, { actor, now }) {
    const refusal = notIn(row, 'beginEvaluation', 'PLAN_AGREED', 'EVALUATING');
    if (refusal !== undefined) return fail(refusal);
    const { missingConsents } = await consentsOf(tx, row);
    if (missingConsents.length > 0)
      return guardedAct(row, 'beginEvaluation', { kind: 'ConsentsMissing', purposes: missingConsents });
    const on = localDateOf(now);
    const evaluator = await evaluatorFacts(tx, row, { evaluatorId: actor.userId, on, now });
    return ok({ kind: 'beginEvaluation', evaluator, on });
  },
};
