import { profileUpdated, profileUpdateRequested } from '@academy/contracts';
import { emit, type Reaction, reaction } from '@academy/platform/events';
import { portfolioItems } from '../domain/portfolio.ts';
import { putPortfolioEntry } from '../store/portfolio.ts';
import { lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

/** A certification came to its end: the person's portfolio shows its certificates, and certification is told which entry is the most official. */
export const onProfileUpdateRequested: Reaction<UsersWorker> = reaction(
  'profile-update-requested',
  profileUpdateRequested,
  async (tx, event, { clock }) => {
    const { tenantId, data } = event;
    const { userId, certificationId } = data;
    const person = await lockPerson(tx, tenantId, userId);
    if (person === undefined) {
      throw new Error(`A portfolio can be kept only for a user of the tenant; certification ${certificationId} names ${userId}.`);
    }
    // Nobody is left to show it.
    if (person.erasedAt !== null) return;
    let portfolioEntryId = '';
    for (const item of portfolioItems(data)) {
      portfolioEntryId = await putPortfolioEntry(tx, {
        ...item,
        tenantId,
        userId,
        certificationId,
        earnedAt: new Date(data.earnedAt),
      });
    }
    await emit(tx, profileUpdated, {
      tenantId,
      subject: certificationId,
      occurredAt: clock.now(),
      data: { certificationId, userId, portfolioEntryId },
    });
  },
);
