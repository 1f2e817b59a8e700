import { profileUpdated } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { catchUp } from '../sagas/certification.ts';
import { lockCase } from '../store/certification.ts';
import { recordAnswer } from '../store/request.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** The portfolio shows what the case led to. */
export const onProfileUpdated: Reaction<CertificationWorker> = reaction(
  'profile-updated',
  profileUpdated,
  async (tx, { tenantId, data }, { clock }) => {
    const { certificationId, portfolioEntryId } = data;
    const now = clock.now();
    const row = await lockCase(tx, tenantId, certificationId);
    await recordAnswer(tx, { tenantId, certificationId, kind: 'PROFILE_UPDATE', answerId: portfolioEntryId, now });
    await catchUp(tx, row, now);
  },
);
