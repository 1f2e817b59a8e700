import { businessDaysUntil } from '../../../domain/business-days.ts';
import { isOverdue, termOf } from '../../../domain/data-request.ts';
import { receiptCodeOf } from '../../../store/open-data-request.ts';
import type { DataRequestResolvers } from '../../types.generated.ts';

export const DataRequest: DataRequestResolvers = {
  subject: async ({ subjectId }, _args, ctx) => (await ctx.loaders.user.load(subjectId)) ?? null,
  reason: ({ refusalReason, effectExtensionReason, answerExtensionReason }) =>
    refusalReason ?? effectExtensionReason ?? answerExtensionReason,
  isOverdue: (request, _args, { clock }) => isOverdue(request, clock.now()),
  businessDaysLeft: (request, _args, { clock }) => {
    const term = termOf(request);
    return term === null ? null : businessDaysUntil(clock.now(), term);
  },
  parts: ({ id }, _args, ctx) => ctx.loaders.dataRequestParts.load(id),
  receipt: (request) => request,
  receiptCode: async ({ id }, _args, { db, vault, tenantId }) =>
    (await db.read((tx) => receiptCodeOf(tx, vault, tenantId, id))) ?? null,
};
