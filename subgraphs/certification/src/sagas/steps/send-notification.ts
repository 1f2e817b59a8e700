import { DAY_MS } from '@academy/kernel';
import { applyTransition, lockCase } from '../../store/certification.ts';
import { requestNotification } from '../ask.ts';
import { outcomeTopicOf } from '../outcome.ts';
import { required } from '../required-transition.ts';
import type { CertificationStep } from '../saga-state.ts';

/** The answer ends the wait; the step looks by itself this often. It asks only once. */
const LOOK_MS = DAY_MS;

/** Users tells within moments; what is not told by then was buried there, and a person must see to it. */
const TOLD_WITHIN_MS = 3 * DAY_MS;

/** The candidate was told how the case ended, and a case that was rejected for good is closed. */
export const sendNotification: CertificationStep = {
  name: 'sendNotification',
  kind: 'retriable',
  deadline: { afterMs: TOLD_WITHIN_MS, atEnd: 'park' },
  async run(tx, { tenantId, subject, retries }, { clock }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    const topic = outcomeTopicOf(row);
    if (topic === undefined) return { kind: 'done' };
    const outcome = await requestNotification(tx, row, topic, now, retries);
    if (row.status === 'REJECTED') {
      const detail = { closedBy: 'service' };
      await required(applyTransition(tx, { tenantId, certificationId: subject, command: { kind: 'close' }, detail, now }));
    }
    return outcome === 'answered' ? { kind: 'done' } : { kind: 'wait', until: new Date(now.getTime() + LOOK_MS) };
  },
};
