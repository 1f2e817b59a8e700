import { notificationSent } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { catchUp } from '../sagas/certification.ts';
import { lockCase } from '../store/certification.ts';
import { recordAnswer } from '../store/request.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The learner was told. The event names no topic: users answers in the order of our questions. */
export const onNotificationSent: Reaction<CertificationWorker> = reaction(
  'notification-sent',
  notificationSent,
  async (tx, { tenantId, data }, { clock }) => {
    const { certificationId, notificationId } = data;
    const now = clock.now();
    const row = await lockCase(tx, tenantId, certificationId);
    await recordAnswer(tx, { tenantId, certificationId, kind: 'NOTIFICATION', answerId: notificationId, now });
    await catchUp(tx, row, now);
  },
);
