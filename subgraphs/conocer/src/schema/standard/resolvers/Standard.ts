import { isUuid } from '@academy/kernel';
import { committeesIn } from '../../../domain/register-row.ts';
import { isSampleStandard } from '../../../domain/sample-standard.ts';
import { SAMPLE_CRITERIA } from '../../../seed/sample-criteria.ts';
import type { StandardResolvers } from '../../types.generated.ts';

export const Standard: Pick<
  StandardResolvers,
  | 'code'
  | 'committee'
  | 'committees'
  | 'criteria'
  | 'id'
  | 'isSample'
  | 'level'
  | 'sector'
  | 'solarpunkAlignment'
  | 'status'
  | 'supersededBy'
  | 'supersedes'
  | 'title'
  | 'versions'
  | '__resolveReference'
> = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.standard.load(id) : null),
  committees: ({ committee }) => (committee === null ? [] : committeesIn(committee)),
  supersedes: ({ supersedes }, _args, { loaders }) => (supersedes === null ? null : loaders.standardByCode.load(supersedes)),
  supersededBy: ({ supersededBy }, _args, { loaders }) =>
    supersededBy === null ? null : loaders.standardByCode.load(supersededBy),
  versions: ({ major }, _args, { loaders }) => loaders.standardVersions.load(major),
  solarpunkAlignment: ({ alignment }) => alignment,
  isSample: isSampleStandard,
  criteria: ({ code }) =>
    SAMPLE_CRITERIA.filter(({ standardCode }) => standardCode === code).map((criterion) => ({ ...criterion, origin: 'SAMPLE' })),
};
