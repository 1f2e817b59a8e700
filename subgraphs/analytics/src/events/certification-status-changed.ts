import { certificationStatusChanged } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { recordFact } from '../store/facts.ts';
import { moveWatermark } from '../store/watermarks.ts';

/** A case that becomes ISSUED is an official certificate; any other change only moves the watermark. */
export const onCertificationStatusChanged = reaction('status-changed', certificationStatusChanged, async (tx, event) => {
  const { status, courseId, candidateId, certificationId } = event.data;
  if (status === 'ISSUED') {
    await recordFact(tx, event, {
      kind: 'OFFICIAL_CERTIFICATE_ISSUED',
      courseId,
      learnerId: candidateId,
      objectId: certificationId,
    });
  }
  await moveWatermark(tx, 'certification', event);
});
