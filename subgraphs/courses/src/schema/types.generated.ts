import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AssessmentMapper, CourseMapper, LessonMapper, ModuleMapper } from './course/course.mappers.ts';
import type { EnrollmentMapper, UserMapper } from './enrollment/enrollment.mappers.ts';
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

/** The viewer is enrolled in this course already. */
export type AlreadyEnrolledError = UserError & {
  __typename?: 'AlreadyEnrolledError';
  /** Always `ALREADY_ENROLLED`. */
  code: UserErrorCode;
  /** The enrolment that exists. */
  enrollment: Enrollment;
  /** Since when. */
  message: Scalars['String']['output'];
};

/** The final assessment of a course. */
export type Assessment = {
  __typename?: 'Assessment';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Questions, in order; at most 100. Enrolled learners, the instructor and admins; null for others. */
  items: Maybe<Array<AssessmentItem>>;
  /** Least score to pass, 0 to 100. */
  passingScorePercent: Scalars['Float']['output'];
};

/** The answer to one question. */
export type AssessmentAnswerInput = {
  /** Keys of the chosen choices. */
  choiceKeys: Array<Scalars['String']['input']>;
  /** The question. */
  itemId: Scalars['ID']['input'];
};

/** A choice of a question. */
export type AssessmentChoice = {
  __typename?: 'AssessmentChoice';
  /** Short key, unique in the question. */
  key: Scalars['String']['output'];
  /** Text of the choice, in Spanish. */
  text: Scalars['String']['output'];
};

/** A question of an assessment. */
export type AssessmentItem = {
  __typename?: 'AssessmentItem';
  /** Choices, in order. */
  choices: Array<AssessmentChoice>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Whether several choices may be right. */
  isMultipleChoice: Scalars['Boolean']['output'];
  /** The question, in Spanish. */
  prompt: Scalars['String']['output'];
};

/** One attempt at the final assessment. */
export type AssessmentResult = {
  __typename?: 'AssessmentResult';
  /** Whether the passing score was reached. */
  isPassed: Scalars['Boolean']['output'];
  /** Share of the weight answered right, 0 to 100. */
  scorePercent: Scalars['Float']['output'];
  /** When it was handed in. */
  submittedAt: Scalars['DateTime']['output'];
};

/** Answers to the final assessment. */
export type AssessmentSubmitInput = {
  /** One answer per question. */
  answers: Array<AssessmentAnswerInput>;
  /** The enrolment. */
  enrollmentId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `assessmentSubmit` answers. */
export type AssessmentSubmitResult = AssessmentSubmitSuccess | ConflictError | InvalidInputError | InvalidStateError | LessonsMissingError | NotFoundError;

/** The assessment is scored. */
export type AssessmentSubmitSuccess = {
  __typename?: 'AssessmentSubmitSuccess';
  /** The enrolment as it is now. */
  enrollment: Enrollment;
  /** This attempt. */
  result: AssessmentResult;
};

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

/** The same idempotency key came with another input; nothing was done. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always `IDEMPOTENCY_CONFLICT`. */
  code: UserErrorCode;
  /** Which key, and what to do. */
  message: Scalars['String']['output'];
};

/** Something to learn: modules, lessons, and a final assessment. */
export type Course = {
  __typename?: 'Course';
  /** The final assessment, without its answers. */
  assessment: Maybe<Assessment>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Who teaches it. */
  instructor: Maybe<User>;
  /** What the course expects. */
  level: CourseLevel;
  /** Modules, in teaching order; at most 50. */
  modules: Array<Module>;
  /** Price in Mexican pesos (MXN), taxes included; 0: free. */
  priceMxn: Scalars['Int']['output'];
  /** Readable name for URLs, unique in the tenant. */
  slug: Scalars['String']['output'];
  /** What the learner will be able to do. */
  summary: Scalars['String']['output'];
  /** Title, in Spanish. */
  title: Scalars['String']['output'];
};

