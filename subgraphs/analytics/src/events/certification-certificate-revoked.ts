import { certificateRevoked } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { recordFact } from '../store/facts.ts';
import { moveWatermark } from '../store/watermarks.ts';

/** A revocation is a fact of its own, told apart by its certificate: it counts even when it arrives before the certificate's issue does. */
export const onCertificateRevoked = reaction('certificate-revoked', certificateRevoked, async (tx, event) => {
  const { holderId, certificateId } = event.data;
  await recordFact(tx, event, { kind: 'CERTIFICATE_REVOKED', courseId: null, learnerId: holderId, objectId: certificateId });
  await moveWatermark(tx, 'certification', event);
});
