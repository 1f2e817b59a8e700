import { answerCompletionReport } from '../../report/answer-completion-report.ts';
import type { ReportUpdatedResolvers } from '../../types.generated.ts';

export const ReportUpdated: ReportUpdatedResolvers = {
  completionReport: ({ report }, args, ctx) => (report === 'COMPLETION' ? answerCompletionReport(args, ctx) : null),
};
