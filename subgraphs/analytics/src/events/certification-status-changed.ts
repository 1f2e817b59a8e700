import { certificationStatusChanged } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { countFact } from '../count-facts.ts';
import { moveWatermark } from '../store/watermarks.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

/** A case that becomes ISSUED is an official certificate; any other change only moves the watermark. */
export const onCertificationStatusChanged: Reaction<AnalyticsWorker> = reaction(
  'status-changed',
  certificationStatusChanged,
  async (tx, event, { clock }) => {
    await moveWatermark(tx, 'certification', event);
    const { status, courseId, candidateId, certificationId } = event.data;
    if (status === 'ISSUED') {
      await countFact(
        tx,
        event,
        {
          kind: 'OFFICIAL_CERTIFICATE_ISSUED',
          courseId,
          learnerId: candidateId,
          objectId: certificationId,
        },
        clock.now(),
      );
    }
  },
);
