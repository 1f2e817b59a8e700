import type { Context } from '../../context.ts';
import type { ImpersonationRow } from '../../store/impersonations.ts';

/** A session that must exist, as the viewer's own change has just touched it. */
export async function impersonationOrFault(id: string, ctx: Context): Promise<ImpersonationRow> {
  const row = await ctx.loaders.impersonation.clear(id).load(id);
  if (row === undefined) throw new Error(`The impersonation ${id} was there a moment ago and is gone.`);
  return row;
}
