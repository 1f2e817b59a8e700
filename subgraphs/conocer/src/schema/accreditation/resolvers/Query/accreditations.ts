import { Fault, isUuid, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { parseStandardCode } from '../../../../domain/standard-code.ts';
import { findAccreditationPage } from '../../../../store/accreditations.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'accreditations';

export const accreditations: NonNullable<QueryResolvers['accreditations']> = async (_parent, args, { db, principal }) => {
  const page = pageOrFault(SCOPE, 2, args);
  const [at, id] = page.after ?? [];
  if (page.after !== undefined && (Number.isNaN(Date.parse(at ?? '')) || !isUuid(id)))
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  const { personId, standardCode, kind, validOn } = args.filter ?? {};
  const standard = given(standardCode) ? parseStandardCode(standardCode) : undefined;
  if (standard?.ok === false)
    throw new Fault('BAD_USER_INPUT', 'filter.standardCode: the code of a standard was expected, such as EC0325 or EC0586.01.');
  if (given(personId) && !isUuid(personId))
    throw new Fault('BAD_USER_INPUT', 'filter.personId: the id of a person was expected.');
  const criteria = {
    personId: personId ?? undefined,
    standardMajor: standard?.value.major,
    kind: kind ?? undefined,
    validOn: validOn ?? undefined,
  };
  const rows = await db.read((tx) => findAccreditationPage(tx, principal, criteria, page));
  const { edges, pageInfo } = toConnection(SCOPE, page, rows, (row) => [row.recordedAt.toISOString(), row.id]);
  return { edges: [...edges], pageInfo };
};

function given<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
