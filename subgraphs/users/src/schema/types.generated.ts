import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccessRevocationMapper } from './session/session.mappers.ts';
import type { ApiKeyMapper } from './api-key/api-key.mappers.ts';
import type { CentreMapper } from './centre/centre.mappers.ts';
import type { ClientKeyMapper, ClientSignaturesMapper, TenantMapper, TenantDomainMapper, TenantSettingsMapper } from './tenant/tenant.mappers.ts';
import type { DataReceiptMapper, DataRequestMapper, DataRequestPartMapper } from './data-request/data-request.mappers.ts';
import type { DisclosureMapper } from './disclosure/disclosure.mappers.ts';
import type { ImpersonationMapper } from './impersonation/impersonation.mappers.ts';
import type { NotificationMapper } from './notification/notification.mappers.ts';
import type { NotificationReceivedMapper } from './live/live.mappers.ts';
import type { UserMapper } from './user/user.mappers.ts';
import type { WebhookMapper } from './webhook/webhook.mappers.ts';
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

/** What ended sessions. */
export type AccessRevocation = {
  __typename?: 'AccessRevocation';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** From here on no token lives that this could refuse. */
  mattersUntil: Scalars['DateTime']['output'];
  /** Only those under this persona; null: under any. */
  persona: Maybe<Persona>;
  /** Tokens issued before are refused; of one session: all. */
  revokedBefore: Scalars['DateTime']['output'];
  /** Only this one; null: more than one. */
  sessionId: Maybe<Scalars['ID']['output']>;
  /** Whose sessions. */
  userId: Scalars['ID']['output'];
};

/** Revocations, oldest first. */
export type AccessRevocationConnection = {
  __typename?: 'AccessRevocationConnection';
  /** Revocations with their cursors. */
  edges: Array<AccessRevocationEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A revocation in the list. */
export type AccessRevocationEdge = {
  __typename?: 'AccessRevocationEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The revocation. */
  node: AccessRevocation;
};

/** A key with which a program acts for its tenant, as a service with some scopes. Its secret is not kept. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it; null when that person is gone. */
  createdBy: Maybe<User>;
  /** When it ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute or so; null when it never was. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What people call it. */
  name: Scalars['String']['output'];
  /** How the key's text begins, e.g. `acad_4fG7sQ0aZ1k`: enough to tell it from others. */
  prefix: Scalars['String']['output'];
  /** Until when the secret before works; null when none does. */
  previousSecretUntil: Maybe<Scalars['DateTime']['output']>;
  /** When it was revoked; null unless it was. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it got its present secret; null while that is its first. */
  rotatedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it may read. */
  scopes: Array<ApiKeyScope>;
  /** Whether it is good now. */
  status: ApiKeyStatus;
};

/** API keys, newest first. */
export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  /** Keys with their cursors. */
  edges: Array<ApiKeyEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** The key to make. */
export type ApiKeyCreateInput = {
  /** When it ends by itself: a minute to two years from now; in a year when it is left out. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Names this request, 1 to 100 characters: sent again with the same input it makes no second key, and does not tell the secret again. */
  idempotencyKey: Scalars['String']['input'];
  /** What people call it, 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** What it may read; at least one. */
  scopes: Array<ApiKeyScope>;
};

/** What `apiKeyCreate` answers. */
export type ApiKeyCreateResult = ApiKeyCreateSuccess | ConflictError | InvalidInputError | InvalidStateError;

/** The key is there; the gateway accepts it at once. */
export type ApiKeyCreateSuccess = {
  __typename?: 'ApiKeyCreateSuccess';
  /** The key. */
  apiKey: ApiKey;
  /** True when this request was answered before. The secret was told then and is not kept; whoever lost it rotates the key. */
  isReplay: Scalars['Boolean']['output'];
  /** The whole text of the key, for header `x-api-key`. Told in the first answer only: null when `isReplay`. */
  secret: Maybe<Scalars['String']['output']>;
};

/** An API key in a list. */
export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: ApiKey;
};

/** What a good key gives. */
export type ApiKeyGrant = {
  __typename?: 'ApiKeyGrant';
  /** When this very secret is good no more. */
  expiresAt: Scalars['DateTime']['output'];
  /** The key. */
  id: Scalars['ID']['output'];
  /** Names the key within its tenant. */
  publicId: Scalars['String']['output'];
  /** Scopes in the platform's words, e.g. `progress.read`. */
  scopes: Array<Scalars['String']['output']>;
  /** Grows with every change of the key. */
  version: Scalars['Int']['output'];
};

