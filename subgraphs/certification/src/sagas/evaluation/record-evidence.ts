import { fail, ok } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { EvidenceClaim } from '../../domain/evaluation/evidence.ts';
import { addEvidence, findEvidence } from '../../store/evaluation.ts';
import { consentsOf } from '../../store/evaluation-facts.ts';
import { guardedAct } from '../act-on-case.ts';
import type { CaseRecording } from '../record-on-case.ts';
import { notIn } from './expect-status.ts';

/** So much fits one portfolio that people can go through. */
const MAX_EVIDENCE = 200;

/** The evidence is part of a case whose plan is agreed or that is being evaluated; the same content is added once. Answers its id. */
export function recordEvidence(claim: EvidenceClaim): Pick<CaseRecording<string>, 'action' | 'detail' | 'record'> {
  const { sha256, mediaType, sizeBytes } = claim;
  return {
    action: 'evidence.add',
    detail: { sha256, mediaType, sizeBytes },
    async record(tx, row, { actor, now }) {
      const refusal = notIn(row, 'judge', 'PLAN_AGREED', 'EVALUATING');
      if (refusal !== undefined) return fail(refusal);
      const { missingConsents } = await consentsOf(tx, row);
      if (missingConsents.length > 0) return guardedAct(row, 'judge', { kind: 'ConsentsMissing', purposes: missingConsents });
      const { tenantId, id: certificationId } = row;
      const there = await findEvidence(tx, { tenantId, certificationId });
      const same = there.find((one) => one.sha256 === sha256);
      if (same !== undefined) return ok(same.id);
      if (there.length >= MAX_EVIDENCE) {
        const message = `At most ${MAX_EVIDENCE} pieces of evidence were expected in one certification, and there are ${there.length}; join some.`;
        return fail({ kind: 'InvalidInput', field: 'certificationId', message });
      }
      const id = newId();
      await addEvidence(tx, { ...claim, tenantId, id, certificationId, addedBy: actor.userId, addedAt: now });
      return ok(id);
    },
  };
}
