import { parseStandardCode } from '../../../../domain/standard-code.ts';
import { findStandardByCode } from '../../../../store/standards.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const standard: NonNullable<QueryResolvers['standard']> = async (_parent, args, { db }) => {
  const parsed = parseStandardCode(args.code);
  if (!parsed.ok) return null;
  return db.read((tx) => findStandardByCode(tx, parsed.value.code));
};
