import type { ReportRow } from '../../domain/completion-report.ts';

export type CourseCompletionsMapper = ReportRow;
