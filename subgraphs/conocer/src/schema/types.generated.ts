import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccreditationMapper } from './accreditation/accreditation.mappers.ts';
import type { AuthorityBreakerMapper } from './authority/authority.mappers.ts';
import type { CertificationMapper, SubmissionMapper } from './submission/submission.mappers.ts';
import type { CourseMapper, StandardMapper, StandardAlignmentMapper } from './standard/standard.mappers.ts';
import type { InstrumentMapper } from './instrument/instrument.mappers.ts';
import type { LotOutcomeMapper, LotOutcomeEntryMapper, LotPackageMapper } from './lot-package/lot-package.mappers.ts';
import type { StandardChangeMapper, StandardsSyncMapper } from './standards-sync/standards-sync.mappers.ts';
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

/** What lets a person evaluate, as a certifier put it on record. */
export type Accreditation = {
  __typename?: 'Accreditation';
  /** Why it was ended; null while it stands. */
  endReason: Maybe<Scalars['String']['output']>;
  /** Since when it accredits nobody, whatever its last day; null while it stands. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the document bears. */
  folio: Scalars['String']['output'];
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** The day it was given. */
  issuedOn: Scalars['Date']['output'];
  /** What it is. */
  kind: AccreditationKind;
  /** Whose it is. */
  person: Maybe<User>;
  /** When it was put on record. */
  recordedAt: Scalars['DateTime']['output'];
  /** The standard without its version, e.g. `EC0325`; null for EC0076. */
  standardMajor: Maybe<Scalars['String']['output']>;
  /** Its last day; null when it has none. */
  validThrough: Maybe<Scalars['Date']['output']>;
};

