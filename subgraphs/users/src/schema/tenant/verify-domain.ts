import { fail, isUuid, type Result } from '@academy/kernel';
import type { Context } from '../../context.ts';
import type { InvalidState, NotFound } from '../../domain/refusal.ts';
import { challengeOf } from '../../domain/tenant-domain.ts';
import { mayReadTenant } from '../../domain/tenant-visibility.ts';
import { confirmDomain, takenMeanwhile } from '../../store/tenant-domain.ts';
import type { TenantRow } from '../../store/tenants.ts';
import { actorOf } from '../actor.ts';

/** The tenant's domain is in force if its record is there now. The name servers are asked outside of any transaction. */
export async function verifyDomain(tenantId: string, ctx: Context): Promise<Result<TenantRow, InvalidState | NotFound>> {
  const actor = actorOf(ctx.principal);
  const tenant = isUuid(tenantId) && mayReadTenant(actor, tenantId) ? await ctx.loaders.tenant.load(tenantId) : undefined;
  if (tenant === undefined) return fail({ kind: 'NotFound', message: 'There is no such tenant.' });
  const { domainName: name, domainToken: token, domainVerifiedAt: verifiedAt } = tenant;
  if (name === null || token === null) {
    return fail({ kind: 'InvalidState', message: 'The tenant has claimed no domain; claim one first.' });
  }
  const { recordName, recordValue } = challengeOf({ name, token, verifiedAt });
  await ctx.db.end();
  const found = await ctx.loaders.outside.resolveTxt(recordName);
  if (!found.includes(recordValue)) {
    const seen = found.length === 0 ? 'none' : `${found.length} with other texts`;
    return fail({
      kind: 'InvalidState',
      message: `A TXT record ${recordName} with the text ${recordValue} was expected, found ${seen}. Name servers may take a while to tell of a new one; try again then.`,
    });
  }
  try {
    return await ctx.db.write((tx) => confirmDomain(tx, actor, { tenantId, domain: { name, token, verifiedAt } }, ctx.clock));
  } catch (thrown) {
    const taken = takenMeanwhile(thrown);
    if (taken === undefined) throw thrown;
    return fail(taken);
  }
}
