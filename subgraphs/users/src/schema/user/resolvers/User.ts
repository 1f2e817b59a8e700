import { maskCurp } from '@academy/kernel';
import type { Context } from '../../../context.ts';
import { newestFirstConnection, newestFirstPage } from '../../newest-first.ts';
import { tenantOrFault } from '../../tenant/tenant-or-fault.ts';
import type { UserResolvers } from '../../types.generated.ts';
import { PERSONA_NAMES } from '../persona-names.ts';
import { visibleUser } from '../visible-user.ts';

const identityOf = (user: { readonly id: string }, ctx: Context) => ctx.loaders.identity.load(user.id);

export const User: Pick<
  UserResolvers,
  'curp' | 'curpMasked' | 'displayName' | 'email' | 'fullName' | 'id' | 'personas' | 'portfolio' | 'tenant' | '__resolveReference'
> = {
  __resolveReference: ({ id }, ctx) => visibleUser(id, ctx),
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