/** Published courses, by title. */
export type CourseConnection = {
  __typename?: 'CourseConnection';
  /** Courses with their cursors. */
  edges: Array<CourseEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A course in a list. */
export type CourseEdge = {
  __typename?: 'CourseEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The course. */
  node: Course;
};

/** Which course. */
export type CourseEnrollInput = {
  /** The course. */
  courseId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `courseEnroll` answers. */
export type CourseEnrollResult = AlreadyEnrolledError | ConflictError | CourseEnrollSuccess | InvalidInputError | NotFoundError;

/** The viewer is enrolled. */
export type CourseEnrollSuccess = {
  __typename?: 'CourseEnrollSuccess';
  /** The new enrolment. */
  enrollment: Enrollment;
};

/** Narrows `courses`; all conditions must hold. */
export type CourseFilter = {
  /** Level of the course. */
  level?: InputMaybe<CourseLevel>;
  /** Code of the standard that the course is aligned to, e.g. `EC0325` or `EC0586.01`. */
  standardCode?: InputMaybe<Scalars['String']['input']>;
  /** Words that must appear in title or summary, without regard to case or accents. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** How much a course expects of a learner. */
export type CourseLevel =
  /** Professional practice. */
  | 'ADVANCED'
  /** No prior knowledge. */
  | 'BASIC'
  /** Some practice. */
  | 'INTERMEDIATE';

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

/** A learner's way through a course. */
export type Enrollment = {
  __typename?: 'Enrollment';
  /** The best attempt at the final assessment; null before the first. Never shown to evaluators. */
  assessmentResult: Maybe<AssessmentResult>;
  /** When the course was completed; null before. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** Lessons that are done; at most 2,500. */
  completedLessons: Array<Lesson>;
  /** The course. */
  course: Course;
  /** When the learner enrolled. */
  enrolledAt: Scalars['DateTime']['output'];
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** The learner. Null for viewers who may see progress but not the person. */
  learner: Maybe<User>;
  /** Who accompanies the learner; null when nobody does. */
  mentor: Maybe<User>;
  /** Share of the required lessons' weight that is done, 0 to 100. */
  progressPercent: Scalars['Float']['output'];
  /** Where the learner stands. */
  status: EnrollmentStatus;
};

/** Enrolments, newest first. */
export type EnrollmentConnection = {
  __typename?: 'EnrollmentConnection';
  /** Enrolments with their cursors. */
  edges: Array<EnrollmentEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An enrolment in a list. */
export type EnrollmentEdge = {
  __typename?: 'EnrollmentEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The enrolment. */
  node: Enrollment;
};

/** Whose mentor, and who. */
export type EnrollmentMentorSetInput = {
  /** The enrolment. */
  enrollmentId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Who is to accompany the learner; she must hold the persona mentor. `null`: nobody. To be given in any case. */
  mentorId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `enrollmentMentorSet` answers. */
export type EnrollmentMentorSetResult = ConflictError | EnrollmentMentorSetSuccess | InvalidInputError | InvalidStateError | NotFoundError;

/** It is decided who accompanies the learner. */
export type EnrollmentMentorSetSuccess = {
  __typename?: 'EnrollmentMentorSetSuccess';
  /** The enrolment as it is now. */
  enrollment: Enrollment;
};

/** Where an enrolment stands. */
export type EnrollmentStatus =
  /** Learning. */
  | 'ACTIVE'
  /** Given up. */
  | 'CANCELLED'
  /** All required lessons done and the final assessment passed. */
  | 'COMPLETED';

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

/** The smallest unit of learning. */
export type Lesson = {
  __typename?: 'Lesson';
  /** The text of the lesson. The enrolled learner, the instructor and admins; null for others. */
  body: Maybe<Scalars['String']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Whether the course can be completed without it. */
  isRequired: Scalars['Boolean']['output'];
  /** Expected effort, in minutes. */
  minutes: Scalars['Int']['output'];
  /** Title, in Spanish. */
  title: Scalars['String']['output'];
};

/** Which lesson of which enrolment. */
export type LessonCompleteInput = {
  /** The enrolment. */
  enrollmentId: Scalars['ID']['input'];
  /** The lesson. */
  lessonId: Scalars['ID']['input'];
};

/** What `lessonComplete` answers. */
export type LessonCompleteResult = InvalidStateError | LessonCompleteSuccess | NotFoundError;

/** The lesson is done. */
export type LessonCompleteSuccess = {
  __typename?: 'LessonCompleteSuccess';
  /** The enrolment as it is now. */
  enrollment: Enrollment;
};

/** Required lessons are missing. */
export type LessonsMissingError = UserError & {
  __typename?: 'LessonsMissingError';
  /** Always `LESSONS_MISSING`. */
  code: UserErrorCode;
  /** How many are missing. */
  message: Scalars['String']['output'];
  /** The lessons that are missing. */
  missingLessons: Array<Lesson>;
};

/** A part of a course. */
export type Module = {
  __typename?: 'Module';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Lessons, in teaching order; at most 50. */
  lessons: Array<Lesson>;
  /** Title, in Spanish. */
  title: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Hands in the final assessment. Passing it completes the course and may start a certification. The enrolled learner. */
  assessmentSubmit: Maybe<AssessmentSubmitResult>;
  /** Enrols the viewer in a published course. Learner. */
  courseEnroll: Maybe<CourseEnrollResult>;
  /** Names who accompanies a learner through a course, or nobody: she sees that enrolment, and the learner by name, as long as she does. Admin. */
  enrollmentMentorSet: Maybe<EnrollmentMentorSetResult>;
  /** Records that the viewer finished a lesson; a second time changes nothing. The enrolled learner. */
  lessonComplete: Maybe<LessonCompleteResult>;
};


export type MutationassessmentSubmitArgs = {
  input: AssessmentSubmitInput;
};


export type MutationcourseEnrollArgs = {
  input: CourseEnrollInput;
};


export type MutationenrollmentMentorSetArgs = {
  input: EnrollmentMentorSetInput;
};


export type MutationlessonCompleteArgs = {
  input: LessonCompleteInput;
};

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
  /** One published course of the tenant. Public; null when there is none. */
  course: Maybe<Course>;
  /** Published courses of the tenant, by title. Public. */
  courses: Maybe<CourseConnection>;
  /** What was done with power over learning in the viewer's tenant, newest first, at most 100 a page. Admin, auditor and privacy officer; a super_admin sees her own acts. */
  coursesAuditLog: Maybe<AuditEntryConnection>;
  /** Some of what this island keeps of a person, for the process that answers her request about her data (scope `data.export`); at most 200 records. */
  coursesData: Maybe<DataPart>;
  /** One enrolment. The learner herself, the course's instructor, her mentor, admins of the centre that she stands in, admins; null when there is none that the viewer may see. */
  enrollment: Maybe<Enrollment>;
  /** Enrolments that the viewer may see, newest first: her own; an instructor's also those in her courses, a mentor's those that she accompanies; a centre admin's those of the people of her centre; of admins the tenant's. Null for evaluators. */
  enrollments: Maybe<EnrollmentConnection>;
};


export type QuerycourseArgs = {
  id: Scalars['ID']['input'];
};


export type QuerycoursesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CourseFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerycoursesAuditLogArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AuditFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerycoursesDataArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  subjectId: Scalars['ID']['input'];
};


export type QueryenrollmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryenrollmentsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type User = {
  __typename?: 'User';
  /** Enrolments of the person, newest first. The person, admins of her centre, admins; null for others. */
  enrollments: Maybe<EnrollmentConnection>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};


export type UserenrollmentsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
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

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

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

/** Mapping of federation types */
export type FederationTypes = {
  Course: Course;
  Enrollment: Enrollment;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Course:
    ( { __typename: 'Course' }
    & GraphQLRecursivePick<FederationTypes['Course'], {"id":true}> );
  Enrollment:
    ( { __typename: 'Enrollment' }
    & GraphQLRecursivePick<FederationTypes['Enrollment'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AssessmentSubmitResult:
    | ( Omit<AssessmentSubmitSuccess, 'enrollment'> & { enrollment: _RefType['Enrollment'] } & { __typename: 'AssessmentSubmitSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LessonsMissingError, 'code' | 'missingLessons'> & { code: _RefType['UserErrorCode'], missingLessons: Array<_RefType['Lesson']> } & { __typename: 'LessonsMissingError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CourseEnrollResult:
    | ( Omit<AlreadyEnrolledError, 'code' | 'enrollment'> & { code: _RefType['UserErrorCode'], enrollment: _RefType['Enrollment'] } & { __typename: 'AlreadyEnrolledError' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<CourseEnrollSuccess, 'enrollment'> & { enrollment: _RefType['Enrollment'] } & { __typename: 'CourseEnrollSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  EnrollmentMentorSetResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<EnrollmentMentorSetSuccess, 'enrollment'> & { enrollment: _RefType['Enrollment'] } & { __typename: 'EnrollmentMentorSetSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LessonCompleteResult:
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LessonCompleteSuccess, 'enrollment'> & { enrollment: _RefType['Enrollment'] } & { __typename: 'LessonCompleteSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( Omit<AlreadyEnrolledError, 'code' | 'enrollment'> & { code: _RefType['UserErrorCode'], enrollment: _RefType['Enrollment'] } & { __typename: 'AlreadyEnrolledError' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LessonsMissingError, 'code' | 'missingLessons'> & { code: _RefType['UserErrorCode'], missingLessons: Array<_RefType['Lesson']> } & { __typename: 'LessonsMissingError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AlreadyEnrolledError: ResolverTypeWrapper<Omit<AlreadyEnrolledError, 'code' | 'enrollment'> & { code: ResolversTypes['UserErrorCode'], enrollment: ResolversTypes['Enrollment'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Assessment: ResolverTypeWrapper<AssessmentMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AssessmentAnswerInput: AssessmentAnswerInput;
  AssessmentChoice: ResolverTypeWrapper<AssessmentChoice>;
  AssessmentItem: ResolverTypeWrapper<AssessmentItem>;
  AssessmentResult: ResolverTypeWrapper<AssessmentResult>;
  AssessmentSubmitInput: AssessmentSubmitInput;
  AssessmentSubmitResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AssessmentSubmitResult']>;
  AssessmentSubmitSuccess: ResolverTypeWrapper<Omit<AssessmentSubmitSuccess, 'enrollment'> & { enrollment: ResolversTypes['Enrollment'] }>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditFilter: AuditFilter;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Course: ResolverTypeWrapper<CourseMapper>;
  CourseConnection: ResolverTypeWrapper<Omit<CourseConnection, 'edges'> & { edges: Array<ResolversTypes['CourseEdge']> }>;
  CourseEdge: ResolverTypeWrapper<Omit<CourseEdge, 'node'> & { node: ResolversTypes['Course'] }>;
  CourseEnrollInput: CourseEnrollInput;
  CourseEnrollResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CourseEnrollResult']>;
  CourseEnrollSuccess: ResolverTypeWrapper<Omit<CourseEnrollSuccess, 'enrollment'> & { enrollment: ResolversTypes['Enrollment'] }>;
  CourseFilter: CourseFilter;
  CourseLevel: ResolverTypeWrapper<'BASIC' | 'INTERMEDIATE' | 'ADVANCED'>;
  DataPart: ResolverTypeWrapper<DataPart>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Enrollment: ResolverTypeWrapper<EnrollmentMapper>;
  EnrollmentConnection: ResolverTypeWrapper<Omit<EnrollmentConnection, 'edges'> & { edges: Array<ResolversTypes['EnrollmentEdge']> }>;
  EnrollmentEdge: ResolverTypeWrapper<Omit<EnrollmentEdge, 'node'> & { node: ResolversTypes['Enrollment'] }>;
  EnrollmentMentorSetInput: EnrollmentMentorSetInput;
  EnrollmentMentorSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EnrollmentMentorSetResult']>;
  EnrollmentMentorSetSuccess: ResolverTypeWrapper<Omit<EnrollmentMentorSetSuccess, 'enrollment'> & { enrollment: ResolversTypes['Enrollment'] }>;
  EnrollmentStatus: ResolverTypeWrapper<'ACTIVE' | 'COMPLETED' | 'CANCELLED'>;
  InvalidInputError: ResolverTypeWrapper<Omit<InvalidInputError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  InvalidStateError: ResolverTypeWrapper<Omit<InvalidStateError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Lesson: ResolverTypeWrapper<LessonMapper>;
  LessonCompleteInput: LessonCompleteInput;
  LessonCompleteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LessonCompleteResult']>;
  LessonCompleteSuccess: ResolverTypeWrapper<Omit<LessonCompleteSuccess, 'enrollment'> & { enrollment: ResolversTypes['Enrollment'] }>;
  LessonsMissingError: ResolverTypeWrapper<Omit<LessonsMissingError, 'code' | 'missingLessons'> & { code: ResolversTypes['UserErrorCode'], missingLessons: Array<ResolversTypes['Lesson']> }>;
  Module: ResolverTypeWrapper<ModuleMapper>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<Omit<NotFoundError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserMapper>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: ResolverTypeWrapper<'NOT_FOUND' | 'IDEMPOTENCY_CONFLICT' | 'INVALID_INPUT' | 'INVALID_STATE' | 'ALREADY_ENROLLED' | 'LESSONS_MISSING' | 'CERTIFICATION_ALREADY_OPEN' | 'SECOND_PERSON_REQUIRED' | 'DUTY_CONFLICT'>;
  cacheControl__Scope: ResolverTypeWrapper<'PUBLIC' | 'PRIVATE'>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AlreadyEnrolledError: Omit<AlreadyEnrolledError, 'enrollment'> & { enrollment: ResolversParentTypes['Enrollment'] };
  String: Scalars['String']['output'];
  Assessment: AssessmentMapper;
  ID: Scalars['ID']['output'];
  Float: Scalars['Float']['output'];
  AssessmentAnswerInput: AssessmentAnswerInput;
  AssessmentChoice: AssessmentChoice;
  AssessmentItem: AssessmentItem;
  AssessmentResult: AssessmentResult;
  AssessmentSubmitInput: AssessmentSubmitInput;
  AssessmentSubmitResult: ResolversUnionTypes<ResolversParentTypes>['AssessmentSubmitResult'];
  AssessmentSubmitSuccess: Omit<AssessmentSubmitSuccess, 'enrollment'> & { enrollment: ResolversParentTypes['Enrollment'] };
  AuditEntry: AuditEntry;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  AuditFilter: AuditFilter;
  ConflictError: ConflictError;
  Course: CourseMapper;
  CourseConnection: Omit<CourseConnection, 'edges'> & { edges: Array<ResolversParentTypes['CourseEdge']> };
  CourseEdge: Omit<CourseEdge, 'node'> & { node: ResolversParentTypes['Course'] };
  CourseEnrollInput: CourseEnrollInput;
  CourseEnrollResult: ResolversUnionTypes<ResolversParentTypes>['CourseEnrollResult'];
  CourseEnrollSuccess: Omit<CourseEnrollSuccess, 'enrollment'> & { enrollment: ResolversParentTypes['Enrollment'] };
  CourseFilter: CourseFilter;
  DataPart: DataPart;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Enrollment: EnrollmentMapper;
  EnrollmentConnection: Omit<EnrollmentConnection, 'edges'> & { edges: Array<ResolversParentTypes['EnrollmentEdge']> };
  EnrollmentEdge: Omit<EnrollmentEdge, 'node'> & { node: ResolversParentTypes['Enrollment'] };
  EnrollmentMentorSetInput: EnrollmentMentorSetInput;
  EnrollmentMentorSetResult: ResolversUnionTypes<ResolversParentTypes>['EnrollmentMentorSetResult'];
  EnrollmentMentorSetSuccess: Omit<EnrollmentMentorSetSuccess, 'enrollment'> & { enrollment: ResolversParentTypes['Enrollment'] };
  InvalidInputError: InvalidInputError;
  InvalidStateError: InvalidStateError;
  Lesson: LessonMapper;
  LessonCompleteInput: LessonCompleteInput;
  LessonCompleteResult: ResolversUnionTypes<ResolversParentTypes>['LessonCompleteResult'];
  LessonCompleteSuccess: Omit<LessonCompleteSuccess, 'enrollment'> & { enrollment: ResolversParentTypes['Enrollment'] };
  LessonsMissingError: Omit<LessonsMissingError, 'missingLessons'> & { missingLessons: Array<ResolversParentTypes['Lesson']> };
  Module: ModuleMapper;
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  User: UserMapper;
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

export type AlreadyEnrolledErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyEnrolledError'] = ResolversParentTypes['AlreadyEnrolledError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  enrollment?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssessmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Assessment'] = ResolversParentTypes['Assessment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['AssessmentItem']>>, ParentType, ContextType>;
  passingScorePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AssessmentChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentChoice'] = ResolversParentTypes['AssessmentChoice']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AssessmentItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentItem'] = ResolversParentTypes['AssessmentItem']> = {
  choices?: Resolver<Array<ResolversTypes['AssessmentChoice']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isMultipleChoice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  prompt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AssessmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentResult'] = ResolversParentTypes['AssessmentResult']> = {
  isPassed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scorePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AssessmentSubmitResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentSubmitResult'] = ResolversParentTypes['AssessmentSubmitResult']> = {
  __resolveType?: TypeResolveFn<'AssessmentSubmitSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LessonsMissingError' | 'NotFoundError', ParentType, ContextType>;
};

export type AssessmentSubmitSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessmentSubmitSuccess'] = ResolversParentTypes['AssessmentSubmitSuccess']> = {
  enrollment?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['AssessmentResult'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

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

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course'], FederationReferenceType extends FederationReferenceTypes['Course'] = FederationReferenceTypes['Course']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Course']> | FederationReferenceType, FederationReferenceType, ContextType>;
  assessment?: Resolver<Maybe<ResolversTypes['Assessment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CourseLevel'], ParentType, ContextType>;
  modules?: Resolver<Array<ResolversTypes['Module']>, ParentType, ContextType>;
  priceMxn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CourseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseConnection'] = ResolversParentTypes['CourseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CourseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CourseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEdge'] = ResolversParentTypes['CourseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CourseEnrollResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEnrollResult'] = ResolversParentTypes['CourseEnrollResult']> = {
  __resolveType?: TypeResolveFn<'AlreadyEnrolledError' | 'ConflictError' | 'CourseEnrollSuccess' | 'InvalidInputError' | 'NotFoundError', ParentType, ContextType>;
};

export type CourseEnrollSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEnrollSuccess'] = ResolversParentTypes['CourseEnrollSuccess']> = {
  enrollment?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseLevelResolvers = EnumResolverSignature<{ ADVANCED?: any, BASIC?: any, INTERMEDIATE?: any }, ResolversTypes['CourseLevel']>;

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

export type EnrollmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrollment'] = ResolversParentTypes['Enrollment'], FederationReferenceType extends FederationReferenceTypes['Enrollment'] = FederationReferenceTypes['Enrollment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enrollment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  assessmentResult?: Resolver<Maybe<ResolversTypes['AssessmentResult']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completedLessons?: Resolver<Array<ResolversTypes['Lesson']>, ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  enrolledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  mentor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  progressPercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrollmentStatus'], ParentType, ContextType>;
};

export type EnrollmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentConnection'] = ResolversParentTypes['EnrollmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrollmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EnrollmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentEdge'] = ResolversParentTypes['EnrollmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
};

export type EnrollmentMentorSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentMentorSetResult'] = ResolversParentTypes['EnrollmentMentorSetResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'EnrollmentMentorSetSuccess' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type EnrollmentMentorSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentMentorSetSuccess'] = ResolversParentTypes['EnrollmentMentorSetSuccess']> = {
  enrollment?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrollmentStatusResolvers = EnumResolverSignature<{ ACTIVE?: any, CANCELLED?: any, COMPLETED?: any }, ResolversTypes['EnrollmentStatus']>;

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

export type LessonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson']> = {
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LessonCompleteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonCompleteResult'] = ResolversParentTypes['LessonCompleteResult']> = {
  __resolveType?: TypeResolveFn<'InvalidStateError' | 'LessonCompleteSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LessonCompleteSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonCompleteSuccess'] = ResolversParentTypes['LessonCompleteSuccess']> = {
  enrollment?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LessonsMissingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonsMissingError'] = ResolversParentTypes['LessonsMissingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missingLessons?: Resolver<Array<ResolversTypes['Lesson']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Module'] = ResolversParentTypes['Module']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lessons?: Resolver<Array<ResolversTypes['Lesson']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  assessmentSubmit?: Resolver<Maybe<ResolversTypes['AssessmentSubmitResult']>, ParentType, ContextType, RequireFields<MutationassessmentSubmitArgs, 'input'>>;
  courseEnroll?: Resolver<Maybe<ResolversTypes['CourseEnrollResult']>, ParentType, ContextType, RequireFields<MutationcourseEnrollArgs, 'input'>>;
  enrollmentMentorSet?: Resolver<Maybe<ResolversTypes['EnrollmentMentorSetResult']>, ParentType, ContextType, RequireFields<MutationenrollmentMentorSetArgs, 'input'>>;
  lessonComplete?: Resolver<Maybe<ResolversTypes['LessonCompleteResult']>, ParentType, ContextType, RequireFields<MutationlessonCompleteArgs, 'input'>>;
};

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
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType, RequireFields<QuerycourseArgs, 'id'>>;
  courses?: Resolver<Maybe<ResolversTypes['CourseConnection']>, ParentType, ContextType, Partial<QuerycoursesArgs>>;
  coursesAuditLog?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QuerycoursesAuditLogArgs>>;
  coursesData?: Resolver<Maybe<ResolversTypes['DataPart']>, ParentType, ContextType, RequireFields<QuerycoursesDataArgs, 'subjectId'>>;
  enrollment?: Resolver<Maybe<ResolversTypes['Enrollment']>, ParentType, ContextType, RequireFields<QueryenrollmentArgs, 'id'>>;
  enrollments?: Resolver<Maybe<ResolversTypes['EnrollmentConnection']>, ParentType, ContextType, Partial<QueryenrollmentsArgs>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  enrollments?: Resolver<Maybe<ResolversTypes['EnrollmentConnection']>, ParentType, ContextType, Partial<UserenrollmentsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'AlreadyEnrolledError' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LessonsMissingError' | 'NotFoundError', ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ ALREADY_ENROLLED?: any, CERTIFICATION_ALREADY_OPEN?: any, DUTY_CONFLICT?: any, IDEMPOTENCY_CONFLICT?: any, INVALID_INPUT?: any, INVALID_STATE?: any, LESSONS_MISSING?: any, NOT_FOUND?: any, SECOND_PERSON_REQUIRED?: any }, ResolversTypes['UserErrorCode']>;

export type cacheControl__ScopeResolvers = EnumResolverSignature<{ PRIVATE?: any, PUBLIC?: any }, ResolversTypes['cacheControl__Scope']>;

export type Resolvers<ContextType = Context> = {
  AlreadyEnrolledError?: AlreadyEnrolledErrorResolvers<ContextType>;
  Assessment?: AssessmentResolvers<ContextType>;
  AssessmentChoice?: AssessmentChoiceResolvers<ContextType>;
  AssessmentItem?: AssessmentItemResolvers<ContextType>;
  AssessmentResult?: AssessmentResultResolvers<ContextType>;
  AssessmentSubmitResult?: AssessmentSubmitResultResolvers<ContextType>;
  AssessmentSubmitSuccess?: AssessmentSubmitSuccessResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseConnection?: CourseConnectionResolvers<ContextType>;
  CourseEdge?: CourseEdgeResolvers<ContextType>;
  CourseEnrollResult?: CourseEnrollResultResolvers<ContextType>;
  CourseEnrollSuccess?: CourseEnrollSuccessResolvers<ContextType>;
  CourseLevel?: CourseLevelResolvers;
  DataPart?: DataPartResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Enrollment?: EnrollmentResolvers<ContextType>;
  EnrollmentConnection?: EnrollmentConnectionResolvers<ContextType>;
  EnrollmentEdge?: EnrollmentEdgeResolvers<ContextType>;
  EnrollmentMentorSetResult?: EnrollmentMentorSetResultResolvers<ContextType>;
  EnrollmentMentorSetSuccess?: EnrollmentMentorSetSuccessResolvers<ContextType>;
  EnrollmentStatus?: EnrollmentStatusResolvers;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  Lesson?: LessonResolvers<ContextType>;
  LessonCompleteResult?: LessonCompleteResultResolvers<ContextType>;
  LessonCompleteSuccess?: LessonCompleteSuccessResolvers<ContextType>;
  LessonsMissingError?: LessonsMissingErrorResolvers<ContextType>;
  Module?: ModuleResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  cacheControl__Scope?: cacheControl__ScopeResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: cacheControlDirectiveResolver<any, any, ContextType>;
};
