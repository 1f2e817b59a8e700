import { readOutcome } from '../../../../authority/manual-lot/outcome-csv.ts';
import { importOutcome } from '../../../../lot-outcomes.ts';
import { findOutcomeById } from '../../../../store/lot-packages.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { carried } from '../../carried.ts';

export const lotOutcomeImport: NonNullable<MutationResolvers['lotOutcomeImport']> = async (_parent, { input }, context) => {
  const { lotPackageId: packageId, content, idempotencyKey } = input;
  const rows = readOutcome(content);
  if (!rows.ok) {
    const message = `The file has problems in ${new Set(rows.error.map(({ line }) => line)).size} lines, and nothing of it was taken in; correct them and import it again.`;
    return { __typename: 'LotOutcomeUnreadableError', code: 'INVALID_INPUT', message, problems: [...rows.error] };
  }
  const { vault, db, tenantId } = context;
  const id = await carried(context, 'lotOutcomeImport', { id: packageId, idempotencyKey, said: { content } }, (tx, by) =>
    importOutcome(tx, { ...by, packageId, content, rows: rows.value, vault }),
  );
  if (typeof id !== 'string') return id;
  const outcome = await db.read((tx) => findOutcomeById(tx, tenantId, id));
  if (outcome === undefined) throw new Error('An outcome that an answer names is not there.');
  return { __typename: 'LotOutcomeImportSuccess', outcome };
};
