import type { ReportRow } from '../../domain/completion-report.ts';

export type CourseCompletionsMapper = ReportRow;
export type CourseMapper = { readonly id: string };
