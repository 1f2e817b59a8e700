import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CaseAssignmentMapper } from './assignment/assignment.mappers.ts';
import type { CaseJudgementMapper, EvaluationPlanMapper, EvidenceMapper, PinnedInstrumentMapper, ReactivoAnswerMapper } from './evaluation/evaluation.mappers.ts';
import type { CasePortfolioMapper, PortfolioLeafMapper } from './portfolio/portfolio.mappers.ts';
import type { CertificateMapper, RevocationMapper } from './certificate/certificate.mappers.ts';
import type { CertificationMapper, EnrollmentMapper, UserMapper } from './certification/certification.mappers.ts';
import type { CertificationStatusChangedMapper, CertificationsStatusChangedMapper } from './live/live.mappers.ts';
import type { ConsentReceiptMapper, ConsentTextMapper } from './consent/consent.mappers.ts';
import type { CredentialIssuerMapper } from './credential/credential.mappers.ts';
import type { DictamenOpinionMapper, LotMapper, LotMemberMapper } from './lot/lot.mappers.ts';
import type { ParkedStepMapper } from './parked-step/parked-step.mappers.ts';
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

/** Whom to assign, to what, for what. */
export type CaseAssignInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** What for. */
  duty: CaseDuty;
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Who is to be assigned. */
  personId: Scalars['ID']['input'];
};

/** What `caseAssign` answers. */
export type CaseAssignResult = CaseAssignSuccess | ConflictError | DutyConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The person is assigned. */
export type CaseAssignSuccess = {
  __typename?: 'CaseAssignSuccess';
  /** The assignment. */
  assignment: CaseAssignment;
};

/** Somebody's duty on a certification. */
export type CaseAssignment = {
  __typename?: 'CaseAssignment';
  /** Since when. */
  assignedAt: Scalars['DateTime']['output'];
  /** Who assigned her; null when a process did. */
  assignedBy: Maybe<User>;
  /** What she is assigned for. */
  duty: CaseDuty;
  /** Until when; null while it lasts. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Who is assigned; her name only for those who may know her. */
  person: Maybe<User>;
};

