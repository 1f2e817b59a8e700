import { by, type Decisions, each, parent } from '../decision.ts';

const EXPORTED = { ...by('arco.resolve', 'processes alone'), scope: 'data.export' };
const REPORT = by('dashboard.cohort', 'cohorts of one’s own');
const REPORT_NEWS = by('dashboard.cohort', 'cohorts of one’s own', 'a version is of the whole academy');
const REPORTERS = { as: 'Query.completionReport' };
const WATCHERS = { as: 'Query.reportVersion' };

/** Fields of the analytics island. */
export const ANALYTICS: Decisions = {
  Query: { analyticsData: EXPORTED, completionReport: REPORT, reportVersion: REPORT_NEWS },
  Subscription: { reportUpdated: REPORT_NEWS },
  CompletionReport: each(parent('The answer of Query.completionReport.', REPORTERS), 'rows dataSource asOf minimumGroupSize'),
  CourseCompletionsConnection: each(parent('Part of the report.', REPORTERS), 'edges pageInfo'),
  CourseCompletionsEdge: each(parent('Part of the report.', REPORTERS), 'cursor node'),
  CourseCompletions: each(
    parent('Part of the report.', REPORTERS),
    'course isSuppressed completions certificatesIssued officialCertificatesIssued',
  ),
  ReportUpdated: each(
    parent('An event of Subscription.reportUpdated.', WATCHERS),
    'kind report version occurredAt completionReport resume',
  ),
  ReportVersion: each(parent('The answer of Query.reportVersion.', WATCHERS), 'version changedAt'),
};
