import { unreachable } from '@academy/kernel';
import { configureTenant } from '../../../../store/tenant-changes.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { algorithmNamed } from '../../algorithm-names.ts';

export const tenantConfigure: NonNullable<MutationResolvers['tenantConfigure']> = async (_parent, { input }, ctx) => {
  const { clientSignatures: given, ...rest } = input;
  const clientSignatures =
    given == null
      ? undefined
      : { ...given, keys: given.keys.map((key) => ({ ...key, algorithm: algorithmNamed(key.algorithm) })) };
  const change = { ...rest, clientSignatures };
  const { outside, authorities } = ctx.loaders;
  const installation = { wrongWithAddress: outside.wrongWithAddress, authorities };
  const result = await ctx.db.write((tx) => configureTenant(tx, actorOf(ctx.principal), change, ctx.clock, installation));
  if (result.ok) return { __typename: 'TenantConfigureSuccess', tenant: result.value };
  switch (result.error.kind) {
    case 'InvalidInput':
      return invalidInput(result.error);
    case 'NotFound':
      return notFound(result.error);
    default:
      return unreachable(result.error);
  }
};