/** Accreditations, newest record first. */
export type AccreditationConnection = {
  __typename?: 'AccreditationConnection';
  /** Accreditations with their cursors. */
  edges: Array<AccreditationEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An accreditation in a list. */
export type AccreditationEdge = {
  __typename?: 'AccreditationEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The accreditation. */
  node: Accreditation;
};

/** Which accreditation ends, and why. */
export type AccreditationEndInput = {
  /** The accreditation. */
  accreditationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
};

/** What `accreditationEnd` answers. */
export type AccreditationEndResult = AccreditationEndSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The accreditation has ended. */
export type AccreditationEndSuccess = {
  __typename?: 'AccreditationEndSuccess';
  /** The accreditation. */
  accreditation: Accreditation;
};

/** Narrows `accreditations`; all conditions must hold. */
export type AccreditationFilter = {
  /** Of which kind. */
  kind?: InputMaybe<AccreditationKind>;
  /** Whose. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** For which standard, with its version or without. Leaves EC0076 out. */
  standardCode?: InputMaybe<Scalars['String']['input']>;
  /** That accredit on this day (Mexico City), and were not ended. */
  validOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What an evaluator is accredited by. */
export type AccreditationKind =
  /** A cédula de acreditación for one standard, of any version. */
  | 'CEDULA'
  /** A certificate in EC0076, which evaluating rests on. */
  | 'EC0076';

/** What was given, to whom. */
export type AccreditationRecordInput = {
  /** What the document bears, 3 to 40 characters. */
  folio: Scalars['String']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The day it was given; not later than today. */
  issuedOn: Scalars['Date']['input'];
  /** What it is. */
  kind: AccreditationKind;
  /** The evaluator. */
  personId: Scalars['ID']['input'];
  /** Of a cédula: the standard, with its version or without. Left out for EC0076. */
  standardCode?: InputMaybe<Scalars['String']['input']>;
  /** Of EC0076: its last day, when it has one. Left out for a cédula, which ends with the first 30 June. */
  validThrough?: InputMaybe<Scalars['Date']['input']>;
};

/** What `accreditationRecord` answers. */
export type AccreditationRecordResult = AccreditationRecordSuccess | ConflictError | InvalidInputError | InvalidStateError;

/** The accreditation is on record. */
export type AccreditationRecordSuccess = {
  __typename?: 'AccreditationRecordSuccess';
  /** The accreditation. */
  accreditation: Accreditation;
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

/** A circuit breaker of the platform: what keeps calls from an authority that does not answer. */
export type AuthorityBreaker = {
  __typename?: 'AuthorityBreaker';
  /** Which calls. */
  side: AuthoritySide;
  /** Since when it is open, or closed. */
  since: Scalars['DateTime']['output'];
  /** Whether they are made. */
  state: BreakerState;
};

/** What an authority is called for. */
export type AuthoritySide =
  /** Look-ups, statuses and standards. */
  | 'ASK'
  /** Handing in. */
  | 'SUBMIT';

/** Whether an authority answers a tenant. */
export type AuthorityState =
  /** It answers, or was not asked yet. */
  | 'ANSWERING'
  /** It does not: cases wait, and one of them finds out now and then whether it is back. */
  | 'AWAY'
  /** People serve it: cases wait to be put into a lot. */
  | 'SERVED_BY_PEOPLE';

/** How a tenant stands with its authority. */
export type AuthorityStatus = {
  __typename?: 'AuthorityStatus';
  /** When it last answered a submission of the tenant; null: never. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** The authority that new cases go to. */
  authority: CertificationAuthority;
  /** Whether the platform's calls to it are held back, for all tenants; empty where nothing was ever held back. */
  breakers: Array<AuthorityBreaker>;
  /** Why it is away, as a code, e.g. `HTTP_503` or `BREAKER_OPEN`; null while it answers. */
  cause: Maybe<Scalars['String']['output']>;
  /** Since when the oldest of them waits; null: none does. */
  oldestWaitingAt: Maybe<Scalars['DateTime']['output']>;
  /** Since when it is away; null while it answers, and for one that people serve. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** Whether it answers. */
  state: AuthorityState;
  /** When one case tries next whether it is back; null while it answers. */
  triesAt: Maybe<Scalars['DateTime']['output']>;
  /** Cases of the tenant that wait to be sent to it. */
  waiting: Scalars['Int']['output'];
};

/** An authority over all tenants: numbers, and no tenant's name. */
export type AuthorityTotal = {
  __typename?: 'AuthorityTotal';
  /** When it last answered a submission; null: never. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** The authority. */
  authority: CertificationAuthority;
  /** Whether calls to it are held back; empty where nothing was ever held back. */
  breakers: Array<AuthorityBreaker>;
  /** When this was counted; null: not yet. */
  countedAt: Maybe<Scalars['DateTime']['output']>;
  /** Since when the oldest of them waits; null: none does. */
  oldestWaitingAt: Maybe<Scalars['DateTime']['output']>;
  /** Tenants for which it is away. */
  tenantsAway: Scalars['Int']['output'];
  /** Cases that wait to be sent to it. */
  waiting: Scalars['Int']['output'];
};

/** States of a circuit breaker. */
export type BreakerState =
  /** Calls are made. */
  | 'CLOSED'
  /** One finds out whether they may be again. */
  | 'HALF_OPEN'
  /** None is. */
  | 'OPEN';

export type Certification = {
  __typename?: 'Certification';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** The submission to the authority. The candidate, the evaluator, verifiers and auditors who are assigned to the certification, admins of the centre that it was opened in, certifiers and privacy officers; null when there is none that the viewer may see. */
  submission: Maybe<Submission>;
};

/** Who certifies a tenant's people officially. */
export type CertificationAuthority =
  /** An authority behind HTTP. */
  | 'HTTP'
  /** An authority that people serve: lots that a dictamen has ruled are exported, and its outcome is imported. */
  | 'MANUAL_LOT'
  /** The tenant itself, by Open Badges of its own. */
  | 'OPEN_BADGES'
  /** The sandbox that comes with the platform: no certificate of it is official. */
  | 'SANDBOX';

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
  /** Standards that the course is aligned to; at most 10. Public. */
  standards: Array<Standard>;
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

/** An Instrumento de Evaluación de la Competencia (IEC): reactivos with their weights, and from which sum on a candidate is competent. */
export type Instrument = {
  __typename?: 'Instrument';
  /** Every criterio de evaluación; of each at least one reactivo must be fulfilled. At most 200. */
  criteria: Array<InstrumentCriterion>;
  /** Puntaje mínimo: least sum of the weights of fulfilled reactivos. */
  minimumScore: Scalars['Float']['output'];
  /** Where it comes from. */
  origin: InstrumentOrigin;
  /** What is to be shown. At most 500. */
  reactivos: Array<InstrumentReactivo>;
};

/** A criterio de evaluación. */
export type InstrumentCriterion = {
  __typename?: 'InstrumentCriterion';
  /** Its id within the instrument. */
  id: Scalars['String']['output'];
  /** What the person does, makes, knows, or how she behaves. */
  statement: Scalars['String']['output'];
};

/** Where an instrument comes from. */
export type InstrumentOrigin =
  /** Imported from the authority. */
  | 'OFFICIAL'
  /** Written by the academy, to show how an evaluation goes. Not the authority's. */
  | 'SAMPLE';

/** One thing to be shown, for one criterio. */
export type InstrumentReactivo = {
  __typename?: 'InstrumentReactivo';
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

export type Lot = {
  __typename?: 'Lot';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
};

/** What became of an outcome file: the reconciliation report. */
export type LotOutcome = {
  __typename?: 'LotOutcome';
  /** What changed nothing and is for a person: every other kind. */
  doubts: Scalars['Int']['output'];
  /** What became of each line, in the order of the file, and then each certification that no line speaks of. */
  entries: Maybe<LotOutcomeEntryConnection>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** When it was imported. */
  importedAt: Scalars['DateTime']['output'];
  /** Who imported it. */
  importedBy: Maybe<User>;
  /** Certificates that were taken in. */
  issued: Scalars['Int']['output'];
  /** Rejections that were taken in. */
  rejected: Scalars['Int']['output'];
  /** SHA-256 of the file, 64 hex digits. */
  sha256: Scalars['String']['output'];
  /** Lines that said what was known already. */
  unchanged: Scalars['Int']['output'];
};


/** What became of an outcome file: the reconciliation report. */
export type LotOutcomeentriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Outcome files, newest first. */
export type LotOutcomeConnection = {
  __typename?: 'LotOutcomeConnection';
  /** Outcomes with their cursors. */
  edges: Array<LotOutcomeEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An outcome in a list. */
export type LotOutcomeEdge = {
  __typename?: 'LotOutcomeEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The outcome. */
  node: LotOutcome;
};

/** What became of a line of an outcome file, or of a certification that no line speaks of. */
export type LotOutcomeEntry = {
  __typename?: 'LotOutcomeEntry';
  /** The certification; null for what is UNKNOWN. */
  certification: Maybe<Certification>;
  /** What became of it. */
  kind: LotOutcomeKind;
  /** Line in the file, from 1, which is that of the columns; null for what is MISSING. */
  line: Maybe<Scalars['Int']['output']>;
};

/** What became of lines, in their order. */
export type LotOutcomeEntryConnection = {
  __typename?: 'LotOutcomeEntryConnection';
  /** Entries with their cursors. */
  edges: Array<LotOutcomeEntryEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An entry in a list. */
export type LotOutcomeEntryEdge = {
  __typename?: 'LotOutcomeEntryEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: LotOutcomeEntry;
};

/** What the authority decided on which package. */
export type LotOutcomeImportInput = {
  /** The outcome file: CSV in UTF-8 with the columns referencia, curp, estandar, resultado (EMITIDO, RECHAZADO), folio, fecha_emision (YYYY-MM-DD), motivo, corregible (SI, NO); at most 64,000 characters. */
  content: Scalars['String']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The package; it must be HANDED_OVER. */
  lotPackageId: Scalars['ID']['input'];
};

/** What `lotOutcomeImport` answers. */
export type LotOutcomeImportResult = ConflictError | InvalidInputError | InvalidStateError | LotOutcomeImportSuccess | LotOutcomeUnreadableError | NotFoundError;

/** What fits is taken in, and what became of each line is on record. */
export type LotOutcomeImportSuccess = {
  __typename?: 'LotOutcomeImportSuccess';
  /** The outcome. */
  outcome: LotOutcome;
};

/** What becomes of a line of an outcome file. ISSUED and REJECTED are taken in, UNCHANGED was known; the others change nothing and are for a person. */
export type LotOutcomeKind =
  /** The CURP is not the candidate's. */
  | 'CURP_MISMATCH'
  /** The certificate of another certification bears the folio. */
  | 'FOLIO_OF_ANOTHER'
  /** Several lines bear the same folio. */
  | 'FOLIO_TWICE'
  /** The certificate was issued. */
  | 'ISSUED'
  /** No line speaks of a certification that was handed over. */
  | 'MISSING'
  /** The certification was never handed over. */
  | 'NOT_SUBMITTED'
  /** It was rejected. */
  | 'REJECTED'
  /** Several lines speak of the same certification. */
  | 'REPEATED'
  /** Another verdict on it was taken in before. */
  | 'REVERSAL'
  /** The standard is not the certification's. */
  | 'STANDARD_MISMATCH'
  /** The same was known already. */
  | 'UNCHANGED'
  /** The package has no certification of this reference. */
  | 'UNKNOWN';

/** What is wrong in a line of an outcome file. What came is not repeated: it may be of a person. */
export type LotOutcomeProblem = {
  __typename?: 'LotOutcomeProblem';
  /** The column; null when it is the whole line. */
  column: Maybe<Scalars['String']['output']>;
  /** What was expected there. */
  expected: Scalars['String']['output'];
  /** Line in the file, from 1. */
  line: Scalars['Int']['output'];
};

/** The file is not as it must be: nothing of it was taken in. */
export type LotOutcomeUnreadableError = UserError & {
  __typename?: 'LotOutcomeUnreadableError';
  /** Always `INVALID_INPUT`. */
  code: UserErrorCode;
  /** How many problems there are, and what to do. */
  message: Scalars['String']['output'];
  /** What is wrong, by line; at most 50. */
  problems: Array<LotOutcomeProblem>;
};

/** What people carry to the authority for a lot: a ZIP of a list as CSV and as PDF, and a manifest with their hashes. */
export type LotPackage = {
  __typename?: 'LotPackage';
  /** When it is discarded, if nobody hands it over; null before it is built. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What is in the ZIP, at most 3; empty before it is built. */
  files: Array<LotPackageFile>;
  /** When it was handed over; null before. */
  handedOverAt: Maybe<Scalars['DateTime']['output']>;
  /** Who handed it over; null before. */
  handedOverBy: Maybe<User>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** The lot; null for certifications that are in none. */
  lot: Maybe<Lot>;
  /** Outcome files that were imported for it, newest first. */
  outcomes: Maybe<LotOutcomeConnection>;
  /** When it was built; null before. */
  readyAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who asked for it. */
  requestedBy: Maybe<User>;
  /** SHA-256 of the ZIP, 64 hex digits; null before it is built. */
  sha256: Maybe<Scalars['String']['output']>;
  /** How many certifications are in it. */
  size: Scalars['Int']['output'];
  /** How far it has come. */
  status: LotPackageStatus;
};


/** What people carry to the authority for a lot: a ZIP of a list as CSV and as PDF, and a manifest with their hashes. */
export type LotPackageoutcomesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Packages, newest first. */
export type LotPackageConnection = {
  __typename?: 'LotPackageConnection';
  /** Packages with their cursors. */
  edges: Array<LotPackageEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** Which package to download. */
export type LotPackageDownloadInput = {
  /** 1 to 100 characters; with the same key and input it is downloaded again. */
  idempotencyKey: Scalars['String']['input'];
  /** The package; it must be READY. */
  lotPackageId: Scalars['ID']['input'];
};

/** What `lotPackageDownload` answers. */
export type LotPackageDownloadResult = ConflictError | InvalidInputError | InvalidStateError | LotPackageDownloadSuccess | NotFoundError;

/** The package as it is handed over. */
export type LotPackageDownloadSuccess = {
  __typename?: 'LotPackageDownloadSuccess';
  /** The ZIP in base64. Personal data: keep it no longer than it takes to hand it over. */
  contentBase64: Scalars['String']['output'];
  /** Name for the file. */
  fileName: Scalars['String']['output'];
  /** The package. */
  lotPackage: LotPackage;
};

/** A package in a list. */
export type LotPackageEdge = {
  __typename?: 'LotPackageEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The package. */
  node: LotPackage;
};

/** Of what to build a package. */
export type LotPackageExportInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The lot; left out, or null: certifications that wait and are in none. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `lotPackageExport` answers. */
export type LotPackageExportResult = ConflictError | InvalidInputError | InvalidStateError | LotPackageExportSuccess | NotFoundError;

/** The package is being built. */
export type LotPackageExportSuccess = {
  __typename?: 'LotPackageExportSuccess';
  /** The package. */
  lotPackage: LotPackage;
};

/** A file in a package. */
export type LotPackageFile = {
  __typename?: 'LotPackageFile';
  /** Its length in bytes. */
  bytes: Scalars['Int']['output'];
  /** Its name in the ZIP. */
  name: Scalars['String']['output'];
  /** SHA-256 of it, 64 hex digits. */
  sha256: Scalars['String']['output'];
};

/** Which package was handed over. */
export type LotPackageHandOverInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** The package; it must be READY. */
  lotPackageId: Scalars['ID']['input'];
};

/** What `lotPackageHandOver` answers. */
export type LotPackageHandOverResult = ConflictError | InvalidInputError | InvalidStateError | LotPackageHandOverSuccess | NotFoundError;

/** The package is handed over. */
export type LotPackageHandOverSuccess = {
  __typename?: 'LotPackageHandOverSuccess';
  /** The package. */
  lotPackage: LotPackage;
};

/** How far a package has come. */
export type LotPackageStatus =
  /** Another took its place, its time ran out, or one of its candidates was erased: it opens no more. */
  | 'DISCARDED'
  /** Nothing was left to pack: candidates lack their CURP or name, or were withdrawn. */
  | 'FAILED'
  /** Carried to the authority. */
  | 'HANDED_OVER'
  /** To be downloaded and handed over. */
  | 'READY'
  /** Being built. */
  | 'REQUESTED';

export type Mutation = {
  __typename?: 'Mutation';
  /** Ends an accreditation: from now on it lets nobody plan, sign or begin an evaluation. Certifier, and never of herself. */
  accreditationEnd: Maybe<AccreditationEndResult>;
  /**
   * Puts on record what an evaluator was given: a cédula de acreditación for a standard, valid to the first 30 June on or after its day, or a certificate in
   * EC0076. She must hold the persona evaluator in the tenant. Certifier, and never of herself.
   */
  accreditationRecord: Maybe<AccreditationRecordResult>;
  /** Takes in what the authority decided on a package that was handed over; the same file again changes nothing. Certifier; nobody in another's name. */
  lotOutcomeImport: Maybe<LotOutcomeImportResult>;
  /** Downloads a package that is READY: it holds names and CURPs, and who downloads it is put on record. Certifier; nobody in another's name. */
  lotPackageDownload: Maybe<LotPackageDownloadResult>;
  /**
   * Has a package built of what waits in a lot to be carried to the authority, in the place of one that was not handed over. It is READY within moments; follow `lotPackage`. Certifier; nobody in another's
   * name.
   */
  lotPackageExport: Maybe<LotPackageExportResult>;
  /** Says that a package was handed over to the authority: its certifications are SUBMITTED, and it cannot be downloaded any more. Certifier; nobody in another's name. */
  lotPackageHandOver: Maybe<LotPackageHandOverResult>;
  /**
   * Has CONOCER's register read now: the answer names the reading, which `standardsSyncs` shows. While one is under way that one is answered. super_admin, or a
   * process with `standards.sync`.
   */
  standardsSync: Maybe<StandardsSyncResult>;
  /** The submission of a case goes before others of the tenant that wait to be sent, those with priority among themselves by age. Certifier. */
  submissionPrioritize: Maybe<SubmissionPrioritizeResult>;
};


export type MutationaccreditationEndArgs = {
  input: AccreditationEndInput;
};


export type MutationaccreditationRecordArgs = {
  input: AccreditationRecordInput;
};


export type MutationlotOutcomeImportArgs = {
  input: LotOutcomeImportInput;
};


export type MutationlotPackageDownloadArgs = {
  input: LotPackageDownloadInput;
};


export type MutationlotPackageExportArgs = {
  input: LotPackageExportInput;
};


export type MutationlotPackageHandOverArgs = {
  input: LotPackageHandOverInput;
};


export type MutationstandardsSyncArgs = {
  input: StandardsSyncInput;
};


export type MutationsubmissionPrioritizeArgs = {
  input: SubmissionPrioritizeInput;
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
  /**
   * Accreditations of evaluators, newest record first: a certifier sees those of her tenant, a centre admin those of people of her centre, an auditor those of
   * evaluators whose cases she is assigned to, everybody her own.
   */
  accreditations: Maybe<AccreditationConnection>;
  /** How the viewer's tenant stands with the authority that it works with now. Certifier and admin. */
  authorityStatus: Maybe<AuthorityStatus>;
  /** Every authority that the platform works with, over all tenants. super_admin. */
  authorityTotals: Maybe<Array<AuthorityTotal>>;
  /** Calls that left the house for the authority on behalf of the viewer's tenant: before each and after it, newest first, at most 100 a page. Certifier, admin, auditor and privacy officer; a super_admin sees her own acts. */
  conocerAuditLog: Maybe<AuditEntryConnection>;
  /** Some of what this island keeps of a person, for the process that answers her request about her data (scope `data.export`); at most 200 records. */
  conocerData: Maybe<DataPart>;
  /** One package; null when there is none. Certifier. */
  lotPackage: Maybe<LotPackage>;
  /** Packages for an authority that people serve, newest first, at most 100 a page: of one lot, or of any. Certifier. */
  lotPackages: Maybe<LotPackageConnection>;
  /** One standard by its code, e.g. `EC0325` or `EC0586.01`. Public; null when it is not known. */
  standard: Maybe<Standard>;
  /**
   * Competency standards of CONOCER's register known here, also superseded and retired ones: by code, or, where words are searched for, best first: the code
   * itself, codes that begin so, titles that begin so, the others. Public.
   */
  standards: Maybe<StandardConnection>;
  /** Readings of CONOCER's register, newest first, at most 100 a page. super_admin, or a process with `standards.sync`. */
  standardsSyncs: Maybe<StandardsSyncConnection>;
};


export type QueryaccreditationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AccreditationFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryconocerAuditLogArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AuditFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryconocerDataArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  subjectId: Scalars['ID']['input'];
};


export type QuerylotPackageArgs = {
  id: Scalars['ID']['input'];
};


export type QuerylotPackagesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  lotId: InputMaybe<Scalars['ID']['input']>;
};


export type QuerystandardArgs = {
  code: Scalars['String']['input'];
};


export type QuerystandardsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  alignedOnly: InputMaybe<Scalars['Boolean']['input']>;
  filter: InputMaybe<StandardFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerystandardsSyncsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
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

/** What is wrong with a row of the register. */
export type RegisterRowFlaw =
  /** Its code is none of a standard. */
  | 'BAD_CODE'
  /** Its level is not 1 to 5. */
  | 'BAD_LEVEL'
  /** A row before it has the same code and says something else. */
  | 'CONTRADICTED'
  /** It is no row. */
  | 'NOT_A_ROW'
  /** It has no code. */
  | 'NO_CODE'
  /** It names no sector. */
  | 'NO_SECTOR'
  /** It has no title. */
  | 'NO_TITLE'
  /** A row before it says the same. */
  | 'REPEATED';

/** An Estándar de Competencia (EC): what a person must show to be certified. Facts of CONOCER's public register. */
export type Standard = {
  __typename?: 'Standard';
  /** Code with version, e.g. `EC0586.01`. */
  code: Scalars['String']['output'];
  /** Committee (Comité de Gestión por Competencias) that wrote it; null when the register names none. */
  committee: Maybe<Scalars['String']['output']>;
  /** The committees one by one, in the register's order; empty when it names none. */
  committees: Array<Scalars['String']['output']>;
  /** Criterios de evaluación known here; at most 20. Those of the academy's own say that they are samples: the official ones are in the standard's publication. */
  criteria: Array<StandardCriterion>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /**
   * What a candidate is judged by (Instrumento de Evaluación de la Competencia). Evaluators, verifiers, auditors, centre admins and certifiers, and processes with
   * `instrument.read`; null when none is known. See `origin`: a sample is no official instrument.
   */
  instrument: Maybe<Instrument>;
  /** Whether the register has it in force: by a retired one nobody is evaluated any more. */
  isActive: Scalars['Boolean']['output'];
  /** True for one that the sandbox invented: no standard of CONOCER. */
  isSample: Scalars['Boolean']['output'];
  /** Level of the National System of Competencies, 1 to 5. */
  level: Scalars['Int']['output'];
  /** Productive sector. */
  sector: Scalars['String']['output'];
  /** How far it serves what the academy stands for, by what the register says of it; null, never 0, when that says too little. */
  solarpunkAlignment: Maybe<StandardAlignment>;
  /** How it stands in the register. */
  status: StandardStatus;
  /** The version that follows and is in force; null when this is the latest. */
  supersededBy: Maybe<Standard>;
  /** The version before it; null for the first, or when none is known. */
  supersedes: Maybe<Standard>;
  /** Official title. */
  title: Scalars['String']['output'];
  /** All known versions of it, this one among them, oldest first; at most 100. */
  versions: Array<Standard>;
};

/** A standard's Solarpunk score, computed by the model for courses from what the register says of it. */
export type StandardAlignment = {
  __typename?: 'StandardAlignment';
  /** Competences of GreenComp that the standard assesses by its title, e.g. `PROMOTING_NATURE`. */
  competences: Array<Scalars['String']['output']>;
  /** Version of the model, e.g. `solarpunk/2026.1.0`. */
  modelVersion: Scalars['String']['output'];
  /** Version of how the register's words are read, e.g. `standard-reading/2026.1.0`. */
  readingVersion: Scalars['String']['output'];
  /** 0 to 100. Documented evidence alone reaches 50 at most. */
  score: Scalars['Float']['output'];
  /** The five sub-scores. */
  subScores: Array<StandardSubScore>;
};

/** What a reading changed of one standard. */
export type StandardChange = {
  __typename?: 'StandardChange';
  /** Code of the standard. */
  code: Scalars['String']['output'];
  /** What differs; empty for one that was added. */
  differences: Array<StandardDifference>;
  /** What happened to it. */
  kind: StandardChangeKind;
};

/** Changes of a reading, by code. */
export type StandardChangeConnection = {
  __typename?: 'StandardChangeConnection';
  /** Changes with their cursors. */
  edges: Array<StandardChangeEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A change in a list. */
export type StandardChangeEdge = {
  __typename?: 'StandardChangeEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: StandardChange;
};

/** What happened to a standard. */
export type StandardChangeKind =
  /** It was not known before. */
  | 'ADDED'
  /** Something else is said of it. */
  | 'CHANGED'
  /** It is no longer in the register. */
  | 'RETIRED';

/** Standards, by code. */
export type StandardConnection = {
  __typename?: 'StandardConnection';
  /** Standards with their cursors. */
  edges: Array<StandardEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A criterio de evaluación of a standard. */
export type StandardCriterion = {
  __typename?: 'StandardCriterion';
  /** E.g. `SAMPLE-EC0586.01-C1`. */
  id: Scalars['ID']['output'];
  /** Kind of criterio. */
  kind: StandardCriterionKind;
  /** Whose words these are. */
  origin: StandardCriterionOrigin;
  /** What the person demonstrates, obtains, knows, or how she behaves. */
  statement: Scalars['String']['output'];
};

/** Kind of a criterio de evaluación. */
export type StandardCriterionKind =
  /** Actitud, hábito o valor: how she behaves. */
  | 'ACTITUD'
  /** Conocimiento: what she knows. */
  | 'CONOCIMIENTO'
  /** Desempeño: what the person demonstrates. */
  | 'DESEMPENO'
  /** Producto: what she obtains. */
  | 'PRODUCTO';

/** Where a criterio de evaluación comes from. */
export type StandardCriterionOrigin =
  /** Of the standard's official publication. */
  | 'OFFICIAL'
  /** Invented by the academy to show how a course is judged: not the official standard's. */
  | 'SAMPLE';

/** One fact that differs. */
export type StandardDifference = {
  __typename?: 'StandardDifference';
  /** As it is; null for nothing. */
  after: Maybe<Scalars['String']['output']>;
  /** As it was; null for nothing. */
  before: Maybe<Scalars['String']['output']>;
  /** Which, e.g. `title`, `supersededBy`; `alignment`: computed anew by another model. */
  field: Scalars['String']['output'];
};

/** A standard in a list. */
export type StandardEdge = {
  __typename?: 'StandardEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The standard. */
  node: Standard;
};

/** Narrows `standards`; all conditions must hold. */
export type StandardFilter = {
  /** Level of the standard, 1 to 5. */
  level?: InputMaybe<Scalars['Int']['input']>;
  /** Productive sector, as the register spells it. */
  sector?: InputMaybe<Scalars['String']['input']>;
  /** How it stands in the register. */
  status?: InputMaybe<StandardStatus>;
  /** Words that must appear in title or code, or begin a word there, without regard to case, accents and plural; a code with or without its version. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** How a standard stands in the register. */
export type StandardStatus =
  /** In force. */
  | 'ACTIVE'
  /** No longer in the register. */
  | 'RETIRED'
  /** A later version is in force. */
  | 'SUPERSEDED';

/** One of the five sub-scores of a Solarpunk score. */
export type StandardSubScore = {
  __typename?: 'StandardSubScore';
  /** Share of the sub-score's weight that is known, 0 to 1. */
  coverage: Scalars['Float']['output'];
  /** Which one: SUSTAINABILITY, COMMUNITY, REGENERATIVE, SOCIAL_JUSTICE, CIRCULARITY. */
  name: Scalars['String']['output'];
  /** 0 to 100; null, never 0, when too little is known. */
  score: Maybe<Scalars['Float']['output']>;
};

/** One reading of CONOCER's register, of no tenant. Where it failed, the catalogue is as it was before. */
export type StandardsSync = {
  __typename?: 'StandardsSync';
  /** Known standards that it did not list: after three good readings in a row they count as retired. */
  absent: Maybe<Scalars['Int']['output']>;
  /** Standards that were not known before; null unless it succeeded, as the next three. */
  added: Maybe<Scalars['Int']['output']>;
  /** Why it was made. */
  cause: StandardsSyncCause;
  /** Standards of which something else is said now. */
  changed: Maybe<Scalars['Int']['output']>;
  /** What it changed, by code, at most 100 a page. */
  changes: StandardChangeConnection;
  /** When it ended; null before. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed; null when it did not. */
  failure: Maybe<StandardsSyncFailure>;
  /** A code or figure about the failure, e.g. `HTTP_500` or `640 of 1489`; null without one. */
  failureDetail: Maybe<Scalars['String']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Standards in them. */
  listed: Maybe<Scalars['Int']['output']>;
  /** The first 100 rows that could not be read. */
  problems: Array<StandardsSyncProblem>;
  /** Rows that came; null when none could be read. */
  received: Maybe<Scalars['Int']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** Standards that are no longer in the register. */
  retired: Maybe<Scalars['Int']['output']>;
  /** Where it was read, e.g. `public-register`; null before it began. */
  source: Maybe<Scalars['String']['output']>;
  /** When it began; null before. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: StandardsSyncState;
  /** Rows that tell of no standard; `problems` names them. */
  unreadable: Maybe<Scalars['Int']['output']>;
};


/** One reading of CONOCER's register, of no tenant. Where it failed, the catalogue is as it was before. */
export type StandardsSyncchangesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Why the register was read. */
export type StandardsSyncCause =
  /** It is read every day. */
  | 'DAILY'
  /** Somebody asked for it. */
  | 'REQUESTED';

/** Readings of the register, newest first. */
export type StandardsSyncConnection = {
  __typename?: 'StandardsSyncConnection';
  /** Readings with their cursors. */
  edges: Array<StandardsSyncEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A reading in a list. */
export type StandardsSyncEdge = {
  __typename?: 'StandardsSyncEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The reading. */
  node: StandardsSync;
};

/** Why a reading failed. */
export type StandardsSyncFailure =
  /** Nobody ended it for an hour. */
  | 'ABANDONED'
  /** The list was empty. */
  | 'EMPTY'
  /** The answer was not there in time. */
  | 'LATE'
  /** The answer said no, or led elsewhere. */
  | 'REFUSED'
  /** The list was much shorter than the last good one. */
  | 'SHRUNK'
  /** Too many of the rows could not be read. */
  | 'TOO_DIRTY'
  /** The answer was longer than a register can be. */
  | 'TOO_LARGE'
  /** Nobody answered. */
  | 'UNREACHABLE'
  /** The answer was no list of rows. */
  | 'UNREADABLE';

/** Asks for a reading of the register. */
export type StandardsSyncInput = {
  /** The same key again gives the same reading. 1 to 100 characters. */
  idempotencyKey: Scalars['String']['input'];
};

/** A row of the register that could not be read. */
export type StandardsSyncProblem = {
  __typename?: 'StandardsSyncProblem';
  /** Its code as far as it has one, at most 40 characters; null without one. */
  code: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  flaw: RegisterRowFlaw;
  /** Its place in the list, from 1. */
  row: Scalars['Int']['output'];
};

/** What `standardsSync` answers. */
export type StandardsSyncResult = ConflictError | InvalidInputError | StandardsSyncSuccess;

/** Where a reading stands. */
export type StandardsSyncState =
  /** The catalogue is as it was; a person was told. */
  | 'FAILED'
  /** It is to be made. */
  | 'QUEUED'
  /** It is being made. */
  | 'RUNNING'
  /** The catalogue says what the register says. */
  | 'SUCCEEDED';

/** The reading is due, or under way. */
export type StandardsSyncSuccess = {
  __typename?: 'StandardsSyncSuccess';
  /** The reading as it is now. */
  sync: StandardsSync;
};

/** What was handed to the authority for one certification, and what it answered. */
export type Submission = {
  __typename?: 'Submission';
  /** How often it was sent; more than 1 only after the authority was found not to have it. */
  attempts: Scalars['Int']['output'];
  /** With whom it was begun, and is finished; null: the installation's, from before tenants could choose. */
  authority: Maybe<CertificationAuthority>;
  /** When the authority last answered a question about it; null before. */
  checkedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Folio of the official certificate; null before it is issued. */
  officialFolio: Maybe<Scalars['String']['output']>;
  /** Whether it goes before others that wait, and why. */
  priority: SubmissionPriority;
  /** Why the authority rejected it; null otherwise. */
  rejectionReason: Maybe<Scalars['String']['output']>;
  /** When it was sent; null before. */
  sentAt: Maybe<Scalars['DateTime']['output']>;
  /** State at the authority, as far as we know. */
  status: SubmissionStatus;
};

/** Which case goes first, and why. */
export type SubmissionPrioritizeInput = {
  /** The certification whose submission waits. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** Why, 3 to 500 characters; kept on record. */
  reason: Scalars['String']['input'];
};

/** What `submissionPrioritize` answers. */
export type SubmissionPrioritizeResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | SubmissionPrioritizeSuccess;

/** The submission goes before the others that wait. */
export type SubmissionPrioritizeSuccess = {
  __typename?: 'SubmissionPrioritizeSuccess';
  /** The submission as it is now. */
  submission: Submission;
};

/** Why a submission goes before others of its tenant that wait to be sent. */
export type SubmissionPriority =
  /** Its evaluation is 60 days old or more. */
  | 'EVALUATION_OLD'
  /** It does not. */
  | 'NORMAL'
  /** A certifier asked for it, with a reason. */
  | 'REQUESTED'
  /** Its standard was retired. */
  | 'STANDARD_RETIRED';

/** States of a submission. */
export type SubmissionStatus =
  /** Certificate issued. */
  | 'APPROVED'
  /** Held back: the course misses the tenant's Solarpunk thresholds. */
  | 'HELD'
  /** The authority works on it. */
  | 'IN_PROCESS'
  /** To be sent. */
  | 'PREPARED'
  /** Rejected. */
  | 'REJECTED'
  /** Intent written; the call is or was under way. */
  | 'SENDING'
  /** The authority has it. */
  | 'SENT'
  /** The outcome of the call is unknown; being looked up by its business key. */
  | 'UNKNOWN';

export type User = {
  __typename?: 'User';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
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
  Certification: Certification;
  Course: Course;
  Standard: Standard;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Certification:
    ( { __typename: 'Certification' }
    & GraphQLRecursivePick<FederationTypes['Certification'], {"id":true}> );
  Course:
    ( { __typename: 'Course' }
    & GraphQLRecursivePick<FederationTypes['Course'], {"id":true}> );
  Standard:
    ( { __typename: 'Standard' }
    & GraphQLRecursivePick<FederationTypes['Standard'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AccreditationEndResult:
    | ( Omit<AccreditationEndSuccess, 'accreditation'> & { accreditation: _RefType['Accreditation'] } & { __typename: 'AccreditationEndSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  AccreditationRecordResult:
    | ( Omit<AccreditationRecordSuccess, 'accreditation'> & { accreditation: _RefType['Accreditation'] } & { __typename: 'AccreditationRecordSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
  ;
  LotOutcomeImportResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotOutcomeImportSuccess, 'outcome'> & { outcome: _RefType['LotOutcome'] } & { __typename: 'LotOutcomeImportSuccess' } )
    | ( Omit<LotOutcomeUnreadableError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'LotOutcomeUnreadableError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LotPackageDownloadResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotPackageDownloadSuccess, 'lotPackage'> & { lotPackage: _RefType['LotPackage'] } & { __typename: 'LotPackageDownloadSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LotPackageExportResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotPackageExportSuccess, 'lotPackage'> & { lotPackage: _RefType['LotPackage'] } & { __typename: 'LotPackageExportSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  LotPackageHandOverResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotPackageHandOverSuccess, 'lotPackage'> & { lotPackage: _RefType['LotPackage'] } & { __typename: 'LotPackageHandOverSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  StandardsSyncResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<StandardsSyncSuccess, 'sync'> & { sync: _RefType['StandardsSync'] } & { __typename: 'StandardsSyncSuccess' } )
  ;
  SubmissionPrioritizeResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<SubmissionPrioritizeSuccess, 'submission'> & { submission: _RefType['Submission'] } & { __typename: 'SubmissionPrioritizeSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<LotOutcomeUnreadableError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'LotOutcomeUnreadableError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Accreditation: ResolverTypeWrapper<AccreditationMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccreditationConnection: ResolverTypeWrapper<Omit<AccreditationConnection, 'edges'> & { edges: Array<ResolversTypes['AccreditationEdge']> }>;
  AccreditationEdge: ResolverTypeWrapper<Omit<AccreditationEdge, 'node'> & { node: ResolversTypes['Accreditation'] }>;
  AccreditationEndInput: AccreditationEndInput;
  AccreditationEndResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AccreditationEndResult']>;
  AccreditationEndSuccess: ResolverTypeWrapper<Omit<AccreditationEndSuccess, 'accreditation'> & { accreditation: ResolversTypes['Accreditation'] }>;
  AccreditationFilter: AccreditationFilter;
  AccreditationKind: ResolverTypeWrapper<'CEDULA' | 'EC0076'>;
  AccreditationRecordInput: AccreditationRecordInput;
  AccreditationRecordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AccreditationRecordResult']>;
  AccreditationRecordSuccess: ResolverTypeWrapper<Omit<AccreditationRecordSuccess, 'accreditation'> & { accreditation: ResolversTypes['Accreditation'] }>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditFilter: AuditFilter;
  AuthorityBreaker: ResolverTypeWrapper<AuthorityBreakerMapper>;
  AuthoritySide: ResolverTypeWrapper<'SUBMIT' | 'ASK'>;
  AuthorityState: ResolverTypeWrapper<'ANSWERING' | 'AWAY' | 'SERVED_BY_PEOPLE'>;
  AuthorityStatus: ResolverTypeWrapper<Omit<AuthorityStatus, 'authority' | 'breakers' | 'state'> & { authority: ResolversTypes['CertificationAuthority'], breakers: Array<ResolversTypes['AuthorityBreaker']>, state: ResolversTypes['AuthorityState'] }>;
  AuthorityTotal: ResolverTypeWrapper<Omit<AuthorityTotal, 'authority' | 'breakers'> & { authority: ResolversTypes['CertificationAuthority'], breakers: Array<ResolversTypes['AuthorityBreaker']> }>;
  BreakerState: ResolverTypeWrapper<'CLOSED' | 'OPEN' | 'HALF_OPEN'>;
  Certification: ResolverTypeWrapper<CertificationMapper>;
  CertificationAuthority: ResolverTypeWrapper<'SANDBOX' | 'HTTP' | 'MANUAL_LOT' | 'OPEN_BADGES'>;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Course: ResolverTypeWrapper<CourseMapper>;
  DataPart: ResolverTypeWrapper<DataPart>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Instrument: ResolverTypeWrapper<InstrumentMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  InstrumentCriterion: ResolverTypeWrapper<InstrumentCriterion>;
  InstrumentOrigin: ResolverTypeWrapper<'SAMPLE' | 'OFFICIAL'>;
  InstrumentReactivo: ResolverTypeWrapper<Omit<InstrumentReactivo, 'kind'> & { kind: ResolversTypes['ReactivoKind'] }>;
  InvalidInputError: ResolverTypeWrapper<Omit<InvalidInputError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  InvalidStateError: ResolverTypeWrapper<Omit<InvalidStateError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Lot: ResolverTypeWrapper<Lot>;
  LotOutcome: ResolverTypeWrapper<LotOutcomeMapper>;
  LotOutcomeConnection: ResolverTypeWrapper<Omit<LotOutcomeConnection, 'edges'> & { edges: Array<ResolversTypes['LotOutcomeEdge']> }>;
  LotOutcomeEdge: ResolverTypeWrapper<Omit<LotOutcomeEdge, 'node'> & { node: ResolversTypes['LotOutcome'] }>;
  LotOutcomeEntry: ResolverTypeWrapper<LotOutcomeEntryMapper>;
  LotOutcomeEntryConnection: ResolverTypeWrapper<Omit<LotOutcomeEntryConnection, 'edges'> & { edges: Array<ResolversTypes['LotOutcomeEntryEdge']> }>;
  LotOutcomeEntryEdge: ResolverTypeWrapper<Omit<LotOutcomeEntryEdge, 'node'> & { node: ResolversTypes['LotOutcomeEntry'] }>;
  LotOutcomeImportInput: LotOutcomeImportInput;
  LotOutcomeImportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotOutcomeImportResult']>;
  LotOutcomeImportSuccess: ResolverTypeWrapper<Omit<LotOutcomeImportSuccess, 'outcome'> & { outcome: ResolversTypes['LotOutcome'] }>;
  LotOutcomeKind: ResolverTypeWrapper<'ISSUED' | 'REJECTED' | 'UNCHANGED' | 'UNKNOWN' | 'REPEATED' | 'MISSING' | 'NOT_SUBMITTED' | 'CURP_MISMATCH' | 'STANDARD_MISMATCH' | 'FOLIO_TWICE' | 'FOLIO_OF_ANOTHER' | 'REVERSAL'>;
  LotOutcomeProblem: ResolverTypeWrapper<LotOutcomeProblem>;
  LotOutcomeUnreadableError: ResolverTypeWrapper<Omit<LotOutcomeUnreadableError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  LotPackage: ResolverTypeWrapper<LotPackageMapper>;
  LotPackageConnection: ResolverTypeWrapper<Omit<LotPackageConnection, 'edges'> & { edges: Array<ResolversTypes['LotPackageEdge']> }>;
  LotPackageDownloadInput: LotPackageDownloadInput;
  LotPackageDownloadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotPackageDownloadResult']>;
  LotPackageDownloadSuccess: ResolverTypeWrapper<Omit<LotPackageDownloadSuccess, 'lotPackage'> & { lotPackage: ResolversTypes['LotPackage'] }>;
  LotPackageEdge: ResolverTypeWrapper<Omit<LotPackageEdge, 'node'> & { node: ResolversTypes['LotPackage'] }>;
  LotPackageExportInput: LotPackageExportInput;
  LotPackageExportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotPackageExportResult']>;
  LotPackageExportSuccess: ResolverTypeWrapper<Omit<LotPackageExportSuccess, 'lotPackage'> & { lotPackage: ResolversTypes['LotPackage'] }>;
  LotPackageFile: ResolverTypeWrapper<LotPackageFile>;
  LotPackageHandOverInput: LotPackageHandOverInput;
  LotPackageHandOverResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LotPackageHandOverResult']>;
  LotPackageHandOverSuccess: ResolverTypeWrapper<Omit<LotPackageHandOverSuccess, 'lotPackage'> & { lotPackage: ResolversTypes['LotPackage'] }>;
  LotPackageStatus: ResolverTypeWrapper<'REQUESTED' | 'READY' | 'FAILED' | 'HANDED_OVER' | 'DISCARDED'>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<Omit<NotFoundError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReactivoKind: ResolverTypeWrapper<'DESEMPENO' | 'PRODUCTO' | 'CONOCIMIENTO' | 'AHV'>;
  RegisterRowFlaw: ResolverTypeWrapper<'NOT_A_ROW' | 'NO_CODE' | 'BAD_CODE' | 'NO_TITLE' | 'BAD_LEVEL' | 'NO_SECTOR' | 'REPEATED' | 'CONTRADICTED'>;
  Standard: ResolverTypeWrapper<StandardMapper>;
  StandardAlignment: ResolverTypeWrapper<StandardAlignmentMapper>;
  StandardChange: ResolverTypeWrapper<StandardChangeMapper>;
  StandardChangeConnection: ResolverTypeWrapper<Omit<StandardChangeConnection, 'edges'> & { edges: Array<ResolversTypes['StandardChangeEdge']> }>;
  StandardChangeEdge: ResolverTypeWrapper<Omit<StandardChangeEdge, 'node'> & { node: ResolversTypes['StandardChange'] }>;
  StandardChangeKind: ResolverTypeWrapper<'ADDED' | 'CHANGED' | 'RETIRED'>;
  StandardConnection: ResolverTypeWrapper<Omit<StandardConnection, 'edges'> & { edges: Array<ResolversTypes['StandardEdge']> }>;
  StandardCriterion: ResolverTypeWrapper<Omit<StandardCriterion, 'kind' | 'origin'> & { kind: ResolversTypes['StandardCriterionKind'], origin: ResolversTypes['StandardCriterionOrigin'] }>;
  StandardCriterionKind: ResolverTypeWrapper<'DESEMPENO' | 'PRODUCTO' | 'CONOCIMIENTO' | 'ACTITUD'>;
  StandardCriterionOrigin: ResolverTypeWrapper<'SAMPLE' | 'OFFICIAL'>;
  StandardDifference: ResolverTypeWrapper<StandardDifference>;
  StandardEdge: ResolverTypeWrapper<Omit<StandardEdge, 'node'> & { node: ResolversTypes['Standard'] }>;
  StandardFilter: StandardFilter;
  StandardStatus: ResolverTypeWrapper<'ACTIVE' | 'SUPERSEDED' | 'RETIRED'>;
  StandardSubScore: ResolverTypeWrapper<StandardSubScore>;
  StandardsSync: ResolverTypeWrapper<StandardsSyncMapper>;
  StandardsSyncCause: ResolverTypeWrapper<'DAILY' | 'REQUESTED'>;
  StandardsSyncConnection: ResolverTypeWrapper<Omit<StandardsSyncConnection, 'edges'> & { edges: Array<ResolversTypes['StandardsSyncEdge']> }>;
  StandardsSyncEdge: ResolverTypeWrapper<Omit<StandardsSyncEdge, 'node'> & { node: ResolversTypes['StandardsSync'] }>;
  StandardsSyncFailure: ResolverTypeWrapper<'UNREACHABLE' | 'LATE' | 'REFUSED' | 'TOO_LARGE' | 'UNREADABLE' | 'EMPTY' | 'SHRUNK' | 'TOO_DIRTY' | 'ABANDONED'>;
  StandardsSyncInput: StandardsSyncInput;
  StandardsSyncProblem: ResolverTypeWrapper<Omit<StandardsSyncProblem, 'flaw'> & { flaw: ResolversTypes['RegisterRowFlaw'] }>;
  StandardsSyncResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StandardsSyncResult']>;
  StandardsSyncState: ResolverTypeWrapper<'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED'>;
  StandardsSyncSuccess: ResolverTypeWrapper<Omit<StandardsSyncSuccess, 'sync'> & { sync: ResolversTypes['StandardsSync'] }>;
  Submission: ResolverTypeWrapper<SubmissionMapper>;
  SubmissionPrioritizeInput: SubmissionPrioritizeInput;
  SubmissionPrioritizeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmissionPrioritizeResult']>;
  SubmissionPrioritizeSuccess: ResolverTypeWrapper<Omit<SubmissionPrioritizeSuccess, 'submission'> & { submission: ResolversTypes['Submission'] }>;
  SubmissionPriority: ResolverTypeWrapper<'NORMAL' | 'REQUESTED' | 'EVALUATION_OLD' | 'STANDARD_RETIRED'>;
  SubmissionStatus: ResolverTypeWrapper<'HELD' | 'PREPARED' | 'SENDING' | 'UNKNOWN' | 'SENT' | 'IN_PROCESS' | 'APPROVED' | 'REJECTED'>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: ResolverTypeWrapper<'NOT_FOUND' | 'IDEMPOTENCY_CONFLICT' | 'INVALID_INPUT' | 'INVALID_STATE' | 'ALREADY_ENROLLED' | 'LESSONS_MISSING' | 'CERTIFICATION_ALREADY_OPEN' | 'SECOND_PERSON_REQUIRED' | 'DUTY_CONFLICT'>;
  cacheControl__Scope: ResolverTypeWrapper<'PUBLIC' | 'PRIVATE'>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Accreditation: AccreditationMapper;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AccreditationConnection: Omit<AccreditationConnection, 'edges'> & { edges: Array<ResolversParentTypes['AccreditationEdge']> };
  AccreditationEdge: Omit<AccreditationEdge, 'node'> & { node: ResolversParentTypes['Accreditation'] };
  AccreditationEndInput: AccreditationEndInput;
  AccreditationEndResult: ResolversUnionTypes<ResolversParentTypes>['AccreditationEndResult'];
  AccreditationEndSuccess: Omit<AccreditationEndSuccess, 'accreditation'> & { accreditation: ResolversParentTypes['Accreditation'] };
  AccreditationFilter: AccreditationFilter;
  AccreditationRecordInput: AccreditationRecordInput;
  AccreditationRecordResult: ResolversUnionTypes<ResolversParentTypes>['AccreditationRecordResult'];
  AccreditationRecordSuccess: Omit<AccreditationRecordSuccess, 'accreditation'> & { accreditation: ResolversParentTypes['Accreditation'] };
  AuditEntry: AuditEntry;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  AuditFilter: AuditFilter;
  AuthorityBreaker: AuthorityBreakerMapper;
  AuthorityStatus: Omit<AuthorityStatus, 'breakers'> & { breakers: Array<ResolversParentTypes['AuthorityBreaker']> };
  AuthorityTotal: Omit<AuthorityTotal, 'breakers'> & { breakers: Array<ResolversParentTypes['AuthorityBreaker']> };
  Certification: CertificationMapper;
  ConflictError: ConflictError;
  Course: CourseMapper;
  DataPart: DataPart;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Instrument: InstrumentMapper;
  Float: Scalars['Float']['output'];
  InstrumentCriterion: InstrumentCriterion;
  InstrumentReactivo: InstrumentReactivo;
  InvalidInputError: InvalidInputError;
  InvalidStateError: InvalidStateError;
  Lot: Lot;
  LotOutcome: LotOutcomeMapper;
  LotOutcomeConnection: Omit<LotOutcomeConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotOutcomeEdge']> };
  LotOutcomeEdge: Omit<LotOutcomeEdge, 'node'> & { node: ResolversParentTypes['LotOutcome'] };
  LotOutcomeEntry: LotOutcomeEntryMapper;
  LotOutcomeEntryConnection: Omit<LotOutcomeEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotOutcomeEntryEdge']> };
  LotOutcomeEntryEdge: Omit<LotOutcomeEntryEdge, 'node'> & { node: ResolversParentTypes['LotOutcomeEntry'] };
  LotOutcomeImportInput: LotOutcomeImportInput;
  LotOutcomeImportResult: ResolversUnionTypes<ResolversParentTypes>['LotOutcomeImportResult'];
  LotOutcomeImportSuccess: Omit<LotOutcomeImportSuccess, 'outcome'> & { outcome: ResolversParentTypes['LotOutcome'] };
  LotOutcomeProblem: LotOutcomeProblem;
  LotOutcomeUnreadableError: LotOutcomeUnreadableError;
  LotPackage: LotPackageMapper;
  LotPackageConnection: Omit<LotPackageConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotPackageEdge']> };
  LotPackageDownloadInput: LotPackageDownloadInput;
  LotPackageDownloadResult: ResolversUnionTypes<ResolversParentTypes>['LotPackageDownloadResult'];
  LotPackageDownloadSuccess: Omit<LotPackageDownloadSuccess, 'lotPackage'> & { lotPackage: ResolversParentTypes['LotPackage'] };
  LotPackageEdge: Omit<LotPackageEdge, 'node'> & { node: ResolversParentTypes['LotPackage'] };
  LotPackageExportInput: LotPackageExportInput;
  LotPackageExportResult: ResolversUnionTypes<ResolversParentTypes>['LotPackageExportResult'];
  LotPackageExportSuccess: Omit<LotPackageExportSuccess, 'lotPackage'> & { lotPackage: ResolversParentTypes['LotPackage'] };
  LotPackageFile: LotPackageFile;
  LotPackageHandOverInput: LotPackageHandOverInput;
  LotPackageHandOverResult: ResolversUnionTypes<ResolversParentTypes>['LotPackageHandOverResult'];
  LotPackageHandOverSuccess: Omit<LotPackageHandOverSuccess, 'lotPackage'> & { lotPackage: ResolversParentTypes['LotPackage'] };
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Standard: StandardMapper;
  StandardAlignment: StandardAlignmentMapper;
  StandardChange: StandardChangeMapper;
  StandardChangeConnection: Omit<StandardChangeConnection, 'edges'> & { edges: Array<ResolversParentTypes['StandardChangeEdge']> };
  StandardChangeEdge: Omit<StandardChangeEdge, 'node'> & { node: ResolversParentTypes['StandardChange'] };
  StandardConnection: Omit<StandardConnection, 'edges'> & { edges: Array<ResolversParentTypes['StandardEdge']> };
  StandardCriterion: StandardCriterion;
  StandardDifference: StandardDifference;
  StandardEdge: Omit<StandardEdge, 'node'> & { node: ResolversParentTypes['Standard'] };
  StandardFilter: StandardFilter;
  StandardSubScore: StandardSubScore;
  StandardsSync: StandardsSyncMapper;
  StandardsSyncConnection: Omit<StandardsSyncConnection, 'edges'> & { edges: Array<ResolversParentTypes['StandardsSyncEdge']> };
  StandardsSyncEdge: Omit<StandardsSyncEdge, 'node'> & { node: ResolversParentTypes['StandardsSync'] };
  StandardsSyncInput: StandardsSyncInput;
  StandardsSyncProblem: StandardsSyncProblem;
  StandardsSyncResult: ResolversUnionTypes<ResolversParentTypes>['StandardsSyncResult'];
  StandardsSyncSuccess: Omit<StandardsSyncSuccess, 'sync'> & { sync: ResolversParentTypes['StandardsSync'] };
  Submission: SubmissionMapper;
  SubmissionPrioritizeInput: SubmissionPrioritizeInput;
  SubmissionPrioritizeResult: ResolversUnionTypes<ResolversParentTypes>['SubmissionPrioritizeResult'];
  SubmissionPrioritizeSuccess: Omit<SubmissionPrioritizeSuccess, 'submission'> & { submission: ResolversParentTypes['Submission'] };
  User: User;
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

export type AccreditationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Accreditation'] = ResolversParentTypes['Accreditation']> = {
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  folio?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccreditationKind'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  standardMajor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validThrough?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type AccreditationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccreditationConnection'] = ResolversParentTypes['AccreditationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccreditationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccreditationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccreditationEdge'] = ResolversParentTypes['AccreditationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Accreditation'], ParentType, ContextType>;
};

export type AccreditationEndResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccreditationEndResult'] = ResolversParentTypes['AccreditationEndResult']> = {
  __resolveType?: TypeResolveFn<'AccreditationEndSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type AccreditationEndSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccreditationEndSuccess'] = ResolversParentTypes['AccreditationEndSuccess']> = {
  accreditation?: Resolver<ResolversTypes['Accreditation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccreditationKindResolvers = EnumResolverSignature<{ CEDULA?: any, EC0076?: any }, ResolversTypes['AccreditationKind']>;

export type AccreditationRecordResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccreditationRecordResult'] = ResolversParentTypes['AccreditationRecordResult']> = {
  __resolveType?: TypeResolveFn<'AccreditationRecordSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError', ParentType, ContextType>;
};

export type AccreditationRecordSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccreditationRecordSuccess'] = ResolversParentTypes['AccreditationRecordSuccess']> = {
  accreditation?: Resolver<ResolversTypes['Accreditation'], ParentType, ContextType>;
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

export type AuthorityBreakerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityBreaker'] = ResolversParentTypes['AuthorityBreaker']> = {
  side?: Resolver<ResolversTypes['AuthoritySide'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
};

export type AuthoritySideResolvers = EnumResolverSignature<{ ASK?: any, SUBMIT?: any }, ResolversTypes['AuthoritySide']>;

export type AuthorityStateResolvers = EnumResolverSignature<{ ANSWERING?: any, AWAY?: any, SERVED_BY_PEOPLE?: any }, ResolversTypes['AuthorityState']>;

export type AuthorityStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityStatus'] = ResolversParentTypes['AuthorityStatus']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['CertificationAuthority'], ParentType, ContextType>;
  breakers?: Resolver<Array<ResolversTypes['AuthorityBreaker']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  oldestWaitingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AuthorityState'], ParentType, ContextType>;
  triesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthorityTotalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityTotal'] = ResolversParentTypes['AuthorityTotal']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['CertificationAuthority'], ParentType, ContextType>;
  breakers?: Resolver<Array<ResolversTypes['AuthorityBreaker']>, ParentType, ContextType>;
  countedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oldestWaitingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tenantsAway?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BreakerStateResolvers = EnumResolverSignature<{ CLOSED?: any, HALF_OPEN?: any, OPEN?: any }, ResolversTypes['BreakerState']>;

export type CertificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certification'] = ResolversParentTypes['Certification'], FederationReferenceType extends FederationReferenceTypes['Certification'] = FederationReferenceTypes['Certification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Certification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
};

export type CertificationAuthorityResolvers = EnumResolverSignature<{ HTTP?: any, MANUAL_LOT?: any, OPEN_BADGES?: any, SANDBOX?: any }, ResolversTypes['CertificationAuthority']>;

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course'], FederationReferenceType extends FederationReferenceTypes['Course'] = FederationReferenceTypes['Course']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Course']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  standards?: Resolver<Array<ResolversTypes['Standard']>, ParentType, ContextType>;
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

export type InstrumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Instrument'] = ResolversParentTypes['Instrument']> = {
  criteria?: Resolver<Array<ResolversTypes['InstrumentCriterion']>, ParentType, ContextType>;
  minimumScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['InstrumentOrigin'], ParentType, ContextType>;
  reactivos?: Resolver<Array<ResolversTypes['InstrumentReactivo']>, ParentType, ContextType>;
};

export type InstrumentCriterionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstrumentCriterion'] = ResolversParentTypes['InstrumentCriterion']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InstrumentOriginResolvers = EnumResolverSignature<{ OFFICIAL?: any, SAMPLE?: any }, ResolversTypes['InstrumentOrigin']>;

export type InstrumentReactivoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstrumentReactivo'] = ResolversParentTypes['InstrumentReactivo']> = {
  criterion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReactivoKind'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

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

export type LotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LotOutcomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcome'] = ResolversParentTypes['LotOutcome']> = {
  doubts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['LotOutcomeEntryConnection']>, ParentType, ContextType, Partial<LotOutcomeentriesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  importedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  issued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LotOutcomeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeConnection'] = ResolversParentTypes['LotOutcomeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LotOutcomeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LotOutcomeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeEdge'] = ResolversParentTypes['LotOutcomeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LotOutcome'], ParentType, ContextType>;
};

export type LotOutcomeEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeEntry'] = ResolversParentTypes['LotOutcomeEntry']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LotOutcomeKind'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LotOutcomeEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeEntryConnection'] = ResolversParentTypes['LotOutcomeEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LotOutcomeEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LotOutcomeEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeEntryEdge'] = ResolversParentTypes['LotOutcomeEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LotOutcomeEntry'], ParentType, ContextType>;
};

export type LotOutcomeImportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeImportResult'] = ResolversParentTypes['LotOutcomeImportResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotOutcomeImportSuccess' | 'LotOutcomeUnreadableError' | 'NotFoundError', ParentType, ContextType>;
};

export type LotOutcomeImportSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeImportSuccess'] = ResolversParentTypes['LotOutcomeImportSuccess']> = {
  outcome?: Resolver<ResolversTypes['LotOutcome'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotOutcomeKindResolvers = EnumResolverSignature<{ CURP_MISMATCH?: any, FOLIO_OF_ANOTHER?: any, FOLIO_TWICE?: any, ISSUED?: any, MISSING?: any, NOT_SUBMITTED?: any, REJECTED?: any, REPEATED?: any, REVERSAL?: any, STANDARD_MISMATCH?: any, UNCHANGED?: any, UNKNOWN?: any }, ResolversTypes['LotOutcomeKind']>;

export type LotOutcomeProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeProblem'] = ResolversParentTypes['LotOutcomeProblem']> = {
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LotOutcomeUnreadableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotOutcomeUnreadableError'] = ResolversParentTypes['LotOutcomeUnreadableError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['LotOutcomeProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotPackageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackage'] = ResolversParentTypes['LotPackage']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  files?: Resolver<Array<ResolversTypes['LotPackageFile']>, ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handedOverBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  outcomes?: Resolver<Maybe<ResolversTypes['LotOutcomeConnection']>, ParentType, ContextType, Partial<LotPackageoutcomesArgs>>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LotPackageStatus'], ParentType, ContextType>;
};

export type LotPackageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageConnection'] = ResolversParentTypes['LotPackageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LotPackageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LotPackageDownloadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageDownloadResult'] = ResolversParentTypes['LotPackageDownloadResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotPackageDownloadSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotPackageDownloadSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageDownloadSuccess'] = ResolversParentTypes['LotPackageDownloadSuccess']> = {
  contentBase64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lotPackage?: Resolver<ResolversTypes['LotPackage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotPackageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageEdge'] = ResolversParentTypes['LotPackageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LotPackage'], ParentType, ContextType>;
};

export type LotPackageExportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageExportResult'] = ResolversParentTypes['LotPackageExportResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotPackageExportSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotPackageExportSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageExportSuccess'] = ResolversParentTypes['LotPackageExportSuccess']> = {
  lotPackage?: Resolver<ResolversTypes['LotPackage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotPackageFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageFile'] = ResolversParentTypes['LotPackageFile']> = {
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LotPackageHandOverResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageHandOverResult'] = ResolversParentTypes['LotPackageHandOverResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotPackageHandOverSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type LotPackageHandOverSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotPackageHandOverSuccess'] = ResolversParentTypes['LotPackageHandOverSuccess']> = {
  lotPackage?: Resolver<ResolversTypes['LotPackage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LotPackageStatusResolvers = EnumResolverSignature<{ DISCARDED?: any, FAILED?: any, HANDED_OVER?: any, READY?: any, REQUESTED?: any }, ResolversTypes['LotPackageStatus']>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  accreditationEnd?: Resolver<Maybe<ResolversTypes['AccreditationEndResult']>, ParentType, ContextType, RequireFields<MutationaccreditationEndArgs, 'input'>>;
  accreditationRecord?: Resolver<Maybe<ResolversTypes['AccreditationRecordResult']>, ParentType, ContextType, RequireFields<MutationaccreditationRecordArgs, 'input'>>;
  lotOutcomeImport?: Resolver<Maybe<ResolversTypes['LotOutcomeImportResult']>, ParentType, ContextType, RequireFields<MutationlotOutcomeImportArgs, 'input'>>;
  lotPackageDownload?: Resolver<Maybe<ResolversTypes['LotPackageDownloadResult']>, ParentType, ContextType, RequireFields<MutationlotPackageDownloadArgs, 'input'>>;
  lotPackageExport?: Resolver<Maybe<ResolversTypes['LotPackageExportResult']>, ParentType, ContextType, RequireFields<MutationlotPackageExportArgs, 'input'>>;
  lotPackageHandOver?: Resolver<Maybe<ResolversTypes['LotPackageHandOverResult']>, ParentType, ContextType, RequireFields<MutationlotPackageHandOverArgs, 'input'>>;
  standardsSync?: Resolver<Maybe<ResolversTypes['StandardsSyncResult']>, ParentType, ContextType, RequireFields<MutationstandardsSyncArgs, 'input'>>;
  submissionPrioritize?: Resolver<Maybe<ResolversTypes['SubmissionPrioritizeResult']>, ParentType, ContextType, RequireFields<MutationsubmissionPrioritizeArgs, 'input'>>;
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
  accreditations?: Resolver<Maybe<ResolversTypes['AccreditationConnection']>, ParentType, ContextType, Partial<QueryaccreditationsArgs>>;
  authorityStatus?: Resolver<Maybe<ResolversTypes['AuthorityStatus']>, ParentType, ContextType>;
  authorityTotals?: Resolver<Maybe<Array<ResolversTypes['AuthorityTotal']>>, ParentType, ContextType>;
  conocerAuditLog?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryconocerAuditLogArgs>>;
  conocerData?: Resolver<Maybe<ResolversTypes['DataPart']>, ParentType, ContextType, RequireFields<QueryconocerDataArgs, 'subjectId'>>;
  lotPackage?: Resolver<Maybe<ResolversTypes['LotPackage']>, ParentType, ContextType, RequireFields<QuerylotPackageArgs, 'id'>>;
  lotPackages?: Resolver<Maybe<ResolversTypes['LotPackageConnection']>, ParentType, ContextType, Partial<QuerylotPackagesArgs>>;
  standard?: Resolver<Maybe<ResolversTypes['Standard']>, ParentType, ContextType, RequireFields<QuerystandardArgs, 'code'>>;
  standards?: Resolver<Maybe<ResolversTypes['StandardConnection']>, ParentType, ContextType, Partial<QuerystandardsArgs>>;
  standardsSyncs?: Resolver<Maybe<ResolversTypes['StandardsSyncConnection']>, ParentType, ContextType, Partial<QuerystandardsSyncsArgs>>;
};

export type ReactivoKindResolvers = EnumResolverSignature<{ AHV?: any, CONOCIMIENTO?: any, DESEMPENO?: any, PRODUCTO?: any }, ResolversTypes['ReactivoKind']>;

export type RegisterRowFlawResolvers = EnumResolverSignature<{ BAD_CODE?: any, BAD_LEVEL?: any, CONTRADICTED?: any, NOT_A_ROW?: any, NO_CODE?: any, NO_SECTOR?: any, NO_TITLE?: any, REPEATED?: any }, ResolversTypes['RegisterRowFlaw']>;

export type StandardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Standard'] = ResolversParentTypes['Standard'], FederationReferenceType extends FederationReferenceTypes['Standard'] = FederationReferenceTypes['Standard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Standard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  committee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  committees?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['StandardCriterion']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instrument?: Resolver<Maybe<ResolversTypes['Instrument']>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSample?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sector?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  solarpunkAlignment?: Resolver<Maybe<ResolversTypes['StandardAlignment']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StandardStatus'], ParentType, ContextType>;
  supersededBy?: Resolver<Maybe<ResolversTypes['Standard']>, ParentType, ContextType>;
  supersedes?: Resolver<Maybe<ResolversTypes['Standard']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['Standard']>, ParentType, ContextType>;
};

export type StandardAlignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardAlignment'] = ResolversParentTypes['StandardAlignment']> = {
  competences?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  modelVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readingVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  subScores?: Resolver<Array<ResolversTypes['StandardSubScore']>, ParentType, ContextType>;
};

export type StandardChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardChange'] = ResolversParentTypes['StandardChange']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['StandardDifference']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StandardChangeKind'], ParentType, ContextType>;
};

export type StandardChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardChangeConnection'] = ResolversParentTypes['StandardChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StandardChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StandardChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardChangeEdge'] = ResolversParentTypes['StandardChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StandardChange'], ParentType, ContextType>;
};

export type StandardChangeKindResolvers = EnumResolverSignature<{ ADDED?: any, CHANGED?: any, RETIRED?: any }, ResolversTypes['StandardChangeKind']>;

export type StandardConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardConnection'] = ResolversParentTypes['StandardConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StandardEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StandardCriterionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardCriterion'] = ResolversParentTypes['StandardCriterion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StandardCriterionKind'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['StandardCriterionOrigin'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StandardCriterionKindResolvers = EnumResolverSignature<{ ACTITUD?: any, CONOCIMIENTO?: any, DESEMPENO?: any, PRODUCTO?: any }, ResolversTypes['StandardCriterionKind']>;

export type StandardCriterionOriginResolvers = EnumResolverSignature<{ OFFICIAL?: any, SAMPLE?: any }, ResolversTypes['StandardCriterionOrigin']>;

export type StandardDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardDifference'] = ResolversParentTypes['StandardDifference']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StandardEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardEdge'] = ResolversParentTypes['StandardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Standard'], ParentType, ContextType>;
};

export type StandardStatusResolvers = EnumResolverSignature<{ ACTIVE?: any, RETIRED?: any, SUPERSEDED?: any }, ResolversTypes['StandardStatus']>;

export type StandardSubScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardSubScore'] = ResolversParentTypes['StandardSubScore']> = {
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StandardsSyncResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardsSync'] = ResolversParentTypes['StandardsSync']> = {
  absent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  added?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['StandardsSyncCause'], ParentType, ContextType>;
  changed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['StandardChangeConnection'], ParentType, ContextType, Partial<StandardsSyncchangesArgs>>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['StandardsSyncFailure']>, ParentType, ContextType>;
  failureDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  listed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['StandardsSyncProblem']>, ParentType, ContextType>;
  received?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  retired?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StandardsSyncState'], ParentType, ContextType>;
  unreadable?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StandardsSyncCauseResolvers = EnumResolverSignature<{ DAILY?: any, REQUESTED?: any }, ResolversTypes['StandardsSyncCause']>;

export type StandardsSyncConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardsSyncConnection'] = ResolversParentTypes['StandardsSyncConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StandardsSyncEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StandardsSyncEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardsSyncEdge'] = ResolversParentTypes['StandardsSyncEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StandardsSync'], ParentType, ContextType>;
};

