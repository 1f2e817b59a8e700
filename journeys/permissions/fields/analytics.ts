import { by, type Decisions, each, parent } from '../decision.ts';

const REPORT = by('dashboard.cohort', 'cohorts of one’s own');
const REPORTERS = { as: 'Query.completionReport' };

/** Fields of the analytics island. */
export const ANALYTICS: Decisions = {
  Query: { completionReport: REPORT, reportVersion: REPORT },
  Subscription: { reportUpdated: REPORT },
  CompletionReport: each(parent('The answer of Query.completionReport.', REPORTERS), 'rows dataSource asOf minimumGroupSize'),
  CourseCompletionsConnection: each(parent('Part of the report.', REPORTERS), 'edges pageInfo'),
  CourseCompletionsEdge: each(parent('Part of the report.', REPORTERS), 'cursor node'),
  CourseCompletions: each(
    parent('Part of the report.', REPORTERS),
    'course isSuppressed completions certificatesIssued officialCertificatesIssued',
  ),
  ReportUpdated: each(
    parent('An event of Subscription.reportUpdated.', REPORTERS),
    'kind report version occurredAt completionReport resume',
  ),
  ReportVersion: each(parent('The answer of Query.reportVersion.', REPORTERS), 'version changedAt'),
};
