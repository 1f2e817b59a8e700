import { Fault } from '@academy/kernel';
import type { Context } from '../../context.ts';
import type { TenantRow } from '../../store/tenants.ts';

/** The tenant of something that belongs to one. */
export async function tenantOrFault(id: string, ctx: Context): Promise<TenantRow> {
  const tenant = await ctx.loaders.tenant.load(id);
  if (tenant === undefined) throw new Fault('NOT_FOUND', 'There is no such tenant.');
  return tenant;
}
