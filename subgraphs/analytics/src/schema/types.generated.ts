import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CourseCompletionsMapper } from './report/report.mappers.ts';
import type { ReportUpdatedMapper } from './live/live.mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time zone: `2026-03-01`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339, always in UTC: `2026-03-01T18:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Where figures come from. */
export type AnalyticsDataSource =
  /** From a cache that is not stale. */
  | 'CACHED'
  /** Made up, and only where the tenant's settings allow it. */
  | 'MOCK'
  /** Computed from the facts now. */
  | 'REALTIME'
  /** From a cache that is stale, because the facts could not be read. */
  | 'STALE_CACHE';

/** One act with power, or one call that left the house, as it was recorded. Entries are never changed: each bears a hash over itself and the one before it. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** What was done, e.g. `tenant.suspend` or `curp.reveal`. */
  action: Scalars['String']['output'];
  /** Who did it: id of a user, or the name of a process. */
  actorId: Scalars['String']['output'];
  /** More of it, as JSON: codes, counts and ids. */
  detail: Scalars['String']['output'];
  /** SHA-256 of the entry and of the hash before it, in hexadecimal. */
  hash: Scalars['String']['output'];
  /** The super_admin who acted in the actor's name; null when nobody did. */
  impersonatorId: Maybe<Scalars['ID']['output']>;
  /** Place in the tenant's log of this island, from 1 without gaps. */
  number: Scalars['Int']['output'];
  /** Persona that it was done under, as in tokens, e.g. `privacy_officer`; null for a visitor. */
  persona: Maybe<Scalars['String']['output']>;
  /** When. */
  recordedAt: Scalars['DateTime']['output'];
  /** Id of what it was done to. */
  subjectId: Scalars['String']['output'];
  /** Reason or purpose that was given; null when none was asked for. */
  why: Maybe<Scalars['String']['output']>;
};

/** Entries, newest first. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The page, in order. */
  edges: Array<AuditEntryEdge>;
  /** Where it begins and ends. */
  pageInfo: PageInfo;
};

/** An entry and its place. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Cursor of this entry, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AuditEntry;
};

/** Narrows the audit log; what is left out narrows nothing. */
export type AuditFilter = {
  /** A whole action or its beginning: `api-key` finds `api-key.create` and `api-key.revoke`. */
  action?: InputMaybe<Scalars['String']['input']>;
  /** Id of a user, or name of a process. */
  actorId?: InputMaybe<Scalars['String']['input']>;
  /** Recorded at this instant or later. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of what it was done to. */
  subjectId?: InputMaybe<Scalars['String']['input']>;
  /** Recorded before this instant. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Completions and certifications by course. */
export type CompletionReport = {
  __typename?: 'CompletionReport';
  /**
   * How far the figures reach: what happened up to this instant is counted, whichever island it happened in, save for an event that arrives late,
   * which counts from then on. It follows the events themselves, so it stands still while nothing happens. Null until both courses and
   * certification have been heard of.
   */
  asOf: Maybe<Scalars['DateTime']['output']>;
  /** Where the figures come from. */
  dataSource: AnalyticsDataSource;
  /** Smallest group that is shown. */
  minimumGroupSize: Scalars['Int']['output'];
  /** Rows by course: most completions first, then by course id; suppressed rows last, by course id. Courses that anybody ever enrolled in. */
  rows: CourseCompletionsConnection;
};

/** Narrows `completionReport`; all conditions must hold. */
export type CompletionReportFilter = {
  /** Learners who stand in one evaluation centre now; no rows when there is none. A centre admin is told of her own, whether or not she names it, and of no other. */
  centreId?: InputMaybe<Scalars['ID']['input']>;
  /** One course; no rows when nothing is known of it. */
  courseId?: InputMaybe<Scalars['ID']['input']>;
  /** First day on which courses were completed, in UTC. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day on which courses were completed, in UTC, counted in. Not before `from`. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** The same idempotency key came with another input; nothing was done. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always `IDEMPOTENCY_CONFLICT`. */
  code: UserErrorCode;
  /** Which key, and what to do. */
  message: Scalars['String']['output'];
};

export type Course = {
  __typename?: 'Course';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};

/** Completions and certifications of one course. */
export type CourseCompletions = {
  __typename?: 'CourseCompletions';
  /** Platform certificates issued to these learners, whenever that was, and not revoked since; null when suppressed. */
  certificatesIssued: Maybe<Scalars['Int']['output']>;
  /** Learners who completed the course in the period, each once, at her first completion; null when suppressed. */
  completions: Maybe<Scalars['Int']['output']>;
  /** The course. */
  course: Maybe<Course>;
  /**
   * Whether the figures are withheld: fewer learners than `minimumGroupSize` completed the course in the period (perhaps none), or so few before
   * or after it, or of a centre's report in the other centres, that subtracting would show them.
   */
  isSuppressed: Scalars['Boolean']['output'];
  /** Official certificates issued by CONOCER to these learners, whenever that was; null when suppressed. */
  officialCertificatesIssued: Maybe<Scalars['Int']['output']>;
};

/** Rows by course: most completions first, then by course id; suppressed rows last, by course id. */
export type CourseCompletionsConnection = {
  __typename?: 'CourseCompletionsConnection';
  /** Rows with their cursors. */
  edges: Array<CourseCompletionsEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A row in the report. */
export type CourseCompletionsEdge = {
  __typename?: 'CourseCompletionsEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: CourseCompletions;
};

/**
 * Some records that an island keeps of one person, for the process that answers her request about her data (scope `data.export`); never part of the public
 * schema.
 */
export type DataPart = {
  __typename?: 'DataPart';
  /** Given as `after` for those that follow; null when none do. */
  next: Maybe<Scalars['String']['output']>;
  /** Each the text of a JSON object with its `kind`. */
  records: Array<Scalars['String']['output']>;
};

/** A value of the input cannot be accepted; nothing was done. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  /** Always `INVALID_INPUT`. */
  code: UserErrorCode;
  /** Path of the value in the input, e.g. `answers.2.itemId`. */
  field: Scalars['String']['output'];
  /** What was expected and what came. */
  message: Scalars['String']['output'];
};

/** The thing is in a state in which this cannot be done; nothing was done. */
export type InvalidStateError = UserError & {
  __typename?: 'InvalidStateError';
  /** Always `INVALID_STATE`. */
  code: UserErrorCode;
  /** The state it is in, and those in which this can be done. */
  message: Scalars['String']['output'];
};

/** What a live event is. */
export type LiveEventKind =
  /** Something happened. */
  | 'CHANGE'
  /** The token was too old: events may have been missed; this is the current state. */
  | 'RESET'
  /** The state when watching began. */
  | 'SNAPSHOT';

/** Reports that can be watched. */
export type LiveReport =
  /** `completionReport`. */
  | 'COMPLETION';

/** No such thing, or none that the viewer may know of. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** Always `NOT_FOUND`. */
  code: UserErrorCode;
  /** What was looked for. */
  message: Scalars['String']['output'];
};

