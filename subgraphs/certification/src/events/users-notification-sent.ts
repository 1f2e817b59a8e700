import { notificationSent } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { catchUp } from '../sagas/certification.ts';
import { lockCase } from '../store/certification.ts';
import { recordAnswer } from '../store/request.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** Somebody was told what we asked for. An event from before there were several questions of a topic does not say which: users answers in their order. */
export const onNotificationSent: Reaction<CertificationWorker> = reaction(
  'notification-sent',
  notificationSent,
  async (tx, { tenantId, data }, { clock }) => {
    const { certificationId, notificationId, occasion } = data;
    // Not of our asking.
    if (certificationId === null) return;
    const key = occasion ?? undefined;
    const now = clock.now();
    const row = await lockCase(tx, tenantId, certificationId);
    await recordAnswer(tx, { tenantId, certificationId, kind: 'NOTIFICATION', key, answerId: notificationId, now });
    await catchUp(tx, row, now);
  },
);