/** Which key to end, and why. */
export type ApiKeyRevokeInput = {
  /** The key. */
  id: Scalars['ID']['input'];
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** What `apiKeyRevoke` answers. */
export type ApiKeyRevokeResult = ApiKeyRevokeSuccess | InvalidInputError | NotFoundError;

/** The key is revoked, by this request or by one before. */
export type ApiKeyRevokeSuccess = {
  __typename?: 'ApiKeyRevokeSuccess';
  /** The key as it is now. */
  apiKey: ApiKey;
};

/** Which key gets another secret. */
export type ApiKeyRotateInput = {
  /** For how long the secret before works on, seconds, 0 to 86400 (24 h); 0 when it is left out. A secret before that one ends at once. */
  graceSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The key. */
  id: Scalars['ID']['input'];
  /** Names this request, 1 to 100 characters: sent again with the same input it rotates nothing, and does not tell the secret again. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `apiKeyRotate` answers. */
export type ApiKeyRotateResult = ApiKeyRotateSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The key has another secret. */
export type ApiKeyRotateSuccess = {
  __typename?: 'ApiKeyRotateSuccess';
  /** The key as it is now. */
  apiKey: ApiKey;
  /** True when this request was answered before. The secret was told then and is not kept; whoever lost it rotates again, under another `idempotencyKey`. */
  isReplay: Scalars['Boolean']['output'];
  /** The whole text of the key, for header `x-api-key`. Told in the first answer only: null when `isReplay`. */
  secret: Maybe<Scalars['String']['output']>;
};

/** What an API key may read, in its own tenant only. No key can write. */
export type ApiKeyScope =
  /** Certifications with their history and certificates, and their live status. */
  | 'CERTIFICATION_READ'
  /** Names of people: `User.displayName`, `User.fullName`. No CURP, no e-mail. */
  | 'PROFILE_READ'
  /** Enrollments and their progress. */
  | 'PROGRESS_READ'
  /** Submissions to CONOCER. */
  | 'SUBMISSION_STATUS';

/** Whether a key is good. */
export type ApiKeyStatus =
  /** It is accepted. */
  | 'ACTIVE'
  /** It came to its end. */
  | 'EXPIRED'
  /** An admin ended it. */
  | 'REVOKED';

/** A use of a key. */
export type ApiKeyUseInput = {
  /** The key. */
  id: Scalars['ID']['input'];
  /** When it was used. */
  usedAt: Scalars['DateTime']['input'];
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

/** An evaluation centre (centro de evaluación, CE) of a tenant. Its people and its cases are what its centre admins see. */
export type Centre = {
  __typename?: 'Centre';
  /** As the register writes it: centre, certifier and year, e.g. `CE1399-OC063-18`. Unique in the tenant. Every signed-in person; null for others. */
  code: Maybe<Scalars['String']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Whether people may be placed in it. Every signed-in person; null for others. */
  isActive: Maybe<Scalars['Boolean']['output']>;
  /** 3 to 120 characters. Every signed-in person; null for others. */
  name: Maybe<Scalars['String']['output']>;
};

/** Which centre to close, and why. */
export type CentreCloseInput = {
  /** The centre. */
  centreId: Scalars['ID']['input'];
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** What `centreClose` answers. */
export type CentreCloseResult = CentreCloseSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The centre is closed. */
export type CentreCloseSuccess = {
  __typename?: 'CentreCloseSuccess';
  /** The centre as it is now. */
  centre: Centre;
};

/** Evaluation centres, by code. */
export type CentreConnection = {
  __typename?: 'CentreConnection';
  /** Centres with their cursors. */
  edges: Array<CentreEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** The centre to keep. */
export type CentreCreateInput = {
  /** As the register writes it, e.g. `CE1399-OC063-18`; case and space around it do not matter. */
  code: Scalars['String']['input'];
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** 3 to 120 characters. */
  name: Scalars['String']['input'];
};

/** What `centreCreate` answers. */
export type CentreCreateResult = CentreCreateSuccess | ConflictError | InvalidInputError | InvalidStateError;

/** The centre is kept. */
export type CentreCreateSuccess = {
  __typename?: 'CentreCreateSuccess';
  /** The centre. */
  centre: Centre;
};

/** An evaluation centre in the list. */
export type CentreEdge = {
  __typename?: 'CentreEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The centre. */
  node: Centre;
};

/** Which centre is to bear which name. */
export type CentreRenameInput = {
  /** The centre. */
  centreId: Scalars['ID']['input'];
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** 3 to 120 characters. */
  name: Scalars['String']['input'];
};

/** What `centreRename` answers. */
export type CentreRenameResult = CentreRenameSuccess | ConflictError | InvalidInputError | InvalidStateError | NotFoundError;

/** The centre bears the name. */
export type CentreRenameSuccess = {
  __typename?: 'CentreRenameSuccess';
  /** The centre as it is now. */
  centre: Centre;
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

/** What starts a certification. */
export type CertificationStart =
  /** The completed course itself. */
  | 'ON_COMPLETION'
  /** The learner, by `certificationRequest`. */
  | 'ON_REQUEST';

/** A public key that clients sign requests with. */
export type ClientKey = {
  __typename?: 'ClientKey';
  /** How it signs. */
  algorithm: SignatureAlgorithm;
  /** What a signature names as its `keyid`. */
  id: Scalars['String']['output'];
  /** PEM, SubjectPublicKeyInfo. */
  publicKey: Scalars['String']['output'];
};

/** A public key that clients sign requests with. */
export type ClientKeyInput = {
  /** How it signs. */
  algorithm: SignatureAlgorithm;
  /** What a signature names as its `keyid`: 1 to 64 of A-Z a-z 0-9 . _ - */
  id: Scalars['String']['input'];
  /** PEM, `-----BEGIN PUBLIC KEY-----`. Never a private key. */
  publicKey: Scalars['String']['input'];
};

/** Whether requests to the tenant must be signed (RFC 9421), and with which keys. */
export type ClientSignatures = {
  __typename?: 'ClientSignatures';
  /** True: every GraphQL request is refused without a good signature, also of those who are not signed in. */
  isRequired: Scalars['Boolean']['output'];
  /** Keys that are accepted, at most 20. */
  keys: Array<ClientKey>;
};

/** Whether requests must be signed, and with which keys. */
export type ClientSignaturesInput = {
  /** True: from then on every request must be signed, the one that takes this back too. Needs at least one key. */
  isRequired: Scalars['Boolean']['input'];
  /** All keys that are accepted, at most 20. */
  keys: Array<ClientKeyInput>;
};

/** The same idempotency key came with another input; nothing was done. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always `IDEMPOTENCY_CONFLICT`. */
  code: UserErrorCode;
  /** Which key, and what to do. */
  message: Scalars['String']['output'];
};

/** Whose CURP, and what for. */
export type CurpRevealInput = {
  /** The same key and input within 10 minutes shows the CURP again under the same record; 1 to 100 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** More about it, for the record: 3 to 300 characters, without CURP or e-mail address. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What it is needed for. */
  purpose: DisclosurePurpose;
  /** The person. */
  userId: Scalars['ID']['input'];
};

/** What `curpReveal` answers. */
export type CurpRevealResult = ConflictError | CurpRevealSuccess | InvalidInputError | InvalidStateError | NotFoundError;

/** The CURP, and the record of its having been shown. */
export type CurpRevealSuccess = {
  __typename?: 'CurpRevealSuccess';
  /** All 18 characters. */
  curp: Scalars['String']['output'];
  /** What the person and the privacy officer will read of this. */
  disclosure: Disclosure;
};

/** Asks for an erasure. */
export type DataErasureRequestInput = {
  /** 1 to 100 characters; the same key answers the same request. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `dataErasureRequest` answers. */
export type DataErasureRequestResult = ConflictError | DataErasureRequestSuccess | InvalidInputError | InvalidStateError;

/** The erasure was asked for. */
export type DataErasureRequestSuccess = {
  __typename?: 'DataErasureRequestSuccess';
  /** The request, with the code of its receipt. */
  request: DataRequest;
};

/** Which piece of which export. */
export type DataExportReadInput = {
  /** Number of the piece, from 0. */
  piece: Scalars['Int']['input'];
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** What `dataExportRead` answers. */
export type DataExportReadResult = DataExportReadSuccess | InvalidStateError | NotFoundError;

/** One piece of the document. */
export type DataExportReadSuccess = {
  __typename?: 'DataExportReadSuccess';
  /** SHA-256 of the whole document, hex. */
  documentSha256: Scalars['String']['output'];
  /** Its number, from 0. */
  piece: Scalars['Int']['output'];
  /** How many there are. */
  pieces: Scalars['Int']['output'];
  /** The piece: some of the document's text. */
  text: Scalars['String']['output'];
};

/** Asks for an export. */
export type DataExportRequestInput = {
  /** 1 to 100 characters; the same key answers the same request. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `dataExportRequest` answers. */
export type DataExportRequestResult = ConflictError | DataExportRequestSuccess | InvalidInputError | InvalidStateError;

/** The export was asked for. */
export type DataExportRequestSuccess = {
  __typename?: 'DataExportRequestSuccess';
  /** The request. */
  request: DataRequest;
};

/** A part of the system, which keeps data of its own. */
export type DataIsland =
  /** Facts that reports are made of. */
  | 'ANALYTICS'
  /** Cases and certificates. */
  | 'CERTIFICATION'
  /** What is handed to the authority. */
  | 'CONOCER'
  /** Enrolments, lessons, assessments. */
  | 'COURSES'
  /** Who people are, messages, keys, records of access. */
  | 'USERS';

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

/** How far a part has come. */
export type DataPartStatus =
  /** It is done. */
  | 'DONE'
  /** It has not said anything yet. */
  | 'PENDING'
  /** It must wait. */
  | 'WAITING';

/** What a part waits for. */
export type DataPartWait =
  /** The authority's verdict on what it has. */
  | 'AUTHORITY'
  /** The end of a case's own work. */
  | 'CASE'
  /** An operator, who has to mend work that is stuck. */
  | 'OPERATOR';

/** What was done about somebody's data; nothing of it says whose. */
export type DataReceipt = {
  __typename?: 'DataReceipt';
  /** When it was done; null before. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What was asked. */
  kind: DataRequestKind;
  /** When it was asked. */
  openedAt: Scalars['DateTime']['output'];
  /** SHA-256 of the statement, hex, which the audit log holds too; null before it is done. */
  sha256: Maybe<Scalars['String']['output']>;
  /**
   * JSON: request, dates, and for each part of the system how many records there were, their SHA-256, the SHA-256 of the destroyed key, and the entry of its audit
   * log; null before it is done.
   */
  statement: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  status: DataRequestStatus;
};

/** Grounds on which a request may be refused. */
export type DataRefusalGround =
  /** The same was asked and answered before. */
  | 'ALREADY_ANSWERED'
  /** A contract with the person needs them. */
  | 'CONTRACT'
  /** A law obliges the academy to keep the data. */
  | 'LEGAL_DUTY'
  /** Who asks is not whose data they are. */
  | 'NOT_THE_HOLDER'
  /** Rights of somebody else would be hurt. */
  | 'RIGHTS_OF_OTHERS';

/** A person's request about her data. She, and privacy officers. */
export type DataRequest = {
  __typename?: 'DataRequest';
  /** When the term for the answer ends: 20 business days, or 40 when it was extended. */
  answerDueAt: Scalars['DateTime']['output'];
  /** When that term was extended; null: it was not. */
  answerExtendedAt: Maybe<Scalars['DateTime']['output']>;
  /** Business days until the term that runs ends, 0 on its last; null when none runs. */
  businessDaysLeft: Maybe<Scalars['Int']['output']>;
  /** When everything was done; null before. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the term for its effect ends: 15 business days after it was accepted, or 30; null before. */
  effectDueAt: Maybe<Scalars['DateTime']['output']>;
  /** When that term was extended; null: it was not. */
  effectExtendedAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when the document of an export can be read; null for others. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Whether the term that runs is over. */
  isOverdue: Scalars['Boolean']['output'];
  /** What was asked. */
  kind: DataRequestKind;
  /** When it was asked. */
  openedAt: Scalars['DateTime']['output'];
  /** What each part of the system did; empty before it was accepted. */
  parts: Array<DataRequestPart>;
  /** What was written about the refusal or the newest extension; null when nothing was. */
  reason: Maybe<Scalars['String']['output']>;
  /** The receipt. */
  receipt: Maybe<DataReceipt>;
  /** Code that finds the receipt without a login: the person alone. */
  receiptCode: Maybe<Scalars['String']['output']>;
  /** The ground of a refusal; null otherwise. */
  refusalGround: Maybe<DataRefusalGround>;
  /** When it was accepted or refused; null before. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** How far it has come. */
  status: DataRequestStatus;
  /** Whose data. */
  subject: Maybe<User>;
};

/** Requests, newest first. */
export type DataRequestConnection = {
  __typename?: 'DataRequestConnection';
  /** Requests with their cursors. */
  edges: Array<DataRequestEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** What is decided about a request. */
export type DataRequestDecision =
  /** It is done: an export begins at once, an erasure after some seconds in which the person's sessions end. */
  | 'ACCEPT'
  /** The term that runs, for the answer or for its effect, is as long again; once each. */
  | 'EXTEND'
  /** It is not done. */
  | 'REFUSE';

/** A request in a list. */
export type DataRequestEdge = {
  __typename?: 'DataRequestEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The request. */
  node: DataRequest;
};

/** What a person can ask. */
export type DataRequestKind =
  /** Nothing to be left that says who she is. */
  | 'ERASURE'
  /** Everything that is kept of her, to read. */
  | 'EXPORT';

/** What one part of the system did for a request. */
export type DataRequestPart = {
  __typename?: 'DataRequestPart';
  /** When it was done; null before. */
  doneAt: Maybe<Scalars['DateTime']['output']>;
  /** Which. */
  island: DataIsland;
  /** How many records of the person there were; null before it was done. */
  records: Maybe<Scalars['Int']['output']>;
  /** SHA-256 of those records as they were, hex; null before it was done. */
  sha256: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  status: DataPartStatus;
  /** What it waits for; null when it does not. */
  waitingFor: Maybe<DataPartWait>;
};

/** How a request is answered. */
export type DataRequestResolveInput = {
  /** What is decided. */
  decision: DataRequestDecision;
  /** On which ground of the law; with `REFUSE`. */
  ground?: InputMaybe<DataRefusalGround>;
  /** 1 to 100 characters; the same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** Why, 3 to 500 characters without CURP or e-mail address, with `REFUSE` and `EXTEND`; the person reads it, and it is kept for good. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The request. */
  requestId: Scalars['ID']['input'];
};

/** What `dataRequestResolve` answers. */
export type DataRequestResolveResult = ConflictError | DataRequestResolveSuccess | InvalidInputError | InvalidStateError | NotFoundError;

/** The request was answered, or has more time. */
export type DataRequestResolveSuccess = {
  __typename?: 'DataRequestResolveSuccess';
  /** The request. */
  request: DataRequest;
};

/** How far a request has come. */
export type DataRequestStatus =
  /** It was accepted; an erasure waits for the person's sessions to end. */
  | 'ACCEPTED'
  /** It is done, and there is a receipt. */
  | 'COMPLETED'
  /** The parts of the system are at work. */
  | 'IN_PROGRESS'
  /** It waits for its answer. */
  | 'RECEIVED'
  /** It was refused, and says why. */
  | 'REFUSED';

/** What can be disclosed. */
export type DisclosedItem =
  /** The whole CURP. */
  | 'CURP';

/** Somebody was shown something that identifies a person. */
export type Disclosure = {
  __typename?: 'Disclosure';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** What was shown. */
  item: DisclosedItem;
  /** More about it; null when nothing was said. */
  note: Maybe<Scalars['String']['output']>;
  /** What for. */
  purpose: DisclosurePurpose;
  /** The persona that she acted under. */
  shownAs: Persona;
  /** When. */
  shownAt: Scalars['DateTime']['output'];
  /** Who saw it; null when that user is no more. */
  shownTo: Maybe<User>;
};

/** Disclosures of a person's data, newest first. */
export type DisclosureConnection = {
  __typename?: 'DisclosureConnection';
  /** Disclosures with their cursors. */
  edges: Array<DisclosureEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A disclosure in a list. */
export type DisclosureEdge = {
  __typename?: 'DisclosureEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The disclosure. */
  node: Disclosure;
};

/** What personal data is shown for. */
export type DisclosurePurpose =
  /** An audit. */
  | 'AUDIT'
  /** Filling in or correcting a case of hers at the authority. */
  | 'CERTIFICATION_CASE'
  /** Comparing the person with an official document. */
  | 'IDENTITY_VERIFICATION'
  /** A duty by law, e.g. an order of a court. */
  | 'LEGAL_OBLIGATION'
  /** The person reads her own; nobody else may name it. */
  | 'OWN_COPY'
  /** Answering a request of hers about her data. */
  | 'PRIVACY_REQUEST';

/** Whether e-mail reaches a person. */
export type EmailDelivery =
  /** Her address refused what was sent to it: nothing is sent to it any more. `retryEmail` of `notificationPreferenceSet` has it tried again. */
  | 'BOUNCED'
  /** This academy sends no e-mail. */
  | 'OFF'
  /** As far as is known. */
  | 'WORKING';

/** Who judges a candidate. */
export type EvaluationPolicy =
  /** An accredited evaluator. */
  | 'ACCREDITED_EVALUATOR'
  /** The IEC rule over the final assessment's items. */
  | 'AUTOMATIC_FROM_ASSESSMENT';

/** An OpenID provider whose access tokens a tenant accepts. */
export type IdentityProvider = {
  __typename?: 'IdentityProvider';
  /** What its tokens must be for (`aud`). */
  audience: Scalars['String']['output'];
  /** Its tokens name it in `iss`, and its configuration in `issuer`. */
  issuer: Scalars['String']['output'];
  /** Where its keys are; null: where its configuration says. */
  jwksUrl: Maybe<Scalars['String']['output']>;
  /** Claim with the persona, e.g. `learner`; `service` and `super_admin` are never accepted. */
  personaClaim: Scalars['String']['output'];
  /** Claim with the tenant's id. */
  tenantClaim: Scalars['String']['output'];
  /** Claim that says `access`, unless the token's type is `at+jwt`. */
  tokenUseClaim: Scalars['String']['output'];
  /** Claim with the person's id here. */
  userClaim: Scalars['String']['output'];
};

/** An OpenID provider whose access tokens are to be accepted. */
export type IdentityProviderInput = {
  /** What its tokens must be for (`aud`). */
  audience: Scalars['String']['input'];
  /** As its tokens and its configuration name it: https, without query. */
  issuer: Scalars['String']['input'];
  /** Where its keys are; left out: where its configuration says. */
  jwksUrl?: InputMaybe<Scalars['String']['input']>;
  /** Claim with the persona; left out: `persona`. */
  personaClaim?: InputMaybe<Scalars['String']['input']>;
  /** Claim with the tenant's id; left out: `tenant`. */
  tenantClaim?: InputMaybe<Scalars['String']['input']>;
  /** Claim that says `access`; left out: `token_use`. */
  tokenUseClaim?: InputMaybe<Scalars['String']['input']>;
  /** Claim with the person's id here; left out: `sub`. */
  userClaim?: InputMaybe<Scalars['String']['input']>;
};

/** A session in which an operator acts or acted in a person's name. */
export type Impersonation = {
  __typename?: 'Impersonation';
  /** When the operator ended it before; null when she did not. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it ends, or ended, by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque UUID: what the header `x-impersonation` bears. */
  id: Scalars['ID']['output'];
  /** The operator's id; her name is told to whoever may see her. */
  impersonatorId: Scalars['ID']['output'];
  /** Persona under which it was acted. */
  persona: Persona;
  /** Why, in the operator's words. */
  reason: Scalars['String']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
};

/** Sessions in a person's name, newest first. */
export type ImpersonationConnection = {
  __typename?: 'ImpersonationConnection';
  /** Sessions with their cursors. */
  edges: Array<ImpersonationEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A session in a list. */
export type ImpersonationEdge = {
  __typename?: 'ImpersonationEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The session. */
  node: Impersonation;
};

/** Which session to end. */
export type ImpersonationEndInput = {
  /** The session. */
  impersonationId: Scalars['ID']['input'];
};

/** What `impersonationEnd` answers. */
export type ImpersonationEndResult = ImpersonationEndSuccess | NotFoundError;

/** The session is over. */
export type ImpersonationEndSuccess = {
  __typename?: 'ImpersonationEndSuccess';
  /** The session. */
  impersonation: Impersonation;
};

/** What the gateway needs to know of a session that is not over. */
export type ImpersonationGrant = {
  __typename?: 'ImpersonationGrant';
  /** When it ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Whose token must come with it. */
  impersonatorId: Scalars['ID']['output'];
  /** Under which persona, in the words of tokens. */
  persona: Scalars['String']['output'];
  /** In whose name. */
  userId: Scalars['ID']['output'];
};

/** In whose name to act, and why. */
export type ImpersonationStartInput = {
  /** 1 to 100 characters; the same key with the same input answers the same. */
  idempotencyKey: Scalars['String']['input'];
  /** How long, 1 to 30. */
  minutes: Scalars['Int']['input'];
  /** A persona that she holds. */
  persona: Persona;
  /** Reason, shown to the person and kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The person, of the operator's tenant. */
  userId: Scalars['ID']['input'];
};

/** What `impersonationStart` answers. */
export type ImpersonationStartResult = ConflictError | ImpersonationStartSuccess | InvalidInputError | InvalidStateError | NotFoundError;

/** The session has begun. */
export type ImpersonationStartSuccess = {
  __typename?: 'ImpersonationStartSuccess';
  /** The session. */
  impersonation: Impersonation;
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

export type Mutation = {
  __typename?: 'Mutation';
  /** Makes an API key for a program that acts for the viewer's tenant. Its secret is told once, in this answer. Admin of the tenant. */
  apiKeyCreate: Maybe<ApiKeyCreateResult>;
  /** Ends a key: requests with it are refused within 2 s, and its open streams end within 5 s. Admin of the tenant. */
  apiKeyRevoke: Maybe<ApiKeyRevokeResult>;
  /** Gives a key another secret, which is told once; the one before works on for the grace. Admin of the tenant. */
  apiKeyRotate: Maybe<ApiKeyRotateResult>;
  /** Tells when keys were used, for the gateway alone (scope `api-key.use`), at most 100 at once; answers how many uses were kept. */
  apiKeyUseRecord: Maybe<Scalars['Int']['output']>;
  /** Closes an evaluation centre for good, once nobody stands in it. Admin. */
  centreClose: Maybe<CentreCloseResult>;
  /** Keeps an evaluation centre of the viewer's tenant. Admin. */
  centreCreate: Maybe<CentreCreateResult>;
  /** Gives an evaluation centre another name; its code stays. Admin. */
  centreRename: Maybe<CentreRenameResult>;
  /**
   * Shows the whole CURP of one person, and puts on record who saw it and why. A learner her own; evaluators, certifiers, auditors and privacy officers
   * that of the people of their tenant, centre admins that of the people of their centre. Never while somebody acts for another. At most 30 in an hour for one viewer, then RATE_LIMITED.
   */
  curpReveal: Maybe<CurpRevealResult>;
  /**
   * Asks for the viewer's data to be erased. Once it is accepted her sessions end and her data are blocked; then they are erased everywhere, for good. Keep the
   * `receiptCode`: it is the only way to the receipt afterwards.
   */
  dataErasureRequest: Maybe<DataErasureRequestResult>;
  /** Reads one piece of the viewer's own export; all pieces joined are one JSON document. Each reading is on record. Nobody else reads it, and it is gone after 7 days. */
  dataExportRead: Maybe<DataExportReadResult>;
  /** Asks for everything that is kept of the viewer in all parts of the system. At most one is open; a privacy officer answers it within 20 business days. */
  dataExportRequest: Maybe<DataExportRequestResult>;
  /** Accepts or refuses a request, or extends the term that runs, once each. Privacy officers, not for themselves. */
  dataRequestResolve: Maybe<DataRequestResolveResult>;
  /** Ends a session that the operator started, within 5 s, open streams too. super_admin. */
  impersonationEnd: Maybe<ImpersonationEndResult>;
  /**
   * Lets the operator act in a person's name, in the operator's tenant, for at most 30 minutes: with the header `x-impersonation` beside her own token. Such a
   * session reads what the person may read, and can neither judge, rule, submit, revoke, reveal, grant nor erase. The person sees it. super_admin.
   */
  impersonationStart: Maybe<ImpersonationStartResult>;
  /**
   * Changes how the viewer is told of things; what is left out stays. From the next notification on. Decisions on one's case cannot be switched off in the academy,
   * only their e-mails: INVALID_STATE. Every signed-in person, for herself alone.
   */
  notificationPreferenceSet: Maybe<NotificationPreferenceSetResult>;
  /**
   * The viewer has read these of her notifications, or all up to a number. Read again they stay as they are: it may be repeated without a key. NOT_FOUND, and none is
   * marked, when one of the ids is none of hers. Every signed-in person, for herself alone.
   */
  notificationsMarkRead: Maybe<NotificationsMarkReadResult>;
  /** Sets the password that the viewer signs in with where the academy itself lets people sign in. Oneself. */
  passwordSet: Maybe<PasswordSetResult>;
  /**
   * Places a person in an evaluation centre, or in the academy itself. Its centre admins see her and her enrolments within 5 s, and those of the centre that
   * she leaves no more; a certification stays with the centre that it was opened in. Admin; nobody places herself.
   */
  personPlace: Maybe<PersonPlaceResult>;
  /**
   * Lets a person of the tenant act under a persona. Admin: every persona but super_admin; certifier: those of certification; centre admin: learner,
   * instructor, mentor and evaluator, for people of her centre; super_admin: the
   * first admin of a tenant. Nobody grants to herself.
   */
  personaGrant: Maybe<PersonaGrantResult>;
  /** Takes a persona from a person: her sessions under it end within 5 s. Admins, certifiers and centre admins, those that they may grant, to whom they may; the last admin keeps hers. */
  personaRevoke: Maybe<PersonaRevokeResult>;
  /** Changes the viewer's own profile. */
  profileUpdate: Maybe<ProfileUpdateResult>;
  /** Ends one session: its token is refused, and its streams end, within 5 s. One's own; of anybody in the tenant for its admin. */
  sessionRevoke: Maybe<SessionRevokeResult>;
  /** Whether somebody may sign in, for the gateway alone (scope `sign-in.check`); never part of the public schema. */
  signInCheck: Maybe<SignInCheck>;
  /** Changes settings of the viewer's tenant, or of any for the super_admin. Admin of the tenant, or super_admin. */
  tenantConfigure: Maybe<TenantConfigureResult>;
  /** The tenant is no longer reached under a domain of its own. Admin of the tenant, or super_admin. */
  tenantDomainRemove: Maybe<TenantDomainRemoveResult>;
  /**
   * Claims a domain for the viewer's tenant, or for any for the super_admin, in place of the one before. It is in force once `tenantDomainVerify` has found
   * the TXT record that the answer names. Admin of the tenant, or super_admin.
   */
  tenantDomainSet: Maybe<TenantDomainSetResult>;
  /** Looks for the TXT record of the claimed domain now; once it is found, the tenant is reached under the domain within 2 s. Admin of the tenant, or super_admin. */
  tenantDomainVerify: Maybe<TenantDomainVerifyResult>;
  /** Lifts a suspension. super_admin. */
  tenantReactivate: Maybe<TenantReactivateResult>;
  /** Suspends a tenant: its sessions end within 5 s and every later request is refused. super_admin. */
  tenantSuspend: Maybe<TenantSuspendResult>;
  /** Changes what the platform agreed on with a tenant: plan, limits, features, trusted documents. super_admin. */
  tenantTermsSet: Maybe<TenantTermsSetResult>;
  /** The second factor counts from here on: its recovery codes are told once, and each is good once. Oneself. */
  totpConfirm: Maybe<TotpConfirmResult>;
  /** Begins a second factor in place of the one before: a secret for an authenticator app, told once. It counts once `totpConfirm` saw a code. Oneself. */
  totpEnrol: Maybe<TotpEnrolResult>;
  /** Ends every session of a user of the viewer's tenant within 5 s. Admin; an admin of the user's centre, when the user holds no persona but those that she may grant. */
  userAccessRevoke: Maybe<UserAccessRevokeResult>;
  /** Brings a signed ping to the webhook now, and again if that fails: six attempts over about 1 h 13 min. `lastDelivery` says how it went. Admin. */
  webhookPing: Maybe<WebhookPingResult>;
  /** The viewer's tenant is told nothing any more. Admin. */
  webhookRemove: Maybe<WebhookRemoveResult>;
  /**
   * Has the viewer's tenant told of events at an address, in place of the one before. The address is checked now and at each delivery: one that lies, or leads,
   * inside of a network is refused with the code BAD_USER_INPUT. Every call makes a new secret. Admin.
   */
  webhookSet: Maybe<WebhookSetResult>;
};


export type MutationapiKeyCreateArgs = {
  input: ApiKeyCreateInput;
};


export type MutationapiKeyRevokeArgs = {
  input: ApiKeyRevokeInput;
};


export type MutationapiKeyRotateArgs = {
  input: ApiKeyRotateInput;
};


export type MutationapiKeyUseRecordArgs = {
  uses: Array<ApiKeyUseInput>;
};


export type MutationcentreCloseArgs = {
  input: CentreCloseInput;
};


export type MutationcentreCreateArgs = {
  input: CentreCreateInput;
};


export type MutationcentreRenameArgs = {
  input: CentreRenameInput;
};


export type MutationcurpRevealArgs = {
  input: CurpRevealInput;
};


export type MutationdataErasureRequestArgs = {
  input: DataErasureRequestInput;
};


export type MutationdataExportReadArgs = {
  input: DataExportReadInput;
};


export type MutationdataExportRequestArgs = {
  input: DataExportRequestInput;
};


export type MutationdataRequestResolveArgs = {
  input: DataRequestResolveInput;
};


export type MutationimpersonationEndArgs = {
  input: ImpersonationEndInput;
};


export type MutationimpersonationStartArgs = {
  input: ImpersonationStartInput;
};


export type MutationnotificationPreferenceSetArgs = {
  input: NotificationPreferenceSetInput;
};


export type MutationnotificationsMarkReadArgs = {
  input: NotificationsMarkReadInput;
};


export type MutationpasswordSetArgs = {
  input: PasswordSetInput;
};


export type MutationpersonPlaceArgs = {
  input: PersonPlaceInput;
};


export type MutationpersonaGrantArgs = {
  input: PersonaGrantInput;
};


export type MutationpersonaRevokeArgs = {
  input: PersonaRevokeInput;
};


export type MutationprofileUpdateArgs = {
  input: ProfileUpdateInput;
};


export type MutationsessionRevokeArgs = {
  input: SessionRevokeInput;
};


export type MutationsignInCheckArgs = {
  input: SignInCheckInput;
};


export type MutationtenantConfigureArgs = {
  input: TenantConfigureInput;
};


export type MutationtenantDomainRemoveArgs = {
  input: TenantDomainRemoveInput;
};


export type MutationtenantDomainSetArgs = {
  input: TenantDomainSetInput;
};


export type MutationtenantDomainVerifyArgs = {
  input: TenantDomainVerifyInput;
};


export type MutationtenantReactivateArgs = {
  input: TenantReactivateInput;
};


export type MutationtenantSuspendArgs = {
  input: TenantSuspendInput;
};


export type MutationtenantTermsSetArgs = {
  input: TenantTermsSetInput;
};


export type MutationtotpConfirmArgs = {
  input: TotpConfirmInput;
};


export type MutationtotpEnrolArgs = {
  input: TotpEnrolInput;
};


export type MutationuserAccessRevokeArgs = {
  input: UserAccessRevokeInput;
};


export type MutationwebhookPingArgs = {
  input: WebhookPingInput;
};


export type MutationwebhookRemoveArgs = {
  input: WebhookRemoveInput;
};


export type MutationwebhookSetArgs = {
  input: WebhookSetInput;
};

/** No such thing, or none that the viewer may know of. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** Always `NOT_FOUND`. */
  code: UserErrorCode;
  /** What was looked for. */
  message: Scalars['String']['output'];
};

/** Something a person was told. Only she sees it. */
export type Notification = {
  __typename?: 'Notification';
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Of `text`. */
  language: NotificationLanguage;
  /** When she read it; null: not yet. */
  readAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was sent. */
  sentAt: Scalars['DateTime']['output'];
  /** Text for the person, in the language that she had chosen then. */
  text: Scalars['String']['output'];
  /** What it is about, e.g. `certification.issued`. */
  topic: Scalars['String']['output'];
};

/** Ways to a person. */
export type NotificationChannel =
  /** To her address. */
  | 'EMAIL'
  /** Among her notifications in the academy, and live. */
  | 'IN_APP';

/** Whether a group is told by a channel. */
export type NotificationChoice = {
  __typename?: 'NotificationChoice';
  /** How. */
  channel: NotificationChannel;
  /** What. */
  group: NotificationGroup;
  /** Whether it is. In the academy a group that is off is kept all the same, as read: it rings nowhere. */
  isOn: Scalars['Boolean']['output'];
  /** Whether it cannot be switched off. */
  isRequired: Scalars['Boolean']['output'];
};

/** Whether a group is to be told by a channel. */
export type NotificationChoiceInput = {
  /** How. */
  channel: NotificationChannel;
  /** What. */
  group: NotificationGroup;
  /** Whether it is to be. */
  isOn: Scalars['Boolean']['input'];
};

/** Notifications, newest first. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** Notifications with their cursors. */
  edges: Array<NotificationEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A notification in a list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  node: Notification;
};

/** What a person chooses channels for. */
export type NotificationGroup =
  /** For those who certify: the authority is silent. */
  | 'OPERATIONS'
  /** Steps on the way: submitted, open again. Not by e-mail, unless she wants it. */
  | 'PROGRESS'
  /** Her certificate expires soon. */
  | 'REMINDERS'
  /** What her case waits for: criteria that the course misses. `IN_APP` is required. */
  | 'REQUIREMENTS'
  /** Decisions on her case: issued, rejected, results, not yet competent, revoked. `IN_APP` is required. */
  | 'RESULTS';

/** How many notifications a person has not read. */
export type NotificationInbox = {
  __typename?: 'NotificationInbox';
  /** When it changed last; null before the first. */
  changedAt: Maybe<Scalars['DateTime']['output']>;
  /** So many. */
  unreadCount: Scalars['Int']['output'];
  /** Grows with each notification and each that is read; 0 before the first. */
  version: Scalars['Int']['output'];
};

/** A person's unread notifications are others, or what they are when watching begins. */
export type NotificationInboxChanged = {
  __typename?: 'NotificationInboxChanged';
  /** What this event is. */
  kind: LiveEventKind;
  /** What is unread now, as `Query.notificationInbox` answers. */
  notificationInbox: Maybe<NotificationInbox>;
  /** Opaque; send it as `after` to go on from here. */
  resume: Scalars['String']['output'];
  /** Grows with each notification and each that is read; some are left out. */
  version: Scalars['Int']['output'];
};

/** Languages that people are told things in. */
export type NotificationLanguage =
  /** English. */
  | 'EN'
  /** Spanish. */
  | 'ES';

/** One notification of the log. */
export type NotificationLogEntry = {
  __typename?: 'NotificationLogEntry';
  /** The notification. */
  notificationId: Scalars['ID']['output'];
  /** Its number. */
  number: Scalars['Int']['output'];
  /** When it was sent. */
  sentAt: Scalars['DateTime']['output'];
  /** What it is about. */
  topic: Scalars['String']['output'];
};

/** Some of a person's notifications, by number. */
export type NotificationLogPage = {
  __typename?: 'NotificationLogPage';
  /** Those that were asked for, by ascending number, without gaps. */
  entries: Array<NotificationLogEntry>;
  /** Number of her newest notification; 0 when there is none. */
  number: Scalars['Int']['output'];
};

/** How to be told of things from now on. */
export type NotificationPreferenceSetInput = {
  /** What to change; each group and channel once. */
  choices?: InputMaybe<Array<NotificationChoiceInput>>;
  /** 1 to 100 characters; the same key and input again: nothing is done. */
  idempotencyKey: Scalars['String']['input'];
  /** In which language; left out: as before. */
  language?: InputMaybe<NotificationLanguage>;
  /** Whether an address that bounced is to be tried again. */
  retryEmail?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What `notificationPreferenceSet` answers. */
export type NotificationPreferenceSetResult = ConflictError | InvalidInputError | InvalidStateError | NotificationPreferenceSetSuccess;

/** She is told of things in this way. */
export type NotificationPreferenceSetSuccess = {
  __typename?: 'NotificationPreferenceSetSuccess';
  /** As it is now. */
  preferences: NotificationPreferences;
};

/** How a person is told of things. */
export type NotificationPreferences = {
  __typename?: 'NotificationPreferences';
  /** Every group and channel, in a fixed order. */
  choices: Array<NotificationChoice>;
  /** Whether e-mail reaches her. */
  emailDelivery: EmailDelivery;
  /** In which language. */
  language: NotificationLanguage;
};

/** The viewer was notified, or what she was told last when watching begins. */
export type NotificationReceived = {
  __typename?: 'NotificationReceived';
  /** What this event is. */
  kind: LiveEventKind;
  /** The notification; null unless the event is a CHANGE. */
  notification: Maybe<Notification>;
  /** Number of the viewer's notifications, from 1, without gaps; in a snapshot that of the newest, 0 when there is none. */
  number: Scalars['Int']['output'];
  /** Opaque; send it as `after` to go on from here. */
  resume: Scalars['String']['output'];
  /** When it was sent; null unless the event is a CHANGE. */
  sentAt: Maybe<Scalars['DateTime']['output']>;
  /** The newest notifications, newest first, at most 20; null when the event is a CHANGE. */
  snapshot: Maybe<Array<Notification>>;
  /** What it is about, e.g. `certification.issued`; null unless the event is a CHANGE. */
  topic: Maybe<Scalars['String']['output']>;
};

/** Which notifications were read: one of the two. */
export type NotificationsMarkReadInput = {
  /** These; 1 to 100. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** All whose number is at most this, as `NotificationReceived.number` tells it. */
  upToNumber?: InputMaybe<Scalars['Int']['input']>;
};

/** What `notificationsMarkRead` answers. */
export type NotificationsMarkReadResult = InvalidInputError | NotFoundError | NotificationsMarkReadSuccess;

/** They are read. */
export type NotificationsMarkReadSuccess = {
  __typename?: 'NotificationsMarkReadSuccess';
  /** As it is now. */
  inbox: NotificationInbox;
  /** How many were not before. */
  markedCount: Scalars['Int']['output'];
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

/** The password of before, and the new one. */
export type PasswordSetInput = {
  /** Needed once there is one. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** 12 to 128 characters. */
  newPassword: Scalars['String']['input'];
};

/** What `passwordSet` answers. */
export type PasswordSetResult = InvalidInputError | InvalidStateError | PasswordSetSuccess;

/** The password is set; sessions that there are go on. */
export type PasswordSetSuccess = {
  __typename?: 'PasswordSetSuccess';
  /** When it was set. */
  changedAt: Scalars['DateTime']['output'];
};

/** Who is to stand where, and why. */
export type PersonPlaceInput = {
  /** The centre; null or left out: the academy itself. */
  centreId?: InputMaybe<Scalars['ID']['input']>;
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The person. */
  userId: Scalars['ID']['input'];
};

/** What `personPlace` answers. */
export type PersonPlaceResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | PersonPlaceSuccess;

/** The person stands there. */
export type PersonPlaceSuccess = {
  __typename?: 'PersonPlaceSuccess';
  /** The person. */
  user: User;
};

/** The personas and duties of the permission matrix. */
export type Persona =
  /** Runs a tenant. */
  | 'ADMIN'
  /** Reads masked reports. */
  | 'ANALYST'
  /** Reads for audits. */
  | 'AUDITOR'
  /** Runs an evaluation centre. */
  | 'CENTRE_ADMIN'
  /** Certification entity. */
  | 'CERTIFIER'
  /** Relying party. */
  | 'EMPLOYER'
  /** Judges candidates against a standard; accredited. */
  | 'EVALUATOR'
  /** Teaches. */
  | 'INSTRUCTOR'
  /** Learns and is certified. */
  | 'LEARNER'
  /** Accompanies learners. */
  | 'MENTOR'
  /** Answers ARCO requests. */
  | 'PRIVACY_OFFICER'
  /** A process. */
  | 'SERVICE'
  /** Runs the platform. */
  | 'SUPER_ADMIN'
  /** Verifies evaluations, sits in the dictamen. */
  | 'VERIFIER';

/** A persona that a person may act under. */
export type PersonaGrant = {
  __typename?: 'PersonaGrant';
  /** Since when. */
  grantedAt: Scalars['DateTime']['output'];
  /** The persona. */
  persona: Persona;
};

/** Who is to act under which persona, and why. */
export type PersonaGrantInput = {
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** The persona. */
  persona: Persona;
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The tenant; the viewer's own when it is left out. Another than that is found by the super_admin alone. */
  tenantId?: InputMaybe<Scalars['ID']['input']>;
  /** The person. */
  userId: Scalars['ID']['input'];
};

/** What `personaGrant` answers. */
export type PersonaGrantResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | PersonaGrantSuccess;

/** The person may act under the persona: with the next session. */
export type PersonaGrantSuccess = {
  __typename?: 'PersonaGrantSuccess';
  /** The persona. */
  persona: Persona;
  /** The person's id. */
  userId: Scalars['ID']['output'];
};

/** Who is no longer to act under which persona, and why. */
export type PersonaRevokeInput = {
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** The persona. */
  persona: Persona;
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The person. */
  userId: Scalars['ID']['input'];
};

/** What `personaRevoke` answers. */
export type PersonaRevokeResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | PersonaRevokeSuccess;

/** The persona is taken. */
export type PersonaRevokeSuccess = {
  __typename?: 'PersonaRevokeSuccess';
  /** The persona. */
  persona: Persona;
  /** Tokens for this persona that were issued before this instant are refused. */
  revokedBefore: Scalars['DateTime']['output'];
  /** The person's id. */
  userId: Scalars['ID']['output'];
};

/** Entries of a portfolio, newest first. */
export type PortfolioConnection = {
  __typename?: 'PortfolioConnection';
  /** Entries with their cursors. */
  edges: Array<PortfolioEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** An entry of a portfolio. */
export type PortfolioEdge = {
  __typename?: 'PortfolioEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: PortfolioEntry;
};

/** Something that a person can show. */
export type PortfolioEntry = {
  __typename?: 'PortfolioEntry';
  /** URL of the signed credential (Open Badges 3.0), to be verified by anybody; null when there is none. */
  credentialUrl: Maybe<Scalars['String']['output']>;
  /** When it was earned. */
  earnedAt: Scalars['DateTime']['output'];
  /** Folio under which it can be looked up; null when it has none. */
  folio: Maybe<Scalars['String']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Kind of entry. */
  kind: PortfolioEntryKind;
  /** Title of the course or standard. */
  title: Scalars['String']['output'];
};

/** Kinds of portfolio entries. */
export type PortfolioEntryKind =
  /** Certificate of competency issued by CONOCER. */
  | 'CONOCER_CERTIFICATE'
  /** Certificate of the platform for a completed course. */
  | 'PLATFORM_CERTIFICATE';

/** What to change in one's own profile; what is left out stays as it is. */
export type ProfileUpdateInput = {
  /** Name shown to others, 1 to 80 characters. */
  displayName?: InputMaybe<Scalars['String']['input']>;
};

/** What `profileUpdate` answers. */
export type ProfileUpdateResult = InvalidInputError | ProfileUpdateSuccess;

/** The profile is changed. */
export type ProfileUpdateSuccess = {
  __typename?: 'ProfileUpdateSuccess';
  /** The person as she is now. */
  user: User;
};

export type Query = {
  __typename?: 'Query';
  /**
   * What ended sessions of the caller's tenant and matters still, for the gateway alone (scope `revocation.read`), oldest first; never part of the
   * public schema.
   */
  accessRevocations: Maybe<AccessRevocationConnection>;
  /**
   * What a key gives, for the gateway alone (scope `api-key.read`); never part of the public schema. Null for a key that is unknown, revoked,
   * expired or replaced, and for one of another tenant than the caller's.
   */
  apiKeyGrant: Maybe<ApiKeyGrant>;
  /** API keys of the viewer's tenant, newest first, revoked and expired ones too. Admin of the tenant. */
  apiKeys: Maybe<ApiKeyConnection>;
  /** What was done with power over people, tenants and settings in the viewer's tenant, newest first, at most 100 a page. Admin, auditor and privacy officer; a super_admin sees her own acts. */
  auditLog: Maybe<AuditEntryConnection>;
  /** Evaluation centres of the viewer's tenant, by code; closed ones too. Every signed-in person. */
  centres: CentreConnection;
  /** What a receipt's code finds, without anything that says who the person is. Public, no login: who was erased has none; null when the code is of no request. */
  dataReceipt: Maybe<DataReceipt>;
  /** One request about a person's data. Hers, and privacy officers; null when there is none that the viewer may see. */
  dataRequest: Maybe<DataRequest>;
  /** Requests about people's data, newest first: the viewer's own; for privacy officers those of the tenant. */
  dataRequests: Maybe<DataRequestConnection>;
  /**
   * A session in which an operator acts in a person's name, for the gateway alone (scope `impersonation.read`); never part of the public schema. Null for
   * one that is unknown, of another tenant, or over.
   */
  impersonation: Maybe<ImpersonationGrant>;
  /** The signed-in user; null for an anonymous caller or a service. */
  me: Maybe<User>;
  /** How many notifications the viewer has not read. Every signed-in person, about herself alone; null for a process. */
  notificationInbox: Maybe<NotificationInbox>;
  /** The numbers of the viewer's own notifications, for the gateway to catch up with. At most 100; BAD_USER_INPUT for other arguments than these. */
  notificationLog: NotificationLogPage;
  /** How the viewer is told of things: in which language, and what by which channel. Every signed-in person, about herself alone; null for a process. */
  notificationPreferences: Maybe<NotificationPreferences>;
  /** The viewer's tenant. Public: what a sign-in page shows. */
  tenant: Maybe<Tenant>;
  /** Every tenant with its settings, for the gateway alone (scope `tenant.read`); never part of the public schema. At most 100 a page, by id. */
  tenantDirectory: Maybe<TenantDirectoryConnection>;
  /** One user of the viewer's tenant. Oneself and any instructor; an instructor sees the people of her own courses, a centre admin those of her centre, evaluators and staff what their persona may; null when there is none that the viewer may see. */
  user: Maybe<User>;
};


export type QueryaccessRevocationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryapiKeyGrantArgs = {
  digest: Scalars['String']['input'];
  publicId: Scalars['String']['input'];
};


export type QueryapiKeysArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryauditLogArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AuditFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerycentresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerydataReceiptArgs = {
  code: Scalars['String']['input'];
};


export type QuerydataRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QuerydataRequestsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  status: InputMaybe<DataRequestStatus>;
};


export type QueryimpersonationArgs = {
  id: Scalars['ID']['input'];
};


export type QuerynotificationLogArgs = {
  afterNumber: Scalars['Int']['input'];
  first: Scalars['Int']['input'];
};


export type QuerytenantDirectoryArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryuserArgs = {
  id: Scalars['ID']['input'];
};

/** Which session to end, and why. */
export type SessionRevokeInput = {
  /** The same key with the same input does it once. */
  idempotencyKey: Scalars['String']['input'];
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The `jti` of its token, 1 to 128 characters. */
  sessionId: Scalars['ID']['input'];
  /** Whose it is; left out: the viewer's. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `sessionRevoke` answers. */
export type SessionRevokeResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | SessionRevokeSuccess;

/** The session is over. */
export type SessionRevokeSuccess = {
  __typename?: 'SessionRevokeSuccess';
  /** When it was ended. */
  revokedAt: Scalars['DateTime']['output'];
  /** Its id. */
  sessionId: Scalars['ID']['output'];
};

/** Whether somebody may sign in. */
export type SignInCheck = {
  __typename?: 'SignInCheck';
  /** The personas that she may act under. */
  personas: Array<Persona>;
  /** Too many attempts: seconds until the next is looked at; null: they were not too many. */
  retryAfterSeconds: Maybe<Scalars['Int']['output']>;
  /** Who; null: nobody, whatever the reason. */
  userId: Maybe<Scalars['ID']['output']>;
};

/** What somebody shows who wants to sign in. */
export type SignInCheckInput = {
  /** Where the request comes from; attempts are counted by it. */
  address: Scalars['String']['input'];
  /** Code of the second factor, or a recovery code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** E-mail. */
  email: Scalars['String']['input'];
  /** Password. */
  password: Scalars['String']['input'];
};

/** Algorithms of RFC 9421 that are accepted. */
export type SignatureAlgorithm =
  /** `ecdsa-p256-sha256`. */
  | 'ECDSA_P256_SHA256'
  /** `ed25519`. */
  | 'ED25519';

/** Role of the Solarpunk score before a submission. */
export type SolarpunkPolicy =
  /** The score is told, and the submission goes on. */
  | 'ADVISORY'
  /** Below a threshold nothing is submitted. */
  | 'GATE';

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * That the viewer has more, or fewer, unread notifications, wherever she read them; changes that follow one another are told as one. The first answer is the state
   * now, or, with `after`, the next state that is another than that of the event which bore this `resume` token. Every signed-in person, about herself alone.
   */
  notificationInboxChanged: Maybe<NotificationInboxChanged>;
  /**
   * The viewer's own notifications as they are sent, in order, without gaps or repeats. The first answer is a snapshot of the newest,
   * or, with `after`, whatever followed the event that bore this `resume` token.
   * Every signed-in person, about herself alone.
   */
  notificationReceived: Maybe<NotificationReceived>;
};


export type SubscriptionnotificationInboxChangedArgs = {
  after: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionnotificationReceivedArgs = {
  after: InputMaybe<Scalars['String']['input']>;
};

/** An academy or certification centre: the unit of isolation. Everything in the graph belongs to exactly one. */
export type Tenant = {
  __typename?: 'Tenant';
  /** When the tenant or its settings changed last; each change is later than the one before. Admin of the tenant, super_admin and the gateway. */
  changedAt: Maybe<Scalars['DateTime']['output']>;
  /** A domain of the tenant's own; null: none, or not for the viewer. Admin of the tenant, super_admin and the gateway. */
  customDomain: Maybe<TenantDomain>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Name shown to people. */
  name: Scalars['String']['output'];
  /** Limits, origins and policies. Admin of the tenant, super_admin and the gateway; null for everybody else. */
  settings: Maybe<TenantSettings>;
  /** Subdomain and path segment, e.g. `raices`. */
  slug: Scalars['String']['output'];
  /** Whether the tenant may be used. */
  status: TenantStatus;
  /** Where the tenant is told of events; null: nowhere. Admin of the tenant; null for everybody else. */
  webhook: Maybe<Webhook>;
};

/** Settings to change; what is left out stays as it is. */
export type TenantConfigureInput = {
  /** Replaces the list of web origins, at most 20. */
  allowedOrigins?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Who certifies officially, of those that the installation works with; null: its default again. Submissions that were begun with another are finished with it. */
  authority?: InputMaybe<CertificationAuthority>;
  /** What starts a certification. */
  certificationStart?: InputMaybe<CertificationStart>;
  /** Replaces whether requests must be signed, and all keys. */
  clientSignatures?: InputMaybe<ClientSignaturesInput>;
  /** Who judges. */
  evaluation?: InputMaybe<EvaluationPolicy>;
  /** Replaces the list of identity providers, at most 5; a wrong one keeps everybody but the super_admin out. */
  identityProviders?: InputMaybe<Array<IdentityProviderInput>>;
  /** Least social justice score, 0 to 100. */
  minimumSocialJustice?: InputMaybe<Scalars['Int']['input']>;
  /** Least sustainability score, 0 to 100. */
  minimumSustainability?: InputMaybe<Scalars['Int']['input']>;
  /** Solarpunk policy. */
  solarpunkPolicy?: InputMaybe<SolarpunkPolicy>;
  /** Most submissions in a minute, 1 to 6000; null: the installation's default again. */
  submissionsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** The tenant; the viewer's own when it is left out. Another than that is found by the super_admin alone. */
  tenantId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `tenantConfigure` answers. */
export type TenantConfigureResult = InvalidInputError | NotFoundError | TenantConfigureSuccess;

/** The settings are in force; the gateway knows within 2 s. */
export type TenantConfigureSuccess = {
  __typename?: 'TenantConfigureSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** Tenants by id. */
export type TenantDirectoryConnection = {
  __typename?: 'TenantDirectoryConnection';
  /** Tenants with their cursors. */
  edges: Array<TenantDirectoryEdge>;
  /** This page. */
  pageInfo: PageInfo;
};

/** A tenant in the directory. */
export type TenantDirectoryEdge = {
  __typename?: 'TenantDirectoryEdge';
  /** Where this edge stands. */
  cursor: Scalars['String']['output'];
  /** The tenant. */
  node: Tenant;
};

/** A domain under which a tenant wants to be reached. */
export type TenantDomain = {
  __typename?: 'TenantDomain';
  /** In lower case and ASCII, e.g. `academia.example.mx`. */
  name: Scalars['String']['output'];
  /** Where the TXT record is to stand that shows whose the domain is. */
  recordName: Scalars['String']['output'];
  /** What the record must say. */
  recordValue: Scalars['String']['output'];
  /** Whether it is in force. */
  status: TenantDomainStatus;
  /** When the record was found; null: not yet. */
  verifiedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Whose domain to remove. */
export type TenantDomainRemoveInput = {
  /** The tenant; the viewer's own when it is left out. Another than that is found by the super_admin alone. */
  tenantId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `tenantDomainRemove` answers. */
export type TenantDomainRemoveResult = NotFoundError | TenantDomainRemoveSuccess;

/** The tenant has no domain of its own. */
export type TenantDomainRemoveSuccess = {
  __typename?: 'TenantDomainRemoveSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** Which domain, for which tenant. */
export type TenantDomainSetInput = {
  /** E.g. `academia.example.mx`. */
  name: Scalars['String']['input'];
  /** The tenant; the viewer's own when it is left out. Another than that is found by the super_admin alone. */
  tenantId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `tenantDomainSet` answers. */
export type TenantDomainSetResult = InvalidInputError | InvalidStateError | NotFoundError | TenantDomainSetSuccess;

/** The domain is claimed; `customDomain` says which TXT record is to show that it is the tenant's. */
export type TenantDomainSetSuccess = {
  __typename?: 'TenantDomainSetSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** Whether a domain is in force. */
export type TenantDomainStatus =
  /** The record has not been seen yet. */
  | 'PENDING'
  /** The tenant is reached under it. */
  | 'VERIFIED';

/** Whose domain to look for. */
export type TenantDomainVerifyInput = {
  /** The tenant; the viewer's own when it is left out. Another than that is found by the super_admin alone. */
  tenantId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `tenantDomainVerify` answers. */
export type TenantDomainVerifyResult = InvalidStateError | NotFoundError | TenantDomainVerifySuccess;

/** The domain is in force. */
export type TenantDomainVerifySuccess = {
  __typename?: 'TenantDomainVerifySuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** What can be switched for one tenant. */
export type TenantFeature =
  /** Clients may register documents with their first request (automatic persisted queries). Off unless switched on. */
  | 'AUTOMATIC_DOCUMENTS'
  /** The tenant may be reached under a domain of its own. On unless switched off. */
  | 'CUSTOM_DOMAIN'
  /** The tenant may be told of events at an address of its own. On unless switched off. */
  | 'WEBHOOKS';

/** A feature and whether it is to be on. */
export type TenantFeatureInput = {
  /** The feature. */
  feature: TenantFeature;
  /** Whether it is to be on. */
  isOn: Scalars['Boolean']['input'];
};

/** Upper bounds for a tenant's requests. Where nothing was agreed they are those of its plan. A minute is any 60 seconds. */
export type TenantLimits = {
  __typename?: 'TenantLimits';
  /** Cost of operations a minute, all principals together: each spends what `@cost` and `@listSize` estimate, at least 1. */
  costPerMinute: Scalars['Int']['output'];
  /** Cost of operations a minute of one principal; callers who are not signed in are told apart by their address. */
  costPerMinutePerPrincipal: Scalars['Int']['output'];
  /** Cost of one operation: objects times list sizes, as `@cost` and `@listSize` weigh them. */
  maxCost: Scalars['Int']['output'];
  /** Subscriptions open at once, all principals together. */
  maxSubscriptions: Scalars['Int']['output'];
  /** Requests a minute, all principals together; whoever sends more is refused with RATE_LIMITED. */
  requestsPerMinute: Scalars['Int']['output'];
};

/** Limits to change; one that is left out stays as it is, null: as the plan says. */
export type TenantLimitsInput = {
  /** Cost of operations a minute, at least that of one principal. */
  costPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Cost of operations a minute of one principal, at least `maxCost`. */
  costPerMinutePerPrincipal?: InputMaybe<Scalars['Int']['input']>;
  /** Cost of one operation, at least 1; the gateway's own limit holds beside it. */
  maxCost?: InputMaybe<Scalars['Int']['input']>;
  /** Subscriptions open at once; 0: none. */
  maxSubscriptions?: InputMaybe<Scalars['Int']['input']>;
  /** Requests a minute, at least 1. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** Decisions on certification. */
export type TenantPolicies = {
  __typename?: 'TenantPolicies';
  /** Who certifies officially; null: the installation's default. */
  authority: Maybe<CertificationAuthority>;
  /** Whether a completed course requests its certification by itself. */
  certificationStart: CertificationStart;
  /** Who judges a candidate. */
  evaluation: EvaluationPolicy;
  /** Least social justice score under `GATE`, 0 to 100. */
  minimumSocialJustice: Scalars['Int']['output'];
  /** Least sustainability score under `GATE`, 0 to 100. */
  minimumSustainability: Scalars['Int']['output'];
  /** Whether a course that misses the Solarpunk thresholds may be submitted to CONOCER. */
  solarpunkPolicy: SolarpunkPolicy;
  /** Most submissions that the authority is handed in a minute for this tenant; null: the installation's default. */
  submissionsPerMinute: Maybe<Scalars['Int']['output']>;
};

/** Which tenant to reactivate. */
export type TenantReactivateInput = {
  /** The tenant. */
  tenantId: Scalars['ID']['input'];
};

/** What `tenantReactivate` answers. */
export type TenantReactivateResult = InvalidStateError | NotFoundError | TenantReactivateSuccess;

/** The tenant is in use again. */
export type TenantReactivateSuccess = {
  __typename?: 'TenantReactivateSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** What an operator decides for one tenant. */
export type TenantSettings = {
  __typename?: 'TenantSettings';
  /** Web origins that may call the graph from a browser; empty: none. */
  allowedOrigins: Array<Scalars['String']['output']>;
  /** Whether requests must be signed (RFC 9421), and with which keys. */
  clientSignatures: ClientSignatures;
  /** What is switched on for the tenant. */
  features: Array<TenantFeature>;
  /** Who vouches for the tenant's people: tokens of these alone are accepted. Empty: those of the installation's issuer. */
  identityProviders: Array<IdentityProvider>;
  /** Whether only operations that were registered beforehand are answered: docs/tenants.md. */
  isTrustedOnly: Scalars['Boolean']['output'];
  /** Upper bounds for one request and for a minute. */
  limits: TenantLimits;
  /** Decisions on certification. */
  policies: TenantPolicies;
  /** Plan of the tenant. */
  tier: TenantTier;
};

/** Life of a tenant. */
export type TenantStatus =
  /** In use. */
  | 'ACTIVE'
  /** Refused everywhere until it is reactivated. */
  | 'SUSPENDED';

/** Which tenant to suspend, and why. */
export type TenantSuspendInput = {
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The tenant. */
  tenantId: Scalars['ID']['input'];
};

/** What `tenantSuspend` answers. */
export type TenantSuspendResult = InvalidInputError | InvalidStateError | NotFoundError | TenantSuspendSuccess;

/** The tenant is suspended. */
export type TenantSuspendSuccess = {
  __typename?: 'TenantSuspendSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** Terms to change; what is left out stays as it is. */
export type TenantTermsSetInput = {
  /** What was agreed, kept in the audit log; needed for a limit beyond the plan's. 3 to 500 characters. */
  agreement?: InputMaybe<Scalars['String']['input']>;
  /** Features to switch; those that are left out stay as they are. */
  features?: InputMaybe<Array<TenantFeatureInput>>;
  /** Whether only operations that were registered beforehand are answered. */
  isTrustedOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Limits to change. */
  limits?: InputMaybe<TenantLimitsInput>;
  /** The tenant. */
  tenantId: Scalars['ID']['input'];
  /** Plan of the tenant. */
  tier?: InputMaybe<TenantTier>;
};

/** What `tenantTermsSet` answers. */
export type TenantTermsSetResult = InvalidInputError | NotFoundError | TenantTermsSetSuccess;

/** The terms are in force; the gateway knows within 2 s. */
export type TenantTermsSetSuccess = {
  __typename?: 'TenantTermsSetSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** Plans. */
export type TenantTier =
  /** Certification entities with several centres. */
  | 'ENTERPRISE'
  /** Academies with their own instructors and evaluators. */
  | 'PROFESSIONAL'
  /** Small academies. */
  | 'STARTER';

/** Shows that the app has the secret. */
export type TotpConfirmInput = {
  /** The app's code of now, six digits. */
  code: Scalars['String']['input'];
};

/** What `totpConfirm` answers. */
export type TotpConfirmResult = InvalidInputError | InvalidStateError | TotpConfirmSuccess;

/** The second factor counts. */
export type TotpConfirmSuccess = {
  __typename?: 'TotpConfirmSuccess';
  /** Each signs in once in the place of a code. They are not kept in the clear. */
  recoveryCodes: Array<Scalars['String']['output']>;
};

/** Who asks for a second factor shows once more who she is. */
export type TotpEnrolInput = {
  /** A code of the second factor of before, or a recovery code; needed once there is one. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** The password. */
  password: Scalars['String']['input'];
};

/** What `totpEnrol` answers. */
export type TotpEnrolResult = InvalidInputError | InvalidStateError | TotpEnrolSuccess;

/** A secret for an authenticator app. */
export type TotpEnrolSuccess = {
  __typename?: 'TotpEnrolSuccess';
  /** As `otpauth://…`, to be shown as a QR code. */
  address: Scalars['String']['output'];
  /** In base32, to be typed in. */
  secret: Scalars['String']['output'];
};

/** A person of one tenant. */
export type User = {
  __typename?: 'User';
  /** Evaluation centre that the person stands in; null for the academy itself. The person, evaluators, certifiers, admins, auditors, privacy officers, admins of that centre; null for others. */
  centre: Maybe<Centre>;
  /** The whole CURP, for a process with the scope `curp.reveal`; never part of the public schema. */
  curp: Maybe<Scalars['String']['output']>;
  /** CURP with its middle masked: `BOXW******HNE*****9`. The person, evaluators, certifiers, admins of her centre, privacy officer, auditor; null for others, or when none is known. */
  curpMasked: Maybe<Scalars['String']['output']>;
  /** Who was shown what of the person, and why; newest first. The person and privacy officers; null for others. */
  disclosures: Maybe<DisclosureConnection>;
  /** Name shown to others of the tenant. */
  displayName: Scalars['String']['output'];
  /** E-mail. The person, admins of her centre, certifiers, admin, auditor, privacy officer; null for others. */
  email: Maybe<Scalars['EmailAddress']['output']>;
  /** Full legal name, as certificates bear it. The person, evaluators, certifiers, admins of her centre, admin, auditor, privacy officer; null for others. */
  fullName: Maybe<Scalars['String']['output']>;
  /** Opaque UUID. */
  id: Scalars['ID']['output'];
  /** Sessions in which an operator acted in the person's name, newest first. The person, admins and privacy officers; null for others. */
  impersonations: Maybe<ImpersonationConnection>;
  /** Notifications, newest first. Only the person; null for others. */
  notifications: Maybe<NotificationConnection>;
  /** Personas that the person may act under. The person, admins of her centre, admins; null for others. */
  personas: Maybe<Array<PersonaGrant>>;
  /** What the person can show: certificates first of all; newest first. The person, certifiers and admins; null for others. */
  portfolio: Maybe<PortfolioConnection>;
  /** The person's tenant. */
  tenant: Tenant;
};


/** A person of one tenant. */
export type UserdisclosuresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A person of one tenant. */
export type UserimpersonationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A person of one tenant. */
export type UsernotificationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** A person of one tenant. */
export type UserportfolioArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Whose sessions to end, and why. */
export type UserAccessRevokeInput = {
  /** Reason, kept in the audit log; 3 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
};

/** What `userAccessRevoke` answers. */
export type UserAccessRevokeResult = InvalidInputError | NotFoundError | UserAccessRevokeSuccess;

/** The sessions are ended; tokens issued before now are refused. */
export type UserAccessRevokeSuccess = {
  __typename?: 'UserAccessRevokeSuccess';
  /** Tokens issued before this instant are refused. */
  revokedBefore: Scalars['DateTime']['output'];
  /** The user. */
  user: User;
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

/** An address at which a tenant is told of events, by Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature): docs/tenants.md. */
export type Webhook = {
  __typename?: 'Webhook';
  /** When it was set; its secret is as old. */
  createdAt: Scalars['DateTime']['output'];
  /** The newest delivery; null: none yet. */
  lastDelivery: Maybe<WebhookDelivery>;
  /** Of what; all when there is none. */
  topics: Array<WebhookTopic>;
  /** Where. */
  url: Scalars['String']['output'];
};

/** Something that was brought, or is to be brought, to a webhook. */
export type WebhookDelivery = {
  __typename?: 'WebhookDelivery';
  /** When it was tried last; null: not yet. */
  attemptedAt: Maybe<Scalars['DateTime']['output']>;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** When it came up. */
  createdAt: Scalars['DateTime']['output'];
  /** Why the last attempt failed, e.g. `DEADLINE`, `ADDRESS`, `STATUS`; null: it did not, or none was made yet. */
  failure: Maybe<Scalars['String']['output']>;
  /** Value of `webhook-id`: the same at every attempt. */
  id: Scalars['ID']['output'];
  /** How it stands. */
  status: WebhookDeliveryStatus;
  /** HTTP status of the last attempt; null: there was no answer, or no attempt yet. */
  statusCode: Maybe<Scalars['Int']['output']>;
  /** What it tells of, e.g. `webhook.ping`. */
  topic: Scalars['String']['output'];
};

/** How a delivery stands. */
export type WebhookDeliveryStatus =
  /** Its receiver accepted it. */
  | 'DELIVERED'
  /** It was tried often enough, or nothing comes of trying. */
  | 'FAILED'
  /** It is to be brought, for the first time or again. */
  | 'PENDING';

/** A ping. */
export type WebhookPingInput = {
  /** 1 to 100 characters; the same key again: no other ping. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `webhookPing` answers. */
export type WebhookPingResult = ConflictError | InvalidInputError | InvalidStateError | NotFoundError | WebhookPingSuccess;

/** The ping is on its way. */
export type WebhookPingSuccess = {
  __typename?: 'WebhookPingSuccess';
  /** The webhook; ask for its `lastDelivery` to see what came of it. */
  webhook: Webhook;
};

/** Which webhook to remove. */
export type WebhookRemoveInput = {
  /** Its address, as `Webhook.url` says it. */
  url: Scalars['String']['input'];
};

/** What `webhookRemove` answers. */
export type WebhookRemoveResult = NotFoundError | WebhookRemoveSuccess;

/** There is no webhook any more, and what was to be brought there is not. */
export type WebhookRemoveSuccess = {
  __typename?: 'WebhookRemoveSuccess';
  /** The tenant as it is now. */
  tenant: Tenant;
};

/** Where to, and of what. */
export type WebhookSetInput = {
  /** 1 to 100 characters; the same key and input again: nothing is done, and no secret shown. */
  idempotencyKey: Scalars['String']['input'];
  /** What to be told of; all when it is left out or empty. */
  topics?: InputMaybe<Array<WebhookTopic>>;
  /** An https address on the open internet, port 443 or 8443. */
  url: Scalars['String']['input'];
};

/** What `webhookSet` answers. */
export type WebhookSetResult = ConflictError | InvalidInputError | InvalidStateError | WebhookSetSuccess;

/** The webhook is set. */
export type WebhookSetSuccess = {
  __typename?: 'WebhookSetSuccess';
  /** What deliveries are signed with: shown here and never again. Null when the idempotency key came before. */
  secret: Maybe<Scalars['String']['output']>;
  /** The webhook as it is now. */
  webhook: Webhook;
};

/** What a tenant can be told of. */
export type WebhookTopic =
  /** A certificate was issued. */
  | 'CERTIFICATE_ISSUED'
  /** A certificate was revoked. */
  | 'CERTIFICATE_REVOKED'
  /** A certification is in another state. */
  | 'CERTIFICATION_STATUS_CHANGED'
  /** A person was notified of something: whom, and of which topic, by ids and codes alone. */
  | 'NOTIFICATION_SENT';

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
  Centre: Centre;
  Notification: Notification;
  Tenant: Tenant;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Centre:
    ( { __typename: 'Centre' }
    & GraphQLRecursivePick<FederationTypes['Centre'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
  Tenant:
    ( { __typename: 'Tenant' }
    & GraphQLRecursivePick<FederationTypes['Tenant'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ApiKeyCreateResult:
    | ( Omit<ApiKeyCreateSuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'ApiKeyCreateSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
  ;
  ApiKeyRevokeResult:
    | ( Omit<ApiKeyRevokeSuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'ApiKeyRevokeSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  ApiKeyRotateResult:
    | ( Omit<ApiKeyRotateSuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'ApiKeyRotateSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CentreCloseResult:
    | ( Omit<CentreCloseSuccess, 'centre'> & { centre: _RefType['Centre'] } & { __typename: 'CentreCloseSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CentreCreateResult:
    | ( Omit<CentreCreateSuccess, 'centre'> & { centre: _RefType['Centre'] } & { __typename: 'CentreCreateSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
  ;
  CentreRenameResult:
    | ( Omit<CentreRenameSuccess, 'centre'> & { centre: _RefType['Centre'] } & { __typename: 'CentreRenameSuccess' } )
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  CurpRevealResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<CurpRevealSuccess, 'disclosure'> & { disclosure: _RefType['Disclosure'] } & { __typename: 'CurpRevealSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  DataErasureRequestResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DataErasureRequestSuccess, 'request'> & { request: _RefType['DataRequest'] } & { __typename: 'DataErasureRequestSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
  ;
  DataExportReadResult:
    | ( DataExportReadSuccess & { __typename: 'DataExportReadSuccess' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  DataExportRequestResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DataExportRequestSuccess, 'request'> & { request: _RefType['DataRequest'] } & { __typename: 'DataExportRequestSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
  ;
  DataRequestResolveResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<DataRequestResolveSuccess, 'request'> & { request: _RefType['DataRequest'] } & { __typename: 'DataRequestResolveSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  ImpersonationEndResult:
    | ( Omit<ImpersonationEndSuccess, 'impersonation'> & { impersonation: _RefType['Impersonation'] } & { __typename: 'ImpersonationEndSuccess' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  ImpersonationStartResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<ImpersonationStartSuccess, 'impersonation'> & { impersonation: _RefType['Impersonation'] } & { __typename: 'ImpersonationStartSuccess' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
  ;
  NotificationPreferenceSetResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotificationPreferenceSetSuccess, 'preferences'> & { preferences: _RefType['NotificationPreferences'] } & { __typename: 'NotificationPreferenceSetSuccess' } )
  ;
  NotificationsMarkReadResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( NotificationsMarkReadSuccess & { __typename: 'NotificationsMarkReadSuccess' } )
  ;
  PasswordSetResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( PasswordSetSuccess & { __typename: 'PasswordSetSuccess' } )
  ;
  PersonPlaceResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<PersonPlaceSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'PersonPlaceSuccess' } )
  ;
  PersonaGrantResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<PersonaGrantSuccess, 'persona'> & { persona: _RefType['Persona'] } & { __typename: 'PersonaGrantSuccess' } )
  ;
  PersonaRevokeResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<PersonaRevokeSuccess, 'persona'> & { persona: _RefType['Persona'] } & { __typename: 'PersonaRevokeSuccess' } )
  ;
  ProfileUpdateResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<ProfileUpdateSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'ProfileUpdateSuccess' } )
  ;
  SessionRevokeResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( SessionRevokeSuccess & { __typename: 'SessionRevokeSuccess' } )
  ;
  TenantConfigureResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantConfigureSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantConfigureSuccess' } )
  ;
  TenantDomainRemoveResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantDomainRemoveSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantDomainRemoveSuccess' } )
  ;
  TenantDomainSetResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantDomainSetSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantDomainSetSuccess' } )
  ;
  TenantDomainVerifyResult:
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantDomainVerifySuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantDomainVerifySuccess' } )
  ;
  TenantReactivateResult:
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantReactivateSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantReactivateSuccess' } )
  ;
  TenantSuspendResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantSuspendSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantSuspendSuccess' } )
  ;
  TenantTermsSetResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<TenantTermsSetSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'TenantTermsSetSuccess' } )
  ;
  TotpConfirmResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( TotpConfirmSuccess & { __typename: 'TotpConfirmSuccess' } )
  ;
  TotpEnrolResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( TotpEnrolSuccess & { __typename: 'TotpEnrolSuccess' } )
  ;
  UserAccessRevokeResult:
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<UserAccessRevokeSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'UserAccessRevokeSuccess' } )
  ;
  WebhookPingResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<WebhookPingSuccess, 'webhook'> & { webhook: _RefType['Webhook'] } & { __typename: 'WebhookPingSuccess' } )
  ;
  WebhookRemoveResult:
    | ( Omit<NotFoundError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'NotFoundError' } )
    | ( Omit<WebhookRemoveSuccess, 'tenant'> & { tenant: _RefType['Tenant'] } & { __typename: 'WebhookRemoveSuccess' } )
  ;
  WebhookSetResult:
    | ( Omit<ConflictError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'ConflictError' } )
    | ( Omit<InvalidInputError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidInputError' } )
    | ( Omit<InvalidStateError, 'code'> & { code: _RefType['UserErrorCode'] } & { __typename: 'InvalidStateError' } )
    | ( Omit<WebhookSetSuccess, 'webhook'> & { webhook: _RefType['Webhook'] } & { __typename: 'WebhookSetSuccess' } )
  ;
};

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
  AccessRevocation: ResolverTypeWrapper<AccessRevocationMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessRevocationConnection: ResolverTypeWrapper<Omit<AccessRevocationConnection, 'edges'> & { edges: Array<ResolversTypes['AccessRevocationEdge']> }>;
  AccessRevocationEdge: ResolverTypeWrapper<Omit<AccessRevocationEdge, 'node'> & { node: ResolversTypes['AccessRevocation'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiKey: ResolverTypeWrapper<ApiKeyMapper>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversTypes['ApiKeyEdge']> }>;
  ApiKeyCreateInput: ApiKeyCreateInput;
  ApiKeyCreateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApiKeyCreateResult']>;
  ApiKeyCreateSuccess: ResolverTypeWrapper<Omit<ApiKeyCreateSuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyGrant: ResolverTypeWrapper<ApiKeyGrant>;
  ApiKeyRevokeInput: ApiKeyRevokeInput;
  ApiKeyRevokeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApiKeyRevokeResult']>;
  ApiKeyRevokeSuccess: ResolverTypeWrapper<Omit<ApiKeyRevokeSuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  ApiKeyRotateInput: ApiKeyRotateInput;
  ApiKeyRotateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApiKeyRotateResult']>;
  ApiKeyRotateSuccess: ResolverTypeWrapper<Omit<ApiKeyRotateSuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  ApiKeyScope: ResolverTypeWrapper<'PROFILE_READ' | 'PROGRESS_READ' | 'CERTIFICATION_READ' | 'SUBMISSION_STATUS'>;
  ApiKeyStatus: ResolverTypeWrapper<'ACTIVE' | 'EXPIRED' | 'REVOKED'>;
  ApiKeyUseInput: ApiKeyUseInput;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditFilter: AuditFilter;
  Centre: ResolverTypeWrapper<CentreMapper>;
  CentreCloseInput: CentreCloseInput;
  CentreCloseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CentreCloseResult']>;
  CentreCloseSuccess: ResolverTypeWrapper<Omit<CentreCloseSuccess, 'centre'> & { centre: ResolversTypes['Centre'] }>;
  CentreConnection: ResolverTypeWrapper<Omit<CentreConnection, 'edges'> & { edges: Array<ResolversTypes['CentreEdge']> }>;
  CentreCreateInput: CentreCreateInput;
  CentreCreateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CentreCreateResult']>;
  CentreCreateSuccess: ResolverTypeWrapper<Omit<CentreCreateSuccess, 'centre'> & { centre: ResolversTypes['Centre'] }>;
  CentreEdge: ResolverTypeWrapper<Omit<CentreEdge, 'node'> & { node: ResolversTypes['Centre'] }>;
  CentreRenameInput: CentreRenameInput;
  CentreRenameResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CentreRenameResult']>;
  CentreRenameSuccess: ResolverTypeWrapper<Omit<CentreRenameSuccess, 'centre'> & { centre: ResolversTypes['Centre'] }>;
  CertificationAuthority: ResolverTypeWrapper<'SANDBOX' | 'HTTP' | 'MANUAL_LOT' | 'OPEN_BADGES'>;
  CertificationStart: ResolverTypeWrapper<'ON_COMPLETION' | 'ON_REQUEST'>;
  ClientKey: ResolverTypeWrapper<ClientKeyMapper>;
  ClientKeyInput: ClientKeyInput;
  ClientSignatures: ResolverTypeWrapper<ClientSignaturesMapper>;
  ClientSignaturesInput: ClientSignaturesInput;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  CurpRevealInput: CurpRevealInput;
  CurpRevealResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CurpRevealResult']>;
  CurpRevealSuccess: ResolverTypeWrapper<Omit<CurpRevealSuccess, 'disclosure'> & { disclosure: ResolversTypes['Disclosure'] }>;
  DataErasureRequestInput: DataErasureRequestInput;
  DataErasureRequestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DataErasureRequestResult']>;
  DataErasureRequestSuccess: ResolverTypeWrapper<Omit<DataErasureRequestSuccess, 'request'> & { request: ResolversTypes['DataRequest'] }>;
  DataExportReadInput: DataExportReadInput;
  DataExportReadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DataExportReadResult']>;
  DataExportReadSuccess: ResolverTypeWrapper<DataExportReadSuccess>;
  DataExportRequestInput: DataExportRequestInput;
  DataExportRequestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DataExportRequestResult']>;
  DataExportRequestSuccess: ResolverTypeWrapper<Omit<DataExportRequestSuccess, 'request'> & { request: ResolversTypes['DataRequest'] }>;
  DataIsland: ResolverTypeWrapper<'USERS' | 'COURSES' | 'CERTIFICATION' | 'CONOCER' | 'ANALYTICS'>;
  DataPart: ResolverTypeWrapper<DataPart>;
  DataPartStatus: ResolverTypeWrapper<'PENDING' | 'WAITING' | 'DONE'>;
  DataPartWait: ResolverTypeWrapper<'AUTHORITY' | 'CASE' | 'OPERATOR'>;
  DataReceipt: ResolverTypeWrapper<DataReceiptMapper>;
  DataRefusalGround: ResolverTypeWrapper<'LEGAL_DUTY' | 'CONTRACT' | 'RIGHTS_OF_OTHERS' | 'NOT_THE_HOLDER' | 'ALREADY_ANSWERED'>;
  DataRequest: ResolverTypeWrapper<DataRequestMapper>;
  DataRequestConnection: ResolverTypeWrapper<Omit<DataRequestConnection, 'edges'> & { edges: Array<ResolversTypes['DataRequestEdge']> }>;
  DataRequestDecision: ResolverTypeWrapper<'ACCEPT' | 'REFUSE' | 'EXTEND'>;
  DataRequestEdge: ResolverTypeWrapper<Omit<DataRequestEdge, 'node'> & { node: ResolversTypes['DataRequest'] }>;
  DataRequestKind: ResolverTypeWrapper<'EXPORT' | 'ERASURE'>;
  DataRequestPart: ResolverTypeWrapper<DataRequestPartMapper>;
  DataRequestResolveInput: DataRequestResolveInput;
  DataRequestResolveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DataRequestResolveResult']>;
  DataRequestResolveSuccess: ResolverTypeWrapper<Omit<DataRequestResolveSuccess, 'request'> & { request: ResolversTypes['DataRequest'] }>;
  DataRequestStatus: ResolverTypeWrapper<'RECEIVED' | 'ACCEPTED' | 'IN_PROGRESS' | 'COMPLETED' | 'REFUSED'>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DisclosedItem: ResolverTypeWrapper<'CURP'>;
  Disclosure: ResolverTypeWrapper<DisclosureMapper>;
  DisclosureConnection: ResolverTypeWrapper<Omit<DisclosureConnection, 'edges'> & { edges: Array<ResolversTypes['DisclosureEdge']> }>;
  DisclosureEdge: ResolverTypeWrapper<Omit<DisclosureEdge, 'node'> & { node: ResolversTypes['Disclosure'] }>;
  DisclosurePurpose: ResolverTypeWrapper<'OWN_COPY' | 'IDENTITY_VERIFICATION' | 'CERTIFICATION_CASE' | 'AUDIT' | 'PRIVACY_REQUEST' | 'LEGAL_OBLIGATION'>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EmailDelivery: ResolverTypeWrapper<'WORKING' | 'BOUNCED' | 'OFF'>;
  EvaluationPolicy: ResolverTypeWrapper<'AUTOMATIC_FROM_ASSESSMENT' | 'ACCREDITED_EVALUATOR'>;
  IdentityProvider: ResolverTypeWrapper<IdentityProvider>;
  IdentityProviderInput: IdentityProviderInput;
  Impersonation: ResolverTypeWrapper<ImpersonationMapper>;
  ImpersonationConnection: ResolverTypeWrapper<Omit<ImpersonationConnection, 'edges'> & { edges: Array<ResolversTypes['ImpersonationEdge']> }>;
  ImpersonationEdge: ResolverTypeWrapper<Omit<ImpersonationEdge, 'node'> & { node: ResolversTypes['Impersonation'] }>;
  ImpersonationEndInput: ImpersonationEndInput;
  ImpersonationEndResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImpersonationEndResult']>;
  ImpersonationEndSuccess: ResolverTypeWrapper<Omit<ImpersonationEndSuccess, 'impersonation'> & { impersonation: ResolversTypes['Impersonation'] }>;
  ImpersonationGrant: ResolverTypeWrapper<ImpersonationGrant>;
  ImpersonationStartInput: ImpersonationStartInput;
  ImpersonationStartResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImpersonationStartResult']>;
  ImpersonationStartSuccess: ResolverTypeWrapper<Omit<ImpersonationStartSuccess, 'impersonation'> & { impersonation: ResolversTypes['Impersonation'] }>;
  InvalidInputError: ResolverTypeWrapper<Omit<InvalidInputError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  InvalidStateError: ResolverTypeWrapper<Omit<InvalidStateError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  LiveEventKind: ResolverTypeWrapper<'SNAPSHOT' | 'CHANGE' | 'RESET'>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<Omit<NotFoundError, 'code'> & { code: ResolversTypes['UserErrorCode'] }>;
  Notification: ResolverTypeWrapper<NotificationMapper>;
  NotificationChannel: ResolverTypeWrapper<'IN_APP' | 'EMAIL'>;
  NotificationChoice: ResolverTypeWrapper<Omit<NotificationChoice, 'channel' | 'group'> & { channel: ResolversTypes['NotificationChannel'], group: ResolversTypes['NotificationGroup'] }>;
  NotificationChoiceInput: NotificationChoiceInput;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges'> & { edges: Array<ResolversTypes['NotificationEdge']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationGroup: ResolverTypeWrapper<'RESULTS' | 'REQUIREMENTS' | 'PROGRESS' | 'REMINDERS' | 'OPERATIONS'>;
  NotificationInbox: ResolverTypeWrapper<NotificationInbox>;
  NotificationInboxChanged: ResolverTypeWrapper<Omit<NotificationInboxChanged, 'kind'> & { kind: ResolversTypes['LiveEventKind'] }>;
  NotificationLanguage: ResolverTypeWrapper<'ES' | 'EN'>;
  NotificationLogEntry: ResolverTypeWrapper<NotificationLogEntry>;
  NotificationLogPage: ResolverTypeWrapper<NotificationLogPage>;
  NotificationPreferenceSetInput: NotificationPreferenceSetInput;
  NotificationPreferenceSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NotificationPreferenceSetResult']>;
  NotificationPreferenceSetSuccess: ResolverTypeWrapper<Omit<NotificationPreferenceSetSuccess, 'preferences'> & { preferences: ResolversTypes['NotificationPreferences'] }>;
  NotificationPreferences: ResolverTypeWrapper<Omit<NotificationPreferences, 'choices' | 'emailDelivery' | 'language'> & { choices: Array<ResolversTypes['NotificationChoice']>, emailDelivery: ResolversTypes['EmailDelivery'], language: ResolversTypes['NotificationLanguage'] }>;
  NotificationReceived: ResolverTypeWrapper<NotificationReceivedMapper>;
  NotificationsMarkReadInput: NotificationsMarkReadInput;
  NotificationsMarkReadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NotificationsMarkReadResult']>;
  NotificationsMarkReadSuccess: ResolverTypeWrapper<NotificationsMarkReadSuccess>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PasswordSetInput: PasswordSetInput;
  PasswordSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PasswordSetResult']>;
  PasswordSetSuccess: ResolverTypeWrapper<PasswordSetSuccess>;
  PersonPlaceInput: PersonPlaceInput;
  PersonPlaceResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PersonPlaceResult']>;
  PersonPlaceSuccess: ResolverTypeWrapper<Omit<PersonPlaceSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  Persona: ResolverTypeWrapper<'LEARNER' | 'INSTRUCTOR' | 'MENTOR' | 'EVALUATOR' | 'VERIFIER' | 'CERTIFIER' | 'CENTRE_ADMIN' | 'ANALYST' | 'AUDITOR' | 'EMPLOYER' | 'PRIVACY_OFFICER' | 'ADMIN' | 'SUPER_ADMIN' | 'SERVICE'>;
  PersonaGrant: ResolverTypeWrapper<Omit<PersonaGrant, 'persona'> & { persona: ResolversTypes['Persona'] }>;
  PersonaGrantInput: PersonaGrantInput;
  PersonaGrantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PersonaGrantResult']>;
  PersonaGrantSuccess: ResolverTypeWrapper<Omit<PersonaGrantSuccess, 'persona'> & { persona: ResolversTypes['Persona'] }>;
  PersonaRevokeInput: PersonaRevokeInput;
  PersonaRevokeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PersonaRevokeResult']>;
  PersonaRevokeSuccess: ResolverTypeWrapper<Omit<PersonaRevokeSuccess, 'persona'> & { persona: ResolversTypes['Persona'] }>;
  PortfolioConnection: ResolverTypeWrapper<Omit<PortfolioConnection, 'edges'> & { edges: Array<ResolversTypes['PortfolioEdge']> }>;
  PortfolioEdge: ResolverTypeWrapper<Omit<PortfolioEdge, 'node'> & { node: ResolversTypes['PortfolioEntry'] }>;
  PortfolioEntry: ResolverTypeWrapper<Omit<PortfolioEntry, 'kind'> & { kind: ResolversTypes['PortfolioEntryKind'] }>;
  PortfolioEntryKind: ResolverTypeWrapper<'PLATFORM_CERTIFICATE' | 'CONOCER_CERTIFICATE'>;
  ProfileUpdateInput: ProfileUpdateInput;
  ProfileUpdateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ProfileUpdateResult']>;
  ProfileUpdateSuccess: ResolverTypeWrapper<Omit<ProfileUpdateSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SessionRevokeInput: SessionRevokeInput;
  SessionRevokeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SessionRevokeResult']>;
  SessionRevokeSuccess: ResolverTypeWrapper<SessionRevokeSuccess>;
  SignInCheck: ResolverTypeWrapper<Omit<SignInCheck, 'personas'> & { personas: Array<ResolversTypes['Persona']> }>;
  SignInCheckInput: SignInCheckInput;
  SignatureAlgorithm: ResolverTypeWrapper<'ED25519' | 'ECDSA_P256_SHA256'>;
  SolarpunkPolicy: ResolverTypeWrapper<'GATE' | 'ADVISORY'>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Tenant: ResolverTypeWrapper<TenantMapper>;
  TenantConfigureInput: TenantConfigureInput;
  TenantConfigureResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantConfigureResult']>;
  TenantConfigureSuccess: ResolverTypeWrapper<Omit<TenantConfigureSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantDirectoryConnection: ResolverTypeWrapper<Omit<TenantDirectoryConnection, 'edges'> & { edges: Array<ResolversTypes['TenantDirectoryEdge']> }>;
  TenantDirectoryEdge: ResolverTypeWrapper<Omit<TenantDirectoryEdge, 'node'> & { node: ResolversTypes['Tenant'] }>;
  TenantDomain: ResolverTypeWrapper<TenantDomainMapper>;
  TenantDomainRemoveInput: TenantDomainRemoveInput;
  TenantDomainRemoveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantDomainRemoveResult']>;
  TenantDomainRemoveSuccess: ResolverTypeWrapper<Omit<TenantDomainRemoveSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantDomainSetInput: TenantDomainSetInput;
  TenantDomainSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantDomainSetResult']>;
  TenantDomainSetSuccess: ResolverTypeWrapper<Omit<TenantDomainSetSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantDomainStatus: ResolverTypeWrapper<'PENDING' | 'VERIFIED'>;
  TenantDomainVerifyInput: TenantDomainVerifyInput;
  TenantDomainVerifyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantDomainVerifyResult']>;
  TenantDomainVerifySuccess: ResolverTypeWrapper<Omit<TenantDomainVerifySuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantFeature: ResolverTypeWrapper<'AUTOMATIC_DOCUMENTS' | 'CUSTOM_DOMAIN' | 'WEBHOOKS'>;
  TenantFeatureInput: TenantFeatureInput;
  TenantLimits: ResolverTypeWrapper<TenantLimits>;
  TenantLimitsInput: TenantLimitsInput;
  TenantPolicies: ResolverTypeWrapper<Omit<TenantPolicies, 'authority' | 'certificationStart' | 'evaluation' | 'solarpunkPolicy'> & { authority?: Maybe<ResolversTypes['CertificationAuthority']>, certificationStart: ResolversTypes['CertificationStart'], evaluation: ResolversTypes['EvaluationPolicy'], solarpunkPolicy: ResolversTypes['SolarpunkPolicy'] }>;
  TenantReactivateInput: TenantReactivateInput;
  TenantReactivateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantReactivateResult']>;
  TenantReactivateSuccess: ResolverTypeWrapper<Omit<TenantReactivateSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantSettings: ResolverTypeWrapper<TenantSettingsMapper>;
  TenantStatus: ResolverTypeWrapper<'ACTIVE' | 'SUSPENDED'>;
  TenantSuspendInput: TenantSuspendInput;
  TenantSuspendResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantSuspendResult']>;
  TenantSuspendSuccess: ResolverTypeWrapper<Omit<TenantSuspendSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantTermsSetInput: TenantTermsSetInput;
  TenantTermsSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TenantTermsSetResult']>;
  TenantTermsSetSuccess: ResolverTypeWrapper<Omit<TenantTermsSetSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  TenantTier: ResolverTypeWrapper<'STARTER' | 'PROFESSIONAL' | 'ENTERPRISE'>;
  TotpConfirmInput: TotpConfirmInput;
  TotpConfirmResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TotpConfirmResult']>;
  TotpConfirmSuccess: ResolverTypeWrapper<TotpConfirmSuccess>;
  TotpEnrolInput: TotpEnrolInput;
  TotpEnrolResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TotpEnrolResult']>;
  TotpEnrolSuccess: ResolverTypeWrapper<TotpEnrolSuccess>;
  User: ResolverTypeWrapper<UserMapper>;
  UserAccessRevokeInput: UserAccessRevokeInput;
  UserAccessRevokeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UserAccessRevokeResult']>;
  UserAccessRevokeSuccess: ResolverTypeWrapper<Omit<UserAccessRevokeSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: ResolverTypeWrapper<'NOT_FOUND' | 'IDEMPOTENCY_CONFLICT' | 'INVALID_INPUT' | 'INVALID_STATE' | 'ALREADY_ENROLLED' | 'LESSONS_MISSING' | 'CERTIFICATION_ALREADY_OPEN' | 'SECOND_PERSON_REQUIRED' | 'DUTY_CONFLICT'>;
  Webhook: ResolverTypeWrapper<WebhookMapper>;
  WebhookDelivery: ResolverTypeWrapper<Omit<WebhookDelivery, 'status'> & { status: ResolversTypes['WebhookDeliveryStatus'] }>;
  WebhookDeliveryStatus: ResolverTypeWrapper<'PENDING' | 'DELIVERED' | 'FAILED'>;
  WebhookPingInput: WebhookPingInput;
  WebhookPingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WebhookPingResult']>;
  WebhookPingSuccess: ResolverTypeWrapper<Omit<WebhookPingSuccess, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  WebhookRemoveInput: WebhookRemoveInput;
  WebhookRemoveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WebhookRemoveResult']>;
  WebhookRemoveSuccess: ResolverTypeWrapper<Omit<WebhookRemoveSuccess, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  WebhookSetInput: WebhookSetInput;
  WebhookSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WebhookSetResult']>;
  WebhookSetSuccess: ResolverTypeWrapper<Omit<WebhookSetSuccess, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  WebhookTopic: ResolverTypeWrapper<'CERTIFICATION_STATUS_CHANGED' | 'CERTIFICATE_ISSUED' | 'CERTIFICATE_REVOKED' | 'NOTIFICATION_SENT'>;
  cacheControl__Scope: ResolverTypeWrapper<'PUBLIC' | 'PRIVATE'>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessRevocation: AccessRevocationMapper;
  ID: Scalars['ID']['output'];
  AccessRevocationConnection: Omit<AccessRevocationConnection, 'edges'> & { edges: Array<ResolversParentTypes['AccessRevocationEdge']> };
  AccessRevocationEdge: Omit<AccessRevocationEdge, 'node'> & { node: ResolversParentTypes['AccessRevocation'] };
  String: Scalars['String']['output'];
  ApiKey: ApiKeyMapper;
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApiKeyEdge']> };
  ApiKeyCreateInput: ApiKeyCreateInput;
  ApiKeyCreateResult: ResolversUnionTypes<ResolversParentTypes>['ApiKeyCreateResult'];
  ApiKeyCreateSuccess: Omit<ApiKeyCreateSuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyGrant: ApiKeyGrant;
  ApiKeyRevokeInput: ApiKeyRevokeInput;
  ApiKeyRevokeResult: ResolversUnionTypes<ResolversParentTypes>['ApiKeyRevokeResult'];
  ApiKeyRevokeSuccess: Omit<ApiKeyRevokeSuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  ApiKeyRotateInput: ApiKeyRotateInput;
  ApiKeyRotateResult: ResolversUnionTypes<ResolversParentTypes>['ApiKeyRotateResult'];
  ApiKeyRotateSuccess: Omit<ApiKeyRotateSuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  ApiKeyUseInput: ApiKeyUseInput;
  AuditEntry: AuditEntry;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  AuditFilter: AuditFilter;
  Centre: CentreMapper;
  CentreCloseInput: CentreCloseInput;
  CentreCloseResult: ResolversUnionTypes<ResolversParentTypes>['CentreCloseResult'];
  CentreCloseSuccess: Omit<CentreCloseSuccess, 'centre'> & { centre: ResolversParentTypes['Centre'] };
  CentreConnection: Omit<CentreConnection, 'edges'> & { edges: Array<ResolversParentTypes['CentreEdge']> };
  CentreCreateInput: CentreCreateInput;
  CentreCreateResult: ResolversUnionTypes<ResolversParentTypes>['CentreCreateResult'];
  CentreCreateSuccess: Omit<CentreCreateSuccess, 'centre'> & { centre: ResolversParentTypes['Centre'] };
  CentreEdge: Omit<CentreEdge, 'node'> & { node: ResolversParentTypes['Centre'] };
  CentreRenameInput: CentreRenameInput;
  CentreRenameResult: ResolversUnionTypes<ResolversParentTypes>['CentreRenameResult'];
  CentreRenameSuccess: Omit<CentreRenameSuccess, 'centre'> & { centre: ResolversParentTypes['Centre'] };
  ClientKey: ClientKeyMapper;
  ClientKeyInput: ClientKeyInput;
  ClientSignatures: ClientSignaturesMapper;
  ClientSignaturesInput: ClientSignaturesInput;
  ConflictError: ConflictError;
  CurpRevealInput: CurpRevealInput;
  CurpRevealResult: ResolversUnionTypes<ResolversParentTypes>['CurpRevealResult'];
  CurpRevealSuccess: Omit<CurpRevealSuccess, 'disclosure'> & { disclosure: ResolversParentTypes['Disclosure'] };
  DataErasureRequestInput: DataErasureRequestInput;
  DataErasureRequestResult: ResolversUnionTypes<ResolversParentTypes>['DataErasureRequestResult'];
  DataErasureRequestSuccess: Omit<DataErasureRequestSuccess, 'request'> & { request: ResolversParentTypes['DataRequest'] };
  DataExportReadInput: DataExportReadInput;
  DataExportReadResult: ResolversUnionTypes<ResolversParentTypes>['DataExportReadResult'];
  DataExportReadSuccess: DataExportReadSuccess;
  DataExportRequestInput: DataExportRequestInput;
  DataExportRequestResult: ResolversUnionTypes<ResolversParentTypes>['DataExportRequestResult'];
  DataExportRequestSuccess: Omit<DataExportRequestSuccess, 'request'> & { request: ResolversParentTypes['DataRequest'] };
  DataPart: DataPart;
  DataReceipt: DataReceiptMapper;
  DataRequest: DataRequestMapper;
  DataRequestConnection: Omit<DataRequestConnection, 'edges'> & { edges: Array<ResolversParentTypes['DataRequestEdge']> };
  DataRequestEdge: Omit<DataRequestEdge, 'node'> & { node: ResolversParentTypes['DataRequest'] };
  DataRequestPart: DataRequestPartMapper;
  DataRequestResolveInput: DataRequestResolveInput;
  DataRequestResolveResult: ResolversUnionTypes<ResolversParentTypes>['DataRequestResolveResult'];
  DataRequestResolveSuccess: Omit<DataRequestResolveSuccess, 'request'> & { request: ResolversParentTypes['DataRequest'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Disclosure: DisclosureMapper;
  DisclosureConnection: Omit<DisclosureConnection, 'edges'> & { edges: Array<ResolversParentTypes['DisclosureEdge']> };
  DisclosureEdge: Omit<DisclosureEdge, 'node'> & { node: ResolversParentTypes['Disclosure'] };
  EmailAddress: Scalars['EmailAddress']['output'];
  IdentityProvider: IdentityProvider;
  IdentityProviderInput: IdentityProviderInput;
  Impersonation: ImpersonationMapper;
  ImpersonationConnection: Omit<ImpersonationConnection, 'edges'> & { edges: Array<ResolversParentTypes['ImpersonationEdge']> };
  ImpersonationEdge: Omit<ImpersonationEdge, 'node'> & { node: ResolversParentTypes['Impersonation'] };
  ImpersonationEndInput: ImpersonationEndInput;
  ImpersonationEndResult: ResolversUnionTypes<ResolversParentTypes>['ImpersonationEndResult'];
  ImpersonationEndSuccess: Omit<ImpersonationEndSuccess, 'impersonation'> & { impersonation: ResolversParentTypes['Impersonation'] };
  ImpersonationGrant: ImpersonationGrant;
  ImpersonationStartInput: ImpersonationStartInput;
  ImpersonationStartResult: ResolversUnionTypes<ResolversParentTypes>['ImpersonationStartResult'];
  ImpersonationStartSuccess: Omit<ImpersonationStartSuccess, 'impersonation'> & { impersonation: ResolversParentTypes['Impersonation'] };
  InvalidInputError: InvalidInputError;
  InvalidStateError: InvalidStateError;
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  Notification: NotificationMapper;
  NotificationChoice: NotificationChoice;
  NotificationChoiceInput: NotificationChoiceInput;
  NotificationConnection: Omit<NotificationConnection, 'edges'> & { edges: Array<ResolversParentTypes['NotificationEdge']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationInbox: NotificationInbox;
  NotificationInboxChanged: NotificationInboxChanged;
  NotificationLogEntry: NotificationLogEntry;
  NotificationLogPage: NotificationLogPage;
  NotificationPreferenceSetInput: NotificationPreferenceSetInput;
  NotificationPreferenceSetResult: ResolversUnionTypes<ResolversParentTypes>['NotificationPreferenceSetResult'];
  NotificationPreferenceSetSuccess: Omit<NotificationPreferenceSetSuccess, 'preferences'> & { preferences: ResolversParentTypes['NotificationPreferences'] };
  NotificationPreferences: Omit<NotificationPreferences, 'choices'> & { choices: Array<ResolversParentTypes['NotificationChoice']> };
  NotificationReceived: NotificationReceivedMapper;
  NotificationsMarkReadInput: NotificationsMarkReadInput;
  NotificationsMarkReadResult: ResolversUnionTypes<ResolversParentTypes>['NotificationsMarkReadResult'];
  NotificationsMarkReadSuccess: NotificationsMarkReadSuccess;
  PageInfo: PageInfo;
  PasswordSetInput: PasswordSetInput;
  PasswordSetResult: ResolversUnionTypes<ResolversParentTypes>['PasswordSetResult'];
  PasswordSetSuccess: PasswordSetSuccess;
  PersonPlaceInput: PersonPlaceInput;
  PersonPlaceResult: ResolversUnionTypes<ResolversParentTypes>['PersonPlaceResult'];
  PersonPlaceSuccess: Omit<PersonPlaceSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  PersonaGrant: PersonaGrant;
  PersonaGrantInput: PersonaGrantInput;
  PersonaGrantResult: ResolversUnionTypes<ResolversParentTypes>['PersonaGrantResult'];
  PersonaGrantSuccess: PersonaGrantSuccess;
  PersonaRevokeInput: PersonaRevokeInput;
  PersonaRevokeResult: ResolversUnionTypes<ResolversParentTypes>['PersonaRevokeResult'];
  PersonaRevokeSuccess: PersonaRevokeSuccess;
  PortfolioConnection: Omit<PortfolioConnection, 'edges'> & { edges: Array<ResolversParentTypes['PortfolioEdge']> };
  PortfolioEdge: Omit<PortfolioEdge, 'node'> & { node: ResolversParentTypes['PortfolioEntry'] };
  PortfolioEntry: PortfolioEntry;
  ProfileUpdateInput: ProfileUpdateInput;
  ProfileUpdateResult: ResolversUnionTypes<ResolversParentTypes>['ProfileUpdateResult'];
  ProfileUpdateSuccess: Omit<ProfileUpdateSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  Query: Record<PropertyKey, never>;
  SessionRevokeInput: SessionRevokeInput;
  SessionRevokeResult: ResolversUnionTypes<ResolversParentTypes>['SessionRevokeResult'];
  SessionRevokeSuccess: SessionRevokeSuccess;
  SignInCheck: SignInCheck;
  SignInCheckInput: SignInCheckInput;
  Subscription: Record<PropertyKey, never>;
  Tenant: TenantMapper;
  TenantConfigureInput: TenantConfigureInput;
  TenantConfigureResult: ResolversUnionTypes<ResolversParentTypes>['TenantConfigureResult'];
  TenantConfigureSuccess: Omit<TenantConfigureSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TenantDirectoryConnection: Omit<TenantDirectoryConnection, 'edges'> & { edges: Array<ResolversParentTypes['TenantDirectoryEdge']> };
  TenantDirectoryEdge: Omit<TenantDirectoryEdge, 'node'> & { node: ResolversParentTypes['Tenant'] };
  TenantDomain: TenantDomainMapper;
  TenantDomainRemoveInput: TenantDomainRemoveInput;
  TenantDomainRemoveResult: ResolversUnionTypes<ResolversParentTypes>['TenantDomainRemoveResult'];
  TenantDomainRemoveSuccess: Omit<TenantDomainRemoveSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TenantDomainSetInput: TenantDomainSetInput;
  TenantDomainSetResult: ResolversUnionTypes<ResolversParentTypes>['TenantDomainSetResult'];
  TenantDomainSetSuccess: Omit<TenantDomainSetSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TenantDomainVerifyInput: TenantDomainVerifyInput;
  TenantDomainVerifyResult: ResolversUnionTypes<ResolversParentTypes>['TenantDomainVerifyResult'];
  TenantDomainVerifySuccess: Omit<TenantDomainVerifySuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TenantFeatureInput: TenantFeatureInput;
  TenantLimits: TenantLimits;
  TenantLimitsInput: TenantLimitsInput;
  TenantPolicies: TenantPolicies;
  TenantReactivateInput: TenantReactivateInput;
  TenantReactivateResult: ResolversUnionTypes<ResolversParentTypes>['TenantReactivateResult'];
  TenantReactivateSuccess: Omit<TenantReactivateSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TenantSettings: TenantSettingsMapper;
  TenantSuspendInput: TenantSuspendInput;
  TenantSuspendResult: ResolversUnionTypes<ResolversParentTypes>['TenantSuspendResult'];
  TenantSuspendSuccess: Omit<TenantSuspendSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TenantTermsSetInput: TenantTermsSetInput;
  TenantTermsSetResult: ResolversUnionTypes<ResolversParentTypes>['TenantTermsSetResult'];
  TenantTermsSetSuccess: Omit<TenantTermsSetSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  TotpConfirmInput: TotpConfirmInput;
  TotpConfirmResult: ResolversUnionTypes<ResolversParentTypes>['TotpConfirmResult'];
  TotpConfirmSuccess: TotpConfirmSuccess;
  TotpEnrolInput: TotpEnrolInput;
  TotpEnrolResult: ResolversUnionTypes<ResolversParentTypes>['TotpEnrolResult'];
  TotpEnrolSuccess: TotpEnrolSuccess;
  User: UserMapper;
  UserAccessRevokeInput: UserAccessRevokeInput;
  UserAccessRevokeResult: ResolversUnionTypes<ResolversParentTypes>['UserAccessRevokeResult'];
  UserAccessRevokeSuccess: Omit<UserAccessRevokeSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Webhook: WebhookMapper;
  WebhookDelivery: WebhookDelivery;
  WebhookPingInput: WebhookPingInput;
  WebhookPingResult: ResolversUnionTypes<ResolversParentTypes>['WebhookPingResult'];
  WebhookPingSuccess: Omit<WebhookPingSuccess, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  WebhookRemoveInput: WebhookRemoveInput;
  WebhookRemoveResult: ResolversUnionTypes<ResolversParentTypes>['WebhookRemoveResult'];
  WebhookRemoveSuccess: Omit<WebhookRemoveSuccess, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  WebhookSetInput: WebhookSetInput;
  WebhookSetResult: ResolversUnionTypes<ResolversParentTypes>['WebhookSetResult'];
  WebhookSetSuccess: Omit<WebhookSetSuccess, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type cacheControlDirectiveArgs = {
  inheritMaxAge: Maybe<Scalars['Boolean']['input']>;
  maxAge: Maybe<Scalars['Int']['input']>;
  scope: Maybe<cacheControl__Scope>;
};

export type cacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = cacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessRevocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRevocation'] = ResolversParentTypes['AccessRevocation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mattersUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  persona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType>;
  revokedBefore?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sessionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AccessRevocationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRevocationConnection'] = ResolversParentTypes['AccessRevocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessRevocationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessRevocationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRevocationEdge'] = ResolversParentTypes['AccessRevocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessRevocation'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rotatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApiKeyStatus'], ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyCreateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyCreateResult'] = ResolversParentTypes['ApiKeyCreateResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyCreateSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError', ParentType, ContextType>;
};

export type ApiKeyCreateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyCreateSuccess'] = ResolversParentTypes['ApiKeyCreateSuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  isReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyGrant'] = ResolversParentTypes['ApiKeyGrant']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publicId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApiKeyRevokeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyRevokeResult'] = ResolversParentTypes['ApiKeyRevokeResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyRevokeSuccess' | 'InvalidInputError' | 'NotFoundError', ParentType, ContextType>;
};

export type ApiKeyRevokeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyRevokeSuccess'] = ResolversParentTypes['ApiKeyRevokeSuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyRotateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyRotateResult'] = ResolversParentTypes['ApiKeyRotateResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyRotateSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type ApiKeyRotateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyRotateSuccess'] = ResolversParentTypes['ApiKeyRotateSuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  isReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyScopeResolvers = EnumResolverSignature<{ CERTIFICATION_READ?: any, PROFILE_READ?: any, PROGRESS_READ?: any, SUBMISSION_STATUS?: any }, ResolversTypes['ApiKeyScope']>;

export type ApiKeyStatusResolvers = EnumResolverSignature<{ ACTIVE?: any, EXPIRED?: any, REVOKED?: any }, ResolversTypes['ApiKeyStatus']>;

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

export type CentreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Centre'] = ResolversParentTypes['Centre'], FederationReferenceType extends FederationReferenceTypes['Centre'] = FederationReferenceTypes['Centre']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Centre']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CentreCloseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreCloseResult'] = ResolversParentTypes['CentreCloseResult']> = {
  __resolveType?: TypeResolveFn<'CentreCloseSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CentreCloseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreCloseSuccess'] = ResolversParentTypes['CentreCloseSuccess']> = {
  centre?: Resolver<ResolversTypes['Centre'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CentreConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreConnection'] = ResolversParentTypes['CentreConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CentreEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CentreCreateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreCreateResult'] = ResolversParentTypes['CentreCreateResult']> = {
  __resolveType?: TypeResolveFn<'CentreCreateSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError', ParentType, ContextType>;
};

export type CentreCreateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreCreateSuccess'] = ResolversParentTypes['CentreCreateSuccess']> = {
  centre?: Resolver<ResolversTypes['Centre'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CentreEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreEdge'] = ResolversParentTypes['CentreEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Centre'], ParentType, ContextType>;
};

export type CentreRenameResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreRenameResult'] = ResolversParentTypes['CentreRenameResult']> = {
  __resolveType?: TypeResolveFn<'CentreRenameSuccess' | 'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CentreRenameSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CentreRenameSuccess'] = ResolversParentTypes['CentreRenameSuccess']> = {
  centre?: Resolver<ResolversTypes['Centre'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationAuthorityResolvers = EnumResolverSignature<{ HTTP?: any, MANUAL_LOT?: any, OPEN_BADGES?: any, SANDBOX?: any }, ResolversTypes['CertificationAuthority']>;

export type CertificationStartResolvers = EnumResolverSignature<{ ON_COMPLETION?: any, ON_REQUEST?: any }, ResolversTypes['CertificationStart']>;

export type ClientKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientKey'] = ResolversParentTypes['ClientKey']> = {
  algorithm?: Resolver<ResolversTypes['SignatureAlgorithm'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClientSignaturesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientSignatures'] = ResolversParentTypes['ClientSignatures']> = {
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['ClientKey']>, ParentType, ContextType>;
};

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CurpRevealResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurpRevealResult'] = ResolversParentTypes['CurpRevealResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'CurpRevealSuccess' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type CurpRevealSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurpRevealSuccess'] = ResolversParentTypes['CurpRevealSuccess']> = {
  curp?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  disclosure?: Resolver<ResolversTypes['Disclosure'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataErasureRequestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataErasureRequestResult'] = ResolversParentTypes['DataErasureRequestResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'DataErasureRequestSuccess' | 'InvalidInputError' | 'InvalidStateError', ParentType, ContextType>;
};

export type DataErasureRequestSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataErasureRequestSuccess'] = ResolversParentTypes['DataErasureRequestSuccess']> = {
  request?: Resolver<ResolversTypes['DataRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataExportReadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportReadResult'] = ResolversParentTypes['DataExportReadResult']> = {
  __resolveType?: TypeResolveFn<'DataExportReadSuccess' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type DataExportReadSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportReadSuccess'] = ResolversParentTypes['DataExportReadSuccess']> = {
  documentSha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  piece?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pieces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataExportRequestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportRequestResult'] = ResolversParentTypes['DataExportRequestResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'DataExportRequestSuccess' | 'InvalidInputError' | 'InvalidStateError', ParentType, ContextType>;
};

export type DataExportRequestSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportRequestSuccess'] = ResolversParentTypes['DataExportRequestSuccess']> = {
  request?: Resolver<ResolversTypes['DataRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataIslandResolvers = EnumResolverSignature<{ ANALYTICS?: any, CERTIFICATION?: any, CONOCER?: any, COURSES?: any, USERS?: any }, ResolversTypes['DataIsland']>;

export type DataPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataPart'] = ResolversParentTypes['DataPart']> = {
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DataPartStatusResolvers = EnumResolverSignature<{ DONE?: any, PENDING?: any, WAITING?: any }, ResolversTypes['DataPartStatus']>;

export type DataPartWaitResolvers = EnumResolverSignature<{ AUTHORITY?: any, CASE?: any, OPERATOR?: any }, ResolversTypes['DataPartWait']>;

export type DataReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataReceipt'] = ResolversParentTypes['DataReceipt']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataRequestKind'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DataRequestStatus'], ParentType, ContextType>;
};

export type DataRefusalGroundResolvers = EnumResolverSignature<{ ALREADY_ANSWERED?: any, CONTRACT?: any, LEGAL_DUTY?: any, NOT_THE_HOLDER?: any, RIGHTS_OF_OTHERS?: any }, ResolversTypes['DataRefusalGround']>;

export type DataRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequest'] = ResolversParentTypes['DataRequest']> = {
  answerDueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answerExtendedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  businessDaysLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectExtendedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataRequestKind'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['DataRequestPart']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['DataReceipt']>, ParentType, ContextType>;
  receiptCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalGround?: Resolver<Maybe<ResolversTypes['DataRefusalGround']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DataRequestStatus'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type DataRequestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequestConnection'] = ResolversParentTypes['DataRequestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DataRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DataRequestDecisionResolvers = EnumResolverSignature<{ ACCEPT?: any, EXTEND?: any, REFUSE?: any }, ResolversTypes['DataRequestDecision']>;

export type DataRequestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequestEdge'] = ResolversParentTypes['DataRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataRequest'], ParentType, ContextType>;
};

export type DataRequestKindResolvers = EnumResolverSignature<{ ERASURE?: any, EXPORT?: any }, ResolversTypes['DataRequestKind']>;

export type DataRequestPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequestPart'] = ResolversParentTypes['DataRequestPart']> = {
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  island?: Resolver<ResolversTypes['DataIsland'], ParentType, ContextType>;
  records?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DataPartStatus'], ParentType, ContextType>;
  waitingFor?: Resolver<Maybe<ResolversTypes['DataPartWait']>, ParentType, ContextType>;
};

export type DataRequestResolveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequestResolveResult'] = ResolversParentTypes['DataRequestResolveResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'DataRequestResolveSuccess' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type DataRequestResolveSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequestResolveSuccess'] = ResolversParentTypes['DataRequestResolveSuccess']> = {
  request?: Resolver<ResolversTypes['DataRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataRequestStatusResolvers = EnumResolverSignature<{ ACCEPTED?: any, COMPLETED?: any, IN_PROGRESS?: any, RECEIVED?: any, REFUSED?: any }, ResolversTypes['DataRequestStatus']>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisclosedItemResolvers = EnumResolverSignature<{ CURP?: any }, ResolversTypes['DisclosedItem']>;

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['DisclosedItem'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['DisclosurePurpose'], ParentType, ContextType>;
  shownAs?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  shownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shownTo?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type DisclosureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureConnection'] = ResolversParentTypes['DisclosureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DisclosureEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisclosureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureEdge'] = ResolversParentTypes['DisclosureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Disclosure'], ParentType, ContextType>;
};

export type DisclosurePurposeResolvers = EnumResolverSignature<{ AUDIT?: any, CERTIFICATION_CASE?: any, IDENTITY_VERIFICATION?: any, LEGAL_OBLIGATION?: any, OWN_COPY?: any, PRIVACY_REQUEST?: any }, ResolversTypes['DisclosurePurpose']>;

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EmailDeliveryResolvers = EnumResolverSignature<{ BOUNCED?: any, OFF?: any, WORKING?: any }, ResolversTypes['EmailDelivery']>;

export type EvaluationPolicyResolvers = EnumResolverSignature<{ ACCREDITED_EVALUATOR?: any, AUTOMATIC_FROM_ASSESSMENT?: any }, ResolversTypes['EvaluationPolicy']>;

export type IdentityProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityProvider'] = ResolversParentTypes['IdentityProvider']> = {
  audience?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  jwksUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personaClaim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenantClaim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokenUseClaim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userClaim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImpersonationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Impersonation'] = ResolversParentTypes['Impersonation']> = {
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  impersonatorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ImpersonationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationConnection'] = ResolversParentTypes['ImpersonationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ImpersonationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ImpersonationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationEdge'] = ResolversParentTypes['ImpersonationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Impersonation'], ParentType, ContextType>;
};

export type ImpersonationEndResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationEndResult'] = ResolversParentTypes['ImpersonationEndResult']> = {
  __resolveType?: TypeResolveFn<'ImpersonationEndSuccess' | 'NotFoundError', ParentType, ContextType>;
};

export type ImpersonationEndSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationEndSuccess'] = ResolversParentTypes['ImpersonationEndSuccess']> = {
  impersonation?: Resolver<ResolversTypes['Impersonation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImpersonationGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationGrant'] = ResolversParentTypes['ImpersonationGrant']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  impersonatorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ImpersonationStartResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationStartResult'] = ResolversParentTypes['ImpersonationStartResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'ImpersonationStartSuccess' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type ImpersonationStartSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpersonationStartSuccess'] = ResolversParentTypes['ImpersonationStartSuccess']> = {
  impersonation?: Resolver<ResolversTypes['Impersonation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type LiveEventKindResolvers = EnumResolverSignature<{ CHANGE?: any, RESET?: any, SNAPSHOT?: any }, ResolversTypes['LiveEventKind']>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  apiKeyCreate?: Resolver<Maybe<ResolversTypes['ApiKeyCreateResult']>, ParentType, ContextType, RequireFields<MutationapiKeyCreateArgs, 'input'>>;
  apiKeyRevoke?: Resolver<Maybe<ResolversTypes['ApiKeyRevokeResult']>, ParentType, ContextType, RequireFields<MutationapiKeyRevokeArgs, 'input'>>;
  apiKeyRotate?: Resolver<Maybe<ResolversTypes['ApiKeyRotateResult']>, ParentType, ContextType, RequireFields<MutationapiKeyRotateArgs, 'input'>>;
  apiKeyUseRecord?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<MutationapiKeyUseRecordArgs, 'uses'>>;
  centreClose?: Resolver<Maybe<ResolversTypes['CentreCloseResult']>, ParentType, ContextType, RequireFields<MutationcentreCloseArgs, 'input'>>;
  centreCreate?: Resolver<Maybe<ResolversTypes['CentreCreateResult']>, ParentType, ContextType, RequireFields<MutationcentreCreateArgs, 'input'>>;
  centreRename?: Resolver<Maybe<ResolversTypes['CentreRenameResult']>, ParentType, ContextType, RequireFields<MutationcentreRenameArgs, 'input'>>;
  curpReveal?: Resolver<Maybe<ResolversTypes['CurpRevealResult']>, ParentType, ContextType, RequireFields<MutationcurpRevealArgs, 'input'>>;
  dataErasureRequest?: Resolver<Maybe<ResolversTypes['DataErasureRequestResult']>, ParentType, ContextType, RequireFields<MutationdataErasureRequestArgs, 'input'>>;
  dataExportRead?: Resolver<Maybe<ResolversTypes['DataExportReadResult']>, ParentType, ContextType, RequireFields<MutationdataExportReadArgs, 'input'>>;
  dataExportRequest?: Resolver<Maybe<ResolversTypes['DataExportRequestResult']>, ParentType, ContextType, RequireFields<MutationdataExportRequestArgs, 'input'>>;
  dataRequestResolve?: Resolver<Maybe<ResolversTypes['DataRequestResolveResult']>, ParentType, ContextType, RequireFields<MutationdataRequestResolveArgs, 'input'>>;
  impersonationEnd?: Resolver<Maybe<ResolversTypes['ImpersonationEndResult']>, ParentType, ContextType, RequireFields<MutationimpersonationEndArgs, 'input'>>;
  impersonationStart?: Resolver<Maybe<ResolversTypes['ImpersonationStartResult']>, ParentType, ContextType, RequireFields<MutationimpersonationStartArgs, 'input'>>;
  notificationPreferenceSet?: Resolver<Maybe<ResolversTypes['NotificationPreferenceSetResult']>, ParentType, ContextType, RequireFields<MutationnotificationPreferenceSetArgs, 'input'>>;
  notificationsMarkRead?: Resolver<Maybe<ResolversTypes['NotificationsMarkReadResult']>, ParentType, ContextType, RequireFields<MutationnotificationsMarkReadArgs, 'input'>>;
  passwordSet?: Resolver<Maybe<ResolversTypes['PasswordSetResult']>, ParentType, ContextType, RequireFields<MutationpasswordSetArgs, 'input'>>;
  personPlace?: Resolver<Maybe<ResolversTypes['PersonPlaceResult']>, ParentType, ContextType, RequireFields<MutationpersonPlaceArgs, 'input'>>;
  personaGrant?: Resolver<Maybe<ResolversTypes['PersonaGrantResult']>, ParentType, ContextType, RequireFields<MutationpersonaGrantArgs, 'input'>>;
  personaRevoke?: Resolver<Maybe<ResolversTypes['PersonaRevokeResult']>, ParentType, ContextType, RequireFields<MutationpersonaRevokeArgs, 'input'>>;
  profileUpdate?: Resolver<Maybe<ResolversTypes['ProfileUpdateResult']>, ParentType, ContextType, RequireFields<MutationprofileUpdateArgs, 'input'>>;
  sessionRevoke?: Resolver<Maybe<ResolversTypes['SessionRevokeResult']>, ParentType, ContextType, RequireFields<MutationsessionRevokeArgs, 'input'>>;
  signInCheck?: Resolver<Maybe<ResolversTypes['SignInCheck']>, ParentType, ContextType, RequireFields<MutationsignInCheckArgs, 'input'>>;
  tenantConfigure?: Resolver<Maybe<ResolversTypes['TenantConfigureResult']>, ParentType, ContextType, RequireFields<MutationtenantConfigureArgs, 'input'>>;
  tenantDomainRemove?: Resolver<Maybe<ResolversTypes['TenantDomainRemoveResult']>, ParentType, ContextType, RequireFields<MutationtenantDomainRemoveArgs, 'input'>>;
  tenantDomainSet?: Resolver<Maybe<ResolversTypes['TenantDomainSetResult']>, ParentType, ContextType, RequireFields<MutationtenantDomainSetArgs, 'input'>>;
  tenantDomainVerify?: Resolver<Maybe<ResolversTypes['TenantDomainVerifyResult']>, ParentType, ContextType, RequireFields<MutationtenantDomainVerifyArgs, 'input'>>;
  tenantReactivate?: Resolver<Maybe<ResolversTypes['TenantReactivateResult']>, ParentType, ContextType, RequireFields<MutationtenantReactivateArgs, 'input'>>;
  tenantSuspend?: Resolver<Maybe<ResolversTypes['TenantSuspendResult']>, ParentType, ContextType, RequireFields<MutationtenantSuspendArgs, 'input'>>;
  tenantTermsSet?: Resolver<Maybe<ResolversTypes['TenantTermsSetResult']>, ParentType, ContextType, RequireFields<MutationtenantTermsSetArgs, 'input'>>;
  totpConfirm?: Resolver<Maybe<ResolversTypes['TotpConfirmResult']>, ParentType, ContextType, RequireFields<MutationtotpConfirmArgs, 'input'>>;
  totpEnrol?: Resolver<Maybe<ResolversTypes['TotpEnrolResult']>, ParentType, ContextType, RequireFields<MutationtotpEnrolArgs, 'input'>>;
  userAccessRevoke?: Resolver<Maybe<ResolversTypes['UserAccessRevokeResult']>, ParentType, ContextType, RequireFields<MutationuserAccessRevokeArgs, 'input'>>;
  webhookPing?: Resolver<Maybe<ResolversTypes['WebhookPingResult']>, ParentType, ContextType, RequireFields<MutationwebhookPingArgs, 'input'>>;
  webhookRemove?: Resolver<Maybe<ResolversTypes['WebhookRemoveResult']>, ParentType, ContextType, RequireFields<MutationwebhookRemoveArgs, 'input'>>;
  webhookSet?: Resolver<Maybe<ResolversTypes['WebhookSetResult']>, ParentType, ContextType, RequireFields<MutationwebhookSetArgs, 'input'>>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['NotificationLanguage'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationChannelResolvers = EnumResolverSignature<{ EMAIL?: any, IN_APP?: any }, ResolversTypes['NotificationChannel']>;

export type NotificationChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationChoice'] = ResolversParentTypes['NotificationChoice']> = {
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['NotificationGroup'], ParentType, ContextType>;
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationGroupResolvers = EnumResolverSignature<{ OPERATIONS?: any, PROGRESS?: any, REMINDERS?: any, REQUIREMENTS?: any, RESULTS?: any }, ResolversTypes['NotificationGroup']>;

export type NotificationInboxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationInbox'] = ResolversParentTypes['NotificationInbox']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationInboxChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationInboxChanged'] = ResolversParentTypes['NotificationInboxChanged']> = {
  kind?: Resolver<ResolversTypes['LiveEventKind'], ParentType, ContextType>;
  notificationInbox?: Resolver<Maybe<ResolversTypes['NotificationInbox']>, ParentType, ContextType>;
  resume?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationLanguageResolvers = EnumResolverSignature<{ EN?: any, ES?: any }, ResolversTypes['NotificationLanguage']>;

export type NotificationLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationLogEntry'] = ResolversParentTypes['NotificationLogEntry']> = {
  notificationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationLogPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationLogPage'] = ResolversParentTypes['NotificationLogPage']> = {
  entries?: Resolver<Array<ResolversTypes['NotificationLogEntry']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationPreferenceSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreferenceSetResult'] = ResolversParentTypes['NotificationPreferenceSetResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotificationPreferenceSetSuccess', ParentType, ContextType>;
};

export type NotificationPreferenceSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreferenceSetSuccess'] = ResolversParentTypes['NotificationPreferenceSetSuccess']> = {
  preferences?: Resolver<ResolversTypes['NotificationPreferences'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationPreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreferences'] = ResolversParentTypes['NotificationPreferences']> = {
  choices?: Resolver<Array<ResolversTypes['NotificationChoice']>, ParentType, ContextType>;
  emailDelivery?: Resolver<ResolversTypes['EmailDelivery'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['NotificationLanguage'], ParentType, ContextType>;
};

export type NotificationReceivedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationReceived'] = ResolversParentTypes['NotificationReceived']> = {
  kind?: Resolver<ResolversTypes['LiveEventKind'], ParentType, ContextType>;
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resume?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  snapshot?: Resolver<Maybe<Array<ResolversTypes['Notification']>>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NotificationsMarkReadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationsMarkReadResult'] = ResolversParentTypes['NotificationsMarkReadResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'NotificationsMarkReadSuccess', ParentType, ContextType>;
};

export type NotificationsMarkReadSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationsMarkReadSuccess'] = ResolversParentTypes['NotificationsMarkReadSuccess']> = {
  inbox?: Resolver<ResolversTypes['NotificationInbox'], ParentType, ContextType>;
  markedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasswordSetResult'] = ResolversParentTypes['PasswordSetResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'InvalidStateError' | 'PasswordSetSuccess', ParentType, ContextType>;
};

export type PasswordSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasswordSetSuccess'] = ResolversParentTypes['PasswordSetSuccess']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonPlaceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonPlaceResult'] = ResolversParentTypes['PersonPlaceResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'PersonPlaceSuccess', ParentType, ContextType>;
};

export type PersonPlaceSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonPlaceSuccess'] = ResolversParentTypes['PersonPlaceSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonaResolvers = EnumResolverSignature<{ ADMIN?: any, ANALYST?: any, AUDITOR?: any, CENTRE_ADMIN?: any, CERTIFIER?: any, EMPLOYER?: any, EVALUATOR?: any, INSTRUCTOR?: any, LEARNER?: any, MENTOR?: any, PRIVACY_OFFICER?: any, SERVICE?: any, SUPER_ADMIN?: any, VERIFIER?: any }, ResolversTypes['Persona']>;

export type PersonaGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonaGrant'] = ResolversParentTypes['PersonaGrant']> = {
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
};

export type PersonaGrantResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonaGrantResult'] = ResolversParentTypes['PersonaGrantResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'PersonaGrantSuccess', ParentType, ContextType>;
};

export type PersonaGrantSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonaGrantSuccess'] = ResolversParentTypes['PersonaGrantSuccess']> = {
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonaRevokeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonaRevokeResult'] = ResolversParentTypes['PersonaRevokeResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'PersonaRevokeSuccess', ParentType, ContextType>;
};

export type PersonaRevokeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonaRevokeSuccess'] = ResolversParentTypes['PersonaRevokeSuccess']> = {
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  revokedBefore?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PortfolioConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioConnection'] = ResolversParentTypes['PortfolioConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PortfolioEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PortfolioEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioEdge'] = ResolversParentTypes['PortfolioEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PortfolioEntry'], ParentType, ContextType>;
};

export type PortfolioEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PortfolioEntry'] = ResolversParentTypes['PortfolioEntry']> = {
  credentialUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  earnedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  folio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PortfolioEntryKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PortfolioEntryKindResolvers = EnumResolverSignature<{ CONOCER_CERTIFICATE?: any, PLATFORM_CERTIFICATE?: any }, ResolversTypes['PortfolioEntryKind']>;

export type ProfileUpdateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileUpdateResult'] = ResolversParentTypes['ProfileUpdateResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'ProfileUpdateSuccess', ParentType, ContextType>;
};

export type ProfileUpdateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileUpdateSuccess'] = ResolversParentTypes['ProfileUpdateSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessRevocations?: Resolver<Maybe<ResolversTypes['AccessRevocationConnection']>, ParentType, ContextType, Partial<QueryaccessRevocationsArgs>>;
  apiKeyGrant?: Resolver<Maybe<ResolversTypes['ApiKeyGrant']>, ParentType, ContextType, RequireFields<QueryapiKeyGrantArgs, 'digest' | 'publicId'>>;
  apiKeys?: Resolver<Maybe<ResolversTypes['ApiKeyConnection']>, ParentType, ContextType, Partial<QueryapiKeysArgs>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryauditLogArgs>>;
  centres?: Resolver<ResolversTypes['CentreConnection'], ParentType, ContextType, Partial<QuerycentresArgs>>;
  dataReceipt?: Resolver<Maybe<ResolversTypes['DataReceipt']>, ParentType, ContextType, RequireFields<QuerydataReceiptArgs, 'code'>>;
  dataRequest?: Resolver<Maybe<ResolversTypes['DataRequest']>, ParentType, ContextType, RequireFields<QuerydataRequestArgs, 'id'>>;
  dataRequests?: Resolver<Maybe<ResolversTypes['DataRequestConnection']>, ParentType, ContextType, Partial<QuerydataRequestsArgs>>;
  impersonation?: Resolver<Maybe<ResolversTypes['ImpersonationGrant']>, ParentType, ContextType, RequireFields<QueryimpersonationArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  notificationInbox?: Resolver<Maybe<ResolversTypes['NotificationInbox']>, ParentType, ContextType>;
  notificationLog?: Resolver<ResolversTypes['NotificationLogPage'], ParentType, ContextType, RequireFields<QuerynotificationLogArgs, 'afterNumber' | 'first'>>;
  notificationPreferences?: Resolver<Maybe<ResolversTypes['NotificationPreferences']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
  tenantDirectory?: Resolver<Maybe<ResolversTypes['TenantDirectoryConnection']>, ParentType, ContextType, Partial<QuerytenantDirectoryArgs>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryuserArgs, 'id'>>;
};

export type SessionRevokeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionRevokeResult'] = ResolversParentTypes['SessionRevokeResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'SessionRevokeSuccess', ParentType, ContextType>;
};

export type SessionRevokeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionRevokeSuccess'] = ResolversParentTypes['SessionRevokeSuccess']> = {
  revokedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignInCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInCheck'] = ResolversParentTypes['SignInCheck']> = {
  personas?: Resolver<Array<ResolversTypes['Persona']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SignatureAlgorithmResolvers = EnumResolverSignature<{ ECDSA_P256_SHA256?: any, ED25519?: any }, ResolversTypes['SignatureAlgorithm']>;

export type SolarpunkPolicyResolvers = EnumResolverSignature<{ ADVISORY?: any, GATE?: any }, ResolversTypes['SolarpunkPolicy']>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationInboxChanged?: SubscriptionResolver<Maybe<ResolversTypes['NotificationInboxChanged']>, "notificationInboxChanged", ParentType, ContextType, Partial<SubscriptionnotificationInboxChangedArgs>>;
  notificationReceived?: SubscriptionResolver<Maybe<ResolversTypes['NotificationReceived']>, "notificationReceived", ParentType, ContextType, Partial<SubscriptionnotificationReceivedArgs>>;
};

export type TenantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant'], FederationReferenceType extends FederationReferenceTypes['Tenant'] = FederationReferenceTypes['Tenant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Tenant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customDomain?: Resolver<Maybe<ResolversTypes['TenantDomain']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['TenantSettings']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TenantStatus'], ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type TenantConfigureResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantConfigureResult'] = ResolversParentTypes['TenantConfigureResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'TenantConfigureSuccess', ParentType, ContextType>;
};

export type TenantConfigureSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantConfigureSuccess'] = ResolversParentTypes['TenantConfigureSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantDirectoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDirectoryConnection'] = ResolversParentTypes['TenantDirectoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TenantDirectoryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TenantDirectoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDirectoryEdge'] = ResolversParentTypes['TenantDirectoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type TenantDomainResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomain'] = ResolversParentTypes['TenantDomain']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordValue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TenantDomainStatus'], ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TenantDomainRemoveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomainRemoveResult'] = ResolversParentTypes['TenantDomainRemoveResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'TenantDomainRemoveSuccess', ParentType, ContextType>;
};

export type TenantDomainRemoveSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomainRemoveSuccess'] = ResolversParentTypes['TenantDomainRemoveSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantDomainSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomainSetResult'] = ResolversParentTypes['TenantDomainSetResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'TenantDomainSetSuccess', ParentType, ContextType>;
};

export type TenantDomainSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomainSetSuccess'] = ResolversParentTypes['TenantDomainSetSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantDomainStatusResolvers = EnumResolverSignature<{ PENDING?: any, VERIFIED?: any }, ResolversTypes['TenantDomainStatus']>;

export type TenantDomainVerifyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomainVerifyResult'] = ResolversParentTypes['TenantDomainVerifyResult']> = {
  __resolveType?: TypeResolveFn<'InvalidStateError' | 'NotFoundError' | 'TenantDomainVerifySuccess', ParentType, ContextType>;
};

export type TenantDomainVerifySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantDomainVerifySuccess'] = ResolversParentTypes['TenantDomainVerifySuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantFeatureResolvers = EnumResolverSignature<{ AUTOMATIC_DOCUMENTS?: any, CUSTOM_DOMAIN?: any, WEBHOOKS?: any }, ResolversTypes['TenantFeature']>;

export type TenantLimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantLimits'] = ResolversParentTypes['TenantLimits']> = {
  costPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costPerMinutePerPrincipal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxCost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxSubscriptions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TenantPoliciesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantPolicies'] = ResolversParentTypes['TenantPolicies']> = {
  authority?: Resolver<Maybe<ResolversTypes['CertificationAuthority']>, ParentType, ContextType>;
  certificationStart?: Resolver<ResolversTypes['CertificationStart'], ParentType, ContextType>;
  evaluation?: Resolver<ResolversTypes['EvaluationPolicy'], ParentType, ContextType>;
  minimumSocialJustice?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumSustainability?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  solarpunkPolicy?: Resolver<ResolversTypes['SolarpunkPolicy'], ParentType, ContextType>;
  submissionsPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TenantReactivateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantReactivateResult'] = ResolversParentTypes['TenantReactivateResult']> = {
  __resolveType?: TypeResolveFn<'InvalidStateError' | 'NotFoundError' | 'TenantReactivateSuccess', ParentType, ContextType>;
};

export type TenantReactivateSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantReactivateSuccess'] = ResolversParentTypes['TenantReactivateSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantSettings'] = ResolversParentTypes['TenantSettings']> = {
  allowedOrigins?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  clientSignatures?: Resolver<ResolversTypes['ClientSignatures'], ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['TenantFeature']>, ParentType, ContextType>;
  identityProviders?: Resolver<Array<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
  isTrustedOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  limits?: Resolver<ResolversTypes['TenantLimits'], ParentType, ContextType>;
  policies?: Resolver<ResolversTypes['TenantPolicies'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['TenantTier'], ParentType, ContextType>;
};

export type TenantStatusResolvers = EnumResolverSignature<{ ACTIVE?: any, SUSPENDED?: any }, ResolversTypes['TenantStatus']>;

export type TenantSuspendResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantSuspendResult'] = ResolversParentTypes['TenantSuspendResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'TenantSuspendSuccess', ParentType, ContextType>;
};

export type TenantSuspendSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantSuspendSuccess'] = ResolversParentTypes['TenantSuspendSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantTermsSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantTermsSetResult'] = ResolversParentTypes['TenantTermsSetResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'TenantTermsSetSuccess', ParentType, ContextType>;
};

export type TenantTermsSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenantTermsSetSuccess'] = ResolversParentTypes['TenantTermsSetSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantTierResolvers = EnumResolverSignature<{ ENTERPRISE?: any, PROFESSIONAL?: any, STARTER?: any }, ResolversTypes['TenantTier']>;

export type TotpConfirmResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotpConfirmResult'] = ResolversParentTypes['TotpConfirmResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'InvalidStateError' | 'TotpConfirmSuccess', ParentType, ContextType>;
};

export type TotpConfirmSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotpConfirmSuccess'] = ResolversParentTypes['TotpConfirmSuccess']> = {
  recoveryCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotpEnrolResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotpEnrolResult'] = ResolversParentTypes['TotpEnrolResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'InvalidStateError' | 'TotpEnrolSuccess', ParentType, ContextType>;
};

export type TotpEnrolSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotpEnrolSuccess'] = ResolversParentTypes['TotpEnrolSuccess']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  centre?: Resolver<Maybe<ResolversTypes['Centre']>, ParentType, ContextType>;
  curp?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  curpMasked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disclosures?: Resolver<Maybe<ResolversTypes['DisclosureConnection']>, ParentType, ContextType, Partial<UserdisclosuresArgs>>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  impersonations?: Resolver<Maybe<ResolversTypes['ImpersonationConnection']>, ParentType, ContextType, Partial<UserimpersonationsArgs>>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, Partial<UsernotificationsArgs>>;
  personas?: Resolver<Maybe<Array<ResolversTypes['PersonaGrant']>>, ParentType, ContextType>;
  portfolio?: Resolver<Maybe<ResolversTypes['PortfolioConnection']>, ParentType, ContextType, Partial<UserportfolioArgs>>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type UserAccessRevokeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserAccessRevokeResult'] = ResolversParentTypes['UserAccessRevokeResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'UserAccessRevokeSuccess', ParentType, ContextType>;
};

export type UserAccessRevokeSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserAccessRevokeSuccess'] = ResolversParentTypes['UserAccessRevokeSuccess']> = {
  revokedBefore?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError', ParentType, ContextType>;
};

export type UserErrorCodeResolvers = EnumResolverSignature<{ ALREADY_ENROLLED?: any, CERTIFICATION_ALREADY_OPEN?: any, DUTY_CONFLICT?: any, IDEMPOTENCY_CONFLICT?: any, INVALID_INPUT?: any, INVALID_STATE?: any, LESSONS_MISSING?: any, NOT_FOUND?: any, SECOND_PERSON_REQUIRED?: any }, ResolversTypes['UserErrorCode']>;

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastDelivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['WebhookTopic']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attemptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookDeliveryStatus'], ParentType, ContextType>;
  statusCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryStatusResolvers = EnumResolverSignature<{ DELIVERED?: any, FAILED?: any, PENDING?: any }, ResolversTypes['WebhookDeliveryStatus']>;

export type WebhookPingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookPingResult'] = ResolversParentTypes['WebhookPingResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'NotFoundError' | 'WebhookPingSuccess', ParentType, ContextType>;
};

export type WebhookPingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookPingSuccess'] = ResolversParentTypes['WebhookPingSuccess']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookRemoveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookRemoveResult'] = ResolversParentTypes['WebhookRemoveResult']> = {
  __resolveType?: TypeResolveFn<'NotFoundError' | 'WebhookRemoveSuccess', ParentType, ContextType>;
};

export type WebhookRemoveSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookRemoveSuccess'] = ResolversParentTypes['WebhookRemoveSuccess']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookSetResult'] = ResolversParentTypes['WebhookSetResult']> = {
  __resolveType?: TypeResolveFn<'ConflictError' | 'InvalidInputError' | 'InvalidStateError' | 'WebhookSetSuccess', ParentType, ContextType>;
};

export type WebhookSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookSetSuccess'] = ResolversParentTypes['WebhookSetSuccess']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookTopicResolvers = EnumResolverSignature<{ CERTIFICATE_ISSUED?: any, CERTIFICATE_REVOKED?: any, CERTIFICATION_STATUS_CHANGED?: any, NOTIFICATION_SENT?: any }, ResolversTypes['WebhookTopic']>;

export type cacheControl__ScopeResolvers = EnumResolverSignature<{ PRIVATE?: any, PUBLIC?: any }, ResolversTypes['cacheControl__Scope']>;

export type Resolvers<ContextType = Context> = {
  AccessRevocation?: AccessRevocationResolvers<ContextType>;
  AccessRevocationConnection?: AccessRevocationConnectionResolvers<ContextType>;
  AccessRevocationEdge?: AccessRevocationEdgeResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyCreateResult?: ApiKeyCreateResultResolvers<ContextType>;
  ApiKeyCreateSuccess?: ApiKeyCreateSuccessResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyGrant?: ApiKeyGrantResolvers<ContextType>;
  ApiKeyRevokeResult?: ApiKeyRevokeResultResolvers<ContextType>;
  ApiKeyRevokeSuccess?: ApiKeyRevokeSuccessResolvers<ContextType>;
  ApiKeyRotateResult?: ApiKeyRotateResultResolvers<ContextType>;
  ApiKeyRotateSuccess?: ApiKeyRotateSuccessResolvers<ContextType>;
  ApiKeyScope?: ApiKeyScopeResolvers;
  ApiKeyStatus?: ApiKeyStatusResolvers;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Centre?: CentreResolvers<ContextType>;
  CentreCloseResult?: CentreCloseResultResolvers<ContextType>;
  CentreCloseSuccess?: CentreCloseSuccessResolvers<ContextType>;
  CentreConnection?: CentreConnectionResolvers<ContextType>;
  CentreCreateResult?: CentreCreateResultResolvers<ContextType>;
  CentreCreateSuccess?: CentreCreateSuccessResolvers<ContextType>;
  CentreEdge?: CentreEdgeResolvers<ContextType>;
  CentreRenameResult?: CentreRenameResultResolvers<ContextType>;
  CentreRenameSuccess?: CentreRenameSuccessResolvers<ContextType>;
  CertificationAuthority?: CertificationAuthorityResolvers;
  CertificationStart?: CertificationStartResolvers;
  ClientKey?: ClientKeyResolvers<ContextType>;
  ClientSignatures?: ClientSignaturesResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  CurpRevealResult?: CurpRevealResultResolvers<ContextType>;
  CurpRevealSuccess?: CurpRevealSuccessResolvers<ContextType>;
  DataErasureRequestResult?: DataErasureRequestResultResolvers<ContextType>;
  DataErasureRequestSuccess?: DataErasureRequestSuccessResolvers<ContextType>;
  DataExportReadResult?: DataExportReadResultResolvers<ContextType>;
  DataExportReadSuccess?: DataExportReadSuccessResolvers<ContextType>;
  DataExportRequestResult?: DataExportRequestResultResolvers<ContextType>;
  DataExportRequestSuccess?: DataExportRequestSuccessResolvers<ContextType>;
  DataIsland?: DataIslandResolvers;
  DataPart?: DataPartResolvers<ContextType>;
  DataPartStatus?: DataPartStatusResolvers;
  DataPartWait?: DataPartWaitResolvers;
  DataReceipt?: DataReceiptResolvers<ContextType>;
  DataRefusalGround?: DataRefusalGroundResolvers;
  DataRequest?: DataRequestResolvers<ContextType>;
  DataRequestConnection?: DataRequestConnectionResolvers<ContextType>;
  DataRequestDecision?: DataRequestDecisionResolvers;
  DataRequestEdge?: DataRequestEdgeResolvers<ContextType>;
  DataRequestKind?: DataRequestKindResolvers;
  DataRequestPart?: DataRequestPartResolvers<ContextType>;
  DataRequestResolveResult?: DataRequestResolveResultResolvers<ContextType>;
  DataRequestResolveSuccess?: DataRequestResolveSuccessResolvers<ContextType>;
  DataRequestStatus?: DataRequestStatusResolvers;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DisclosedItem?: DisclosedItemResolvers;
  Disclosure?: DisclosureResolvers<ContextType>;
  DisclosureConnection?: DisclosureConnectionResolvers<ContextType>;
  DisclosureEdge?: DisclosureEdgeResolvers<ContextType>;
  DisclosurePurpose?: DisclosurePurposeResolvers;
  EmailAddress?: GraphQLScalarType;
  EmailDelivery?: EmailDeliveryResolvers;
  EvaluationPolicy?: EvaluationPolicyResolvers;
  IdentityProvider?: IdentityProviderResolvers<ContextType>;
  Impersonation?: ImpersonationResolvers<ContextType>;
  ImpersonationConnection?: ImpersonationConnectionResolvers<ContextType>;
  ImpersonationEdge?: ImpersonationEdgeResolvers<ContextType>;
  ImpersonationEndResult?: ImpersonationEndResultResolvers<ContextType>;
  ImpersonationEndSuccess?: ImpersonationEndSuccessResolvers<ContextType>;
  ImpersonationGrant?: ImpersonationGrantResolvers<ContextType>;
  ImpersonationStartResult?: ImpersonationStartResultResolvers<ContextType>;
  ImpersonationStartSuccess?: ImpersonationStartSuccessResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  LiveEventKind?: LiveEventKindResolvers;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationChannel?: NotificationChannelResolvers;
  NotificationChoice?: NotificationChoiceResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationGroup?: NotificationGroupResolvers;
  NotificationInbox?: NotificationInboxResolvers<ContextType>;
  NotificationInboxChanged?: NotificationInboxChangedResolvers<ContextType>;
  NotificationLanguage?: NotificationLanguageResolvers;
  NotificationLogEntry?: NotificationLogEntryResolvers<ContextType>;
  NotificationLogPage?: NotificationLogPageResolvers<ContextType>;
  NotificationPreferenceSetResult?: NotificationPreferenceSetResultResolvers<ContextType>;
  NotificationPreferenceSetSuccess?: NotificationPreferenceSetSuccessResolvers<ContextType>;
  NotificationPreferences?: NotificationPreferencesResolvers<ContextType>;
  NotificationReceived?: NotificationReceivedResolvers<ContextType>;
  NotificationsMarkReadResult?: NotificationsMarkReadResultResolvers<ContextType>;
  NotificationsMarkReadSuccess?: NotificationsMarkReadSuccessResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PasswordSetResult?: PasswordSetResultResolvers<ContextType>;
  PasswordSetSuccess?: PasswordSetSuccessResolvers<ContextType>;
  PersonPlaceResult?: PersonPlaceResultResolvers<ContextType>;
  PersonPlaceSuccess?: PersonPlaceSuccessResolvers<ContextType>;
  Persona?: PersonaResolvers;
  PersonaGrant?: PersonaGrantResolvers<ContextType>;
  PersonaGrantResult?: PersonaGrantResultResolvers<ContextType>;
  PersonaGrantSuccess?: PersonaGrantSuccessResolvers<ContextType>;
  PersonaRevokeResult?: PersonaRevokeResultResolvers<ContextType>;
  PersonaRevokeSuccess?: PersonaRevokeSuccessResolvers<ContextType>;
  PortfolioConnection?: PortfolioConnectionResolvers<ContextType>;
  PortfolioEdge?: PortfolioEdgeResolvers<ContextType>;
  PortfolioEntry?: PortfolioEntryResolvers<ContextType>;
  PortfolioEntryKind?: PortfolioEntryKindResolvers;
  ProfileUpdateResult?: ProfileUpdateResultResolvers<ContextType>;
  ProfileUpdateSuccess?: ProfileUpdateSuccessResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SessionRevokeResult?: SessionRevokeResultResolvers<ContextType>;
  SessionRevokeSuccess?: SessionRevokeSuccessResolvers<ContextType>;
  SignInCheck?: SignInCheckResolvers<ContextType>;
  SignatureAlgorithm?: SignatureAlgorithmResolvers;
  SolarpunkPolicy?: SolarpunkPolicyResolvers;
  Subscription?: SubscriptionResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  TenantConfigureResult?: TenantConfigureResultResolvers<ContextType>;
  TenantConfigureSuccess?: TenantConfigureSuccessResolvers<ContextType>;
  TenantDirectoryConnection?: TenantDirectoryConnectionResolvers<ContextType>;
  TenantDirectoryEdge?: TenantDirectoryEdgeResolvers<ContextType>;
  TenantDomain?: TenantDomainResolvers<ContextType>;
  TenantDomainRemoveResult?: TenantDomainRemoveResultResolvers<ContextType>;
  TenantDomainRemoveSuccess?: TenantDomainRemoveSuccessResolvers<ContextType>;
  TenantDomainSetResult?: TenantDomainSetResultResolvers<ContextType>;
  TenantDomainSetSuccess?: TenantDomainSetSuccessResolvers<ContextType>;
  TenantDomainStatus?: TenantDomainStatusResolvers;
  TenantDomainVerifyResult?: TenantDomainVerifyResultResolvers<ContextType>;
  TenantDomainVerifySuccess?: TenantDomainVerifySuccessResolvers<ContextType>;
  TenantFeature?: TenantFeatureResolvers;
  TenantLimits?: TenantLimitsResolvers<ContextType>;
  TenantPolicies?: TenantPoliciesResolvers<ContextType>;
  TenantReactivateResult?: TenantReactivateResultResolvers<ContextType>;
  TenantReactivateSuccess?: TenantReactivateSuccessResolvers<ContextType>;
  TenantSettings?: TenantSettingsResolvers<ContextType>;
  TenantStatus?: TenantStatusResolvers;
  TenantSuspendResult?: TenantSuspendResultResolvers<ContextType>;
  TenantSuspendSuccess?: TenantSuspendSuccessResolvers<ContextType>;
  TenantTermsSetResult?: TenantTermsSetResultResolvers<ContextType>;
  TenantTermsSetSuccess?: TenantTermsSetSuccessResolvers<ContextType>;
  TenantTier?: TenantTierResolvers;
  TotpConfirmResult?: TotpConfirmResultResolvers<ContextType>;
  TotpConfirmSuccess?: TotpConfirmSuccessResolvers<ContextType>;
  TotpEnrolResult?: TotpEnrolResultResolvers<ContextType>;
  TotpEnrolSuccess?: TotpEnrolSuccessResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserAccessRevokeResult?: UserAccessRevokeResultResolvers<ContextType>;
  UserAccessRevokeSuccess?: UserAccessRevokeSuccessResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserErrorCode?: UserErrorCodeResolvers;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryStatus?: WebhookDeliveryStatusResolvers;
  WebhookPingResult?: WebhookPingResultResolvers<ContextType>;
  WebhookPingSuccess?: WebhookPingSuccessResolvers<ContextType>;
  WebhookRemoveResult?: WebhookRemoveResultResolvers<ContextType>;
  WebhookRemoveSuccess?: WebhookRemoveSuccessResolvers<ContextType>;
  WebhookSetResult?: WebhookSetResultResolvers<ContextType>;
  WebhookSetSuccess?: WebhookSetSuccessResolvers<ContextType>;
  WebhookTopic?: WebhookTopicResolvers;
  cacheControl__Scope?: cacheControl__ScopeResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: cacheControlDirectiveResolver<any, any, ContextType>;
};
