import { fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import type { Remarks } from '../../domain/evaluation/cedula.ts';
import { ruleOf } from '../../domain/evaluation/instrument.ts';
import type { EvaluationRefusal } from '../../domain/evaluation.ts';
import { type Judgement, judgeCompetence } from '../../domain/judgement.ts';
import { isHersToWorkOn } from '../../store/acting.ts';
import { findPinned } from '../../store/case-standards.ts';
import type { CertificationRow } from '../../store/certification.ts';
import { addJudgement, findAnswers } from '../../store/evaluation.ts';
import { consentsOf } from '../../store/evaluation-facts.ts';
import { type CaseAct, guardedAct } from '../act-on-case.ts';
import { notIn } from './expect-status.ts';

/** The plan's evaluator judges: as the two-part rule over her answers and the pinned instrument says, or otherwise with a reason. The cédula is on record. */
export function judgeCase(given: {
  readonly isCompetent: boolean;
  readonly override: string | null;
  readonly remarks: Remarks;
}): Pick<CaseAct, 'command' | 'alongside' | 'action' | 'mayActOn'> {
  const { isCompetent, override, remarks } = given;
  return {
    action: 'certification.judge',
    mayActOn: isHersToWorkOn,
    async command(tx, row, { actor }) {
      const refusal = notIn(row, 'judge', 'EVALUATING', isCompetent ? 'JUDGED_COMPETENT' : 'JUDGED_NOT_YET');
      if (refusal !== undefined) return fail(refusal);
      const { missingConsents } = await consentsOf(tx, row);
      if (missingConsents.length > 0) return guardedAct(row, 'judge', { kind: 'ConsentsMissing', purposes: missingConsents });
      return ok({ kind: 'judge', isCompetent, iec: await ruleOn(tx, row), override, judgedBy: actor.userId });
    },
    async alongside(tx, row, { actor, now }) {
      const ruled = await ruleOn(tx, row);
      if (!ruled.ok) throw new Error('A case was judged on answers that cannot be judged.');
      const { score, minimumScore, verdict } = ruled.value;
      await addJudgement(tx, {
        tenantId: row.tenantId,
        certificationId: row.id,
        isCompetent,
        isCompetentByRule: verdict === 'COMPETENTE',
        score,
        minimumScore,
        reasons: ruled.value.verdict === 'COMPETENTE' ? [] : ruled.value.reasons,
        overrideReason: override,
        remarks,
        judgedBy: actor.userId,
        judgedAt: now,
      });
    },
  };
}

/** What the rule says of the answers that were recorded, by the instrument that was pinned. */
async function ruleOn(
  tx: Tx,
  { tenantId, id: certificationId }: CertificationRow,
): Promise<Result<Judgement, EvaluationRefusal>> {
  const of = { tenantId, certificationId };
  const pinned = await findPinned(tx, of);
  if (pinned === undefined) return fail({ kind: 'NoReactivos' });
  return judgeCompetence(ruleOf(pinned.instrument), await findAnswers(tx, of));
}
