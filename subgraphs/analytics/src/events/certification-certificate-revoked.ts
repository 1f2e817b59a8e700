import { certificateRevoked } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { countFact } from '../count-facts.ts';
import { moveWatermark } from '../store/watermarks.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

/** A revocation is a fact of its own, told apart by its certificate: it counts even when it arrives before the certificate's issue does. */
export const onCertificateRevoked: Reaction<AnalyticsWorker> = reaction(
  'certificate-revoked',
  certificateRevoked,
  async (tx, event, { clock }) => {
    await moveWatermark(tx, 'certification', event);
    const { holderId, certificateId } = event.data;
    await countFact(
      tx,
      event,
      { kind: 'CERTIFICATE_REVOKED', courseId: null, learnerId: holderId, objectId: certificateId },
      clock.now(),
    );
  },
);