export type StandardsSyncFailureResolvers = EnumResolverSignature<{ ABANDONED?: any, EMPTY?: any, LATE?: any, REFUSED?: any, SHRUNK?: any, TOO_DIRTY?: any, TOO_LARGE?: any, UNREACHABLE?: any, UNREADABLE?: any }, ResolversTypes['StandardsSyncFailure']>;

export type StandardsSyncProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardsSyncProblem'] = ResolversParentTypes['StandardsSyncProblem']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flaw?: Resolver<ResolversTypes['RegisterRowFlaw'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StandardsSyncResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardsSyncResult'] = ResolversParentTypes['StandardsSyncResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'StandardsSyncSuccess', ParentType, ContextType>;
};

export type StandardsSyncStateResolvers = EnumResolverSignature<{ FAILED?: any, QUEUED?: any, RUNNING?: any, SUCCEEDED?: any }, ResolversTypes['StandardsSyncState']>;

export type StandardsSyncSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandardsSyncSuccess'] = ResolversParentTypes['StandardsSyncSuccess']> = {
  sync?: Resolver<ResolversTypes['StandardsSync'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['CertificationAuthority']>, ParentType, ContextType>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  officialFolio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['SubmissionPriority'], ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SubmissionStatus'], ParentType, ContextType>;
};

