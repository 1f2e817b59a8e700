import { certificateIssued } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { recordFact } from '../store/facts.ts';
import { moveWatermark } from '../store/watermarks.ts';

/** A certificate of the platform is a fact; its folio, which the public may look up, is not taken over. */
export const onCertificateIssued = reaction('certificate-issued', certificateIssued, async (tx, event) => {
  const { courseId, holderId, certificateId } = event.data;
  await recordFact(tx, event, { kind: 'CERTIFICATE_ISSUED', courseId, learnerId: holderId, objectId: certificateId });
  await moveWatermark(tx, 'certification', event);
});
