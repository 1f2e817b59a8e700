import { type AccessTable, everyone, nobody, personas } from '@academy/platform/access';

const reporters = personas('analyst', 'admin', 'super_admin');

/** Who may read which field: reports are for analysts and administrators, on every type that carries them. */
export const access = {
  Query: { completionReport: reporters, reportVersion: reporters },
  Subscription: { reportUpdated: reporters },
  CompletionReport: reporters,
  CourseCompletionsConnection: reporters,
  CourseCompletionsEdge: reporters,
  CourseCompletions: reporters,
  ReportUpdated: reporters,
  ReportVersion: reporters,
  Course: everyone,
  PageInfo: everyone,
  AuditEntry: nobody,
  AuditEntryConnection: nobody,
  AuditEntryEdge: nobody,
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
