import { fail, ok } from '@academy/kernel';
import type { AnswerClaim } from '../../domain/evaluation/answers.ts';
import { findPinned } from '../../store/case-standards.ts';
import { findEvidence, keepAnswers } from '../../store/evaluation.ts';
import { consentsOf } from '../../store/evaluation-facts.ts';
import { type ActRefusal, guardedAct } from '../act-on-case.ts';
import type { CaseRecording } from '../record-on-case.ts';
import { notIn } from './expect-status.ts';

/** The plan's evaluator has answered these reactivos of the pinned instrument, on evidence of the case; answers of before give way. Answers how many. */
export function recordAnswers(answers: readonly AnswerClaim[]): Pick<CaseRecording<number>, 'action' | 'detail' | 'record'> {
  return {
    action: 'reactivo.record',
    detail: { reactivos: answers.length },
    async record(tx, row, { actor, now }) {
      const refusal = notIn(row, 'judge', 'EVALUATING');
      if (refusal !== undefined) return fail(refusal);
      const { tenantId, id: certificationId, plan } = row;
      const expected = plan?.evaluatorId ?? null;
      if (expected !== actor.userId) return guardedAct(row, 'judge', { kind: 'OtherEvaluator', expected, came: actor.userId });
      const { missingConsents } = await consentsOf(tx, row);
      if (missingConsents.length > 0) return guardedAct(row, 'judge', { kind: 'ConsentsMissing', purposes: missingConsents });
      const of = { tenantId, certificationId };
      const known = new Set((await findPinned(tx, of))?.instrument.reactivos.map(({ id }) => id));
      const strange = answers.findIndex(({ reactivoId }) => !known.has(reactivoId));
      if (strange >= 0)
        return fail(invalid(`answers.${strange}.reactivoId`, 'The id of a reactivo of the pinned instrument was expected.'));
      const held = new Set((await findEvidence(tx, of)).map(({ id }) => id));
      const unheld = answers.findIndex(({ evidenceIds }) => !evidenceIds.every((id) => held.has(id)));
      if (unheld >= 0)
        return fail(
          invalid(`answers.${unheld}.evidenceIds`, 'Ids of evidence of this certification were expected; add it first.'),
        );
      const rows = answers.map((answer) => ({ ...of, ...answer, answeredBy: actor.userId, answeredAt: now }));
      await keepAnswers(tx, rows);
      return ok(rows.length);
    },
  };
}

function invalid(field: string, message: string): ActRefusal {
  return { kind: 'InvalidInput', field, message };
}
