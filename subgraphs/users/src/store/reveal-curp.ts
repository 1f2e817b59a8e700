import { type Clock, Fault, fail, idempotencyKeyFault, ok, type Result, SECOND_MS, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import { type IdempotencyConflict, onceByKey, type Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import {
  DISCLOSURE_WINDOW_MS,
  DISCLOSURES_PER_HOUR,
  type DisclosurePurpose,
  decideDisclosure,
  SAME_LOOK_MS,
} from '../domain/disclosure.ts';
import type { InvalidInput, InvalidState } from '../domain/refusal.ts';
import { addDisclosure, type DisclosureRow, findDisclosure, lockDisclosuresTo } from './disclosures.ts';
import { findIdentities } from './identity.ts';
import { lockPerson } from './users.ts';

/** What the data of a person whose erasure was accepted are still shown for. */
const MAY_SEE_BLOCKED: ReadonlySet<DisclosurePurpose> = new Set(['LEGAL_OBLIGATION', 'AUDIT', 'PRIVACY_REQUEST']);

/** What is asked; that the viewer may know of the person was made sure of before. */
export type RevealRequest = {
  readonly userId: string;
  readonly purpose: DisclosurePurpose;
  readonly note?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
};

export type Revealed = { readonly curp: string; readonly disclosure: DisclosureRow };

/**
 * The CURP, and in the same transaction the record of who saw it and why, in the person's disclosures and in the audit log: both or neither. The same key again
 * within 10 minutes is the same look. Throws Fault RATE_LIMITED when the viewer has seen 30 in the last hour.
 */
export async function revealCurp(
  tx: Tx,
  vault: Vault,
  viewer: UserPrincipal,
  request: RevealRequest,
  clock: Clock,
): Promise<Result<Revealed, InvalidInput | InvalidState | IdempotencyConflict>> {
  const { tenantId } = viewer;
  const { userId, purpose, idempotencyKey: key } = request;
  const now = clock.now();
  const decided = decideDisclosure({ isOneself: viewer.userId === userId, purpose, note: request.note });
  if (!decided.ok) return decided;
  const keyFault = key == null ? undefined : idempotencyKeyFault(key);
  if (keyFault !== undefined) return fail({ kind: 'InvalidInput', ...keyFault });
  const isBlocked = (await lockPerson(tx, tenantId, userId))?.blockedAt != null;
  if (isBlocked && !MAY_SEE_BLOCKED.has(purpose)) {
    const message = 'The data of this person are blocked, as she asked for their erasure: only a duty of the law opens them.';
    return fail({ kind: 'InvalidState', message });
  }
  const curp = (await findIdentities(tx, vault, tenantId, [userId]))[0]?.curp ?? null;
  if (curp === null) return fail({ kind: 'InvalidState', message: 'No CURP of this person is known: there is nothing to show.' });

  const record = () => disclose(tx, viewer, { userId, purpose, note: decided.value.note, now });
  if (key == null) return ok({ curp, disclosure: await required(tx, tenantId, await record()) });
  const input = { userId, purpose, note: decided.value.note };
  const once = await onceByKey(tx, { tenantId, actorId: viewer.userId, operation: 'curpReveal', key, input }, record);
  if (!once.ok) return once;
  const disclosure = await required(tx, tenantId, once.value);
  if (now.getTime() - disclosure.disclosedAt.getTime() > SAME_LOOK_MS) {
    const message = `The idempotency key "${key}" is of a look from ${disclosure.disclosedAt.toISOString()}; use a new key for another look.`;
    return fail({ kind: 'IdempotencyConflict', message });
  }
  return ok({ curp, disclosure });
}

async function disclose(
  tx: Tx,
  viewer: UserPrincipal,
  { userId, purpose, note, now }: { userId: string; purpose: DisclosurePurpose; note: string | null; now: Date },
): Promise<string> {
  const { tenantId, userId: actorId, persona } = viewer;
  const since = new Date(now.getTime() - DISCLOSURE_WINDOW_MS);
  const seen = await lockDisclosuresTo(tx, { tenantId, actorId }, since, DISCLOSURES_PER_HOUR);
  const oldest = seen[0];
  if (oldest !== undefined && seen.length >= DISCLOSURES_PER_HOUR) {
    const retryAfterSeconds = Math.ceil((oldest.getTime() + DISCLOSURE_WINDOW_MS - now.getTime()) / SECOND_MS);
    throw new Fault(
      'RATE_LIMITED',
      `At most ${DISCLOSURES_PER_HOUR} CURPs in an hour were expected; try again in ${retryAfterSeconds} s.`,
      { details: { retryAfterSeconds } },
    );
  }
  const id = await addDisclosure(tx, {
    tenantId,
    userId,
    item: 'CURP',
    actorId,
    actorPersona: persona,
    purpose,
    note,
    disclosedAt: now,
  });
  await recordAudit(tx, {
    principal: viewer,
    action: 'curp.reveal',
    subject: userId,
    why: purpose,
    detail: { disclosure: id },
    at: now,
  });
  return id;
}

async function required(tx: Tx, tenantId: string, id: string): Promise<DisclosureRow> {
  const row = await findDisclosure(tx, tenantId, id);
  if (row === undefined) throw new Error(`The disclosure ${id} is on record and cannot be found.`);
  return row;
}