/** Where a page of a connection begins and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge, to be sent as `after`; null when the page is empty. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** True when rows follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when this page was asked for with `after`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null when the page is empty. */
  startCursor: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** Some of what this island keeps of a person, for the process that answers her request about her data (scope `data.export`); at most 200 records. */
  analyticsData: Maybe<DataPart>;
  /**
   * Completions and certifications by course. Analysts, admins and super_admin, of their own tenant only; centre admins, of the learners of their centre.
   * Groups of fewer than 10 learners are suppressed: their figures are null. `first` is at most 100, 20 when left out.
   * BAD_USER_INPUT when the period ends before it begins, or when `first` or `after` cannot be met.
   * ANALYTICS_UNAVAILABLE when the facts cannot be read.
   */
  completionReport: Maybe<CompletionReport>;
  /** Which state of its facts a report shows now, for the gateway to catch up with. Analysts, admins and super_admin, of their own tenant only. */
  reportVersion: ReportVersion;
};


export type QueryanalyticsDataArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  subjectId: Scalars['ID']['input'];
};


export type QuerycompletionReportArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CompletionReportFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryreportVersionArgs = {
  report: LiveReport;
};

/** A report's figures can differ from what they were, or the version of them when watching begins. */
export type ReportUpdated = {
  __typename?: 'ReportUpdated';
  /** The report as it is now, as `Query.completionReport` answers; null for other reports. */
  completionReport: Maybe<CompletionReport>;
  /** What this event is. */
  kind: LiveEventKind;
  /** When this version came to be; null at version 0. */
  occurredAt: Maybe<Scalars['DateTime']['output']>;
  /** The report. */
  report: LiveReport;
  /** Opaque; send it as `after` to go on from here. */
  resume: Scalars['String']['output'];
  /** Grows with each change of the figures; some are left out, because changes shortly after one another are told of once. 0 before the first. */
  version: Scalars['Int']['output'];
};


/** A report's figures can differ from what they were, or the version of them when watching begins. */
export type ReportUpdatedcompletionReportArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CompletionReportFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Which state of its facts a report shows. */
export type ReportVersion = {
  __typename?: 'ReportVersion';
  /** When this version came to be; null at version 0. */
  changedAt: Maybe<Scalars['DateTime']['output']>;
  /** From 1; grows with each change of the figures. 0 before the first. */
  version: Scalars['Int']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * That a report's figures can differ from what they were; which versions there were in between is not told. The first answer is the version
   * now, or, with `after`, the first event says when another version followed the event that bore this `resume` token.
   * Analysts, admins and super_admin, of their own tenant only.
   */
  reportUpdated: Maybe<ReportUpdated>;
};


export type SubscriptionreportUpdatedArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  report: LiveReport;
};

/** Why the domain said no. Every member of a mutation's result union that is not a success implements this. */
export type UserError = {
  /** The same for a program; never changes once released. */
  code: UserErrorCode;
  /** What was expected, what came, and what to do; may be shown to a person. */
  message: Scalars['String']['output'];
};

/** Every code that a `UserError` may carry. */
export type UserErrorCode =
  /** The learner is enrolled in this course already. */
  | 'ALREADY_ENROLLED'
  /** An open certification for this standard exists already. */
  | 'CERTIFICATION_ALREADY_OPEN'
  /** The person taught, evaluated, verified or audited the candidate for this standard, or is the candidate: she may not take this duty. */
  | 'DUTY_CONFLICT'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** A value of the input is out of its range. */
  | 'INVALID_INPUT'
  /** The thing is in a state in which this cannot be done. */
  | 'INVALID_STATE'
  /** Required lessons are missing before the final assessment. */
  | 'LESSONS_MISSING'
  /** The thing named by an id does not exist, or the viewer may not know that it does. */
  | 'NOT_FOUND'
  /** The second of two persons must differ from the first. */
  | 'SECOND_PERSON_REQUIRED';

/** Who may be given a kept answer. Named as federation names types of a specification, so that clients never see it. */
export type cacheControl__Scope =
  /** The one session that asked. */
  | 'PRIVATE'
  /** Everyone in the tenant; only for fields whose access rule is `everyone`. */
  | 'PUBLIC';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AnalyticsDataSource: ResolverTypeWrapper<'REALTIME' | 'CACHED' | 'STALE_CACHE' | 'MOCK'>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditFilter: AuditFilter;
  CompletionReport: ResolverTypeWrapper<Omit<CompletionReport, 'dataSource' | 'rows'> & { dataSource: ResolversTypes['AnalyticsDataSource'], rows: ResolversTypes['CourseCompletionsConnection'] }>;
  CompletionReportFilter: CompletionReportFilter;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Course: ResolverTypeWrapper<Course>;
  CourseCompletions: ResolverTypeWrapper<CourseCompletionsMapper>;
  CourseCompletionsConnection: ResolverTypeWrapper<Omit<CourseCompletionsConnection, 'edges'> & { edges: Array<ResolversTypes['CourseCompletionsEdge']> }>;
  CourseCompletionsEdge: ResolverTypeWrapper<Omit<CourseCompletionsEdge, 'node'> & { node: ResolversTypes['CourseCompletions'] }>;
  DataPart: ResolverTypeWrapper<DataPart>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  InvalidInputError: ResolverTypeWrapper<Omit<InvalidInputError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  InvalidStateError: ResolverTypeWrapper<Omit<InvalidStateError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  LiveEventKind: ResolverTypeWrapper<'SNAPSHOT' | 'CHANGE' | 'RESET'>;
  LiveReport: ResolverTypeWrapper<'COMPLETION'>;
  NotFoundError: ResolverTypeWrapper<Omit<NotFoundError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReportUpdated: ResolverTypeWrapper<ReportUpdatedMapper>;
  ReportVersion: ResolverTypeWrapper<ReportVersion>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: ResolverTypeWrapper<'NOT_FOUND' | 'IDEMPOTENCY_CONFLICT' | 'INVALID_INPUT' | 'INVALID_STATE' | 'ALREADY_ENROLLED' | 'LESSONS_MISSING' | 'CERTIFICATION_ALREADY_OPEN' | 'SECOND_PERSON_REQUIRED' | 'DUTY_CONFLICT'>;
  cacheControl__Scope: ResolverTypeWrapper<'PUBLIC' | 'PRIVATE'>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuditEntry: AuditEntry;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  AuditFilter: AuditFilter;
  CompletionReport: Omit<CompletionReport, 'rows'> & { rows: ResolversParentTypes['CourseCompletionsConnection'] };
  CompletionReportFilter: CompletionReportFilter;
  ConflictError: ConflictError;
  Course: Course;
  CourseCompletions: CourseCompletionsMapper;
  CourseCompletionsConnection: Omit<CourseCompletionsConnection, 'edges'> & { edges: Array<ResolversParentTypes['CourseCompletionsEdge']> };
  CourseCompletionsEdge: Omit<CourseCompletionsEdge, 'node'> & { node: ResolversParentTypes['CourseCompletions'] };
  DataPart: DataPart;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  InvalidInputError: InvalidInputError;
  InvalidStateError: InvalidStateError;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  ReportUpdated: ReportUpdatedMapper;
  ReportVersion: ReportVersion;
  Subscription: Record<PropertyKey, never>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type cacheControlDirectiveArgs = {
  inheritMaxAge: Maybe<Scalars['Boolean']['input']>;
  maxAge: Maybe<Scalars['Int']['input']>;
  scope: Maybe<cacheControl__Scope>;
};

