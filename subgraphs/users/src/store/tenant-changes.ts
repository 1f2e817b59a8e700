import { type EventContract, tenantConfigured, tenantReactivated, tenantSuspended } from '@academy/contracts';
import { type Clock, fail, isUuid, ok, type Result } from '@academy/kernel';
import type { AuditAction } from '@academy/platform/audit';
import { type Tx, underTenant } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { parseClientSignatures } from '../domain/client-signatures.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { changeInstant, reactivate, suspend, type TenantStatus } from '../domain/tenant-life.ts';
import { changeSettings, type Installation, policiesIn, type SettingsChange } from '../domain/tenant-settings.ts';
import { changeTerms, type TermsChange } from '../domain/tenant-terms.ts';
import { mayReadTenant } from '../domain/tenant-visibility.ts';
import { type Actor, recordAct } from './audit.ts';
import { readPublicKey } from './public-key.ts';
import { lockTenant, saveTenant, type TenantRow } from './tenants.ts';

const NO_SUCH_TENANT: NotFound = { kind: 'NotFound', message: 'There is no such tenant; look its id up in the directory.' };

/** Her own tenant by an admin, any by a super_admin: the tenant has the changed settings, and every island will hear of its policies. */
export async function configureTenant(
  tx: Tx,
  actor: Actor,
  change: SettingsChange & { readonly tenantId?: string | null | undefined },
  clock: Clock,
  installation: Installation,
): Promise<Result<TenantRow, InvalidInput | NotFound>> {
  const signatures =
    change.clientSignatures == null ? ok(undefined) : parseClientSignatures(change.clientSignatures, readPublicKey);
  if (!signatures.ok) return signatures;
  return changeTenant(tx, actor, { tenantId: change.tenantId, action: 'tenant.configure', clock }, ({ settings }) => {
    const changed = changeSettings(settings, { ...change, clientSignatures: signatures.value }, installation);
    return changed.ok ? ok({ settings: changed.value }) : changed;
  });
}

/** The tenant, whichever it is, is under the changed terms. */
export async function setTenantTerms(
  tx: Tx,
  actor: Actor,
  change: TermsChange & { readonly tenantId: string },
  clock: Clock,
): Promise<Result<TenantRow, InvalidInput | NotFound>> {
  const agreement = change.agreement == null ? ok(undefined) : parseReason(change.agreement, 'agreement');
  if (!agreement.ok) return agreement;
  const act = { tenantId: change.tenantId, action: 'tenant.terms', reason: agreement.value, clock } as const;
  return changeTenant(tx, actor, act, ({ settings }) => {
    const changed = changeTerms(settings, change);
    return changed.ok ? ok({ settings: changed.value }) : changed;
  });
}

type TenantAct = {
  /** The actor's own when it is left out. Another than hers is there for the super_admin alone. */
  readonly tenantId?: string | null | undefined;
  readonly action: AuditAction;
  readonly reason?: string | undefined;
  readonly clock: Clock;
};

/**
 * The tenant is as decided, everybody who keeps a copy of it will hear of it, and the act is on record in the actor's tenant. `decide` sees the tenant under
 * its lock.
 */
export async function changeTenant<E>(
  tx: Tx,
  actor: Actor,
  { tenantId: asked, action, reason, clock }: TenantAct,
  decide: (tenant: TenantRow) => Result<Partial<TenantRow>, E>,
): Promise<Result<TenantRow, E | NotFound>> {
  const tenantId = asked ?? actor.tenantId;
  const isTheirs = isUuid(tenantId) && mayReadTenant(actor, tenantId);
  const before = isTheirs ? await lockTenant(tx, tenantId) : undefined;
  if (before === undefined) return fail(NO_SUCH_TENANT);
  const decided = decide(before);
  if (!decided.ok) return decided;
  const changedAt = changeInstant(clock.now(), before.changedAt);
  const tenant: TenantRow = { ...before, ...decided.value, changedAt };
  await saveTenant(tx, tenant);
  await underTenant(tx, { from: actor.tenantId, to: tenantId }, () =>
    emit(tx, tenantConfigured, {
      tenantId,
      subject: tenantId,
      occurredAt: changedAt,
      data: { slug: tenant.slug, policies: policiesIn(tenant.settings) },
    }),
  );
  await recordAct(tx, actor, { action, subjectId: tenantId, ...(reason === undefined ? {} : { reason }), at: changedAt });
  return ok(tenant);
}

/** The tenant, whichever it is, is suspended, and the gateway will hear of it. */
export async function suspendTenant(
  tx: Tx,
  actor: Actor,
  request: { tenantId: string; reason: string },
  clock: Clock,
): Promise<Result<TenantRow, InvalidInput | NotFound | InvalidState>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const changed = await changeStatus(tx, actor, { tenantId: request.tenantId, decide: suspend, event: tenantSuspended }, clock);
  if (!changed.ok) return changed;
  const { id, changedAt } = changed.value;
  await recordAct(tx, actor, { action: 'tenant.suspend', subjectId: id, reason: reason.value, at: changedAt });
  return changed;
}

/** The tenant, whichever it is, is in use again, and the gateway will hear of it. */
export async function reactivateTenant(
  tx: Tx,
  actor: Actor,
  tenantId: string,
  clock: Clock,
): Promise<Result<TenantRow, NotFound | InvalidState>> {
  const changed = await changeStatus(tx, actor, { tenantId, decide: reactivate, event: tenantReactivated }, clock);
  if (!changed.ok) return changed;
  const { id, changedAt } = changed.value;
  await recordAct(tx, actor, { action: 'tenant.reactivate', subjectId: id, at: changedAt });
  return changed;
}

type StatusChange = {
  tenantId: string;
  decide: (status: TenantStatus) => Result<TenantStatus, InvalidState>;
  event: EventContract<{ slug: string }>;
};

async function changeStatus(
  tx: Tx,
  actor: Actor,
  { tenantId, decide, event }: StatusChange,
  clock: Clock,
): Promise<Result<TenantRow, NotFound | InvalidState>> {
  const before = isUuid(tenantId) ? await lockTenant(tx, tenantId) : undefined;
  if (before === undefined) return fail(NO_SUCH_TENANT);
  const status = decide(before.status);
  if (!status.ok) return status;
  const changedAt = changeInstant(clock.now(), before.changedAt);
  const tenant: TenantRow = { ...before, status: status.value, changedAt };
  await saveTenant(tx, tenant);
  // The transaction is the actor's tenant's, and so is the event: under row security it could not be written for another. Its subject says whom it is about.
  await emit(tx, event, { tenantId: actor.tenantId, subject: tenant.id, occurredAt: changedAt, data: { slug: tenant.slug } });
  return ok(tenant);
}