export type SubmissionPrioritizeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionPrioritizeResult'] = ResolversParentTypes['SubmissionPrioritizeResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'SubmissionPrioritizeSuccess', ParentType, ContextType>;
};

export type SubmissionPrioritizeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionPrioritizeSuccess'] = ResolversParentTypes['SubmissionPrioritizeSuccess']> = {
  submission?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmissionPriorityResolvers = EnumResolverSignature<{ EVALUATION_OLD?: any, NORMAL?: any, REQUESTED?: any, STANDARD_RETIRED?: any }, ResolversTypes['SubmissionPriority']>;

export type SubmissionStatusResolvers = EnumResolverSignature<{ APPROVED?: any, HELD?: any, IN_PROCESS?: any, PREPARED?: any, REJECTED?: any, SENDING?: any, SENT?: any, UNKNOWN?: any }, ResolversTypes['SubmissionStatus']>;

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'LotOutcomeUnreadableError' | 'NotFoundError', ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ ALREADY_ENROLLED?: any, CERTIFICATION_ALREADY_OPEN?: any, DUTY_CONFLICT?: any, IDEMPOTENCY_CONFLICT?: any, INVALID_INPUT?: any, INVALID_STATE?: any, LESSONS_MISSING?: any, NOT_FOUND?: any, SECOND_PERSON_REQUIRED?: any }, ResolversTypes['UserErrorCode']>;

