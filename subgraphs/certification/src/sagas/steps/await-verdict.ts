import { DAY_MS } from '@academy/kernel';
import { applyTransition, lockCase } from '../../store/certification.ts';
import { hasEnded } from '../outcome.ts';
import { required } from '../required-transition.ts';
import type { CertificationStep } from '../saga-state.ts';

/** News ends the wait. The authority estimates 90 natural days: the step looks by itself three times in them, should the saga have missed it. */
const LOOK_MS = 30 * DAY_MS;

/** Silence of the authority since the case last moved: twice its own estimate. The verdict still counts when it comes. */
const SILENT_MS = 180 * DAY_MS;

/** A rejection that can be corrected waits this long for the learner to request again; then the case is closed. */
const CORRECTION_MS = 90 * DAY_MS;

/** The case has its verdict: issued, or rejected for good. It asks nothing again: conocer follows the submission and tells. */
export const awaitVerdict: CertificationStep = {
  name: 'awaitVerdict',
  kind: 'retriable',
  deadline: { afterMs: SILENT_MS, atEnd: 'park' },
  async run(tx, { tenantId, subject }, { clock }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    if (hasEnded(row)) return { kind: 'done' };
    if (row.status !== 'REJECTED') return { kind: 'wait', until: new Date(now.getTime() + LOOK_MS), since: row.changedAt };
    const lapsesAt = new Date(row.changedAt.getTime() + CORRECTION_MS);
    if (lapsesAt > now) return { kind: 'wait', until: lapsesAt, since: row.changedAt };
    const detail = { closedBy: 'service', lapsedAt: lapsesAt.toISOString() };
    await required(applyTransition(tx, { tenantId, certificationId: subject, command: { kind: 'close' }, detail, now }));
    return { kind: 'done' };
  },
};