/** Assignments to a certification, newest first. */
export type CaseAssignmentConnection = {
  __typename?: 'CaseAssignmentConnection';
  /** Assignments with their cursors. */
  edges: Array<CaseAssignmentEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An assignment in a list. */
export type CaseAssignmentEdge = {
  __typename?: 'CaseAssignmentEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The assignment. */
  node: CaseAssignment;
};

/** What somebody is assigned to a certification for. */
export type CaseDuty =
  /** Audits what was done. */
  | 'AUDITOR'
  /** Evaluates the candidate; one person at a time. */
  | 'EVALUATOR'
  /** Verifies the evaluation, and rules on its procedure. */
  | 'VERIFIER';

/** The cédula de evaluación: how an evaluator judged, and what the rule said. */
export type CaseJudgement = {
  __typename?: 'CaseJudgement';
  /** What went well; null when nothing was written. */
  bestPractices: Maybe<Scalars['String']['output']>;
  /** What can be improved; null when nothing was written. */
  improvements: Maybe<Scalars['String']['output']>;
  /** Incidents; null when nothing was written. */
  incidents: Maybe<Scalars['String']['output']>;
  /** Whether the candidate is competent; if not, not yet. */
  isCompetent: Scalars['Boolean']['output'];
  /** What the two-part rule said of the answers. */
  isCompetentByRule: Scalars['Boolean']['output'];
  /** When. */
  judgedAt: Scalars['DateTime']['output'];
  /** Who judged; her name only for those who may know her. */
  judgedBy: Maybe<User>;
  /** Least sum that is competent. */
  minimumScore: Scalars['Float']['output'];
  /** Why the evaluator judged otherwise than the rule; null when she did not. */
  overrideReason: Maybe<Scalars['String']['output']>;
  /** Recommendations; null when nothing was written. */
  recommendations: Maybe<Scalars['String']['output']>;
  /** Sum of the weights of fulfilled reactivos. */
  score: Scalars['Float']['output'];
  /** Criterios of which no reactivo was fulfilled, by their ids; at most 200. */
  unfulfilledCriteria: Array<Scalars['String']['output']>;
};

/** A sealed portfolio: diagnosis, consents, plan, instrument, evidence, answers and judgement under one root. */
export type CasePortfolio = {
  __typename?: 'CasePortfolio';
  /** How many leaves there are. */
  leafCount: Scalars['Int']['output'];
  /** Leaves in the order of the tree. */
  leaves: Maybe<PortfolioLeafConnection>;
  /** The proof that the leaf of this place is under the root; null when there is no such place. */
  proof: Maybe<PortfolioProof>;
  /** Root of the Merkle tree over the leaves (SHA-256, as in RFC 6962), hex. */
  root: Scalars['String']['output'];
  /** When. */
  sealedAt: Scalars['DateTime']['output'];
  /** Who sealed it; her name only for those who may know her. */
  sealedBy: Maybe<User>;
};


/** A sealed portfolio: diagnosis, consents, plan, instrument, evidence, answers and judgement under one root. */
export type CasePortfolioleavesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A sealed portfolio: diagnosis, consents, plan, instrument, evidence, answers and judgement under one root. */
export type CasePortfolioproofArgs = {
  position: Scalars['Int']['input'];
};

/** Which assignment to end, and why. */
export type CaseUnassignInput = {
  /** The assignment. */
  assignmentId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept in the audit log. */
  reason: Scalars['String']['input'];
};

/** What `caseUnassign` answers. */
export type CaseUnassignResult = CaseUnassignSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The assignment is over. */
export type CaseUnassignSuccess = {
  __typename?: 'CaseUnassignSuccess';
  /** The assignment. */
  assignment: CaseAssignment;
};

export type Centre = {
  __typename?: 'Centre';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};

/** The platform's own certificate for a completed course. */
export type Certificate = {
  __typename?: 'Certificate';
  /** The course it certifies. */
  course: Maybe<Course>;
  /** The signed credential (Open Badges 3.0, `eddsa-rdfc-2022`) as the text of a JSON object; it bears no name. Null as `verificationUrl` is. */
  credential: Maybe<Scalars['String']['output']>;
  /** The same as a JWT (RS256). Null as `verificationUrl` is. */
  credentialJwt: Maybe<Scalars['String']['output']>;
  /** URL of the signed credential, for wallets and portfolios; null as `verificationUrl` is. */
  credentialUrl: Maybe<Scalars['String']['output']>;
  /** Where the certificate can be downloaded as PDF, with the holder's name: whoever has the address has the document. The holder and admins; null as `verificationUrl` is. */
  documentUrl: Maybe<Scalars['String']['output']>;
  /** Readable number, unique; null before it is issued. */
  folio: Maybe<Scalars['String']['output']>;
  /** Who holds it. */
  holder: Maybe<User>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** When it was issued; null before. */
  issuedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was revoked; null otherwise. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** State of the certificate. */
  status: CertificateStatus;
  /** Code to verify it with; null before it is issued. The holder and staff. */
  verificationCode: Maybe<Scalars['String']['output']>;
  /** Where anybody can verify it, and what the QR code of the document holds; null before it is issued, and for certificates from before credentials were signed. */
  verificationUrl: Maybe<Scalars['String']['output']>;
};

/** States of a platform certificate. */
export type CertificateStatus =
  /** Valid. */
  | 'ISSUED'
  /** Being made. */
  | 'REQUESTED'
  /** Revoked for good. */
  | 'REVOKED';

/** What anyone may know of a certificate whose code or folio she holds. */
export type CertificateVerification = {
  __typename?: 'CertificateVerification';
  /** Title of the course. */
  courseTitle: Scalars['String']['output'];
  /** Folio of the certificate. */
  folio: Scalars['String']['output'];
  /** Initials of the holder: enough to compare with a printed certificate. Empty when the holder had her data erased. */
  holderInitials: Scalars['String']['output'];
  /** Whether the holder had her data erased: the certificate is what it was, and nothing says any more who holds it. */
  isHolderErased: Scalars['Boolean']['output'];
  /** Whether it is valid now. */
  isValid: Scalars['Boolean']['output'];
  /** When it was issued. */
  issuedAt: Maybe<Scalars['DateTime']['output']>;
  /** Folio of the official certificate of competency; null when CONOCER has issued none. */
  officialFolio: Maybe<Scalars['String']['output']>;
  /** When it was revoked; null otherwise. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Code of the standard that the course is aligned to; null when none. */
  standardCode: Maybe<Scalars['String']['output']>;
  /** State of the certificate. */
  status: CertificateStatus;
};

/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type Certification = {
  __typename?: 'Certification';
  /** The evaluator's answers, by reactivo. Assessors of the certification, and the candidate once she was judged. */
  answers: Maybe<ReactivoAnswerConnection>;
  /** Who evaluates, verifies and audits the certification, and who did, newest first. Whoever sees the certification. */
  assignments: Maybe<CaseAssignmentConnection>;
  /** The candidate. */
  candidate: Maybe<User>;
  /** Evaluation centre that it was opened in: the candidate's of then, wherever she stands now. Null for the academy itself. */
  centre: Maybe<Centre>;
  /** The platform's own certificate, which does not wait for CONOCER; null before it is requested. */
  certificate: Maybe<Certificate>;
  /** When it last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** That credential (Open Badges 3.0, `eddsa-rdfc-2022`) as the text of a JSON object; it bears no name. Null as `competencyCredentialUrl` is. */
  competencyCredential: Maybe<Scalars['String']['output']>;
  /** The same as a JWT (RS256). Null as `competencyCredentialUrl` is. */
  competencyCredentialJwt: Maybe<Scalars['String']['output']>;
  /** URL of the credential by which the academy attests the official certificate of competency; null before that is issued. */
  competencyCredentialUrl: Maybe<Scalars['String']['output']>;
  /** Receipts of what the candidate consented to and acknowledged, newest first, withdrawn ones too. The candidate and assessors of the certification. */
  consents: Maybe<ConsentReceiptConnection>;
  /** The course that was completed. */
  course: Maybe<Course>;
  /** What the Grupo de Dictamen said of it, newest first, once it is decided; empty before. Whoever sees the certification. */
  dictamen: Maybe<DictamenOpinionConnection>;
  /** The enrolment that was completed. */
  enrollment: Maybe<Enrollment>;
  /** Evidence of how the candidate did, newest first. The candidate and assessors of the certification. */
  evidence: Maybe<EvidenceConnection>;
  /** Folio of the platform's certificate; null before it is issued. */
  folio: Maybe<Scalars['String']['output']>;
  /** The case that this one follows; null when it follows none. */
  follows: Maybe<Certification>;
  /** How it follows that case; null when it follows none. */
  followsAs: Maybe<CertificationSequel>;
  /** What a person must decide before the case goes on; null unless it is `ON_HOLD`. */
  heldFor: Maybe<CertificationHoldReason>;
  /** History of the case, oldest first. `after` is a cursor of this list; `afterSeq` asks for the entries after this number instead. Not both. */
  history: Maybe<CertificationEventConnection>;
  /** Why the case waits; null when it does not. */
  hold: Maybe<CertificationHold>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** The instrument that the plan was proposed with. Assessors of the certification; never the candidate. Null before. */
  instrument: Maybe<PinnedInstrument>;
  /** How the evaluator judged; null before, and where no evaluator judges. The candidate and assessors of the certification. */
  judgement: Maybe<CaseJudgement>;
  /** The lot that it is in, or was ruled on in; null when it is in none, or the viewer may not see lots. */
  lot: Maybe<Lot>;
  /** What the course misses under `SOLARPUNK_COMPLIANCE`; empty otherwise. At most 10. */
  missedCriteria: Array<MissedCriterion>;
  /** Folio of the official certificate of competency; null before CONOCER issues it. */
  officialFolio: Maybe<Scalars['String']['output']>;
  /** When the case was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** Who judges; fixed when the case is opened. */
  path: CertificationPath;
  /** The plan of the evaluation, as proposed or agreed; null before, and where no evaluator judges. */
  plan: Maybe<EvaluationPlan>;
  /** The portfolio as it was sealed when results were delivered; null before, and where no evaluator judges. The candidate and assessors of the certification. */
  portfolio: Maybe<CasePortfolio>;
  /** Result of the diagnosis; null before, and where no evaluator judges. */
  readiness: Maybe<CertificationReadiness>;
  /** Why the authority rejected it; null otherwise. */
  rejectionReason: Maybe<Scalars['String']['output']>;
  /** Number of the newest entry of the history; entries are numbered from 1 without gaps. */
  seq: Scalars['Int']['output'];
  /** Code of the standard; null when the course is aligned to none. */
  standardCode: Maybe<Scalars['String']['output']>;
  /** State of the case. */
  status: CertificationStatus;
};


/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type CertificationanswersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type CertificationassignmentsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type CertificationconsentsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type CertificationdictamenArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type CertificationevidenceArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A candidate's way from a completed course to an official certificate of competency: the case. */
export type CertificationhistoryArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  afterSeq: InputMaybe<Scalars['Int']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** An open case for this standard exists already. */
export type CertificationAlreadyOpenError = UserError & {
  __typename?: 'CertificationAlreadyOpenError';
  /** The case that exists. */
  certification: Certification;
  /** Always `CERTIFICATION_ALREADY_OPEN`. */
  code: UserErrorCode;
  /** Which standard. */
  message: Scalars['String']['output'];
};

/** A change in the tenant's log. */
export type CertificationChange = {
  __typename?: 'CertificationChange';
  /** The candidate; null when it is not for the viewer. */
  candidateId: Maybe<Scalars['ID']['output']>;
  /** The certification; null when it is not for the viewer. */
  certificationId: Maybe<Scalars['ID']['output']>;
  /** The course that was completed; null when it is not for the viewer. */
  courseId: Maybe<Scalars['ID']['output']>;
  /** Why the certification waits after it; null when it does not, and when it is not for the viewer. */
  hold: Maybe<CertificationHold>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Number in the tenant's log, from 1, without gaps. */
  position: Scalars['Int']['output'];
  /** State before; null for the first, and when it is not for the viewer. */
  previousStatus: Maybe<CertificationStatus>;
  /** Number in the history of the certification; null when it is not for the viewer. */
  seq: Maybe<Scalars['Int']['output']>;
  /** Code of the standard; null when the course is aligned to none, and when it is not for the viewer. */
  standardCode: Maybe<Scalars['String']['output']>;
  /** State after; null when it is not for the viewer. */
  status: Maybe<CertificationStatus>;
};

/** A part of the tenant's log, read at one instant. */
export type CertificationChangePage = {
  __typename?: 'CertificationChangePage';
  /** Changes after the number that was asked for, oldest first. */
  changes: Array<CertificationChange>;
  /** Number of the newest change of the whole log; 0 when there is none. */
  position: Scalars['Int']['output'];
};

/** Which certification, and what was decided. */
export type CertificationCloseInput = {
  /** The certification; it must be held. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationClose` answers. */
export type CertificationCloseResult = CertificationCloseSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The certification is closed. */
export type CertificationCloseSuccess = {
  __typename?: 'CertificationCloseSuccess';
  /** The certification. */
  certification: Certification;
};

/** Certifications, newest first. */
export type CertificationConnection = {
  __typename?: 'CertificationConnection';
  /** Certifications with their cursors. */
  edges: Array<CertificationEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** What is consented to. */
export type CertificationConsentGiveInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** What for. */
  purpose: ConsentPurpose;
  /** Version of the text that was read; it must be the one of now. */
  textVersion: Scalars['String']['input'];
};

/** What `certificationConsentGive` answers. */
export type CertificationConsentGiveResult = CertificationConsentGiveSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The receipt stands. */
export type CertificationConsentGiveSuccess = {
  __typename?: 'CertificationConsentGiveSuccess';
  /** The certification. */
  certification: Certification;
};

/** What is withdrawn. */
export type CertificationConsentWithdrawInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** What for. */
  purpose: ConsentPurpose;
};

/** What `certificationConsentWithdraw` answers. */
export type CertificationConsentWithdrawResult = CertificationConsentWithdrawSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** No receipt for the purpose stands. */
export type CertificationConsentWithdrawSuccess = {
  __typename?: 'CertificationConsentWithdrawSuccess';
  /** The certification. */
  certification: Certification;
};

/** Which candidate, and how ready she is. */
export type CertificationDiagnoseInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Result of the diagnosis. */
  readiness: CertificationReadiness;
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationDiagnose` answers. */
export type CertificationDiagnoseResult = CertificationDiagnoseSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The diagnosis is recorded. */
export type CertificationDiagnoseSuccess = {
  __typename?: 'CertificationDiagnoseSuccess';
  /** The certification. */
  certification: Certification;
};

/** A certification in a list. */
export type CertificationEdge = {
  __typename?: 'CertificationEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The certification. */
  node: Certification;
};

/** Which evaluation begins. */
export type CertificationEvaluationBeginInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationEvaluationBegin` answers. */
export type CertificationEvaluationBeginResult = CertificationEvaluationBeginSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The evaluation has begun. */
export type CertificationEvaluationBeginSuccess = {
  __typename?: 'CertificationEvaluationBeginSuccess';
  /** The certification. */
  certification: Certification;
};

/** An entry of a case's history. */
export type CertificationEvent = {
  __typename?: 'CertificationEvent';
  /** Why the case waits after it; null when it does not. */
  hold: Maybe<CertificationHold>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** State before; null for the first entry. */
  previousStatus: Maybe<CertificationStatus>;
  /** Number in the case, from 1, without gaps. */
  seq: Scalars['Int']['output'];
  /** State after. */
  status: CertificationStatus;
};

/** Entries of a case's history, oldest first. */
export type CertificationEventConnection = {
  __typename?: 'CertificationEventConnection';
  /** Entries with their cursors. */
  edges: Array<CertificationEventEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An entry of a case's history in a list. */
export type CertificationEventEdge = {
  __typename?: 'CertificationEventEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CertificationEvent;
};

/** Narrows `certifications`; all conditions must hold. */
export type CertificationFilter = {
  /** The course that was completed. */
  courseId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the standard, e.g. `EC0325`, with its version or without: then every version. */
  standardCode?: InputMaybe<Scalars['String']['input']>;
  /** States of which one must hold; empty or left out: any. */
  status?: InputMaybe<Array<CertificationStatus>>;
};

/** Why a case waits in `SUBMISSION_PREPARED`. */
export type CertificationHold =
  /** The authority cannot be reached; it goes on by itself. */
  | 'AUTHORITY_UNAVAILABLE'
  /** The course misses the tenant's Solarpunk thresholds. */
  | 'SOLARPUNK_COMPLIANCE';

/** For what a person may hold a certification. */
export type CertificationHoldCause =
  /** The candidate exercises her rights over her data (ARCO). */
  | 'ARCO'
  /** Who evaluated, verified or ruled may have been nobody to do so. */
  | 'SEPARATION_OF_DUTIES';

/** Which certification, and why. */
export type CertificationHoldInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** What must be decided. */
  heldFor: CertificationHoldCause;
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What a person must decide before a case goes on. */
export type CertificationHoldReason =
  /** What becomes of the candidate's data. */
  | 'ARCO'
  /** What becomes of a verdict that the authority contradicted later. */
  | 'LATE_REVERSAL'
  /** Whether who evaluated, verified or ruled may do so. */
  | 'SEPARATION_OF_DUTIES';

/** What `certificationHold` answers. */
export type CertificationHoldResult = CertificationHoldSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The certification is held. */
export type CertificationHoldSuccess = {
  __typename?: 'CertificationHoldSuccess';
  /** The certification. */
  certification: Certification;
};

/** How the evaluator judges. */
export type CertificationJudgeInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Whether the candidate is competent; if not, not yet. */
  isCompetent: Scalars['Boolean']['input'];
  /** Why she judges otherwise than the rule, 3 to 500 characters. Left out when she does not. */
  overrideReason?: InputMaybe<Scalars['String']['input']>;
  /** Remarks of the cédula. */
  remarks?: InputMaybe<JudgementRemarksInput>;
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationJudge` answers. */
export type CertificationJudgeResult = CertificationJudgeSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The candidate is judged. */
export type CertificationJudgeSuccess = {
  __typename?: 'CertificationJudgeSuccess';
  /** The certification. */
  certification: Certification;
};

/** Who judges in a case. */
export type CertificationPath =
  /** An accredited evaluator, with diagnosis, plan, internal verification and dictamen. */
  | 'ACCREDITED_EVALUATOR'
  /** The service, by the IEC rule over the completed course's final assessment. */
  | 'AUTOMATIC_FROM_ASSESSMENT'
  /** Nobody: the case holds what the authority told after the verdict on another. */
  | 'REVERSAL';

/** When to evaluate. */
export type CertificationPlanProposeInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** Last day of the plan, on or after the evaluation. */
  dueOn: Scalars['Date']['input'];
  /** Day of the evaluation, from today on; Mexico City. */
  evaluatesOn: Scalars['Date']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationPlanPropose` answers. */
export type CertificationPlanProposeResult = CertificationPlanProposeSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The plan is proposed, and waits for both signatures. */
export type CertificationPlanProposeSuccess = {
  __typename?: 'CertificationPlanProposeSuccess';
  /** The certification. */
  certification: Certification;
};

/** Which plan to sign. */
export type CertificationPlanSignInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** `digest` of the plan that was read. */
  planDigest: Scalars['String']['input'];
};

/** What `certificationPlanSign` answers. */
export type CertificationPlanSignResult = CertificationPlanSignSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The plan is signed. */
export type CertificationPlanSignSuccess = {
  __typename?: 'CertificationPlanSignSuccess';
  /** The certification. */
  certification: Certification;
};

/** What was seen. */
export type CertificationReactivoRecordInput = {
  /** 1 to 100 answers, each to another reactivo. */
  answers: Array<ReactivoAnswerInput>;
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `certificationReactivoRecord` answers. */
export type CertificationReactivoRecordResult = CertificationReactivoRecordSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The answers are recorded. */
export type CertificationReactivoRecordSuccess = {
  __typename?: 'CertificationReactivoRecordSuccess';
  /** The certification. */
  certification: Certification;
};

/** Results of a diagnosis. */
export type CertificationReadiness =
  /** Altas posibilidades: she can be evaluated. */
  | 'HIGH'
  /** Bajas posibilidades: training is suggested. */
  | 'LOW'
  /** Medias posibilidades: an alignment is suggested. */
  | 'MEDIUM';

/** What is to be redone. */
export type CertificationRedoInput = {
  /** The certification; it must be `REDO_REQUIRED`. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `certificationRedo` answers. */
export type CertificationRedoResult = CertificationRedoSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The certification is redone. */
export type CertificationRedoSuccess = {
  __typename?: 'CertificationRedoSuccess';
  /** The new certification; the one before is closed. */
  certification: Certification;
};

/** Which completed course. */
export type CertificationRequestInput = {
  /** The completed enrolment. */
  enrollmentId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `certificationRequest` answers. */
export type CertificationRequestResult = CertificationAlreadyOpenError | CertificationRequestSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The certification is requested. */
export type CertificationRequestSuccess = {
  __typename?: 'CertificationRequestSuccess';
  /** The new case, or the same one with its next submission. */
  certification: Certification;
};

/** Whose results are delivered. */
export type CertificationResultsDeliverInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationResultsDeliver` answers. */
export type CertificationResultsDeliverResult = CertificationResultsDeliverSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The results are delivered, and the portfolio is sealed. */
export type CertificationResultsDeliverSuccess = {
  __typename?: 'CertificationResultsDeliverSuccess';
  /** The certification. */
  certification: Certification;
};

/** Which certification, and what was decided. */
export type CertificationResumeInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationResume` answers. */
export type CertificationResumeResult = CertificationResumeSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The certification is where it was before it was held. */
export type CertificationResumeSuccess = {
  __typename?: 'CertificationResumeSuccess';
  /** The certification. */
  certification: Certification;
};

/** Which proposal to confirm. */
export type CertificationRevocationConfirmInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The proposal. */
  revocationId: Scalars['ID']['input'];
};

/** What `certificationRevocationConfirm` answers. */
export type CertificationRevocationConfirmResult = CertificationRevocationConfirmSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError | SecondPersonRequiredError;

/** The certificate is revoked. */
export type CertificationRevocationConfirmSuccess = {
  __typename?: 'CertificationRevocationConfirmSuccess';
  /** The revocation. */
  revocation: Revocation;
};

/** Which certificate, and why. */
export type CertificationRevocationProposeInput = {
  /** The certification whose certificate is to be revoked. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept in the history. */
  reason: Scalars['String']['input'];
};

/** What `certificationRevocationPropose` answers. */
export type CertificationRevocationProposeResult = CertificationRevocationProposeSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** A revocation waits for a second person. */
export type CertificationRevocationProposeSuccess = {
  __typename?: 'CertificationRevocationProposeSuccess';
  /** The proposal. */
  revocation: Revocation;
};

/** How a case follows another. */
export type CertificationSequel =
  /** It redoes what the dictamen ruled invalid, free of charge and with another evaluator. */
  | 'REDO'
  /** It tries again what ended without a certificate. */
  | 'RETRY'
  /** It holds what the authority told after the verdict. */
  | 'REVERSAL';

/** States of a case. */
export type CertificationStatus =
  /** Ended without a certificate. */
  | 'CLOSED'
  /** Official certificate handed over. */
  | 'DELIVERED'
  /** Diagnosis recorded. */
  | 'DIAGNOSED'
  /** Evidence is being judged. */
  | 'EVALUATING'
  /** Official certificate expired. */
  | 'EXPIRED'
  /** Part of a lot. */
  | 'IN_LOT'
  /** The authority works on it. */
  | 'IN_PROCESS'
  /** Official certificate issued. */
  | 'ISSUED'
  /** Competent. */
  | 'JUDGED_COMPETENT'
  /** Not yet competent: final; a new case may follow. */
  | 'JUDGED_NOT_YET'
  /** The plan's time ran out. */
  | 'LAPSED'
  /** Held for a person to decide. */
  | 'ON_HOLD'
  /** Evaluation plan signed by both. */
  | 'PLAN_AGREED'
  /** To be evaluated again, free of charge, by another evaluator. */
  | 'REDO_REQUIRED'
  /** The case is open. */
  | 'REGISTERED'
  /** Official certificate issued again. */
  | 'REISSUED'
  /** Rejected by the authority. */
  | 'REJECTED'
  /** Results told to the candidate, portfolio sealed. Final when the course is aligned to no standard. */
  | 'RESULTS_DELIVERED'
  /** Official certificate revoked. */
  | 'REVOKED'
  /** Not valid by the dictamen. */
  | 'RULED_INVALID'
  /** Valid by the dictamen. */
  | 'RULED_VALID'
  /** Ready to be submitted; see `hold` when it waits. */
  | 'SUBMISSION_PREPARED'
  /** Submitted, outcome unknown; being reconciled. */
  | 'SUBMISSION_UNKNOWN'
  /** Submitted to the authority. */
  | 'SUBMITTED'
  /** Internally verified. */
  | 'VERIFIED'
  /** Withdrawn by the candidate. */
  | 'WITHDRAWN';

/** A certification changed its state, or the state it is in when watching begins. */
export type CertificationStatusChanged = {
  __typename?: 'CertificationStatusChanged';
  /** The certification as it is now. */
  certification: Maybe<Certification>;
  /** Why the case waits after it; null when it does not. */
  hold: Maybe<CertificationHold>;
  /** What this event is. */
  kind: LiveEventKind;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** State before; null for the first. */
  previousStatus: Maybe<CertificationStatus>;
  /** Opaque; send it as `after` to go on from here. */
  resume: Scalars['String']['output'];
  /** Number in the case's history, from 1, without gaps. */
  seq: Scalars['Int']['output'];
  /** State after. */
  status: CertificationStatus;
};

/** Which certification, and over what. */
export type CertificationVerifyInput = {
  /** The certification; its results must be delivered. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Merkle root of the portfolio that was looked at, 64 hex digits; left out, or null, where none was sealed, as the service judged. */
  portfolioRoot?: InputMaybe<Scalars['String']['input']>;
};

/** What `certificationVerify` answers. */
export type CertificationVerifyResult = CertificationVerifySuccess | ConflictError | DutyConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The certification is verified. */
export type CertificationVerifySuccess = {
  __typename?: 'CertificationVerifySuccess';
  /** The certification. */
  certification: Certification;
};

/** From which certification. */
export type CertificationWithdrawInput = {
  /** The certification; one's own. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** `seq` of the certification on which the decision rests: refused when it has changed since. Left out: whatever it is now. */
  seenSeq?: InputMaybe<Scalars['Int']['input']>;
};

/** What `certificationWithdraw` answers. */
export type CertificationWithdrawResult = CertificationWithdrawSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The candidate has withdrawn. */
export type CertificationWithdrawSuccess = {
  __typename?: 'CertificationWithdrawSuccess';
  /** The certification. */
  certification: Certification;
};

/** A certification of the tenant changed its state, or the certifications that there are when watching begins. */
export type CertificationsStatusChanged = {
  __typename?: 'CertificationsStatusChanged';
  /** The certification as it is now; null in a snapshot. */
  certification: Maybe<Certification>;
  /** Why the certification waits after it; null when it does not, and in a snapshot. */
  hold: Maybe<CertificationHold>;
  /** What this event is. */
  kind: LiveEventKind;
  /** When it happened; null in a snapshot. */
  occurredAt: Maybe<Scalars['DateTime']['output']>;
  /** Number in the tenant's log, from 1 without gaps; numbers of changes that the filter left out are missing. In a snapshot the newest number, 0 before the first change. */
  position: Scalars['Int']['output'];
  /** State before; null for the first of a certification, and in a snapshot. */
  previousStatus: Maybe<CertificationStatus>;
  /** Opaque; send it as `after` to go on from here. */
  resume: Scalars['String']['output'];
  /** Number in the history of the certification; null in a snapshot. */
  seq: Maybe<Scalars['Int']['output']>;
  /** What the filter lets through as it is now, newest first, at most 100; null for `CHANGE`. */
  snapshot: Maybe<Array<Certification>>;
  /** State after; null in a snapshot. */
  status: Maybe<CertificationStatus>;
};

/** Narrows `certificationsStatusChanged`; all conditions must hold. */
export type CertificationsStatusChangedFilter = {
  /** The course that was completed. */
  courseId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the standard, e.g. `EC0325`, with its version or without: then every version. */
  standardCode?: InputMaybe<Scalars['String']['input']>;
  /** States of which one must hold after the change; empty or left out: any. */
  status?: InputMaybe<Array<CertificationStatus>>;
};

/** Sub-scores that the gate looks at. */
export type ComplianceCriterion =
  /** Social justice. */
  | 'SOCIAL_JUSTICE'
  /** Sustainability. */
  | 'SUSTAINABILITY';

/** The same idempotency key came with another input; nothing was done. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always `IDEMPOTENCY_CONFLICT`. */
  code: UserErrorCode;
  /** Which key, and what to do. */
  message: Scalars['String']['output'];
};

/** What a candidate is asked about before she is evaluated. */
export type ConsentPurpose =
  /** That her data are processed for the evaluation. Required. */
  | 'EVALUATION_DATA'
  /** That her certification is published in RENAP. Voluntary. */
  | 'RENAP_PUBLICATION'
  /** The acuse: that she was told of her rights and duties. Required, and not withdrawn. */
  | 'RIGHTS_AND_DUTIES';

/** That a candidate consented to a text, or acknowledged it. */
export type ConsentReceipt = {
  __typename?: 'ConsentReceipt';
  /** When. */
  givenAt: Scalars['DateTime']['output'];
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** What for. */
  purpose: ConsentPurpose;
  /** Version of the wording. */
  textVersion: Scalars['String']['output'];
  /** When it was withdrawn; null while it stands. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** Receipts, newest first. */
export type ConsentReceiptConnection = {
  __typename?: 'ConsentReceiptConnection';
  /** Receipts with their cursors. */
  edges: Array<ConsentReceiptEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A receipt in a list. */
export type ConsentReceiptEdge = {
  __typename?: 'ConsentReceiptEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The receipt. */
  node: ConsentReceipt;
};

/** A text that a candidate is asked about. */
export type ConsentText = {
  __typename?: 'ConsentText';
  /** Whether there is no evaluation without it. */
  isRequired: Scalars['Boolean']['output'];
  /** What for. */
  purpose: ConsentPurpose;
  /** The text, in Spanish. */
  text: Scalars['String']['output'];
  /** Version of the wording, to be named when it is consented to. */
  version: Scalars['String']['output'];
};

export type Course = {
  __typename?: 'Course';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};

/** The academy as an issuer of credentials. */
export type CredentialIssuer = {
  __typename?: 'CredentialIssuer';
  /** Its decentralised identifier, a `did:web`; never changes. */
  did: Scalars['String']['output'];
  /** Where its DID document with its public keys is. */
  documentUrl: Scalars['String']['output'];
  /** Number of the keys that sign now, from 1; a rotation adds one. */
  keyNumber: Scalars['Int']['output'];
};

/** What a credential attests. */
export type CredentialKind =
  /** That somebody holds an official certificate of competency, and when the academy learnt so. */
  | 'COMPETENCY'
  /** That a course was completed. */
  | 'COMPLETION';

/** What a verification comes to. */
export type CredentialOutcome =
  /** Issued by the academy, and no longer valid. */
  | 'EXPIRED'
  /** Issued by the academy, and revoked since. */
  | 'REVOKED'
  /** Changed after it was signed. */
  | 'TAMPERED'
  /** Nothing that the academy knows, or nothing that can be read as a credential. */
  | 'UNKNOWN'
  /** Issued by the academy, unchanged, neither revoked nor expired. */
  | 'VALID'
  /** Of another issuer, or signed with a key that is not the academy's. */
  | 'WRONG_ISSUER';

/** What anyone may know of what she was shown. */
export type CredentialVerification = {
  __typename?: 'CredentialVerification';
  /** When it was looked at. */
  checkedAt: Scalars['DateTime']['output'];
  /** Title of the course; null as `kind` is. */
  courseTitle: Maybe<Scalars['String']['output']>;
  /** Folio of the academy's certificate; null as `kind` is. */
  folio: Maybe<Scalars['String']['output']>;
  /** Initials of the holder: enough to compare with the document. Empty when the holder had her data erased; null as `kind` is. */
  holderInitials: Maybe<Scalars['String']['output']>;
  /** Whether the holder had her data erased: it is what it was, and nothing says any more who holds it. */
  isHolderErased: Scalars['Boolean']['output'];
  /** When it was issued; null as `kind` is. */
  issuedAt: Maybe<Scalars['DateTime']['output']>;
  /** DID of the academy; null before its first credential. */
  issuer: Maybe<Scalars['String']['output']>;
  /** What it attests; null unless it is the academy's. */
  kind: Maybe<CredentialKind>;
  /** Folio of the official certificate of competency; null when there is none, and as `kind` is. */
  officialFolio: Maybe<Scalars['String']['output']>;
  /** What it comes to. */
  outcome: CredentialOutcome;
  /** Why, in a sentence. */
  reason: Scalars['String']['output'];
  /** When it was revoked; null otherwise. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Code of the standard; null when there is none, and as `kind` is. */
  standardCode: Maybe<Scalars['String']['output']>;
  /** Until when it is valid; null for good. */
  validUntil: Maybe<Scalars['DateTime']['output']>;
};

/** What is to be verified: one of the two. */
export type CredentialVerificationInput = {
  /** A verification code, a folio (the academy's or the official one), or the address in a QR code; at most 300 characters. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** A credential as the text of its JSON, or as a JWT; at most 50,000 characters. */
  credential?: InputMaybe<Scalars['String']['input']>;
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

/** What a dictamen opinion rests on. */
export type DictamenBasis =
  /** Who gave it looked at the certification itself. */
  | 'EXAMINED'
  /** It is what she said of the lot's sample. */
  | 'SAMPLE';

/** What one of the Grupo de Dictamen said of a certification. */
export type DictamenOpinion = {
  __typename?: 'DictamenOpinion';
  /** What it rests on. */
  basis: DictamenBasis;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** What she said. */
  outcome: DictamenOutcome;
  /** Why the judgement does not follow the norm; null where it does. */
  reason: Maybe<Scalars['String']['output']>;
  /** When she said it. */
  ruledAt: Scalars['DateTime']['output'];
  /** Who said it; her name only for those who may know her. */
  ruler: Maybe<User>;
};

/** Opinions on a certification, newest first. */
export type DictamenOpinionConnection = {
  __typename?: 'DictamenOpinionConnection';
  /** Opinions with their cursors. */
  edges: Array<DictamenOpinionEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An opinion in a list. */
export type DictamenOpinionEdge = {
  __typename?: 'DictamenOpinionEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The opinion. */
  node: DictamenOpinion;
};

/** What is said of a certification. */
export type DictamenOpinionInput = {
  /** The certification; it must wait in the lot. */
  certificationId: Scalars['ID']['input'];
  /** Whether it was judged by the norm. */
  outcome: DictamenOutcome;
  /** Why it was not, 3 to 500 characters; the candidate reads it. For `INVALID` only. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What a dictamen says of a judgement. */
export type DictamenOutcome =
  /** It was not: the evaluation is to be redone. */
  | 'INVALID'
  /** It was reached by the norm. */
  | 'VALID';

/** What is said of which certifications of a lot. */
export type DictamenRuleInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The lot; it must be closed. */
  lotId: Scalars['ID']['input'];
  /** 1 to 100 opinions, on one certification each. */
  opinions: Array<DictamenOpinionInput>;
};

/** What `dictamenRule` answers. */
export type DictamenRuleResult = ConflictError | DictamenRuleSuccess | DutyConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The opinions are on record, and what two agree on is decided. */
export type DictamenRuleSuccess = {
  __typename?: 'DictamenRuleSuccess';
  /** The lot. */
  lot: Lot;
};

/** The person may not take this duty towards the candidate: nothing was done. */
export type DutyConflictError = UserError & {
  __typename?: 'DutyConflictError';
  /** Always `DUTY_CONFLICT`. */
  code: UserErrorCode;
  /** What stands in the way, and since when. */
  message: Scalars['String']['output'];
};

export type Enrollment = {
  __typename?: 'Enrollment';
  /** The certification that this enrolment led to; null when there is none that the viewer may see. */
  certification: Maybe<Certification>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};

/** A plan de evaluación. */
export type EvaluationPlan = {
  __typename?: 'EvaluationPlan';
  /** What is signed: SHA-256, hex, over the plan and the instrument. Null once nothing can be signed. */
  digest: Maybe<Scalars['String']['output']>;
  /** Last day of the plan: what was not judged by then has lapsed. */
  dueOn: Scalars['Date']['output'];
  /** Day of the evaluation. */
  evaluatesOn: Scalars['Date']['output'];
  /** Who evaluates; her name only for those who may know her. */
  evaluator: Maybe<User>;
  /** Who has signed this plan so far. */
  signedBy: Array<PlanParty>;
  /** Version of the standard, pinned. */
  standardCode: Scalars['String']['output'];
};

/** A piece of evidence: what is needed to know it again. Its content is kept where it was made. */
export type Evidence = {
  __typename?: 'Evidence';
  /** When. */
  addedAt: Scalars['DateTime']['output'];
  /** Who added it; her name only for those who may know her. */
  addedBy: Maybe<User>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** What it is. */
  label: Scalars['String']['output'];
  /** Media type of the content, e.g. `video/mp4`. */
  mediaType: Scalars['String']['output'];
  /** SHA-256 of the content, hex. */
  sha256: Scalars['String']['output'];
  /** Size of the content in bytes. */
  sizeBytes: Scalars['Float']['output'];
};

/** What is added, to what. */
export type EvidenceAddInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** What it is, 3 to 200 characters. */
  label: Scalars['String']['input'];
  /** Media type of the content without parameters, e.g. `video/mp4`. */
  mediaType: Scalars['String']['input'];
  /** SHA-256 of the content: 64 hex digits. */
  sha256: Scalars['String']['input'];
  /** Size of the content in bytes, at most 64 GiB. */
  sizeBytes: Scalars['Float']['input'];
};

/** What `evidenceAdd` answers. */
export type EvidenceAddResult = ConflictError | EvidenceAddSuccess | InvalidInputError | InvalidStateError | NotFoundError;

/** The evidence is part of the certification; the same content is added once. */
export type EvidenceAddSuccess = {
  __typename?: 'EvidenceAddSuccess';
  /** The evidence. */
  evidence: Evidence;
};

/** Evidence of a certification, newest first. */
export type EvidenceConnection = {
  __typename?: 'EvidenceConnection';
  /** Evidence with its cursors. */
  edges: Array<EvidenceEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A piece of evidence in a list. */
export type EvidenceEdge = {
  __typename?: 'EvidenceEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The evidence. */
  node: Evidence;
};

/** Where an instrument comes from. */
export type InstrumentOrigin =
  /** Imported from the authority. */
  | 'OFFICIAL'
  /** Written by the academy, to show how an evaluation goes. Not the authority's. */
  | 'SAMPLE';

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

/** Why keys are changed. */
export type IssuerKeyRotateInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept in the audit log. */
  reason: Scalars['String']['input'];
};

/** What `issuerKeyRotate` answers. */
export type IssuerKeyRotateResult = ConflictError | InvalidInputError | InvalidStateError | IssuerKeyRotateSuccess;

/** New keys sign. */
export type IssuerKeyRotateSuccess = {
  __typename?: 'IssuerKeyRotateSuccess';
  /** The issuer as it is now. */
  issuer: CredentialIssuer;
};

/** What an evaluator writes in the cédula besides the judgement; each at most 2000 characters. */
export type JudgementRemarksInput = {
  /** What went well. */
  bestPractices?: InputMaybe<Scalars['String']['input']>;
  /** What can be improved. */
  improvements?: InputMaybe<Scalars['String']['input']>;
  /** Incidents. */
  incidents?: InputMaybe<Scalars['String']['input']>;
  /** Recommendations. */
  recommendations?: InputMaybe<Scalars['String']['input']>;
};

/** What a live event is. */
export type LiveEventKind =
  /** Something happened. */
  | 'CHANGE'
  /** The token was too old: events may have been missed; this is the current state. */
  | 'RESET'
  /** The state when watching began. */
  | 'SNAPSHOT';

/** Certifications of one centre and one standard that a Grupo de Dictamen rules on together. */
export type Lot = {
  __typename?: 'Lot';
  /** The centre of which its certifications are; null for the academy itself. */
  centre: Maybe<Centre>;
  /** When it was closed; null while it is open. */
  closedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who closed it; null while it is open. */
  closedBy: Maybe<User>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** What is in it, by the certifications' ids. */
  members: Maybe<LotMemberConnection>;
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** Who opened it. */
  openedBy: Maybe<User>;
  /** 64 hex digits, drawn when it was closed: the sample are the `sampleSize` members whose SHA-256 of `seed:id` comes first. Null while it is open. */
  sampleSeed: Maybe<Scalars['String']['output']>;
  /** How many are in the sample: a fifth, and five at least, if there are as many. Null while it is open. */
  sampleSize: Maybe<Scalars['Int']['output']>;
  /** How many certifications are in it: 100 at most. */
  size: Scalars['Int']['output'];
  /** Code of the standard without its version, e.g. `EC0325`. */
  standardCode: Scalars['String']['output'];
  /** Whether it is open still. */
  status: LotStatus;
};


/** Certifications of one centre and one standard that a Grupo de Dictamen rules on together. */
export type LotmembersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** What to add to which lot. */
export type LotAddInput = {
  /** 1 to 100 certifications, verified, of the lot's standard and centre. */
  certificationIds: Array<Scalars['ID']['input']>;
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The lot; it must be open. */
  lotId: Scalars['ID']['input'];
};

/** What `lotAdd` answers. */
export type LotAddResult = ConflictError | InvalidInputError | InvalidStateError | LotAddSuccess | NotFoundError;

/** The certifications are in the lot. */
export type LotAddSuccess = {
  __typename?: 'LotAddSuccess';
  /** The lot. */
  lot: Lot;
};

/** Which lot to close. */
export type LotCloseInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The lot; something must be in it. */
  lotId: Scalars['ID']['input'];
};

/** What `lotClose` answers. */
export type LotCloseResult = ConflictError | InvalidInputError | InvalidStateError | LotCloseSuccess | NotFoundError;

/** The lot is closed, and its sample drawn. */
export type LotCloseSuccess = {
  __typename?: 'LotCloseSuccess';
  /** The lot. */
  lot: Lot;
};

/** Lots, newest first. */
export type LotConnection = {
  __typename?: 'LotConnection';
  /** Lots with their cursors. */
  edges: Array<LotEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** What a lot is to be for. */
export type LotCreateInput = {
  /** The centre of which its certifications are to be; left out, or null: of a centre admin her own, else the academy itself. */
  centreId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Code of the standard, with its version or without, e.g. `EC0325`. */
  standardCode: Scalars['String']['input'];
};

/** What `lotCreate` answers. */
export type LotCreateResult = ConflictError | InvalidInputError | LotCreateSuccess | NotFoundError;

/** The lot is open. */
export type LotCreateSuccess = {
  __typename?: 'LotCreateSuccess';
  /** The lot. */
  lot: Lot;
};

/** A lot in a list. */
export type LotEdge = {
  __typename?: 'LotEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The lot. */
  node: Lot;
};

/** Narrows `lots`; all conditions must hold. */
export type LotFilter = {
  /** The certification that is in it. */
  certificationId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the standard, with its version or without: lots are of every version. */
  standardCode?: InputMaybe<Scalars['String']['input']>;
  /** State that must hold; left out: any. */
  status?: InputMaybe<LotStatus>;
};

/** A certification in a lot. */
export type LotMember = {
  __typename?: 'LotMember';
  /** When it was added. */
  addedAt: Scalars['DateTime']['output'];
  /** The certification; null when the viewer may not see it. */
  certification: Maybe<Certification>;
  /** When the dictamen decided; null while it has not. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is in the sample; false while the lot is open. */
  isSampled: Scalars['Boolean']['output'];
  /** What the dictamen decided; null while it has not. */
  outcome: Maybe<DictamenOutcome>;
};

/** What is in a lot. */
export type LotMemberConnection = {
  __typename?: 'LotMemberConnection';
  /** Members with their cursors. */
  edges: Array<LotMemberEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A member in a list. */
export type LotMemberEdge = {
  __typename?: 'LotMemberEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The member. */
  node: LotMember;
};

/** What to take out of which lot, and why. */
export type LotRemoveInput = {
  /** The certification. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The lot; it must be open. */
  lotId: Scalars['ID']['input'];
  /** Reason, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
};

/** What `lotRemove` answers. */
export type LotRemoveResult = ConflictError | InvalidInputError | InvalidStateError | LotRemoveSuccess | NotFoundError;

/** The certification is out of the lot. */
export type LotRemoveSuccess = {
  __typename?: 'LotRemoveSuccess';
  /** The lot. */
  lot: Lot;
};

/** States of a lot. */
export type LotStatus =
  /** Its members are fixed; the Grupo de Dictamen rules. */
  | 'CLOSED'
  /** It takes certifications in, and out. */
  | 'OPEN';

/** A threshold that a course misses. */
export type MissedCriterion = {
  __typename?: 'MissedCriterion';
  /** Which sub-score. */
  criterion: ComplianceCriterion;
  /** Why it is missed. */
  reason: MissedCriterionReason;
  /** Least score, 0 to 100. */
  required: Scalars['Float']['output'];
  /** Score of the course, 0 to 100; null when there is too little evidence. */
  scored: Maybe<Scalars['Float']['output']>;
};

/** Why a threshold is missed. */
export type MissedCriterionReason =
  /** Scored, but too low. */
  | 'BELOW_THRESHOLD'
  /** Too little evidence to score. */
  | 'INSUFFICIENT_EVIDENCE';

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Assigns somebody to a certification: from now on she sees it and its candidate under the persona of the duty. She must hold that persona in the tenant, and
   * be free of what separates duties: never who trained the candidate for this standard within 12 months, nor who had another of these duties towards her. Centre
   * admins assign evaluators, certifiers evaluators and verifiers, admins any; nobody herself.
   */
  caseAssign: Maybe<CaseAssignResult>;
  /** Ends an assignment: what was seen by it is seen no longer, and streams that were watched by it end. Whoever may make such an assignment. */
  caseUnassign: Maybe<CaseUnassignResult>;
  /** Closes a certification that is held, for good: also one that was opened for what the authority told after a verdict. Certifier. */
  certificationClose: Maybe<CertificationCloseResult>;
  /** Consents to the text of a purpose as it is worded now, or acknowledges it, for one certification. The candidate herself. */
  certificationConsentGive: Maybe<CertificationConsentGiveResult>;
  /** Withdraws what was consented to for a purpose; without a consent that is required an evaluation does not go on. The candidate herself; an acknowledgement is not withdrawn. */
  certificationConsentWithdraw: Maybe<CertificationConsentWithdrawResult>;
  /**
   * Records the diagnosis of a candidate whom an evaluator is to judge; what she makes of it she decides herself. The evaluator who is assigned to the certification, and
   * centre admins for those of their centre.
   */
  certificationDiagnose: Maybe<CertificationDiagnoseResult>;
  /** Begins the evaluation by the agreed plan. The plan's evaluator, who must be accredited on that very day. */
  certificationEvaluationBegin: Maybe<CertificationEvaluationBeginResult>;
  /** Holds a certification until a person has decided, as long as nothing of it is with the authority. Certifier. */
  certificationHold: Maybe<CertificationHoldResult>;
  /**
   * Judges the candidate, once every reactivo is answered: competent when the weights of fulfilled reactivos reach the minimum and each criterio has one fulfilled, or else not
   * yet; otherwise than that only with a reason. The plan's evaluator, in her own name.
   */
  certificationJudge: Maybe<CertificationJudgeResult>;
  /**
   * Proposes to evaluate the candidate on a day, by the version of the standard that is in force; its instrument is pinned to the certification. Another plan takes the
   * place of one that was not signed by both. The evaluator who is assigned: accredited for the standard and holding EC0076 on that day, and free to judge this candidate, who has
   * consented and acknowledged her rights and duties.
   */
  certificationPlanPropose: Maybe<CertificationPlanProposeResult>;
  /** Signs the plan of this digest, and no other. The candidate, and the evaluator who proposed it; when both have, it is agreed. */
  certificationPlanSign: Maybe<CertificationPlanSignResult>;
  /** Records whether reactivos were fulfilled; an answer that is recorded again takes the place of the one before, until the judgement. The plan's evaluator. */
  certificationReactivoRecord: Maybe<CertificationReactivoRecordResult>;
  /** Opens the certification that redoes one which the dictamen ruled invalid: free of charge, by another evaluator. The candidate herself, the admin of its centre, a certifier. */
  certificationRedo: Maybe<CertificationRedoResult>;
  /** Requests the certification of a completed course, or submits it again after a rejection that can be corrected. The learner who completed it. */
  certificationRequest: Maybe<CertificationRequestResult>;
  /** Delivers the results of a candidate who was judged competent, and seals the portfolio. Centre admins for certifications of their centre, and certifiers. */
  certificationResultsDeliver: Maybe<CertificationResultsDeliverResult>;
  /** Lets a certification that is held go on where it was. Certifier. */
  certificationResume: Maybe<CertificationResumeResult>;
  /** Confirms a proposed revocation, which takes effect at once. Certifier or admin, but not who proposed it. */
  certificationRevocationConfirm: Maybe<CertificationRevocationConfirmResult>;
  /** Proposes to revoke a platform certificate; a second person confirms. Certifier or admin. */
  certificationRevocationPropose: Maybe<CertificationRevocationProposeResult>;
  /**
   * Verifies a certification internally: that the portfolio is the one that was sealed. A verifier who is assigned to it, or a certifier; never who trained or evaluated the candidate
   * for this standard, and nobody in another's name.
   */
  certificationVerify: Maybe<CertificationVerifyResult>;
  /** Withdraws from a certification, as long as nothing of it is with the authority; for good. The candidate herself. */
  certificationWithdraw: Maybe<CertificationWithdrawResult>;
  /**
   * Says as one of the Grupo de Dictamen whether certifications of a closed lot were judged by the norm: all of it is recorded, or nothing. Two who agree decide. When all of the sample is valid, it
   * stands for the rest of the lot. A certifier, or a verifier who is assigned to them; never who trained, evaluated or audited the candidate for this standard, each once, and nobody in another's name.
   */
  dictamenRule: Maybe<DictamenRuleResult>;
  /** Adds a piece of evidence to a certification that is being evaluated: its digest, kind and size; the content stays where it is. The candidate, and the evaluator who is assigned. */
  evidenceAdd: Maybe<EvidenceAddResult>;
  /**
   * The academy's credentials are signed by new keys from now on. The old public keys stay in its DID document, so that what they signed still verifies; the old private keys are gone. On
   * record. Admin.
   */
  issuerKeyRotate: Maybe<IssuerKeyRotateResult>;
  /** Adds verified certifications of the lot's standard and centre to an open lot: all of them, or none. Centre admin of its centre, certifier. */
  lotAdd: Maybe<LotAddResult>;
  /** Closes a lot for good, and draws the sample that the Grupo de Dictamen looks at. Centre admin of its centre, certifier. */
  lotClose: Maybe<LotCloseResult>;
  /** Opens a lot for one standard. A centre admin for her centre, a certifier for any. */
  lotCreate: Maybe<LotCreateResult>;
  /** Takes a certification out of an open lot: it is verified again. Centre admin of its centre, certifier. */
  lotRemove: Maybe<LotRemoveResult>;
  /** Says that a person has done what a parked step was to do, or that it need not be done: the case goes on. Certifier or admin. */
  parkedStepResolve: Maybe<ParkedStepResolveResult>;
  /** Has a parked step tried again. Certifier or admin. */
  parkedStepRetry: Maybe<ParkedStepRetryResult>;
};


export type MutationcaseAssignArgs = {
  input: CaseAssignInput;
};


export type MutationcaseUnassignArgs = {
  input: CaseUnassignInput;
};


export type MutationcertificationCloseArgs = {
  input: CertificationCloseInput;
};


export type MutationcertificationConsentGiveArgs = {
  input: CertificationConsentGiveInput;
};


export type MutationcertificationConsentWithdrawArgs = {
  input: CertificationConsentWithdrawInput;
};


export type MutationcertificationDiagnoseArgs = {
  input: CertificationDiagnoseInput;
};


export type MutationcertificationEvaluationBeginArgs = {
  input: CertificationEvaluationBeginInput;
};


export type MutationcertificationHoldArgs = {
  input: CertificationHoldInput;
};


export type MutationcertificationJudgeArgs = {
  input: CertificationJudgeInput;
};


export type MutationcertificationPlanProposeArgs = {
  input: CertificationPlanProposeInput;
};


export type MutationcertificationPlanSignArgs = {
  input: CertificationPlanSignInput;
};


export type MutationcertificationReactivoRecordArgs = {
  input: CertificationReactivoRecordInput;
};


export type MutationcertificationRedoArgs = {
  input: CertificationRedoInput;
};


export type MutationcertificationRequestArgs = {
  input: CertificationRequestInput;
};


export type MutationcertificationResultsDeliverArgs = {
  input: CertificationResultsDeliverInput;
};


export type MutationcertificationResumeArgs = {
  input: CertificationResumeInput;
};


export type MutationcertificationRevocationConfirmArgs = {
  input: CertificationRevocationConfirmInput;
};


export type MutationcertificationRevocationProposeArgs = {
  input: CertificationRevocationProposeInput;
};


export type MutationcertificationVerifyArgs = {
  input: CertificationVerifyInput;
};


export type MutationcertificationWithdrawArgs = {
  input: CertificationWithdrawInput;
};


export type MutationdictamenRuleArgs = {
  input: DictamenRuleInput;
};


export type MutationevidenceAddArgs = {
  input: EvidenceAddInput;
};


export type MutationissuerKeyRotateArgs = {
  input: IssuerKeyRotateInput;
};


export type MutationlotAddArgs = {
  input: LotAddInput;
};


export type MutationlotCloseArgs = {
  input: LotCloseInput;
};


export type MutationlotCreateArgs = {
  input: LotCreateInput;
};


export type MutationlotRemoveArgs = {
  input: LotRemoveInput;
};


export type MutationparkedStepResolveArgs = {
  input: ParkedStepResolveInput;
};


export type MutationparkedStepRetryArgs = {
  input: ParkedStepRetryInput;
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

/** A step of a case's way, or its compensation, that was given up: its case stands still until a person, or a late answer, settles it. */
export type ParkedStep = {
  __typename?: 'ParkedStep';
  /** How often it was begun since it was intended, last looked at, or tried again by a person. */
  attempts: Scalars['Int']['output'];
  /** Why it was given up. */
  cause: ParkedStepCause;
  /** The case that stands still; null when the viewer may not see it. */
  certification: Maybe<Certification>;
  /** Whether the step was to be done, or to be taken back. */
  direction: ParkedStepDirection;
  /** Opaque UUID; a step that is parked again has another. */
  id: Scalars['ID']['output'];
  /** Since when it waits for a person. */
  parkedAt: Scalars['DateTime']['output'];
  /** Name of the step, e.g. `sendNotification`. */
  step: Scalars['String']['output'];
};

/** Why a step was given up. */
export type ParkedStepCause =
  /** What it waited for did not come in time. */
  | 'DEADLINE'
  /** It failed each time. */
  | 'FAILED'
  /** It was begun again and again, and never came to an end that could be recorded. */
  | 'NEVER_ENDED'
  /** It found that it cannot be done, after the case could no longer be taken back. */
  | 'REFUSED';

/** Parked steps, the one that waits longest first. */
export type ParkedStepConnection = {
  __typename?: 'ParkedStepConnection';
  /** Steps with their cursors. */
  edges: Array<ParkedStepEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** Which way a case was going. */
export type ParkedStepDirection =
  /** The step was to be taken back: its compensation. */
  | 'BACKWARD'
  /** The step was to be done. */
  | 'FORWARD';

/** A parked step in a list. */
export type ParkedStepEdge = {
  __typename?: 'ParkedStepEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The step. */
  node: ParkedStep;
};

/** Which step was seen to, and how. */
export type ParkedStepResolveInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The step. */
  parkedStepId: Scalars['ID']['input'];
  /** What was done, or why nothing need be, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
};

/** What `parkedStepResolve` answers. */
export type ParkedStepResolveResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | ParkedStepResolveSuccess;

/** The case goes on without the step. */
export type ParkedStepResolveSuccess = {
  __typename?: 'ParkedStepResolveSuccess';
  /** The step, as it was parked. */
  parkedStep: ParkedStep;
};

/** Which step to try again. */
export type ParkedStepRetryInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The step. */
  parkedStepId: Scalars['ID']['input'];
};

/** What `parkedStepRetry` answers. */
export type ParkedStepRetryResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | ParkedStepRetrySuccess;

/** The step is due to be tried again. */
export type ParkedStepRetrySuccess = {
  __typename?: 'ParkedStepRetrySuccess';
  /** The step, as it was parked. */
  parkedStep: ParkedStep;
};

/** A criterio de evaluación. */
export type PinnedCriterion = {
  __typename?: 'PinnedCriterion';
  /** Its id within the instrument. */
  id: Scalars['String']['output'];
  /** What the person does, makes, knows, or how she behaves. */
  statement: Scalars['String']['output'];
};

/** The instrument (IEC) that a certification is judged by, whatever the register says since. */
export type PinnedInstrument = {
  __typename?: 'PinnedInstrument';
  /** Every criterio de evaluación; of each at least one reactivo must be fulfilled. At most 200. */
  criteria: Array<PinnedCriterion>;
  /** SHA-256 of the instrument, hex. */
  digest: Scalars['String']['output'];
  /** Puntaje mínimo: least sum of the weights of fulfilled reactivos. */
  minimumScore: Scalars['Float']['output'];
  /** Where it comes from. */
  origin: InstrumentOrigin;
  /** When it was pinned. */
  pinnedAt: Scalars['DateTime']['output'];
  /** What is to be shown. At most 500. */
  reactivos: Array<PinnedReactivo>;
  /** Version of the standard. */
  standardCode: Scalars['String']['output'];
};

/** One thing to be shown, for one criterio. */
export type PinnedReactivo = {
  __typename?: 'PinnedReactivo';
  /** Id of its criterio. */
  criterion: Scalars['String']['output'];
  /** Its id within the instrument. */
  id: Scalars['String']['output'];
  /** What it looks at. */
  kind: ReactivoKind;
  /** What is looked for. */
  statement: Scalars['String']['output'];
  /** Peso relativo. */
  weight: Scalars['Float']['output'];
};

/** Who signs a plan. */
export type PlanParty =
  /** The candidate. */
  | 'CANDIDATE'
  /** The evaluator who proposed it. */
  | 'EVALUATOR';

/** A leaf of a sealed portfolio. */
export type PortfolioLeaf = {
  __typename?: 'PortfolioLeaf';
  /** What was hashed: canonical JSON with a salt of its own. Null once the candidate's data were erased. */
  content: Maybe<Scalars['String']['output']>;
  /** SHA-256 of 0x00 and the content, hex. */
  digest: Scalars['String']['output'];
  /** What it is of. */
  kind: PortfolioLeafKind;
  /** Its place in the tree, from 0. */
  position: Scalars['Int']['output'];
};

/** Leaves, in the order of the tree. */
export type PortfolioLeafConnection = {
  __typename?: 'PortfolioLeafConnection';
  /** Leaves with their cursors. */
  edges: Array<PortfolioLeafEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A leaf in a list. */
export type PortfolioLeafEdge = {
  __typename?: 'PortfolioLeafEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The leaf. */
  node: PortfolioLeaf;
};

/** What a leaf of a portfolio is of. */
export type PortfolioLeafKind =
  /** An answer to a reactivo. */
  | 'ANSWER'
  /** A consent, or the acuse. */
  | 'CONSENT'
  /** The diagnosis. */
  | 'DIAGNOSIS'
  /** A piece of evidence. */
  | 'EVIDENCE'
  /** Which instrument was judged by. */
  | 'INSTRUMENT'
  /** The judgement. */
  | 'JUDGEMENT'
  /** The plan and its signatures. */
  | 'PLAN';

/** That a leaf is part of a portfolio: from its digest and the path the root follows (RFC 6962, 2.1.1). */
export type PortfolioProof = {
  __typename?: 'PortfolioProof';
  /** How many leaves there are. */
  leafCount: Scalars['Int']['output'];
  /** Digest of the leaf, hex. */
  leafDigest: Scalars['String']['output'];
  /** Hashes beside the way up, from the leaf's own sibling on, hex. At most 20. */
  path: Array<Scalars['String']['output']>;
  /** Place of the leaf, from 0. */
  position: Scalars['Int']['output'];
};

/** A document as it is served. */
export type PublicDocument = {
  __typename?: 'PublicDocument';
  /** Text of it, or its bytes in base64 when `isBase64`. */
  body: Scalars['String']['output'];
  /** Whether `body` is base64. */
  isBase64: Scalars['Boolean']['output'];
  /** Media type. */
  mediaType: Scalars['String']['output'];
};

/** What is served to everybody. */
export type PublicDocumentKind =
  /** The certificate as PDF; `key`: the credential's id, `token`: as in `Certificate.documentUrl`. */
  | 'CERTIFICATE_PDF'
  /** A credential with its proof; `key`: its id, or a verification code. */
  | 'CREDENTIAL'
  /** The same as a JWT. */
  | 'CREDENTIAL_JWT'
  /** The issuer's DID document. */
  | 'DID_DOCUMENT'
  /** A status list; `key`: its number. */
  | 'STATUS_LIST';

export type Query = {
  __typename?: 'Query';
  /** Whether a code or folio printed on a certificate is true. Public, no login; null when nothing bears it. */
  certificateVerification: Maybe<CertificateVerification>;
  /** One certification. The candidate, the evaluator, verifiers and auditors who are assigned to it, admins of the centre that it was opened in, and certifiers and admins of the tenant; null when there is none that the viewer may see. */
  certification: Maybe<Certification>;
  /** What was done with power over certificates in the viewer's tenant, newest first, at most 100 a page. Certifier, admin, auditor and privacy officer; a super_admin sees her own acts. */
  certificationAuditLog: Maybe<AuditEntryConnection>;
  /**
   * The tenant's log of changes, for the gateway's watchers alone: what follows a number in it. Certifiers and admins of the tenant; for evaluators,
   * verifiers and auditors a change of what they are not assigned to, for centre admins of what is not of their centre, is its number and instant alone. Never part of the public schema. `first` is 1 to 100.
   */
  certificationChanges: CertificationChangePage;
  /** Some of what this island keeps of a person, for the process that answers her request about her data (scope `data.export`); at most 200 records. */
  certificationData: Maybe<DataPart>;
  /** Certifications that the viewer may see, newest first: a candidate's own; those that an evaluator, verifier or auditor is assigned to, beside her own; those of a centre admin's centre; of certifiers and admins the tenant's. */
  certifications: Maybe<CertificationConnection>;
  /** The texts that candidates are asked to consent to, or to acknowledge, as they are worded now. At most 10. */
  consentTexts: Array<ConsentText>;
  /** The academy as an issuer of credentials; null before its first. Public. */
  credentialIssuer: Maybe<CredentialIssuer>;
  /** Whether a certificate or credential is true, and if not, why. Public, no login. By a code, a folio, what a QR code holds, or the credential itself, of which the signature is then checked. */
  credentialVerification: Maybe<CredentialVerification>;
  /** One lot; null when there is none that the viewer may see. */
  lot: Maybe<Lot>;
  /** Lots that the viewer may see, newest first, at most 100 a page: a certifier those of the tenant, a centre admin those of her centre, verifiers and auditors those with a certification that they are assigned to. */
  lots: Maybe<LotConnection>;
  /** Steps of the tenant's cases that went wrong for good and wait for a person, the one that waits longest first, at most 100 a page. Certifier and admin. */
  parkedSteps: Maybe<ParkedStepConnection>;
  /** What the academy serves to everybody beside the graph: for the gateway's own routes (scope `credential.publish`). Null when there is no such document. */
  publicDocument: Maybe<PublicDocument>;
};


export type QuerycertificateVerificationArgs = {
  code: Scalars['String']['input'];
};


export type QuerycertificationArgs = {
  id: Scalars['ID']['input'];
};


export type QuerycertificationAuditLogArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AuditFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerycertificationChangesArgs = {
  afterPosition: Scalars['Int']['input'];
  first: Scalars['Int']['input'];
};


export type QuerycertificationDataArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  subjectId: Scalars['ID']['input'];
};


export type QuerycertificationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerycredentialVerificationArgs = {
  input: CredentialVerificationInput;
};


export type QuerylotArgs = {
  id: Scalars['ID']['input'];
};


export type QuerylotsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<LotFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryparkedStepsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerypublicDocumentArgs = {
  key: InputMaybe<Scalars['String']['input']>;
  kind: PublicDocumentKind;
  token: InputMaybe<Scalars['String']['input']>;
};

/** Whether a candidate fulfilled one reactivo. */
export type ReactivoAnswer = {
  __typename?: 'ReactivoAnswer';
  /** When it was recorded last. */
  answeredAt: Scalars['DateTime']['output'];
  /** Evidence that it rests on, at most 20. */
  evidence: Array<Evidence>;
  /** Whether it was fulfilled. */
  isFulfilled: Scalars['Boolean']['output'];
  /** What the evaluator noted; null when nothing. */
  note: Maybe<Scalars['String']['output']>;
  /** Id of the reactivo within the instrument. */
  reactivoId: Scalars['String']['output'];
};

/** Answers to reactivos, by reactivo. */
export type ReactivoAnswerConnection = {
  __typename?: 'ReactivoAnswerConnection';
  /** Answers with their cursors. */
  edges: Array<ReactivoAnswerEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An answer in a list. */
export type ReactivoAnswerEdge = {
  __typename?: 'ReactivoAnswerEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The answer. */
  node: ReactivoAnswer;
};

/** Whether one reactivo was fulfilled. */
export type ReactivoAnswerInput = {
  /** Evidence of this certification that it rests on, at most 20. */
  evidenceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether it was fulfilled. */
  isFulfilled: Scalars['Boolean']['input'];
  /** What the evaluator notes, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Id of the reactivo within the pinned instrument. */
  reactivoId: Scalars['String']['input'];
};

/** What a reactivo looks at, and with which instrument. */
export type ReactivoKind =
  /** How she behaves (actitudes, hábitos y valores): observed. */
  | 'AHV'
  /** What she knows: asked (cuestionario). */
  | 'CONOCIMIENTO'
  /** What the person does: observed (guía de observación). */
  | 'DESEMPENO'
  /** What she makes: checked (lista de cotejo). */
  | 'PRODUCTO';

/** A proposed or confirmed revocation. */
export type Revocation = {
  __typename?: 'Revocation';
  /** The certificate. */
  certificate: Certificate;
  /** When it was confirmed; null while it waits. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who confirmed it; null while it waits. */
  confirmedBy: Maybe<User>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** When it was proposed. */
  proposedAt: Scalars['DateTime']['output'];
  /** Who proposed it. */
  proposedBy: Maybe<User>;
  /** Why. */
  reason: Scalars['String']['output'];
};

/** Who proposed a revocation may not confirm it. */
export type SecondPersonRequiredError = UserError & {
  __typename?: 'SecondPersonRequiredError';
  /** Always `SECOND_PERSON_REQUIRED`. */
  code: UserErrorCode;
  /** What to do. */
  message: Scalars['String']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Changes of one certification, in order, without gaps or repeats. The first answer is a snapshot of the current state,
   * or, with `after`, whatever followed the event that bore this `resume` token.
   * Who may see the certification may watch it.
   */
  certificationStatusChanged: Maybe<CertificationStatusChanged>;
  /**
   * Changes of all certifications of the tenant that the filter lets through, in the order of the tenant's log, without gaps or repeats. The first
   * answer is a snapshot of the certifications that it lets through, or, with `after`, whatever followed the event that bore this `resume` token.
   * Certifiers and admins of the tenant; evaluators, verifiers and auditors are told of what they are assigned to, centre admins of what is of their centre.
   */
  certificationsStatusChanged: Maybe<CertificationsStatusChanged>;
};


export type SubscriptioncertificationStatusChangedArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  certificationId: Scalars['ID']['input'];
};


export type SubscriptioncertificationsStatusChangedArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationsStatusChangedFilter>;
};

export type User = {
  __typename?: 'User';
  /** Certifications of the person, newest first. The person, staff who may see certifications, and of those that she is assigned to an evaluator, verifier or auditor; null for others. */
  certifications: Maybe<CertificationConnection>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};


export type UsercertificationsArgs = {
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
  Certificate: Certificate;
  Certification: Certification;
  Enrollment: Enrollment;
  Lot: Lot;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Certificate:
    ( { __typename: 'Certificate' }
    & GraphQLRecursivePick<FederationTypes['Certificate'], {"id":true}> );
  Certification:
    ( { __typename: 'Certification' }
    & GraphQLRecursivePick<FederationTypes['Certification'], {"id":true}> );
  Enrollment:
    ( { __typename: 'Enrollment' }
    & GraphQLRecursivePick<FederationTypes['Enrollment'], {"id":true}> );
  Lot:
    ( { __typename: 'Lot' }
    & GraphQLRecursivePick<FederationTypes['Lot'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CaseAssignResult:
    | ( Omit<CaseAssignSuccess, 'assignment'> & { assignment: _RefType['CaseAssignment'] } & { __typename: 'CaseAssignSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DutyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'DutyConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CaseUnassignResult:
    | ( Omit<CaseUnassignSuccess, 'assignment'> & { assignment: _RefType['CaseAssignment'] } & { __typename: 'CaseUnassignSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationCloseResult:
    | ( Omit<CertificationCloseSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationCloseSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationConsentGiveResult:
    | ( Omit<CertificationConsentGiveSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationConsentGiveSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationConsentWithdrawResult:
    | ( Omit<CertificationConsentWithdrawSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationConsentWithdrawSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationDiagnoseResult:
    | ( Omit<CertificationDiagnoseSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationDiagnoseSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationEvaluationBeginResult:
    | ( Omit<CertificationEvaluationBeginSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationEvaluationBeginSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationHoldResult:
    | ( Omit<CertificationHoldSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationHoldSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationJudgeResult:
    | ( Omit<CertificationJudgeSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationJudgeSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationPlanProposeResult:
    | ( Omit<CertificationPlanProposeSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationPlanProposeSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationPlanSignResult:
    | ( Omit<CertificationPlanSignSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationPlanSignSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationReactivoRecordResult:
    | ( Omit<CertificationReactivoRecordSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationReactivoRecordSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationRedoResult:
    | ( Omit<CertificationRedoSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationRedoSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationRequestResult:
    | ( Omit<CertificationAlreadyOpenError, 'certification' | 'code'> & { certification: _RefType['Certification'], code: _RefType['UserErrorCode'] } & { __typename: 'CertificationAlreadyOpenError' } )
    | ( Omit<CertificationRequestSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationRequestSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationResultsDeliverResult:
    | ( Omit<CertificationResultsDeliverSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationResultsDeliverSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationResumeResult:
    | ( Omit<CertificationResumeSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationResumeSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationRevocationConfirmResult:
    | ( Omit<CertificationRevocationConfirmSuccess, 'revocation'> & { revocation: _RefType['Revocation'] } & { __typename: 'CertificationRevocationConfirmSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SecondPersonRequiredError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'SecondPersonRequiredError' } )
  ;
  CertificationRevocationProposeResult:
    | ( Omit<CertificationRevocationProposeSuccess, 'revocation'> & { revocation: _RefType['Revocation'] } & { __typename: 'CertificationRevocationProposeSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationVerifyResult:
    | ( Omit<CertificationVerifySuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationVerifySuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DutyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'DutyConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CertificationWithdrawResult:
    | ( Omit<CertificationWithdrawSuccess, 'certification'> & { certification: _RefType['Certification'] } & { __typename: 'CertificationWithdrawSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  DictamenRuleResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DictamenRuleSuccess, 'lot'> & { lot: _RefType['Lot'] } & { __typename: 'DictamenRuleSuccess' } )
    | ( Omit<DutyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'DutyConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  EvidenceAddResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<EvidenceAddSuccess, 'evidence'> & { evidence: _RefType['Evidence'] } & { __typename: 'EvidenceAddSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  IssuerKeyRotateResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<IssuerKeyRotateSuccess, 'issuer'> & { issuer: _RefType['CredentialIssuer'] } & { __typename: 'IssuerKeyRotateSuccess' } )
  ;
  LotAddResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotAddSuccess, 'lot'> & { lot: _RefType['Lot'] } & { __typename: 'LotAddSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LotCloseResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotCloseSuccess, 'lot'> & { lot: _RefType['Lot'] } & { __typename: 'LotCloseSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LotCreateResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<LotCreateSuccess, 'lot'> & { lot: _RefType['Lot'] } & { __typename: 'LotCreateSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LotRemoveResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotRemoveSuccess, 'lot'> & { lot: _RefType['Lot'] } & { __typename: 'LotRemoveSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  ParkedStepResolveResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ParkedStepResolveSuccess, 'parkedStep'> & { parkedStep: _RefType['ParkedStep'] } & { __typename: 'ParkedStepResolveSuccess' } )
  ;
  ParkedStepRetryResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<ParkedStepRetrySuccess, 'parkedStep'> & { parkedStep: _RefType['ParkedStep'] } & { __typename: 'ParkedStepRetrySuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( Omit<CertificationAlreadyOpenError, 'certification' | 'code'> & { certification: _RefType['Certification'], code: _RefType['UserErrorCode'] } & { __typename: 'CertificationAlreadyOpenError' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DutyConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'DutyConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SecondPersonRequiredError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'SecondPersonRequiredError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditFilter: AuditFilter;
  CaseAssignInput: CaseAssignInput;
  CaseAssignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseAssignResult']>;
  CaseAssignSuccess: ResolverTypeWrapper<Omit<CaseAssignSuccess, 'assignment'> & { assignment: ResolversTypes['CaseAssignment'] }>;
  CaseAssignment: ResolverTypeWrapper<CaseAssignmentMapper>;
  CaseAssignmentConnection: ResolverTypeWrapper<Omit<CaseAssignmentConnection, 'edges'> & { edges: Array<ResolversTypes['CaseAssignmentEdge']> }>;
  CaseAssignmentEdge: ResolverTypeWrapper<Omit<CaseAssignmentEdge, 'node'> & { node: ResolversTypes['CaseAssignment'] }>;
  CaseDuty: ResolverTypeWrapper<'EVALUATOR' | 'VERIFIER' | 'AUDITOR'>;
  CaseJudgement: ResolverTypeWrapper<CaseJudgementMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CasePortfolio: ResolverTypeWrapper<CasePortfolioMapper>;
  CaseUnassignInput: CaseUnassignInput;
  CaseUnassignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseUnassignResult']>;
  CaseUnassignSuccess: ResolverTypeWrapper<Omit<CaseUnassignSuccess, 'assignment'> & { assignment: ResolversTypes['CaseAssignment'] }>;
  Centre: ResolverTypeWrapper<Centre>;
  Certificate: ResolverTypeWrapper<CertificateMapper>;
  CertificateStatus: ResolverTypeWrapper<'REQUESTED' | 'ISSUED' | 'REVOKED'>;
  CertificateVerification: ResolverTypeWrapper<Omit<CertificateVerification, 'status'> & { status: ResolversTypes['CertificateStatus'] }>;
  Certification: ResolverTypeWrapper<CertificationMapper>;
  CertificationAlreadyOpenError: ResolverTypeWrapper<Omit<CertificationAlreadyOpenError, 'certification' | 'code'> & { certification: ResolversTypes['Certification'], code: ResolversTypes['UserErrorCode'] }>;
  CertificationChange: ResolverTypeWrapper<Omit<CertificationChange, 'hold' | 'previousStatus' | 'status'> & { hold?: Maybe<ResolversTypes['CertificationHold']>, previousStatus?: Maybe<ResolversTypes['CertificationStatus']>, status?: Maybe<ResolversTypes['CertificationStatus']> }>;
  CertificationChangePage: ResolverTypeWrapper<Omit<CertificationChangePage, 'changes'> & { changes: Array<ResolversTypes['CertificationChange']> }>;
  CertificationCloseInput: CertificationCloseInput;
  CertificationCloseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationCloseResult']>;
  CertificationCloseSuccess: ResolverTypeWrapper<Omit<CertificationCloseSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationConnection: ResolverTypeWrapper<Omit<CertificationConnection, 'edges'> & { edges: Array<ResolversTypes['CertificationEdge']> }>;
  CertificationConsentGiveInput: CertificationConsentGiveInput;
  CertificationConsentGiveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationConsentGiveResult']>;
  CertificationConsentGiveSuccess: ResolverTypeWrapper<Omit<CertificationConsentGiveSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationConsentWithdrawInput: CertificationConsentWithdrawInput;
  CertificationConsentWithdrawResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationConsentWithdrawResult']>;
  CertificationConsentWithdrawSuccess: ResolverTypeWrapper<Omit<CertificationConsentWithdrawSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationDiagnoseInput: CertificationDiagnoseInput;
  CertificationDiagnoseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationDiagnoseResult']>;
  CertificationDiagnoseSuccess: ResolverTypeWrapper<Omit<CertificationDiagnoseSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationEdge: ResolverTypeWrapper<Omit<CertificationEdge, 'node'> & { node: ResolversTypes['Certification'] }>;
  CertificationEvaluationBeginInput: CertificationEvaluationBeginInput;
  CertificationEvaluationBeginResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationEvaluationBeginResult']>;
  CertificationEvaluationBeginSuccess: ResolverTypeWrapper<Omit<CertificationEvaluationBeginSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationEvent: ResolverTypeWrapper<Omit<CertificationEvent, 'hold' | 'previousStatus' | 'status'> & { hold?: Maybe<ResolversTypes['CertificationHold']>, previousStatus?: Maybe<ResolversTypes['CertificationStatus']>, status: ResolversTypes['CertificationStatus'] }>;
  CertificationEventConnection: ResolverTypeWrapper<Omit<CertificationEventConnection, 'edges'> & { edges: Array<ResolversTypes['CertificationEventEdge']> }>;
  CertificationEventEdge: ResolverTypeWrapper<Omit<CertificationEventEdge, 'node'> & { node: ResolversTypes['CertificationEvent'] }>;
  CertificationFilter: CertificationFilter;
  CertificationHold: ResolverTypeWrapper<'SOLARPUNK_COMPLIANCE' | 'AUTHORITY_UNAVAILABLE'>;
  CertificationHoldCause: ResolverTypeWrapper<'SEPARATION_OF_DUTIES' | 'ARCO'>;
  CertificationHoldInput: CertificationHoldInput;
  CertificationHoldReason: ResolverTypeWrapper<'SEPARATION_OF_DUTIES' | 'ARCO' | 'LATE_REVERSAL'>;
  CertificationHoldResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationHoldResult']>;
  CertificationHoldSuccess: ResolverTypeWrapper<Omit<CertificationHoldSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationJudgeInput: CertificationJudgeInput;
  CertificationJudgeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationJudgeResult']>;
  CertificationJudgeSuccess: ResolverTypeWrapper<Omit<CertificationJudgeSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationPath: ResolverTypeWrapper<'AUTOMATIC_FROM_ASSESSMENT' | 'ACCREDITED_EVALUATOR' | 'REVERSAL'>;
  CertificationPlanProposeInput: CertificationPlanProposeInput;
  CertificationPlanProposeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationPlanProposeResult']>;
  CertificationPlanProposeSuccess: ResolverTypeWrapper<Omit<CertificationPlanProposeSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationPlanSignInput: CertificationPlanSignInput;
  CertificationPlanSignResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationPlanSignResult']>;
  CertificationPlanSignSuccess: ResolverTypeWrapper<Omit<CertificationPlanSignSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationReactivoRecordInput: CertificationReactivoRecordInput;
  CertificationReactivoRecordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationReactivoRecordResult']>;
  CertificationReactivoRecordSuccess: ResolverTypeWrapper<Omit<CertificationReactivoRecordSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationReadiness: ResolverTypeWrapper<'LOW' | 'MEDIUM' | 'HIGH'>;
  CertificationRedoInput: CertificationRedoInput;
  CertificationRedoResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationRedoResult']>;
  CertificationRedoSuccess: ResolverTypeWrapper<Omit<CertificationRedoSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationRequestInput: CertificationRequestInput;
  CertificationRequestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationRequestResult']>;
  CertificationRequestSuccess: ResolverTypeWrapper<Omit<CertificationRequestSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationResultsDeliverInput: CertificationResultsDeliverInput;
  CertificationResultsDeliverResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationResultsDeliverResult']>;
  CertificationResultsDeliverSuccess: ResolverTypeWrapper<Omit<CertificationResultsDeliverSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationResumeInput: CertificationResumeInput;
  CertificationResumeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationResumeResult']>;
  CertificationResumeSuccess: ResolverTypeWrapper<Omit<CertificationResumeSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationRevocationConfirmInput: CertificationRevocationConfirmInput;
  CertificationRevocationConfirmResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationRevocationConfirmResult']>;
  CertificationRevocationConfirmSuccess: ResolverTypeWrapper<Omit<CertificationRevocationConfirmSuccess, 'revocation'> & { revocation: ResolversTypes['Revocation'] }>;
  CertificationRevocationProposeInput: CertificationRevocationProposeInput;
  CertificationRevocationProposeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationRevocationProposeResult']>;
  CertificationRevocationProposeSuccess: ResolverTypeWrapper<Omit<CertificationRevocationProposeSuccess, 'revocation'> & { revocation: ResolversTypes['Revocation'] }>;
  CertificationSequel: ResolverTypeWrapper<'RETRY' | 'REDO' | 'REVERSAL'>;
  CertificationStatus: ResolverTypeWrapper<'REGISTERED' | 'DIAGNOSED' | 'PLAN_AGREED' | 'EVALUATING' | 'JUDGED_COMPETENT' | 'JUDGED_NOT_YET' | 'RESULTS_DELIVERED' | 'VERIFIED' | 'IN_LOT' | 'RULED_VALID' | 'RULED_INVALID' | 'REDO_REQUIRED' | 'SUBMISSION_PREPARED' | 'SUBMITTED' | 'SUBMISSION_UNKNOWN' | 'IN_PROCESS' | 'ISSUED' | 'REJECTED' | 'CLOSED' | 'DELIVERED' | 'EXPIRED' | 'REISSUED' | 'REVOKED' | 'WITHDRAWN' | 'LAPSED' | 'ON_HOLD'>;
  CertificationStatusChanged: ResolverTypeWrapper<CertificationStatusChangedMapper>;
  CertificationVerifyInput: CertificationVerifyInput;
  CertificationVerifyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationVerifyResult']>;
  CertificationVerifySuccess: ResolverTypeWrapper<Omit<CertificationVerifySuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationWithdrawInput: CertificationWithdrawInput;
  CertificationWithdrawResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationWithdrawResult']>;
  CertificationWithdrawSuccess: ResolverTypeWrapper<Omit<CertificationWithdrawSuccess, 'certification'> & { certification: ResolversTypes['Certification'] }>;
  CertificationsStatusChanged: ResolverTypeWrapper<CertificationsStatusChangedMapper>;
  CertificationsStatusChangedFilter: CertificationsStatusChangedFilter;
  ComplianceCriterion: ResolverTypeWrapper<'SUSTAINABILITY' | 'SOCIAL_JUSTICE'>;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  ConsentPurpose: ResolverTypeWrapper<'EVALUATION_DATA' | 'RENAP_PUBLICATION' | 'RIGHTS_AND_DUTIES'>;
  ConsentReceipt: ResolverTypeWrapper<ConsentReceiptMapper>;
  ConsentReceiptConnection: ResolverTypeWrapper<Omit<ConsentReceiptConnection, 'edges'> & { edges: Array<ResolversTypes['ConsentReceiptEdge']> }>;
  ConsentReceiptEdge: ResolverTypeWrapper<Omit<ConsentReceiptEdge, 'node'> & { node: ResolversTypes['ConsentReceipt'] }>;
  ConsentText: ResolverTypeWrapper<ConsentTextMapper>;
  Course: ResolverTypeWrapper<Course>;
  CredentialIssuer: ResolverTypeWrapper<CredentialIssuerMapper>;
  CredentialKind: ResolverTypeWrapper<'COMPLETION' | 'COMPETENCY'>;
  CredentialOutcome: ResolverTypeWrapper<'VALID' | 'REVOKED' | 'EXPIRED' | 'TAMPERED' | 'WRONG_ISSUER' | 'UNKNOWN'>;
  CredentialVerification: ResolverTypeWrapper<Omit<CredentialVerification, 'kind' | 'outcome'> & { kind?: Maybe<ResolversTypes['CredentialKind']>, outcome: ResolversTypes['CredentialOutcome'] }>;
  CredentialVerificationInput: CredentialVerificationInput;
  DataPart: ResolverTypeWrapper<DataPart>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DictamenBasis: ResolverTypeWrapper<'EXAMINED' | 'SAMPLE'>;
  DictamenOpinion: ResolverTypeWrapper<DictamenOpinionMapper>;
  DictamenOpinionConnection: ResolverTypeWrapper<Omit<DictamenOpinionConnection, 'edges'> & { edges: Array<ResolversTypes['DictamenOpinionEdge']> }>;
  DictamenOpinionEdge: ResolverTypeWrapper<Omit<DictamenOpinionEdge, 'node'> & { node: ResolversTypes['DictamenOpinion'] }>;
  DictamenOpinionInput: DictamenOpinionInput;
  DictamenOutcome: ResolverTypeWrapper<'VALID' | 'INVALID'>;
  DictamenRuleInput: DictamenRuleInput;
  DictamenRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DictamenRuleResult']>;
  DictamenRuleSuccess: ResolverTypeWrapper<Omit<DictamenRuleSuccess, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  DutyConflictError: ResolverTypeWrapper<Omit<DutyConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Enrollment: ResolverTypeWrapper<EnrollmentMapper>;
  EvaluationPlan: ResolverTypeWrapper<EvaluationPlanMapper>;
  Evidence: ResolverTypeWrapper<EvidenceMapper>;
  EvidenceAddInput: EvidenceAddInput;
  EvidenceAddResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EvidenceAddResult']>;
  EvidenceAddSuccess: ResolverTypeWrapper<Omit<EvidenceAddSuccess, 'evidence'> & { evidence: ResolversTypes['Evidence'] }>;
  EvidenceConnection: ResolverTypeWrapper<Omit<EvidenceConnection, 'edges'> & { edges: Array<ResolversTypes['EvidenceEdge']> }>;
  EvidenceEdge: ResolverTypeWrapper<Omit<EvidenceEdge, 'node'> & { node: ResolversTypes['Evidence'] }>;
  InstrumentOrigin: ResolverTypeWrapper<'SAMPLE' | 'OFFICIAL'>;
  InvalidInputError: ResolverTypeWrapper<Omit<InvalidInputError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  InvalidStateError: ResolverTypeWrapper<Omit<InvalidStateError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  IssuerKeyRotateInput: IssuerKeyRotateInput;
  IssuerKeyRotateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssuerKeyRotateResult']>;
  IssuerKeyRotateSuccess: ResolverTypeWrapper<Omit<IssuerKeyRotateSuccess, 'issuer'> & { issuer: ResolversTypes['CredentialIssuer'] }>;
  JudgementRemarksInput: JudgementRemarksInput;
  LiveEventKind: ResolverTypeWrapper<'SNAPSHOT' | 'CHANGE' | 'RESET'>;
  Lot: ResolverTypeWrapper<LotMapper>;
  LotAddInput: LotAddInput;
  LotAddResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotAddResult']>;
  LotAddSuccess: ResolverTypeWrapper<Omit<LotAddSuccess, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  LotCloseInput: LotCloseInput;
  LotCloseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotCloseResult']>;
  LotCloseSuccess: ResolverTypeWrapper<Omit<LotCloseSuccess, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  LotConnection: ResolverTypeWrapper<Omit<LotConnection, 'edges'> & { edges: Array<ResolversTypes['LotEdge']> }>;
  LotCreateInput: LotCreateInput;
  LotCreateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotCreateResult']>;
  LotCreateSuccess: ResolverTypeWrapper<Omit<LotCreateSuccess, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  LotEdge: ResolverTypeWrapper<Omit<LotEdge, 'node'> & { node: ResolversTypes['Lot'] }>;
  LotFilter: LotFilter;
  LotMember: ResolverTypeWrapper<LotMemberMapper>;
  LotMemberConnection: ResolverTypeWrapper<Omit<LotMemberConnection, 'edges'> & { edges: Array<ResolversTypes['LotMemberEdge']> }>;
  LotMemberEdge: ResolverTypeWrapper<Omit<LotMemberEdge, 'node'> & { node: ResolversTypes['LotMember'] }>;
  LotRemoveInput: LotRemoveInput;
  LotRemoveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotRemoveResult']>;
  LotRemoveSuccess: ResolverTypeWrapper<Omit<LotRemoveSuccess, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  LotStatus: ResolverTypeWrapper<'OPEN' | 'CLOSED'>;
  MissedCriterion: ResolverTypeWrapper<Omit<MissedCriterion, 'criterion' | 'reason'> & { criterion: ResolversTypes['ComplianceCriterion'], reason: ResolversTypes['MissedCriterionReason'] }>;
  MissedCriterionReason: ResolverTypeWrapper<'BELOW_THRESHOLD' | 'INSUFFICIENT_EVIDENCE'>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<Omit<NotFoundError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParkedStep: ResolverTypeWrapper<ParkedStepMapper>;
  ParkedStepCause: ResolverTypeWrapper<'FAILED' | 'REFUSED' | 'DEADLINE' | 'NEVER_ENDED'>;
  ParkedStepConnection: ResolverTypeWrapper<Omit<ParkedStepConnection, 'edges'> & { edges: Array<ResolversTypes['ParkedStepEdge']> }>;
  ParkedStepDirection: ResolverTypeWrapper<'FORWARD' | 'BACKWARD'>;
  ParkedStepEdge: ResolverTypeWrapper<Omit<ParkedStepEdge, 'node'> & { node: ResolversTypes['ParkedStep'] }>;
  ParkedStepResolveInput: ParkedStepResolveInput;
  ParkedStepResolveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ParkedStepResolveResult']>;
  ParkedStepResolveSuccess: ResolverTypeWrapper<Omit<ParkedStepResolveSuccess, 'parkedStep'> & { parkedStep: ResolversTypes['ParkedStep'] }>;
  ParkedStepRetryInput: ParkedStepRetryInput;
  ParkedStepRetryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ParkedStepRetryResult']>;
  ParkedStepRetrySuccess: ResolverTypeWrapper<Omit<ParkedStepRetrySuccess, 'parkedStep'> & { parkedStep: ResolversTypes['ParkedStep'] }>;
  PinnedCriterion: ResolverTypeWrapper<PinnedCriterion>;
  PinnedInstrument: ResolverTypeWrapper<PinnedInstrumentMapper>;
  PinnedReactivo: ResolverTypeWrapper<Omit<PinnedReactivo, 'kind'> & { kind: ResolversTypes['ReactivoKind'] }>;
  PlanParty: ResolverTypeWrapper<'CANDIDATE' | 'EVALUATOR'>;
  PortfolioLeaf: ResolverTypeWrapper<PortfolioLeafMapper>;
  PortfolioLeafConnection: ResolverTypeWrapper<Omit<PortfolioLeafConnection, 'edges'> & { edges: Array<ResolversTypes['PortfolioLeafEdge']> }>;
  PortfolioLeafEdge: ResolverTypeWrapper<Omit<PortfolioLeafEdge, 'node'> & { node: ResolversTypes['PortfolioLeaf'] }>;
  PortfolioLeafKind: ResolverTypeWrapper<'DIAGNOSIS' | 'CONSENT' | 'PLAN' | 'INSTRUMENT' | 'EVIDENCE' | 'ANSWER' | 'JUDGEMENT'>;
  PortfolioProof: ResolverTypeWrapper<PortfolioProof>;
  PublicDocument: ResolverTypeWrapper<PublicDocument>;
  PublicDocumentKind: ResolverTypeWrapper<'DID_DOCUMENT' | 'STATUS_LIST' | 'CREDENTIAL' | 'CREDENTIAL_JWT' | 'CERTIFICATE_PDF'>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReactivoAnswer: ResolverTypeWrapper<ReactivoAnswerMapper>;
  ReactivoAnswerConnection: ResolverTypeWrapper<Omit<ReactivoAnswerConnection, 'edges'> & { edges: Array<ResolversTypes['ReactivoAnswerEdge']> }>;
  ReactivoAnswerEdge: ResolverTypeWrapper<Omit<ReactivoAnswerEdge, 'node'> & { node: ResolversTypes['ReactivoAnswer'] }>;
  ReactivoAnswerInput: ReactivoAnswerInput;
  ReactivoKind: ResolverTypeWrapper<'DESEMPENO' | 'PRODUCTO' | 'CONOCIMIENTO' | 'AHV'>;
  Revocation: ResolverTypeWrapper<RevocationMapper>;
  SecondPersonRequiredError: ResolverTypeWrapper<Omit<SecondPersonRequiredError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserMapper>;
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
  CaseAssignInput: CaseAssignInput;
  CaseAssignResult: ResolversUnionTypes<ResolversParentTypes>['CaseAssignResult'];
  CaseAssignSuccess: Omit<CaseAssignSuccess, 'assignment'> & { assignment: ResolversParentTypes['CaseAssignment'] };
  CaseAssignment: CaseAssignmentMapper;
  CaseAssignmentConnection: Omit<CaseAssignmentConnection, 'edges'> & { edges: Array<ResolversParentTypes['CaseAssignmentEdge']> };
  CaseAssignmentEdge: Omit<CaseAssignmentEdge, 'node'> & { node: ResolversParentTypes['CaseAssignment'] };
  CaseJudgement: CaseJudgementMapper;
  Float: Scalars['Float']['output'];
  CasePortfolio: CasePortfolioMapper;
  CaseUnassignInput: CaseUnassignInput;
  CaseUnassignResult: ResolversUnionTypes<ResolversParentTypes>['CaseUnassignResult'];
  CaseUnassignSuccess: Omit<CaseUnassignSuccess, 'assignment'> & { assignment: ResolversParentTypes['CaseAssignment'] };
  Centre: Centre;
  Certificate: CertificateMapper;
  CertificateVerification: CertificateVerification;
  Certification: CertificationMapper;
  CertificationAlreadyOpenError: Omit<CertificationAlreadyOpenError, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationChange: CertificationChange;
  CertificationChangePage: Omit<CertificationChangePage, 'changes'> & { changes: Array<ResolversParentTypes['CertificationChange']> };
  CertificationCloseInput: CertificationCloseInput;
  CertificationCloseResult: ResolversUnionTypes<ResolversParentTypes>['CertificationCloseResult'];
  CertificationCloseSuccess: Omit<CertificationCloseSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationConnection: Omit<CertificationConnection, 'edges'> & { edges: Array<ResolversParentTypes['CertificationEdge']> };
  CertificationConsentGiveInput: CertificationConsentGiveInput;
  CertificationConsentGiveResult: ResolversUnionTypes<ResolversParentTypes>['CertificationConsentGiveResult'];
  CertificationConsentGiveSuccess: Omit<CertificationConsentGiveSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationConsentWithdrawInput: CertificationConsentWithdrawInput;
  CertificationConsentWithdrawResult: ResolversUnionTypes<ResolversParentTypes>['CertificationConsentWithdrawResult'];
  CertificationConsentWithdrawSuccess: Omit<CertificationConsentWithdrawSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationDiagnoseInput: CertificationDiagnoseInput;
  CertificationDiagnoseResult: ResolversUnionTypes<ResolversParentTypes>['CertificationDiagnoseResult'];
  CertificationDiagnoseSuccess: Omit<CertificationDiagnoseSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationEdge: Omit<CertificationEdge, 'node'> & { node: ResolversParentTypes['Certification'] };
  CertificationEvaluationBeginInput: CertificationEvaluationBeginInput;
  CertificationEvaluationBeginResult: ResolversUnionTypes<ResolversParentTypes>['CertificationEvaluationBeginResult'];
  CertificationEvaluationBeginSuccess: Omit<CertificationEvaluationBeginSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationEvent: CertificationEvent;
  CertificationEventConnection: Omit<CertificationEventConnection, 'edges'> & { edges: Array<ResolversParentTypes['CertificationEventEdge']> };
  CertificationEventEdge: Omit<CertificationEventEdge, 'node'> & { node: ResolversParentTypes['CertificationEvent'] };
  CertificationFilter: CertificationFilter;
  CertificationHoldInput: CertificationHoldInput;
  CertificationHoldResult: ResolversUnionTypes<ResolversParentTypes>['CertificationHoldResult'];
  CertificationHoldSuccess: Omit<CertificationHoldSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationJudgeInput: CertificationJudgeInput;
  CertificationJudgeResult: ResolversUnionTypes<ResolversParentTypes>['CertificationJudgeResult'];
  CertificationJudgeSuccess: Omit<CertificationJudgeSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationPlanProposeInput: CertificationPlanProposeInput;
  CertificationPlanProposeResult: ResolversUnionTypes<ResolversParentTypes>['CertificationPlanProposeResult'];
  CertificationPlanProposeSuccess: Omit<CertificationPlanProposeSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationPlanSignInput: CertificationPlanSignInput;
  CertificationPlanSignResult: ResolversUnionTypes<ResolversParentTypes>['CertificationPlanSignResult'];
  CertificationPlanSignSuccess: Omit<CertificationPlanSignSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationReactivoRecordInput: CertificationReactivoRecordInput;
  CertificationReactivoRecordResult: ResolversUnionTypes<ResolversParentTypes>['CertificationReactivoRecordResult'];
  CertificationReactivoRecordSuccess: Omit<CertificationReactivoRecordSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationRedoInput: CertificationRedoInput;
  CertificationRedoResult: ResolversUnionTypes<ResolversParentTypes>['CertificationRedoResult'];
  CertificationRedoSuccess: Omit<CertificationRedoSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationRequestInput: CertificationRequestInput;
  CertificationRequestResult: ResolversUnionTypes<ResolversParentTypes>['CertificationRequestResult'];
  CertificationRequestSuccess: Omit<CertificationRequestSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationResultsDeliverInput: CertificationResultsDeliverInput;
  CertificationResultsDeliverResult: ResolversUnionTypes<ResolversParentTypes>['CertificationResultsDeliverResult'];
  CertificationResultsDeliverSuccess: Omit<CertificationResultsDeliverSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationResumeInput: CertificationResumeInput;
  CertificationResumeResult: ResolversUnionTypes<ResolversParentTypes>['CertificationResumeResult'];
  CertificationResumeSuccess: Omit<CertificationResumeSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationRevocationConfirmInput: CertificationRevocationConfirmInput;
  CertificationRevocationConfirmResult: ResolversUnionTypes<ResolversParentTypes>['CertificationRevocationConfirmResult'];
  CertificationRevocationConfirmSuccess: Omit<CertificationRevocationConfirmSuccess, 'revocation'> & { revocation: ResolversParentTypes['Revocation'] };
  CertificationRevocationProposeInput: CertificationRevocationProposeInput;
  CertificationRevocationProposeResult: ResolversUnionTypes<ResolversParentTypes>['CertificationRevocationProposeResult'];
  CertificationRevocationProposeSuccess: Omit<CertificationRevocationProposeSuccess, 'revocation'> & { revocation: ResolversParentTypes['Revocation'] };
  CertificationStatusChanged: CertificationStatusChangedMapper;
  CertificationVerifyInput: CertificationVerifyInput;
  CertificationVerifyResult: ResolversUnionTypes<ResolversParentTypes>['CertificationVerifyResult'];
  CertificationVerifySuccess: Omit<CertificationVerifySuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationWithdrawInput: CertificationWithdrawInput;
  CertificationWithdrawResult: ResolversUnionTypes<ResolversParentTypes>['CertificationWithdrawResult'];
  CertificationWithdrawSuccess: Omit<CertificationWithdrawSuccess, 'certification'> & { certification: ResolversParentTypes['Certification'] };
  CertificationsStatusChanged: CertificationsStatusChangedMapper;
  CertificationsStatusChangedFilter: CertificationsStatusChangedFilter;
  ConflictError: ConflictError;
  ConsentReceipt: ConsentReceiptMapper;
  ConsentReceiptConnection: Omit<ConsentReceiptConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConsentReceiptEdge']> };
  ConsentReceiptEdge: Omit<ConsentReceiptEdge, 'node'> & { node: ResolversParentTypes['ConsentReceipt'] };
  ConsentText: ConsentTextMapper;
  Course: Course;
  CredentialIssuer: CredentialIssuerMapper;
  CredentialVerification: CredentialVerification;
  CredentialVerificationInput: CredentialVerificationInput;
  DataPart: DataPart;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DictamenOpinion: DictamenOpinionMapper;
  DictamenOpinionConnection: Omit<DictamenOpinionConnection, 'edges'> & { edges: Array<ResolversParentTypes['DictamenOpinionEdge']> };
  DictamenOpinionEdge: Omit<DictamenOpinionEdge, 'node'> & { node: ResolversParentTypes['DictamenOpinion'] };
  DictamenOpinionInput: DictamenOpinionInput;
  DictamenRuleInput: DictamenRuleInput;
  DictamenRuleResult: ResolversUnionTypes<ResolversParentTypes>['DictamenRuleResult'];
  DictamenRuleSuccess: Omit<DictamenRuleSuccess, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  DutyConflictError: DutyConflictError;
  EmailAddress: Scalars['EmailAddress']['output'];
  Enrollment: EnrollmentMapper;
  EvaluationPlan: EvaluationPlanMapper;
  Evidence: EvidenceMapper;
  EvidenceAddInput: EvidenceAddInput;
  EvidenceAddResult: ResolversUnionTypes<ResolversParentTypes>['EvidenceAddResult'];
  EvidenceAddSuccess: Omit<EvidenceAddSuccess, 'evidence'> & { evidence: ResolversParentTypes['Evidence'] };
  EvidenceConnection: Omit<EvidenceConnection, 'edges'> & { edges: Array<ResolversParentTypes['EvidenceEdge']> };
  EvidenceEdge: Omit<EvidenceEdge, 'node'> & { node: ResolversParentTypes['Evidence'] };
  InvalidInputError: InvalidInputError;
  InvalidStateError: InvalidStateError;
  IssuerKeyRotateInput: IssuerKeyRotateInput;
  IssuerKeyRotateResult: ResolversUnionTypes<ResolversParentTypes>['IssuerKeyRotateResult'];
  IssuerKeyRotateSuccess: Omit<IssuerKeyRotateSuccess, 'issuer'> & { issuer: ResolversParentTypes['CredentialIssuer'] };
  JudgementRemarksInput: JudgementRemarksInput;
  Lot: LotMapper;
  LotAddInput: LotAddInput;
  LotAddResult: ResolversUnionTypes<ResolversParentTypes>['LotAddResult'];
  LotAddSuccess: Omit<LotAddSuccess, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  LotCloseInput: LotCloseInput;
  LotCloseResult: ResolversUnionTypes<ResolversParentTypes>['LotCloseResult'];
  LotCloseSuccess: Omit<LotCloseSuccess, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  LotConnection: Omit<LotConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotEdge']> };
  LotCreateInput: LotCreateInput;
  LotCreateResult: ResolversUnionTypes<ResolversParentTypes>['LotCreateResult'];
  LotCreateSuccess: Omit<LotCreateSuccess, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  LotEdge: Omit<LotEdge, 'node'> & { node: ResolversParentTypes['Lot'] };
  LotFilter: LotFilter;
  LotMember: LotMemberMapper;
  LotMemberConnection: Omit<LotMemberConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotMemberEdge']> };
  LotMemberEdge: Omit<LotMemberEdge, 'node'> & { node: ResolversParentTypes['LotMember'] };
  LotRemoveInput: LotRemoveInput;
  LotRemoveResult: ResolversUnionTypes<ResolversParentTypes>['LotRemoveResult'];
  LotRemoveSuccess: Omit<LotRemoveSuccess, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  MissedCriterion: MissedCriterion;
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  ParkedStep: ParkedStepMapper;
  ParkedStepConnection: Omit<ParkedStepConnection, 'edges'> & { edges: Array<ResolversParentTypes['ParkedStepEdge']> };
  ParkedStepEdge: Omit<ParkedStepEdge, 'node'> & { node: ResolversParentTypes['ParkedStep'] };
  ParkedStepResolveInput: ParkedStepResolveInput;
  ParkedStepResolveResult: ResolversUnionTypes<ResolversParentTypes>['ParkedStepResolveResult'];
  ParkedStepResolveSuccess: Omit<ParkedStepResolveSuccess, 'parkedStep'> & { parkedStep: ResolversParentTypes['ParkedStep'] };
  ParkedStepRetryInput: ParkedStepRetryInput;
  ParkedStepRetryResult: ResolversUnionTypes<ResolversParentTypes>['ParkedStepRetryResult'];
  ParkedStepRetrySuccess: Omit<ParkedStepRetrySuccess, 'parkedStep'> & { parkedStep: ResolversParentTypes['ParkedStep'] };
  PinnedCriterion: PinnedCriterion;
  PinnedInstrument: PinnedInstrumentMapper;
  PinnedReactivo: PinnedReactivo;
  PortfolioLeaf: PortfolioLeafMapper;
  PortfolioLeafConnection: Omit<PortfolioLeafConnection, 'edges'> & { edges: Array<ResolversParentTypes['PortfolioLeafEdge']> };
  PortfolioLeafEdge: Omit<PortfolioLeafEdge, 'node'> & { node: ResolversParentTypes['PortfolioLeaf'] };
  PortfolioProof: PortfolioProof;
  PublicDocument: PublicDocument;
  Query: Record<PropertyKey, never>;
  ReactivoAnswer: ReactivoAnswerMapper;
  ReactivoAnswerConnection: Omit<ReactivoAnswerConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReactivoAnswerEdge']> };
  ReactivoAnswerEdge: Omit<ReactivoAnswerEdge, 'node'> & { node: ResolversParentTypes['ReactivoAnswer'] };
  ReactivoAnswerInput: ReactivoAnswerInput;
  Revocation: RevocationMapper;
  SecondPersonRequiredError: SecondPersonRequiredError;
  Subscription: Record<PropertyKey, never>;
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

export type CaseAssignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseAssignResult'] = ResolversParentTypes['CaseAssignResult']> = {
  __resolveType?: TypeResolveFn<'CaseAssignSuccess' | 'ConflictError' | 'DutyConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CaseAssignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseAssignSuccess'] = ResolversParentTypes['CaseAssignSuccess']> = {
  assignment?: Resolver<ResolversTypes['CaseAssignment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseAssignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseAssignment'] = ResolversParentTypes['CaseAssignment']> = {
  assignedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  assignedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  duty?: Resolver<ResolversTypes['CaseDuty'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CaseAssignmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseAssignmentConnection'] = ResolversParentTypes['CaseAssignmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseAssignmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseAssignmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseAssignmentEdge'] = ResolversParentTypes['CaseAssignmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CaseAssignment'], ParentType, ContextType>;
};

export type CaseDutyResolvers = EnumResolverSignature<{ AUDITOR?: any, EVALUATOR?: any, VERIFIER?: any }, ResolversTypes['CaseDuty']>;

export type CaseJudgementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseJudgement'] = ResolversParentTypes['CaseJudgement']> = {
  bestPractices?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  improvements?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  incidents?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCompetent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isCompetentByRule?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  judgedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  judgedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  minimumScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  overrideReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unfulfilledCriteria?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CasePortfolioResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CasePortfolio'] = ResolversParentTypes['CasePortfolio']> = {
  leafCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leaves?: Resolver<Maybe<ResolversTypes['PortfolioLeafConnection']>, ParentType, ContextType, Partial<CasePortfolioleavesArgs>>;
  proof?: Resolver<Maybe<ResolversTypes['PortfolioProof']>, ParentType, ContextType, RequireFields<CasePortfolioproofArgs, 'position'>>;
  root?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sealedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sealedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CaseUnassignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseUnassignResult'] = ResolversParentTypes['CaseUnassignResult']> = {
  __resolveType?: TypeResolveFn<'CaseUnassignSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CaseUnassignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseUnassignSuccess'] = ResolversParentTypes['CaseUnassignSuccess']> = {
  assignment?: Resolver<ResolversTypes['CaseAssignment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CentreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Centre'] = ResolversParentTypes['Centre']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certificate'] = ResolversParentTypes['Certificate'], FederationReferenceType extends FederationReferenceTypes['Certificate'] = FederationReferenceTypes['Certificate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Certificate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  credential?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credentialJwt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credentialUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  folio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificateStatus'], ParentType, ContextType>;
  verificationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verificationUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CertificateStatusResolvers = EnumResolverSignature<{ ISSUED?: any, REQUESTED?: any, REVOKED?: any }, ResolversTypes['CertificateStatus']>;

export type CertificateVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateVerification'] = ResolversParentTypes['CertificateVerification']> = {
  courseTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  folio?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holderInitials?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isHolderErased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isValid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  officialFolio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  standardCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificateStatus'], ParentType, ContextType>;
};

export type CertificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certification'] = ResolversParentTypes['Certification'], FederationReferenceType extends FederationReferenceTypes['Certification'] = FederationReferenceTypes['Certification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Certification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answers?: Resolver<Maybe<ResolversTypes['ReactivoAnswerConnection']>, ParentType, ContextType, Partial<CertificationanswersArgs>>;
  assignments?: Resolver<Maybe<ResolversTypes['CaseAssignmentConnection']>, ParentType, ContextType, Partial<CertificationassignmentsArgs>>;
  candidate?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  centre?: Resolver<Maybe<ResolversTypes['Centre']>, ParentType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['Certificate']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  competencyCredential?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  competencyCredentialJwt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  competencyCredentialUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consents?: Resolver<Maybe<ResolversTypes['ConsentReceiptConnection']>, ParentType, ContextType, Partial<CertificationconsentsArgs>>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  dictamen?: Resolver<Maybe<ResolversTypes['DictamenOpinionConnection']>, ParentType, ContextType, Partial<CertificationdictamenArgs>>;
  enrollment?: Resolver<Maybe<ResolversTypes['Enrollment']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['EvidenceConnection']>, ParentType, ContextType, Partial<CertificationevidenceArgs>>;
  folio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  follows?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  followsAs?: Resolver<Maybe<ResolversTypes['CertificationSequel']>, ParentType, ContextType>;
  heldFor?: Resolver<Maybe<ResolversTypes['CertificationHoldReason']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['CertificationEventConnection']>, ParentType, ContextType, Partial<CertificationhistoryArgs>>;
  hold?: Resolver<Maybe<ResolversTypes['CertificationHold']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instrument?: Resolver<Maybe<ResolversTypes['PinnedInstrument']>, ParentType, ContextType>;
  judgement?: Resolver<Maybe<ResolversTypes['CaseJudgement']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  missedCriteria?: Resolver<Array<ResolversTypes['MissedCriterion']>, ParentType, ContextType>;
  officialFolio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['CertificationPath'], ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['EvaluationPlan']>, ParentType, ContextType>;
  portfolio?: Resolver<Maybe<ResolversTypes['CasePortfolio']>, ParentType, ContextType>;
  readiness?: Resolver<Maybe<ResolversTypes['CertificationReadiness']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standardCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificationStatus'], ParentType, ContextType>;
};

export type CertificationAlreadyOpenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationAlreadyOpenError'] = ResolversParentTypes['CertificationAlreadyOpenError']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationChange'] = ResolversParentTypes['CertificationChange']> = {
  candidateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  certificationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  courseId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['CertificationHold']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previousStatus?: Resolver<Maybe<ResolversTypes['CertificationStatus']>, ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  standardCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CertificationStatus']>, ParentType, ContextType>;
};

export type CertificationChangePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationChangePage'] = ResolversParentTypes['CertificationChangePage']> = {
  changes?: Resolver<Array<ResolversTypes['CertificationChange']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CertificationCloseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCloseResult'] = ResolversParentTypes['CertificationCloseResult']> = {
  __resolveType?: TypeResolveFn<'CertificationCloseSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationCloseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCloseSuccess'] = ResolversParentTypes['CertificationCloseSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationConnection'] = ResolversParentTypes['CertificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CertificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CertificationConsentGiveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationConsentGiveResult'] = ResolversParentTypes['CertificationConsentGiveResult']> = {
  __resolveType?: TypeResolveFn<'CertificationConsentGiveSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationConsentGiveSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationConsentGiveSuccess'] = ResolversParentTypes['CertificationConsentGiveSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationConsentWithdrawResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationConsentWithdrawResult'] = ResolversParentTypes['CertificationConsentWithdrawResult']> = {
  __resolveType?: TypeResolveFn<'CertificationConsentWithdrawSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationConsentWithdrawSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationConsentWithdrawSuccess'] = ResolversParentTypes['CertificationConsentWithdrawSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationDiagnoseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationDiagnoseResult'] = ResolversParentTypes['CertificationDiagnoseResult']> = {
  __resolveType?: TypeResolveFn<'CertificationDiagnoseSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationDiagnoseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationDiagnoseSuccess'] = ResolversParentTypes['CertificationDiagnoseSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEdge'] = ResolversParentTypes['CertificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
};

export type CertificationEvaluationBeginResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEvaluationBeginResult'] = ResolversParentTypes['CertificationEvaluationBeginResult']> = {
  __resolveType?: TypeResolveFn<'CertificationEvaluationBeginSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationEvaluationBeginSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEvaluationBeginSuccess'] = ResolversParentTypes['CertificationEvaluationBeginSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEvent'] = ResolversParentTypes['CertificationEvent']> = {
  hold?: Resolver<Maybe<ResolversTypes['CertificationHold']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  previousStatus?: Resolver<Maybe<ResolversTypes['CertificationStatus']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificationStatus'], ParentType, ContextType>;
};

export type CertificationEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEventConnection'] = ResolversParentTypes['CertificationEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CertificationEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CertificationEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEventEdge'] = ResolversParentTypes['CertificationEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CertificationEvent'], ParentType, ContextType>;
};

export type CertificationHoldResolvers = EnumResolverSignature<{ AUTHORITY_UNAVAILABLE?: any, SOLARPUNK_COMPLIANCE?: any }, ResolversTypes['CertificationHold']>;

export type CertificationHoldCauseResolvers = EnumResolverSignature<{ ARCO?: any, SEPARATION_OF_DUTIES?: any }, ResolversTypes['CertificationHoldCause']>;

export type CertificationHoldReasonResolvers = EnumResolverSignature<{ ARCO?: any, LATE_REVERSAL?: any, SEPARATION_OF_DUTIES?: any }, ResolversTypes['CertificationHoldReason']>;

export type CertificationHoldResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationHoldResult'] = ResolversParentTypes['CertificationHoldResult']> = {
  __resolveType?: TypeResolveFn<'CertificationHoldSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationHoldSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationHoldSuccess'] = ResolversParentTypes['CertificationHoldSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationJudgeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationJudgeResult'] = ResolversParentTypes['CertificationJudgeResult']> = {
  __resolveType?: TypeResolveFn<'CertificationJudgeSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationJudgeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationJudgeSuccess'] = ResolversParentTypes['CertificationJudgeSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationPathResolvers = EnumResolverSignature<{ ACCREDITED_EVALUATOR?: any, AUTOMATIC_FROM_ASSESSMENT?: any, REVERSAL?: any }, ResolversTypes['CertificationPath']>;

export type CertificationPlanProposeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationPlanProposeResult'] = ResolversParentTypes['CertificationPlanProposeResult']> = {
  __resolveType?: TypeResolveFn<'CertificationPlanProposeSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationPlanProposeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationPlanProposeSuccess'] = ResolversParentTypes['CertificationPlanProposeSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationPlanSignResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationPlanSignResult'] = ResolversParentTypes['CertificationPlanSignResult']> = {
  __resolveType?: TypeResolveFn<'CertificationPlanSignSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationPlanSignSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationPlanSignSuccess'] = ResolversParentTypes['CertificationPlanSignSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationReactivoRecordResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationReactivoRecordResult'] = ResolversParentTypes['CertificationReactivoRecordResult']> = {
  __resolveType?: TypeResolveFn<'CertificationReactivoRecordSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationReactivoRecordSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationReactivoRecordSuccess'] = ResolversParentTypes['CertificationReactivoRecordSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationReadinessResolvers = EnumResolverSignature<{ HIGH?: any, LOW?: any, MEDIUM?: any }, ResolversTypes['CertificationReadiness']>;

export type CertificationRedoResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRedoResult'] = ResolversParentTypes['CertificationRedoResult']> = {
  __resolveType?: TypeResolveFn<'CertificationRedoSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationRedoSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRedoSuccess'] = ResolversParentTypes['CertificationRedoSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationRequestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRequestResult'] = ResolversParentTypes['CertificationRequestResult']> = {
  __resolveType?: TypeResolveFn<'CertificationAlreadyOpenError' | 'CertificationRequestSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationRequestSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRequestSuccess'] = ResolversParentTypes['CertificationRequestSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationResultsDeliverResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationResultsDeliverResult'] = ResolversParentTypes['CertificationResultsDeliverResult']> = {
  __resolveType?: TypeResolveFn<'CertificationResultsDeliverSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationResultsDeliverSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationResultsDeliverSuccess'] = ResolversParentTypes['CertificationResultsDeliverSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationResumeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationResumeResult'] = ResolversParentTypes['CertificationResumeResult']> = {
  __resolveType?: TypeResolveFn<'CertificationResumeSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationResumeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationResumeSuccess'] = ResolversParentTypes['CertificationResumeSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationRevocationConfirmResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRevocationConfirmResult'] = ResolversParentTypes['CertificationRevocationConfirmResult']> = {
  __resolveType?: TypeResolveFn<'CertificationRevocationConfirmSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'SecondPersonRequiredError', ParentType, ContextType>;
};

export type CertificationRevocationConfirmSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRevocationConfirmSuccess'] = ResolversParentTypes['CertificationRevocationConfirmSuccess']> = {
  revocation?: Resolver<ResolversTypes['Revocation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationRevocationProposeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRevocationProposeResult'] = ResolversParentTypes['CertificationRevocationProposeResult']> = {
  __resolveType?: TypeResolveFn<'CertificationRevocationProposeSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationRevocationProposeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationRevocationProposeSuccess'] = ResolversParentTypes['CertificationRevocationProposeSuccess']> = {
  revocation?: Resolver<ResolversTypes['Revocation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationSequelResolvers = EnumResolverSignature<{ REDO?: any, RETRY?: any, REVERSAL?: any }, ResolversTypes['CertificationSequel']>;

export type CertificationStatusResolvers = EnumResolverSignature<{ CLOSED?: any, DELIVERED?: any, DIAGNOSED?: any, EVALUATING?: any, EXPIRED?: any, IN_LOT?: any, IN_PROCESS?: any, ISSUED?: any, JUDGED_COMPETENT?: any, JUDGED_NOT_YET?: any, LAPSED?: any, ON_HOLD?: any, PLAN_AGREED?: any, REDO_REQUIRED?: any, REGISTERED?: any, REISSUED?: any, REJECTED?: any, RESULTS_DELIVERED?: any, REVOKED?: any, RULED_INVALID?: any, RULED_VALID?: any, SUBMISSION_PREPARED?: any, SUBMISSION_UNKNOWN?: any, SUBMITTED?: any, VERIFIED?: any, WITHDRAWN?: any }, ResolversTypes['CertificationStatus']>;

export type CertificationStatusChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationStatusChanged'] = ResolversParentTypes['CertificationStatusChanged']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['CertificationHold']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LiveEventKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  previousStatus?: Resolver<Maybe<ResolversTypes['CertificationStatus']>, ParentType, ContextType>;
  resume?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificationStatus'], ParentType, ContextType>;
};

export type CertificationVerifyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationVerifyResult'] = ResolversParentTypes['CertificationVerifyResult']> = {
  __resolveType?: TypeResolveFn<'CertificationVerifySuccess' | 'ConflictError' | 'DutyConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationVerifySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationVerifySuccess'] = ResolversParentTypes['CertificationVerifySuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationWithdrawResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationWithdrawResult'] = ResolversParentTypes['CertificationWithdrawResult']> = {
  __resolveType?: TypeResolveFn<'CertificationWithdrawSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CertificationWithdrawSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationWithdrawSuccess'] = ResolversParentTypes['CertificationWithdrawSuccess']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationsStatusChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationsStatusChanged'] = ResolversParentTypes['CertificationsStatusChanged']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['CertificationHold']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LiveEventKind'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previousStatus?: Resolver<Maybe<ResolversTypes['CertificationStatus']>, ParentType, ContextType>;
  resume?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  snapshot?: Resolver<Maybe<Array<ResolversTypes['Certification']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CertificationStatus']>, ParentType, ContextType>;
};

export type ComplianceCriterionResolvers = EnumResolverSignature<{ SOCIAL_JUSTICE?: any, SUSTAINABILITY?: any }, ResolversTypes['ComplianceCriterion']>;

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentPurposeResolvers = EnumResolverSignature<{ EVALUATION_DATA?: any, RENAP_PUBLICATION?: any, RIGHTS_AND_DUTIES?: any }, ResolversTypes['ConsentPurpose']>;

export type ConsentReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentReceipt'] = ResolversParentTypes['ConsentReceipt']> = {
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  textVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ConsentReceiptConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentReceiptConnection'] = ResolversParentTypes['ConsentReceiptConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConsentReceiptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConsentReceiptEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentReceiptEdge'] = ResolversParentTypes['ConsentReceiptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ConsentReceipt'], ParentType, ContextType>;
};

export type ConsentTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentText'] = ResolversParentTypes['ConsentText']> = {
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CredentialIssuerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CredentialIssuer'] = ResolversParentTypes['CredentialIssuer']> = {
  did?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documentUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CredentialKindResolvers = EnumResolverSignature<{ COMPETENCY?: any, COMPLETION?: any }, ResolversTypes['CredentialKind']>;

export type CredentialOutcomeResolvers = EnumResolverSignature<{ EXPIRED?: any, REVOKED?: any, TAMPERED?: any, UNKNOWN?: any, VALID?: any, WRONG_ISSUER?: any }, ResolversTypes['CredentialOutcome']>;

export type CredentialVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CredentialVerification'] = ResolversParentTypes['CredentialVerification']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  courseTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  folio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holderInitials?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isHolderErased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['CredentialKind']>, ParentType, ContextType>;
  officialFolio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CredentialOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  standardCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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

export type DictamenBasisResolvers = EnumResolverSignature<{ EXAMINED?: any, SAMPLE?: any }, ResolversTypes['DictamenBasis']>;

export type DictamenOpinionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DictamenOpinion'] = ResolversParentTypes['DictamenOpinion']> = {
  basis?: Resolver<ResolversTypes['DictamenBasis'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DictamenOutcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ruler?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type DictamenOpinionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DictamenOpinionConnection'] = ResolversParentTypes['DictamenOpinionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DictamenOpinionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DictamenOpinionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DictamenOpinionEdge'] = ResolversParentTypes['DictamenOpinionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DictamenOpinion'], ParentType, ContextType>;
};

export type DictamenOutcomeResolvers = EnumResolverSignature<{ INVALID?: any, VALID?: any }, ResolversTypes['DictamenOutcome']>;

export type DictamenRuleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DictamenRuleResult'] = ResolversParentTypes['DictamenRuleResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'DictamenRuleSuccess' | 'DutyConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type DictamenRuleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DictamenRuleSuccess'] = ResolversParentTypes['DictamenRuleSuccess']> = {
  lot?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DutyConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DutyConflictError'] = ResolversParentTypes['DutyConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EnrollmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrollment'] = ResolversParentTypes['Enrollment'], FederationReferenceType extends FederationReferenceTypes['Enrollment'] = FederationReferenceTypes['Enrollment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enrollment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EvaluationPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationPlan'] = ResolversParentTypes['EvaluationPlan']> = {
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  evaluatesOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  evaluator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  signedBy?: Resolver<Array<ResolversTypes['PlanParty']>, ParentType, ContextType>;
  standardCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EvidenceAddResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceAddResult'] = ResolversParentTypes['EvidenceAddResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'EvidenceAddSuccess' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type EvidenceAddSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceAddSuccess'] = ResolversParentTypes['EvidenceAddSuccess']> = {
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvidenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceConnection'] = ResolversParentTypes['EvidenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EvidenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EvidenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceEdge'] = ResolversParentTypes['EvidenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
};

export type InstrumentOriginResolvers = EnumResolverSignature<{ OFFICIAL?: any, SAMPLE?: any }, ResolversTypes['InstrumentOrigin']>;

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

export type IssuerKeyRotateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssuerKeyRotateResult'] = ResolversParentTypes['IssuerKeyRotateResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'IssuerKeyRotateSuccess', ParentType, ContextType>;
};

export type IssuerKeyRotateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssuerKeyRotateSuccess'] = ResolversParentTypes['IssuerKeyRotateSuccess']> = {
  issuer?: Resolver<ResolversTypes['CredentialIssuer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LiveEventKindResolvers = EnumResolverSignature<{ CHANGE?: any, RESET?: any, SNAPSHOT?: any }, ResolversTypes['LiveEventKind']>;

export type LotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot'], FederationReferenceType extends FederationReferenceTypes['Lot'] = FederationReferenceTypes['Lot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  centre?: Resolver<Maybe<ResolversTypes['Centre']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['LotMemberConnection']>, ParentType, ContextType, Partial<LotmembersArgs>>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  openedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sampleSeed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sampleSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standardCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LotStatus'], ParentType, ContextType>;
};

export type LotAddResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotAddResult'] = ResolversParentTypes['LotAddResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotAddSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotAddSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotAddSuccess'] = ResolversParentTypes['LotAddSuccess']> = {
  lot?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotCloseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotCloseResult'] = ResolversParentTypes['LotCloseResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotCloseSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotCloseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotCloseSuccess'] = ResolversParentTypes['LotCloseSuccess']> = {
  lot?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotConnection'] = ResolversParentTypes['LotConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LotEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LotCreateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotCreateResult'] = ResolversParentTypes['LotCreateResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'LotCreateSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotCreateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotCreateSuccess'] = ResolversParentTypes['LotCreateSuccess']> = {
  lot?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotEdge'] = ResolversParentTypes['LotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
};

export type LotMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotMember'] = ResolversParentTypes['LotMember']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isSampled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['DictamenOutcome']>, ParentType, ContextType>;
};

export type LotMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotMemberConnection'] = ResolversParentTypes['LotMemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LotMemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LotMemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotMemberEdge'] = ResolversParentTypes['LotMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LotMember'], ParentType, ContextType>;
};

export type LotRemoveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotRemoveResult'] = ResolversParentTypes['LotRemoveResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotRemoveSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotRemoveSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotRemoveSuccess'] = ResolversParentTypes['LotRemoveSuccess']> = {
  lot?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotStatusResolvers = EnumResolverSignature<{ CLOSED?: any, OPEN?: any }, ResolversTypes['LotStatus']>;

export type MissedCriterionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissedCriterion'] = ResolversParentTypes['MissedCriterion']> = {
  criterion?: Resolver<ResolversTypes['ComplianceCriterion'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MissedCriterionReason'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  scored?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MissedCriterionReasonResolvers = EnumResolverSignature<{ BELOW_THRESHOLD?: any, INSUFFICIENT_EVIDENCE?: any }, ResolversTypes['MissedCriterionReason']>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  caseAssign?: Resolver<Maybe<ResolversTypes['CaseAssignResult']>, ParentType, ContextType, RequireFields<MutationcaseAssignArgs, 'input'>>;
  caseUnassign?: Resolver<Maybe<ResolversTypes['CaseUnassignResult']>, ParentType, ContextType, RequireFields<MutationcaseUnassignArgs, 'input'>>;
  certificationClose?: Resolver<Maybe<ResolversTypes['CertificationCloseResult']>, ParentType, ContextType, RequireFields<MutationcertificationCloseArgs, 'input'>>;
  certificationConsentGive?: Resolver<Maybe<ResolversTypes['CertificationConsentGiveResult']>, ParentType, ContextType, RequireFields<MutationcertificationConsentGiveArgs, 'input'>>;
  certificationConsentWithdraw?: Resolver<Maybe<ResolversTypes['CertificationConsentWithdrawResult']>, ParentType, ContextType, RequireFields<MutationcertificationConsentWithdrawArgs, 'input'>>;
  certificationDiagnose?: Resolver<Maybe<ResolversTypes['CertificationDiagnoseResult']>, ParentType, ContextType, RequireFields<MutationcertificationDiagnoseArgs, 'input'>>;
  certificationEvaluationBegin?: Resolver<Maybe<ResolversTypes['CertificationEvaluationBeginResult']>, ParentType, ContextType, RequireFields<MutationcertificationEvaluationBeginArgs, 'input'>>;
  certificationHold?: Resolver<Maybe<ResolversTypes['CertificationHoldResult']>, ParentType, ContextType, RequireFields<MutationcertificationHoldArgs, 'input'>>;
  certificationJudge?: Resolver<Maybe<ResolversTypes['CertificationJudgeResult']>, ParentType, ContextType, RequireFields<MutationcertificationJudgeArgs, 'input'>>;
  certificationPlanPropose?: Resolver<Maybe<ResolversTypes['CertificationPlanProposeResult']>, ParentType, ContextType, RequireFields<MutationcertificationPlanProposeArgs, 'input'>>;
  certificationPlanSign?: Resolver<Maybe<ResolversTypes['CertificationPlanSignResult']>, ParentType, ContextType, RequireFields<MutationcertificationPlanSignArgs, 'input'>>;
  certificationReactivoRecord?: Resolver<Maybe<ResolversTypes['CertificationReactivoRecordResult']>, ParentType, ContextType, RequireFields<MutationcertificationReactivoRecordArgs, 'input'>>;
  certificationRedo?: Resolver<Maybe<ResolversTypes['CertificationRedoResult']>, ParentType, ContextType, RequireFields<MutationcertificationRedoArgs, 'input'>>;
  certificationRequest?: Resolver<Maybe<ResolversTypes['CertificationRequestResult']>, ParentType, ContextType, RequireFields<MutationcertificationRequestArgs, 'input'>>;
  certificationResultsDeliver?: Resolver<Maybe<ResolversTypes['CertificationResultsDeliverResult']>, ParentType, ContextType, RequireFields<MutationcertificationResultsDeliverArgs, 'input'>>;
  certificationResume?: Resolver<Maybe<ResolversTypes['CertificationResumeResult']>, ParentType, ContextType, RequireFields<MutationcertificationResumeArgs, 'input'>>;
  certificationRevocationConfirm?: Resolver<Maybe<ResolversTypes['CertificationRevocationConfirmResult']>, ParentType, ContextType, RequireFields<MutationcertificationRevocationConfirmArgs, 'input'>>;
  certificationRevocationPropose?: Resolver<Maybe<ResolversTypes['CertificationRevocationProposeResult']>, ParentType, ContextType, RequireFields<MutationcertificationRevocationProposeArgs, 'input'>>;
  certificationVerify?: Resolver<Maybe<ResolversTypes['CertificationVerifyResult']>, ParentType, ContextType, RequireFields<MutationcertificationVerifyArgs, 'input'>>;
  certificationWithdraw?: Resolver<Maybe<ResolversTypes['CertificationWithdrawResult']>, ParentType, ContextType, RequireFields<MutationcertificationWithdrawArgs, 'input'>>;
  dictamenRule?: Resolver<Maybe<ResolversTypes['DictamenRuleResult']>, ParentType, ContextType, RequireFields<MutationdictamenRuleArgs, 'input'>>;
  evidenceAdd?: Resolver<Maybe<ResolversTypes['EvidenceAddResult']>, ParentType, ContextType, RequireFields<MutationevidenceAddArgs, 'input'>>;
  issuerKeyRotate?: Resolver<Maybe<ResolversTypes['IssuerKeyRotateResult']>, ParentType, ContextType, RequireFields<MutationissuerKeyRotateArgs, 'input'>>;
  lotAdd?: Resolver<Maybe<ResolversTypes['LotAddResult']>, ParentType, ContextType, RequireFields<MutationlotAddArgs, 'input'>>;
  lotClose?: Resolver<Maybe<ResolversTypes['LotCloseResult']>, ParentType, ContextType, RequireFields<MutationlotCloseArgs, 'input'>>;
  lotCreate?: Resolver<Maybe<ResolversTypes['LotCreateResult']>, ParentType, ContextType, RequireFields<MutationlotCreateArgs, 'input'>>;
  lotRemove?: Resolver<Maybe<ResolversTypes['LotRemoveResult']>, ParentType, ContextType, RequireFields<MutationlotRemoveArgs, 'input'>>;
  parkedStepResolve?: Resolver<Maybe<ResolversTypes['ParkedStepResolveResult']>, ParentType, ContextType, RequireFields<MutationparkedStepResolveArgs, 'input'>>;
  parkedStepRetry?: Resolver<Maybe<ResolversTypes['ParkedStepRetryResult']>, ParentType, ContextType, RequireFields<MutationparkedStepRetryArgs, 'input'>>;
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

export type ParkedStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStep'] = ResolversParentTypes['ParkedStep']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['ParkedStepCause'], ParentType, ContextType>;
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['ParkedStepDirection'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ParkedStepCauseResolvers = EnumResolverSignature<{ DEADLINE?: any, FAILED?: any, NEVER_ENDED?: any, REFUSED?: any }, ResolversTypes['ParkedStepCause']>;

export type ParkedStepConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStepConnection'] = ResolversParentTypes['ParkedStepConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ParkedStepEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ParkedStepDirectionResolvers = EnumResolverSignature<{ BACKWARD?: any, FORWARD?: any }, ResolversTypes['ParkedStepDirection']>;

export type ParkedStepEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStepEdge'] = ResolversParentTypes['ParkedStepEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ParkedStep'], ParentType, ContextType>;
};

export type ParkedStepResolveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStepResolveResult'] = ResolversParentTypes['ParkedStepResolveResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'ParkedStepResolveSuccess', ParentType, ContextType>;
};

export type ParkedStepResolveSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStepResolveSuccess'] = ResolversParentTypes['ParkedStepResolveSuccess']> = {
  parkedStep?: Resolver<ResolversTypes['ParkedStep'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ParkedStepRetryResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStepRetryResult'] = ResolversParentTypes['ParkedStepRetryResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'ParkedStepRetrySuccess', ParentType, ContextType>;
};

export type ParkedStepRetrySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkedStepRetrySuccess'] = ResolversParentTypes['ParkedStepRetrySuccess']> = {
  parkedStep?: Resolver<ResolversTypes['ParkedStep'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PinnedCriterionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinnedCriterion'] = ResolversParentTypes['PinnedCriterion']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PinnedInstrumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinnedInstrument'] = ResolversParentTypes['PinnedInstrument']> = {
  criteria?: Resolver<Array<ResolversTypes['PinnedCriterion']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['InstrumentOrigin'], ParentType, ContextType>;
  pinnedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reactivos?: Resolver<Array<ResolversTypes['PinnedReactivo']>, ParentType, ContextType>;
  standardCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PinnedReactivoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinnedReactivo'] = ResolversParentTypes['PinnedReactivo']> = {
  criterion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReactivoKind'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PlanPartyResolvers = EnumResolverSignature<{ CANDIDATE?: any, EVALUATOR?: any }, ResolversTypes['PlanParty']>;

export type PortfolioLeafResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioLeaf'] = ResolversParentTypes['PortfolioLeaf']> = {
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PortfolioLeafKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PortfolioLeafConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioLeafConnection'] = ResolversParentTypes['PortfolioLeafConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PortfolioLeafEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PortfolioLeafEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioLeafEdge'] = ResolversParentTypes['PortfolioLeafEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PortfolioLeaf'], ParentType, ContextType>;
};

export type PortfolioLeafKindResolvers = EnumResolverSignature<{ ANSWER?: any, CONSENT?: any, DIAGNOSIS?: any, EVIDENCE?: any, INSTRUMENT?: any, JUDGEMENT?: any, PLAN?: any }, ResolversTypes['PortfolioLeafKind']>;

export type PortfolioProofResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioProof'] = ResolversParentTypes['PortfolioProof']> = {
  leafCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leafDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublicDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicDocument'] = ResolversParentTypes['PublicDocument']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isBase64?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicDocumentKindResolvers = EnumResolverSignature<{ CERTIFICATE_PDF?: any, CREDENTIAL?: any, CREDENTIAL_JWT?: any, DID_DOCUMENT?: any, STATUS_LIST?: any }, ResolversTypes['PublicDocumentKind']>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  certificateVerification?: Resolver<Maybe<ResolversTypes['CertificateVerification']>, ParentType, ContextType, RequireFields<QuerycertificateVerificationArgs, 'code'>>;
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType, RequireFields<QuerycertificationArgs, 'id'>>;
  certificationAuditLog?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QuerycertificationAuditLogArgs>>;
  certificationChanges?: Resolver<ResolversTypes['CertificationChangePage'], ParentType, ContextType, RequireFields<QuerycertificationChangesArgs, 'afterPosition' | 'first'>>;
  certificationData?: Resolver<Maybe<ResolversTypes['DataPart']>, ParentType, ContextType, RequireFields<QuerycertificationDataArgs, 'subjectId'>>;
  certifications?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, Partial<QuerycertificationsArgs>>;
  consentTexts?: Resolver<Array<ResolversTypes['ConsentText']>, ParentType, ContextType>;
  credentialIssuer?: Resolver<Maybe<ResolversTypes['CredentialIssuer']>, ParentType, ContextType>;
  credentialVerification?: Resolver<Maybe<ResolversTypes['CredentialVerification']>, ParentType, ContextType, RequireFields<QuerycredentialVerificationArgs, 'input'>>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType, RequireFields<QuerylotArgs, 'id'>>;
  lots?: Resolver<Maybe<ResolversTypes['LotConnection']>, ParentType, ContextType, Partial<QuerylotsArgs>>;
  parkedSteps?: Resolver<Maybe<ResolversTypes['ParkedStepConnection']>, ParentType, ContextType, Partial<QueryparkedStepsArgs>>;
  publicDocument?: Resolver<Maybe<ResolversTypes['PublicDocument']>, ParentType, ContextType, RequireFields<QuerypublicDocumentArgs, 'kind'>>;
};

export type ReactivoAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactivoAnswer'] = ResolversParentTypes['ReactivoAnswer']> = {
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  isFulfilled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reactivoId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReactivoAnswerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactivoAnswerConnection'] = ResolversParentTypes['ReactivoAnswerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReactivoAnswerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReactivoAnswerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactivoAnswerEdge'] = ResolversParentTypes['ReactivoAnswerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReactivoAnswer'], ParentType, ContextType>;
};

export type ReactivoKindResolvers = EnumResolverSignature<{ AHV?: any, CONOCIMIENTO?: any, DESEMPENO?: any, PRODUCTO?: any }, ResolversTypes['ReactivoKind']>;

export type RevocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Revocation'] = ResolversParentTypes['Revocation']> = {
  certificate?: Resolver<ResolversTypes['Certificate'], ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SecondPersonRequiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecondPersonRequiredError'] = ResolversParentTypes['SecondPersonRequiredError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  certificationStatusChanged?: SubscriptionResolver<Maybe<ResolversTypes['CertificationStatusChanged']>, "certificationStatusChanged", ParentType, ContextType, RequireFields<SubscriptioncertificationStatusChangedArgs, 'certificationId'>>;
  certificationsStatusChanged?: SubscriptionResolver<Maybe<ResolversTypes['CertificationsStatusChanged']>, "certificationsStatusChanged", ParentType, ContextType, Partial<SubscriptioncertificationsStatusChangedArgs>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  certifications?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, Partial<UsercertificationsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'CertificationAlreadyOpenError' | 'ConflictError' | 'DutyConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'SecondPersonRequiredError', ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ ALREADY_ENROLLED?: any, CERTIFICATION_ALREADY_OPEN?: any, DUTY_CONFLICT?: any, IDEMPOTENCY_CONFLICT?: any, INVALID_INPUT?: any, INVALID_STATE?: any, LESSONS_MISSING?: any, NOT_FOUND?: any, SECOND_PERSON_REQUIRED?: any }, ResolversTypes['UserErrorCode']>;

export type cacheControl__ScopeResolvers = EnumResolverSignature<{ PRIVATE?: any, PUBLIC?: any }, ResolversTypes['cacheControl__Scope']>;

export type Resolvers<ContextType = Context> = {
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  CaseAssignResult?: CaseAssignResultResolvers<ContextType>;
  CaseAssignSuccess?: CaseAssignSuccessResolvers<ContextType>;
  CaseAssignment?: CaseAssignmentResolvers<ContextType>;
  CaseAssignmentConnection?: CaseAssignmentConnectionResolvers<ContextType>;
  CaseAssignmentEdge?: CaseAssignmentEdgeResolvers<ContextType>;
  CaseDuty?: CaseDutyResolvers;
  CaseJudgement?: CaseJudgementResolvers<ContextType>;
  CasePortfolio?: CasePortfolioResolvers<ContextType>;
  CaseUnassignResult?: CaseUnassignResultResolvers<ContextType>;
  CaseUnassignSuccess?: CaseUnassignSuccessResolvers<ContextType>;
  Centre?: CentreResolvers<ContextType>;
  Certificate?: CertificateResolvers<ContextType>;
  CertificateStatus?: CertificateStatusResolvers;
  CertificateVerification?: CertificateVerificationResolvers<ContextType>;
  Certification?: CertificationResolvers<ContextType>;
  CertificationAlreadyOpenError?: CertificationAlreadyOpenErrorResolvers<ContextType>;
  CertificationChange?: CertificationChangeResolvers<ContextType>;
  CertificationChangePage?: CertificationChangePageResolvers<ContextType>;
  CertificationCloseResult?: CertificationCloseResultResolvers<ContextType>;
  CertificationCloseSuccess?: CertificationCloseSuccessResolvers<ContextType>;
  CertificationConnection?: CertificationConnectionResolvers<ContextType>;
  CertificationConsentGiveResult?: CertificationConsentGiveResultResolvers<ContextType>;
  CertificationConsentGiveSuccess?: CertificationConsentGiveSuccessResolvers<ContextType>;
  CertificationConsentWithdrawResult?: CertificationConsentWithdrawResultResolvers<ContextType>;
  CertificationConsentWithdrawSuccess?: CertificationConsentWithdrawSuccessResolvers<ContextType>;
  CertificationDiagnoseResult?: CertificationDiagnoseResultResolvers<ContextType>;
  CertificationDiagnoseSuccess?: CertificationDiagnoseSuccessResolvers<ContextType>;
  CertificationEdge?: CertificationEdgeResolvers<ContextType>;
  CertificationEvaluationBeginResult?: CertificationEvaluationBeginResultResolvers<ContextType>;
  CertificationEvaluationBeginSuccess?: CertificationEvaluationBeginSuccessResolvers<ContextType>;
  CertificationEvent?: CertificationEventResolvers<ContextType>;
  CertificationEventConnection?: CertificationEventConnectionResolvers<ContextType>;
  CertificationEventEdge?: CertificationEventEdgeResolvers<ContextType>;
  CertificationHold?: CertificationHoldResolvers;
  CertificationHoldCause?: CertificationHoldCauseResolvers;
  CertificationHoldReason?: CertificationHoldReasonResolvers;
  CertificationHoldResult?: CertificationHoldResultResolvers<ContextType>;
  CertificationHoldSuccess?: CertificationHoldSuccessResolvers<ContextType>;
  CertificationJudgeResult?: CertificationJudgeResultResolvers<ContextType>;
  CertificationJudgeSuccess?: CertificationJudgeSuccessResolvers<ContextType>;
  CertificationPath?: CertificationPathResolvers;
  CertificationPlanProposeResult?: CertificationPlanProposeResultResolvers<ContextType>;
  CertificationPlanProposeSuccess?: CertificationPlanProposeSuccessResolvers<ContextType>;
  CertificationPlanSignResult?: CertificationPlanSignResultResolvers<ContextType>;
  CertificationPlanSignSuccess?: CertificationPlanSignSuccessResolvers<ContextType>;
  CertificationReactivoRecordResult?: CertificationReactivoRecordResultResolvers<ContextType>;
  CertificationReactivoRecordSuccess?: CertificationReactivoRecordSuccessResolvers<ContextType>;
  CertificationReadiness?: CertificationReadinessResolvers;
  CertificationRedoResult?: CertificationRedoResultResolvers<ContextType>;
  CertificationRedoSuccess?: CertificationRedoSuccessResolvers<ContextType>;
  CertificationRequestResult?: CertificationRequestResultResolvers<ContextType>;
  CertificationRequestSuccess?: CertificationRequestSuccessResolvers<ContextType>;
  CertificationResultsDeliverResult?: CertificationResultsDeliverResultResolvers<ContextType>;
  CertificationResultsDeliverSuccess?: CertificationResultsDeliverSuccessResolvers<ContextType>;
  CertificationResumeResult?: CertificationResumeResultResolvers<ContextType>;
  CertificationResumeSuccess?: CertificationResumeSuccessResolvers<ContextType>;
  CertificationRevocationConfirmResult?: CertificationRevocationConfirmResultResolvers<ContextType>;
  CertificationRevocationConfirmSuccess?: CertificationRevocationConfirmSuccessResolvers<ContextType>;
  CertificationRevocationProposeResult?: CertificationRevocationProposeResultResolvers<ContextType>;
  CertificationRevocationProposeSuccess?: CertificationRevocationProposeSuccessResolvers<ContextType>;
  CertificationSequel?: CertificationSequelResolvers;
  CertificationStatus?: CertificationStatusResolvers;
  CertificationStatusChanged?: CertificationStatusChangedResolvers<ContextType>;
  CertificationVerifyResult?: CertificationVerifyResultResolvers<ContextType>;
  CertificationVerifySuccess?: CertificationVerifySuccessResolvers<ContextType>;
  CertificationWithdrawResult?: CertificationWithdrawResultResolvers<ContextType>;
  CertificationWithdrawSuccess?: CertificationWithdrawSuccessResolvers<ContextType>;
  CertificationsStatusChanged?: CertificationsStatusChangedResolvers<ContextType>;
  ComplianceCriterion?: ComplianceCriterionResolvers;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  ConsentPurpose?: ConsentPurposeResolvers;
  ConsentReceipt?: ConsentReceiptResolvers<ContextType>;
  ConsentReceiptConnection?: ConsentReceiptConnectionResolvers<ContextType>;
  ConsentReceiptEdge?: ConsentReceiptEdgeResolvers<ContextType>;
  ConsentText?: ConsentTextResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CredentialIssuer?: CredentialIssuerResolvers<ContextType>;
  CredentialKind?: CredentialKindResolvers;
  CredentialOutcome?: CredentialOutcomeResolvers;
  CredentialVerification?: CredentialVerificationResolvers<ContextType>;
  DataPart?: DataPartResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DictamenBasis?: DictamenBasisResolvers;
  DictamenOpinion?: DictamenOpinionResolvers<ContextType>;
  DictamenOpinionConnection?: DictamenOpinionConnectionResolvers<ContextType>;
  DictamenOpinionEdge?: DictamenOpinionEdgeResolvers<ContextType>;
  DictamenOutcome?: DictamenOutcomeResolvers;
  DictamenRuleResult?: DictamenRuleResultResolvers<ContextType>;
  DictamenRuleSuccess?: DictamenRuleSuccessResolvers<ContextType>;
  DutyConflictError?: DutyConflictErrorResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  Enrollment?: EnrollmentResolvers<ContextType>;
  EvaluationPlan?: EvaluationPlanResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  EvidenceAddResult?: EvidenceAddResultResolvers<ContextType>;
  EvidenceAddSuccess?: EvidenceAddSuccessResolvers<ContextType>;
  EvidenceConnection?: EvidenceConnectionResolvers<ContextType>;
  EvidenceEdge?: EvidenceEdgeResolvers<ContextType>;
  InstrumentOrigin?: InstrumentOriginResolvers;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  IssuerKeyRotateResult?: IssuerKeyRotateResultResolvers<ContextType>;
  IssuerKeyRotateSuccess?: IssuerKeyRotateSuccessResolvers<ContextType>;
  LiveEventKind?: LiveEventKindResolvers;
  Lot?: LotResolvers<ContextType>;
  LotAddResult?: LotAddResultResolvers<ContextType>;
  LotAddSuccess?: LotAddSuccessResolvers<ContextType>;
  LotCloseResult?: LotCloseResultResolvers<ContextType>;
  LotCloseSuccess?: LotCloseSuccessResolvers<ContextType>;
  LotConnection?: LotConnectionResolvers<ContextType>;
  LotCreateResult?: LotCreateResultResolvers<ContextType>;
  LotCreateSuccess?: LotCreateSuccessResolvers<ContextType>;
  LotEdge?: LotEdgeResolvers<ContextType>;
  LotMember?: LotMemberResolvers<ContextType>;
  LotMemberConnection?: LotMemberConnectionResolvers<ContextType>;
  LotMemberEdge?: LotMemberEdgeResolvers<ContextType>;
  LotRemoveResult?: LotRemoveResultResolvers<ContextType>;
  LotRemoveSuccess?: LotRemoveSuccessResolvers<ContextType>;
  LotStatus?: LotStatusResolvers;
  MissedCriterion?: MissedCriterionResolvers<ContextType>;
  MissedCriterionReason?: MissedCriterionReasonResolvers;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkedStep?: ParkedStepResolvers<ContextType>;
  ParkedStepCause?: ParkedStepCauseResolvers;
  ParkedStepConnection?: ParkedStepConnectionResolvers<ContextType>;
  ParkedStepDirection?: ParkedStepDirectionResolvers;
  ParkedStepEdge?: ParkedStepEdgeResolvers<ContextType>;
  ParkedStepResolveResult?: ParkedStepResolveResultResolvers<ContextType>;
  ParkedStepResolveSuccess?: ParkedStepResolveSuccessResolvers<ContextType>;
  ParkedStepRetryResult?: ParkedStepRetryResultResolvers<ContextType>;
  ParkedStepRetrySuccess?: ParkedStepRetrySuccessResolvers<ContextType>;
  PinnedCriterion?: PinnedCriterionResolvers<ContextType>;
  PinnedInstrument?: PinnedInstrumentResolvers<ContextType>;
  PinnedReactivo?: PinnedReactivoResolvers<ContextType>;
  PlanParty?: PlanPartyResolvers;
  PortfolioLeaf?: PortfolioLeafResolvers<ContextType>;
  PortfolioLeafConnection?: PortfolioLeafConnectionResolvers<ContextType>;
  PortfolioLeafEdge?: PortfolioLeafEdgeResolvers<ContextType>;
  PortfolioLeafKind?: PortfolioLeafKindResolvers;
  PortfolioProof?: PortfolioProofResolvers<ContextType>;
  PublicDocument?: PublicDocumentResolvers<ContextType>;
  PublicDocumentKind?: PublicDocumentKindResolvers;
  Query?: QueryResolvers<ContextType>;
  ReactivoAnswer?: ReactivoAnswerResolvers<ContextType>;
  ReactivoAnswerConnection?: ReactivoAnswerConnectionResolvers<ContextType>;
  ReactivoAnswerEdge?: ReactivoAnswerEdgeResolvers<ContextType>;
  ReactivoKind?: ReactivoKindResolvers;
  Revocation?: RevocationResolvers<ContextType>;
  SecondPersonRequiredError?: SecondPersonRequiredErrorResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  cacheControl__Scope?: cacheControl__ScopeResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: cacheControlDirectiveResolver<any, any, ContextType>;
};