export type cacheControl__ScopeResolvers = EnumResolverSignature<{ PRIVATE?: any, PUBLIC?: any }, ResolversTypes['cacheControl__Scope']>;

export type Resolvers<ContextType = Context> = {
  Accreditation?: AccreditationResolvers<ContextType>;
  AccreditationConnection?: AccreditationConnectionResolvers<ContextType>;
  AccreditationEdge?: AccreditationEdgeResolvers<ContextType>;
  AccreditationEndResult?: AccreditationEndResultResolvers<ContextType>;
  AccreditationEndSuccess?: AccreditationEndSuccessResolvers<ContextType>;
  AccreditationKind?: AccreditationKindResolvers;
  AccreditationRecordResult?: AccreditationRecordResultResolvers<ContextType>;
  AccreditationRecordSuccess?: AccreditationRecordSuccessResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuthorityBreaker?: AuthorityBreakerResolvers<ContextType>;
  AuthoritySide?: AuthoritySideResolvers;
  AuthorityState?: AuthorityStateResolvers;
  AuthorityStatus?: AuthorityStatusResolvers<ContextType>;
  AuthorityTotal?: AuthorityTotalResolvers<ContextType>;
  BreakerState?: BreakerStateResolvers;
  Certification?: CertificationResolvers<ContextType>;
  CertificationAuthority?: CertificationAuthorityResolvers;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  DataPart?: DataPartResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Instrument?: InstrumentResolvers<ContextType>;
  InstrumentCriterion?: InstrumentCriterionResolvers<ContextType>;
  InstrumentOrigin?: InstrumentOriginResolvers;
  InstrumentReactivo?: InstrumentReactivoResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  LotOutcome?: LotOutcomeResolvers<ContextType>;
  LotOutcomeConnection?: LotOutcomeConnectionResolvers<ContextType>;
  LotOutcomeEdge?: LotOutcomeEdgeResolvers<ContextType>;
  LotOutcomeEntry?: LotOutcomeEntryResolvers<ContextType>;
  LotOutcomeEntryConnection?: LotOutcomeEntryConnectionResolvers<ContextType>;
  LotOutcomeEntryEdge?: LotOutcomeEntryEdgeResolvers<ContextType>;
  LotOutcomeImportResult?: LotOutcomeImportResultResolvers<ContextType>;
  LotOutcomeImportSuccess?: LotOutcomeImportSuccessResolvers<ContextType>;
  LotOutcomeKind?: LotOutcomeKindResolvers;
  LotOutcomeProblem?: LotOutcomeProblemResolvers<ContextType>;
  LotOutcomeUnreadableError?: LotOutcomeUnreadableErrorResolvers<ContextType>;
  LotPackage?: LotPackageResolvers<ContextType>;
  LotPackageConnection?: LotPackageConnectionResolvers<ContextType>;
  LotPackageDownloadResult?: LotPackageDownloadResultResolvers<ContextType>;
  LotPackageDownloadSuccess?: LotPackageDownloadSuccessResolvers<ContextType>;
  LotPackageEdge?: LotPackageEdgeResolvers<ContextType>;
  LotPackageExportResult?: LotPackageExportResultResolvers<ContextType>;
  LotPackageExportSuccess?: LotPackageExportSuccessResolvers<ContextType>;
  LotPackageFile?: LotPackageFileResolvers<ContextType>;
  LotPackageHandOverResult?: LotPackageHandOverResultResolvers<ContextType>;
  LotPackageHandOverSuccess?: LotPackageHandOverSuccessResolvers<ContextType>;
  LotPackageStatus?: LotPackageStatusResolvers;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReactivoKind?: ReactivoKindResolvers;
  RegisterRowFlaw?: RegisterRowFlawResolvers;
  Standard?: StandardResolvers<ContextType>;
  StandardAlignment?: StandardAlignmentResolvers<ContextType>;
  StandardChange?: StandardChangeResolvers<ContextType>;
  StandardChangeConnection?: StandardChangeConnectionResolvers<ContextType>;
  StandardChangeEdge?: StandardChangeEdgeResolvers<ContextType>;
  StandardChangeKind?: StandardChangeKindResolvers;
  StandardConnection?: StandardConnectionResolvers<ContextType>;
  StandardCriterion?: StandardCriterionResolvers<ContextType>;
  StandardCriterionKind?: StandardCriterionKindResolvers;
  StandardCriterionOrigin?: StandardCriterionOriginResolvers;
  StandardDifference?: StandardDifferenceResolvers<ContextType>;
  StandardEdge?: StandardEdgeResolvers<ContextType>;
  StandardStatus?: StandardStatusResolvers;
  StandardSubScore?: StandardSubScoreResolvers<ContextType>;
  StandardsSync?: StandardsSyncResolvers<ContextType>;
  StandardsSyncCause?: StandardsSyncCauseResolvers;
  StandardsSyncConnection?: StandardsSyncConnectionResolvers<ContextType>;
  StandardsSyncEdge?: StandardsSyncEdgeResolvers<ContextType>;
  StandardsSyncFailure?: StandardsSyncFailureResolvers;
  StandardsSyncProblem?: StandardsSyncProblemResolvers<ContextType>;
  StandardsSyncResult?: StandardsSyncResultResolvers<ContextType>;
  StandardsSyncState?: StandardsSyncStateResolvers;
  StandardsSyncSuccess?: StandardsSyncSuccessResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SubmissionPrioritizeResult?: SubmissionPrioritizeResultResolvers<ContextType>;
  SubmissionPrioritizeSuccess?: SubmissionPrioritizeSuccessResolvers<ContextType>;
  SubmissionPriority?: SubmissionPriorityResolvers;
  SubmissionStatus?: SubmissionStatusResolvers;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  cacheControl__Scope?: cacheControl__ScopeResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: cacheControlDirectiveResolver<any, any, ContextType>;
};
