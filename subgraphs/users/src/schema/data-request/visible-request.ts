import { isUuid } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { maySeeRequest } from '../../domain/request-visibility.ts';
import type { DataRequestRow } from '../../store/data-requests.ts';

/** The request, if the viewer may know of it; undefined for unknown, foreign, malformed and hidden ids alike. */
export async function visibleRequest(id: string, ctx: Context): Promise<DataRequestRow | undefined> {
  const request = isUuid(id) ? await ctx.loaders.dataRequest.load(id) : undefined;
  return request !== undefined && maySeeRequest(ctx.principal, request.subjectId) ? request : undefined;
}
