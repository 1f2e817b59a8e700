import { readExport } from '../../../../store/read-export.ts';
import { actorOf } from '../../../actor.ts';
import { invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const dataExportRead: NonNullable<MutationResolvers['dataExportRead']> = async (_parent, { input }, ctx) => {
  const read = await ctx.db.write((tx) => readExport(tx, ctx.vault, actorOf(ctx.principal), input, ctx.clock));
  if (read.ok) return { __typename: 'DataExportReadSuccess', ...read.value };
  return read.error.kind === 'NotFound' ? notFound(read.error) : invalidState(read.error);
};
