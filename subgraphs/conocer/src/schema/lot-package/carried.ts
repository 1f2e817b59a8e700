import { idempotencyKeyFault, isUuid, type Result, type UserPrincipal, unreachable } from '@academy/kernel';
import { onceByKey, type Tx } from '@academy/platform/db';
import type { Context } from '../../context.ts';
import type { PackageRefusal } from '../../lot-packages.ts';
import { actorOf } from '../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../refusals.ts';

const NO_PACKAGE = 'There is no such package that you may act on.';

type By = { readonly actor: UserPrincipal; readonly now: Date };

/**
 * The id that an act on a package answers, done once by this key; or the union member that says why not. `id`: of what the input names, null where it names nothing;
 * `said`: what of the input makes a repeat another call.
 */
export async function carried(
  { principal, tenantId, db, clock }: Context,
  operation: string,
  input: { readonly id: string | null; readonly idempotencyKey: string; readonly said?: object },
  act: (tx: Tx, by: By) => Promise<Result<string, PackageRefusal>>,
) {
  const actor = actorOf(principal);
  const { id, idempotencyKey: key } = input;
  const fault = idempotencyKeyFault(key);
  if (fault !== undefined) return invalidInput(fault);
  if (id !== null && !isUuid(id)) return notFound(NO_PACKAGE);
  const call = { tenantId, actorId: actor.userId, operation, key, input: { id, ...input.said } };
  const answer = await db.write((tx) =>
    onceByKey<Result<string, PackageRefusal>>(tx, call, () => act(tx, { actor, now: clock.now() })),
  );
  if (!answer.ok) return conflict(answer.error);
  return answer.value.ok ? answer.value.value : refused(answer.value.error);
}

/** The union member for an act on a package that was refused. */
export function refused(refusal: PackageRefusal) {
  switch (refusal.kind) {
    case 'NotFound':
      return notFound(NO_PACKAGE);
    case 'NothingToPack':
      return invalidState(
        'Nothing waits in this lot to be carried to the authority: what the dictamen ruled valid must be SUBMISSION_PREPARED, for an academy that has MANUAL_LOT.',
      );
    case 'NotReady':
      return invalidState(
        `The package is ${refusal.status}; it is downloaded and handed over while it is READY, and its outcome is imported once it is HANDED_OVER.`,
      );
    default:
      return unreachable(refusal);
  }
}
