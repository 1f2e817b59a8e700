import { type AccessTable, anyOf, everyone, nobody, personas, scope } from '@academy/platform/access';

const reporters = personas('analyst', 'admin', 'super_admin');
/** Of whom a report is made: a centre's admin is told of her centre alone, which where the figures are read decides. */
const readers = anyOf(reporters, personas('centre_admin'));

/** Who may read which field: reports are for analysts, administrators and centre admins, on every type that carries them. */
export const access = {
  Query: { analyticsData: scope('data.export'), completionReport: readers, reportVersion: reporters },
  Subscription: { reportUpdated: reporters },
  CompletionReport: readers,
  CourseCompletionsConnection: readers,
  CourseCompletionsEdge: readers,
  CourseCompletions: readers,
  ReportUpdated: reporters,
  ReportVersion: reporters,
  Course: everyone,
  PageInfo: everyone,
  DataPart: scope('data.export'),
  AuditEntry: nobody,
  AuditEntryConnection: nobody,
  AuditEntryEdge: nobody,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
