import { maskCurp } from '@academy/kernel';
import type { Context } from '../../../context.ts';
import { SUPPRESSED_NAME } from '../../../domain/data-request.ts';
import { maySeeBlocked } from '../../../domain/user-visibility.ts';
import type { UserRow } from '../../../store/users.ts';
import { newestFirstConnection, newestFirstPage } from '../../newest-first.ts';
import { tenantOrFault } from '../../tenant/tenant-or-fault.ts';
import type { UserResolvers } from '../../types.generated.ts';
import { PERSONA_NAMES } from '../persona-names.ts';
import { visibleUser } from '../visible-user.ts';

/** Nothing of a person whose data are blocked, but for those whom the law sends and processes that end what she began. */
const identityOf = async (user: UserRow, ctx: Context) =>
  maySeeBlocked(ctx.principal) || user.blockedAt === null ? ctx.loaders.identity.load(user.id) : undefined;

export const User: Pick<
  UserResolvers,
  'curp' | 'curpMasked' | 'displayName' | 'email' | 'fullName' | 'id' | 'personas' | 'portfolio' | 'tenant' | '__resolveReference'
> = {
  __resolveReference: ({ id }, ctx) => visibleUser(id, ctx),
  displayName: (user, _args, ctx) =>
    user.blockedAt === null || maySeeBlocked(ctx.principal) ? user.displayName : SUPPRESSED_NAME,
  fullName: async (user, _args, ctx) => (await identityOf(user, ctx))?.fullName,
  email: async (user, _args, ctx) => (await identityOf(user, ctx))?.email,
  curp: async (user, _args, ctx) => (await identityOf(user, ctx))?.curp,
  curpMasked: async (user, _args, ctx) => {
    const curp = (await identityOf(user, ctx))?.curp;
    return curp == null ? null : maskCurp(curp);
  },
  personas: async (user, _args, ctx) =>
    (await ctx.loaders.grants.load(user.id)).map(({ persona, grantedAt }) => ({ persona: PERSONA_NAMES[persona], grantedAt })),
  tenant: (user, _args, ctx) => tenantOrFault(user.tenantId, ctx),
  portfolio: async (user, args, ctx) => {
    const page = newestFirstPage('portfolio', args);
    const rows = await ctx.loaders.portfolio.load({ userId: user.id, page });
    return newestFirstConnection('portfolio', page, rows, (row) => row.earnedAt);
  },
};
