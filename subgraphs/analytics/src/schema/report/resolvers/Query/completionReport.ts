import type { QueryResolvers } from '../../../types.generated.ts';
import { answerCompletionReport } from '../../answer-completion-report.ts';

export const completionReport: NonNullable<QueryResolvers['completionReport']> = (_parent, args, ctx) =>
  answerCompletionReport(args, ctx);
