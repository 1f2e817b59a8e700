import { certificateIssued } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { countFact } from '../count-facts.ts';
import { moveWatermark } from '../store/watermarks.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

/** A certificate of the platform is a fact; its folio, which the public may look up, is not taken over. */
export const onCertificateIssued: Reaction<AnalyticsWorker> = reaction(
  'certificate-issued',
  certificateIssued,
  async (tx, event, { clock }) => {
    await moveWatermark(tx, 'certification', event);
    const { courseId, holderId, certificateId } = event.data;
    await countFact(
      tx,
      event,
      { kind: 'CERTIFICATE_ISSUED', courseId, learnerId: holderId, objectId: certificateId },
      clock.now(),
    );
  },
);
