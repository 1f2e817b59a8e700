import { tenantConfigured } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { scheduleJob } from '@academy/platform/jobs';
import { follow } from '../jobs/follow-register.ts';
import { reconsiderHeld } from '../jobs/reconsider-held.ts';
import type { Worker } from '../services.ts';

/** A tenant's policy may open the gate for what it held back: the held submissions are judged again. Comes after the policies are stored. */
export const tenantConfiguredReaction = reaction(
  'reconsider-held',
  tenantConfigured,
  async (tx, { tenantId }, { clock }: Worker) => {
    await scheduleJob(tx, reconsiderHeld, { tenantId, key: tenantId, payload: { afterId: null }, dueAt: clock.now() });
  },
);

/** A tenant that users tells of hears of the register's changes from then on. */
export const tenantFollowsRegister = reaction(
  'follow-register',
  tenantConfigured,
  async (tx, { tenantId }, { clock }: Worker) => {
    await follow(tx, tenantId, clock.now());
  },
);