export type cacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = cacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AnalyticsDataSourceResolvers = EnumResolverSignature<{ CACHED?: any, MOCK?: any, REALTIME?: any, STALE_CACHE?: any }, ResolversTypes['AnalyticsDataSource']>;

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  impersonatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  persona?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type CompletionReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompletionReport'] = ResolversParentTypes['CompletionReport']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dataSource?: Resolver<ResolversTypes['AnalyticsDataSource'], ParentType, ContextType>;
  minimumGroupSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['CourseCompletionsConnection'], ParentType, ContextType>;
};

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CourseCompletionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseCompletions'] = ResolversParentTypes['CourseCompletions']> = {
  certificatesIssued?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  completions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  isSuppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  officialCertificatesIssued?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CourseCompletionsConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseCompletionsConnection'] = ResolversParentTypes['CourseCompletionsConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CourseCompletionsEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CourseCompletionsEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseCompletionsEdge'] = ResolversParentTypes['CourseCompletionsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CourseCompletions'], ParentType, ContextType>;
};

export type DataPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataPart'] = ResolversParentTypes['DataPart']> = {
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidStateError'] = ResolversParentTypes['InvalidStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LiveEventKindResolvers = EnumResolverSignature<{ CHANGE?: any, RESET?: any, SNAPSHOT?: any }, ResolversTypes['LiveEventKind']>;

export type LiveReportResolvers = EnumResolverSignature<{ COMPLETION?: any }, ResolversTypes['LiveReport']>;

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  analyticsData?: Resolver<Maybe<ResolversTypes['DataPart']>, ParentType, ContextType, RequireFields<QueryanalyticsDataArgs, 'subjectId'>>;
  completionReport?: Resolver<Maybe<ResolversTypes['CompletionReport']>, ParentType, ContextType, Partial<QuerycompletionReportArgs>>;
  reportVersion?: Resolver<ResolversTypes['ReportVersion'], ParentType, ContextType, RequireFields<QueryreportVersionArgs, 'report'>>;
};

export type ReportUpdatedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportUpdated'] = ResolversParentTypes['ReportUpdated']> = {
  completionReport?: Resolver<Maybe<ResolversTypes['CompletionReport']>, ParentType, ContextType, Partial<ReportUpdatedcompletionReportArgs>>;
  kind?: Resolver<ResolversTypes['LiveEventKind'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  report?: Resolver<ResolversTypes['LiveReport'], ParentType, ContextType>;
  resume?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReportVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportVersion'] = ResolversParentTypes['ReportVersion']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  reportUpdated?: SubscriptionResolver<Maybe<ResolversTypes['ReportUpdated']>, "reportUpdated", ParentType, ContextType, RequireFields<SubscriptionreportUpdatedArgs, 'report'>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ ALREADY_ENROLLED?: any, CERTIFICATION_ALREADY_OPEN?: any, DUTY_CONFLICT?: any, IDEMPOTENCY_CONFLICT?: any, INVALID_INPUT?: any, INVALID_STATE?: any, LESSONS_MISSING?: any, NOT_FOUND?: any, SECOND_PERSON_REQUIRED?: any }, ResolversTypes['UserErrorCode']>;

export type cacheControl__ScopeResolvers = EnumResolverSignature<{ PRIVATE?: any, PUBLIC?: any }, ResolversTypes['cacheControl__Scope']>;

export type Resolvers<ContextType = Context> = {
  AnalyticsDataSource?: AnalyticsDataSourceResolvers;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  CompletionReport?: CompletionReportResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseCompletions?: CourseCompletionsResolvers<ContextType>;
  CourseCompletionsConnection?: CourseCompletionsConnectionResolvers<ContextType>;
  CourseCompletionsEdge?: CourseCompletionsEdgeResolvers<ContextType>;
  DataPart?: DataPartResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  LiveEventKind?: LiveEventKindResolvers;
  LiveReport?: LiveReportResolvers;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReportUpdated?: ReportUpdatedResolvers<ContextType>;
  ReportVersion?: ReportVersionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  cacheControl__Scope?: cacheControl__ScopeResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: cacheControlDirectiveResolver<any, any, ContextType>;
};
