import type { Result, UserPrincipal } from '@academy/kernel';
import { onceByKey, type Tx } from '@academy/platform/db';
import { findParkedStep, type SettleRefusal } from '@academy/platform/saga';
import type { Context } from '../../context.ts';
import { type SettledAs, settleParkedStep } from '../../sagas/settle-parked-step.ts';
import { loaded } from '../loaded.ts';
import { conflict, invalidState, notFound } from '../refusals.ts';

type Answer = Result<null, SettleRefusal>;

/** The union member for a step that is not there, or is another tenant's. */
export const noParkedStep = () => notFound('There is no such parked step in your tenant.');

/** The parked step, settled once by this key; or the union member that says why not. */
export async function settled(
  { db, tenantId, clock }: Context,
  settling: { operation: string; key: string; parkedStepId: string; actor: UserPrincipal; as: SettledAs },
) {
  const { operation, key, parkedStepId, actor, as } = settling;
  const input = { parkedStepId, ...('reason' in as ? { reason: as.reason } : {}) };
  const answer = await db.write((tx: Tx) =>
    onceByKey<Answer>(tx, { tenantId, actorId: actor.userId, operation, key, input }, () =>
      settleParkedStep(tx, { parkedStepId, actor, as, now: clock.now() }),
    ),
  );
  if (!answer.ok) return conflict(answer.error);
  if (answer.value.ok) return loaded(db.read((tx) => findParkedStep(tx, tenantId, parkedStepId)));
  return answer.value.error.kind === 'NotFound'
    ? noParkedStep()
    : invalidState('The step waits no more: somebody settled it, or its answer came after all.');
}
