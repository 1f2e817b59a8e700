import { isUuid } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { maySeeUser } from '../../domain/user-visibility.ts';
import type { SeenUserRow } from '../../store/users.ts';

/** The person of the viewer's tenant, if the viewer may know of her; undefined for unknown, foreign, malformed and hidden ids alike. */
export async function visibleUser(id: string, ctx: Context): Promise<SeenUserRow | undefined> {
  const user = isUuid(id) ? await ctx.loaders.user.load(id) : undefined;
  return user !== undefined && maySeeUser(ctx.principal, user) ? user : undefined;
}
