import { readDataPage } from '@academy/platform/data-subject';
import { dataSources } from '../../../../store/data-sources.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const analyticsData: NonNullable<QueryResolvers['analyticsData']> = async (
  _parent,
  { subjectId, first, after },
  { db, tenantId },
) => {
  const page = await db.read((tx) => readDataPage(tx, dataSources, { tenantId, subjectId }, { after, first }));
  return { records: [...page.records], next: page.next ?? null };
};
