import { type Clock, fail, isUuid, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { mayClose, parseCentreCode, parseCentreName } from '../domain/centre.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { type Actor, recordAct } from './audit.ts';
import { addCentre, type CentreRow, countPeopleOf, lockCentre, saveCentre } from './centres.ts';

type Kept = { readonly centreId: string };
type Refused = InvalidInput | InvalidState | NotFound;

const NO_SUCH_CENTRE: NotFound = { kind: 'NotFound', message: 'There is no such centre in your tenant.' };

/** The tenant has a centre of this code and name, and it is on record who added it. */
export async function createCentre(
  tx: Tx,
  actor: Actor,
  request: { readonly code: string; readonly name: string },
  clock: Clock,
): Promise<Result<Kept, InvalidInput | InvalidState>> {
  const code = parseCentreCode(request.code);
  if (!code.ok) return code;
  const name = parseCentreName(request.name);
  if (!name.ok) return name;
  const { tenantId } = actor;
  const at = clock.now();
  const centreId = newId();
  const row = { tenantId, id: centreId, code: code.value, name: name.value, createdAt: at, changedAt: at };
  if (!(await addCentre(tx, row))) {
    return fail({ kind: 'InvalidState', message: `The tenant has a centre ${code.value} already; rename that one.` });
  }
  await recordAct(tx, actor, { action: 'centre.create', subjectId: centreId, at, detail: { code: code.value } });
  return ok({ centreId });
}

/** The centre bears the name. */
export async function renameCentre(
  tx: Tx,
  actor: Actor,
  request: { readonly centreId: string; readonly name: string },
  clock: Clock,
): Promise<Result<Kept, Refused>> {
  const name = parseCentreName(request.name);
  if (!name.ok) return name;
  const centre = await lockOwn(tx, actor, request.centreId);
  if (centre === undefined) return fail(NO_SUCH_CENTRE);
  const at = clock.now();
  await saveCentre(tx, { ...centre, name: name.value, changedAt: at });
  await recordAct(tx, actor, { action: 'centre.rename', subjectId: centre.id, at });
  return ok({ centreId: centre.id });
}

/** Nobody is placed in the centre any more. Whoever places somebody there meanwhile is waited for, and counted. */
export async function closeCentre(
  tx: Tx,
  actor: Actor,
  request: { readonly centreId: string; readonly reason: string },
  clock: Clock,
): Promise<Result<Kept, Refused>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const centre = await lockOwn(tx, actor, request.centreId);
  if (centre === undefined) return fail(NO_SUCH_CENTRE);
  const people = await countPeopleOf(tx, actor.tenantId, centre.id);
  const may = mayClose({ isActive: centre.closedAt === null, people });
  if (!may.ok) return may;
  const at = clock.now();
  await saveCentre(tx, { ...centre, changedAt: at, closedAt: at });
  await recordAct(tx, actor, { action: 'centre.close', subjectId: centre.id, reason: reason.value, at });
  return ok({ centreId: centre.id });
}

async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<CentreRow | undefined> {
  return isUuid(id) ? lockCentre(tx, actor.tenantId, id) : undefined;
}
