import { by, type Decisions, each, key, parent, rowsDecide } from '../decision.ts';

const PERSON = by('profile.read', 'oneself', 'a CURP has a name');
const AUDIT = by('audit.read', 'audited by others', 'a certifier’s acts alone');
const REQUEST = by('arco.resolve', 'oneself', 'no process reads it');
const REQUESTING = by('arco.open', 'oneself', 'no process reads it');
const AUDITORS = 'the log’s readers';
const INBOX = by('dashboard.own', 'oneself');
const TENANT_DOOR = { ...by('tenant.config', 'the academy is public', 'the gateway reads tenants'), scope: 'tenant.read' };
const KEYS = by('tenant.config', 'keys are the academy’s');
const KEY_CHECK = { ...by('tenant.config', 'the gateway reads tenants', 'processes alone'), scope: 'api-key.read' };
const KEY_USE = { ...KEY_CHECK, scope: 'api-key.use' };
const IMPERSONATING = { ...by('tenant.config', 'operators alone') };
const KEYS_SHOWN = { as: 'Query.apiKeys' };
const REVOCATIONS_READ = { as: 'Query.accessRevocations' };
const SETTINGS = { ...by('tenant.config', 'the gateway reads tenants'), scope: 'tenant.read' };
const CENTRES = by('profile.read', 'centres are known', 'no process reads it');
const CENTRES_KEPT = by('tenant.config', 'centres are the academy’s');
const OPERATORS = by('tenant.config', 'operators alone');

/** Fields of the users island. */
export const USERS: Decisions = {
  Query: {
    me: rowsDecide(by('profile.read', 'oneself', 'no process reads it'), 'everyone'),
    user: rowsDecide(PERSON, 'everyone'),
    tenant: TENANT_DOOR,
    tenantDirectory: { ...by('tenant.config', 'the gateway reads tenants', 'processes alone'), scope: 'tenant.read' },
    notificationLog: INBOX,
    auditLog: AUDIT,
    apiKeys: KEYS,
    apiKeyGrant: KEY_CHECK,
    impersonation: { ...KEY_CHECK, scope: 'impersonation.read' },
    accessRevocations: { ...KEY_CHECK, scope: 'revocation.read' },
    centres: CENTRES,
    dataRequest: rowsDecide(REQUEST, 'signed in'),
    dataRequests: rowsDecide(REQUEST, 'signed in'),
    dataReceipt: by('arco.open', 'whoever holds the code'),
  },
  Mutation: {
    profileUpdate: by('profile.update', 'oneself'),
    userAccessRevoke: by('role.assign', 'admins end sessions'),
    dataExportRequest: REQUESTING,
    dataErasureRequest: REQUESTING,
    dataExportRead: REQUESTING,
    dataRequestResolve: by('arco.resolve', 'no process reads it'),
    sessionRevoke: by('profile.update', 'oneself'),
    personaGrant: by('role.assign', 'the first admin'),
    personaRevoke: by('role.assign'),
    passwordSet: by('profile.update', 'oneself'),
    totpEnrol: by('profile.update', 'oneself'),
    totpConfirm: by('profile.update', 'oneself'),
    signInCheck: { ...KEY_CHECK, scope: 'sign-in.check' },
    tenantConfigure: by('tenant.config'),
    tenantSuspend: OPERATORS,
    tenantReactivate: OPERATORS,
    curpReveal: by('curp.reveal', 'her own CURP', 'a process reads it whole or not'),
    tenantTermsSet: OPERATORS,
    tenantDomainSet: by('tenant.config'),
    tenantDomainVerify: by('tenant.config'),
    tenantDomainRemove: by('tenant.config'),
    webhookSet: KEYS,
    webhookRemove: KEYS,
    webhookPing: KEYS,
    impersonationStart: IMPERSONATING,
    impersonationEnd: IMPERSONATING,
    apiKeyCreate: KEYS,
    apiKeyRotate: KEYS,
    apiKeyRevoke: KEYS,
    apiKeyUseRecord: KEY_USE,
    centreCreate: CENTRES_KEPT,
    centreRename: CENTRES_KEPT,
    centreClose: CENTRES_KEPT,
    personPlace: by('role.assign', 'who stands where is the admin’s'),
  },
  Subscription: { notificationReceived: INBOX },
  User: {
    id: key,
    displayName: rowsDecide(PERSON, 'everyone'),
    tenant: rowsDecide(PERSON, 'everyone'),
    fullName: by('profile.read', 'oneself', 'the name only'),
    email: by('profile.read', 'oneself', 'the name only', 'assessors write to nobody'),
    curpMasked: by('curp.reveal', 'oneself', 'a process reads it whole or not'),
    curp: by('curp.reveal', 'processes alone'),
    personas: by('role.assign', 'oneself', 'roles are the admin’s'),
    portfolio: by('profile.read', 'oneself', 'evaluators see no training', 'portfolios are for issuers'),
    notifications: INBOX,
    disclosures: by('audit.read', 'oneself', 'the privacy officer’s and her own'),
    impersonations: by('audit.read', 'oneself', 'roles are the admin’s', 'it is in the log'),
    centre: by('profile.read', 'oneself', 'the name only', 'no process reads it'),
  },
  Centre: { id: key, ...each(CENTRES, 'code name isActive') },
  CentreConnection: each(CENTRES, 'edges pageInfo'),
  CentreEdge: each(CENTRES, 'cursor node'),
  Tenant: {
    id: key,
    ...each(rowsDecide(TENANT_DOOR, 'everyone'), 'slug name status'),
    settings: SETTINGS,
    customDomain: SETTINGS,
    changedAt: SETTINGS,
    webhook: KEYS,
  },
  TenantSettings: each(
    parent('Part of Tenant.settings.'),
    'tier allowedOrigins limits policies clientSignatures features isTrustedOnly identityProviders',
  ),
  IdentityProvider: each(
    parent('Part of Tenant.settings.'),
    'issuer audience jwksUrl tenantClaim personaClaim tokenUseClaim userClaim',
  ),
  ClientSignatures: each(parent('Part of Tenant.settings.'), 'isRequired keys'),
  ClientKey: each(parent('Part of Tenant.settings.'), 'id algorithm publicKey'),
  ApiKey: each(
    parent('Part of Query.apiKeys, or of what a mutation on keys answers.', KEYS_SHOWN),
    'id name prefix scopes status createdBy createdAt expiresAt rotatedAt previousSecretUntil revokedAt lastUsedAt',
  ),
  ApiKeyConnection: each(parent('The list of Query.apiKeys.', KEYS_SHOWN), 'edges pageInfo'),
  ApiKeyEdge: each(parent('Part of Query.apiKeys.', KEYS_SHOWN), 'cursor node'),
  AccessRevocationConnection: each(parent('The list of Query.accessRevocations.', REVOCATIONS_READ), 'edges pageInfo'),
  AccessRevocationEdge: each(parent('Part of Query.accessRevocations.', REVOCATIONS_READ), 'cursor node'),
  AccessRevocation: each(
    parent('Part of Query.accessRevocations.', REVOCATIONS_READ),
    'id userId sessionId persona revokedBefore mattersUntil',
  ),
  SignInCheck: each(
    parent('The answer of Mutation.signInCheck.', { as: 'Mutation.signInCheck' }),
    'userId personas retryAfterSeconds',
  ),
  SessionRevokeSuccess: each(parent('The answer of the mutation.'), 'sessionId revokedAt'),
  PersonaGrantSuccess: each(parent('The answer of the mutation.'), 'userId persona'),
  PersonaRevokeSuccess: each(parent('The answer of the mutation.'), 'userId persona revokedBefore'),
  PasswordSetSuccess: { changedAt: parent('The answer of the mutation.') },
  TotpEnrolSuccess: each(parent('The answer of the mutation.'), 'secret address'),
  TotpConfirmSuccess: { recoveryCodes: parent('The answer of the mutation.') },
  Impersonation: each(
    parent('Part of User.impersonations, or the answer of an operator’s mutation.', 'signed in'),
    'id impersonatorId persona reason startedAt expiresAt endedAt',
  ),
  ImpersonationConnection: each(parent('The list of User.impersonations.', 'signed in'), 'edges pageInfo'),
  ImpersonationEdge: each(parent('Part of User.impersonations.', 'signed in'), 'cursor node'),
  ImpersonationGrant: each(
    parent('The answer of Query.impersonation.', { as: 'Query.impersonation' }),
    'id impersonatorId userId persona expiresAt',
  ),
  ImpersonationStartSuccess: { impersonation: parent('The answer of the mutation.', { as: 'Mutation.impersonationStart' }) },
  ImpersonationEndSuccess: { impersonation: parent('The answer of the mutation.', { as: 'Mutation.impersonationStart' }) },
  ApiKeyGrant: each(
    parent('The answer of Query.apiKeyGrant.', { as: 'Query.apiKeyGrant' }),
    'id publicId scopes expiresAt version',
  ),
  ApiKeyCreateSuccess: each(parent('The answer of the mutation.', KEYS_SHOWN), 'apiKey secret isReplay'),
  ApiKeyRotateSuccess: each(parent('The answer of the mutation.', KEYS_SHOWN), 'apiKey secret isReplay'),
  ApiKeyRevokeSuccess: { apiKey: parent('The answer of the mutation.', KEYS_SHOWN) },
  TenantLimits: each(
    parent('Part of Tenant.settings.'),
    'requestsPerMinute costPerMinute costPerMinutePerPrincipal maxCost maxSubscriptions',
  ),
  TenantPolicies: each(
    parent('Part of Tenant.settings.'),
    'solarpunkPolicy minimumSustainability minimumSocialJustice evaluation certificationStart authority submissionsPerMinute',
  ),
  PersonaGrant: each(parent('Part of User.personas.'), 'persona grantedAt'),
  PortfolioEntry: each(parent('Part of User.portfolio.'), 'id kind title folio earnedAt credentialUrl'),
  Notification: { ...each(INBOX, 'topic text sentAt'), id: INBOX },
  NotificationReceived: each(
    parent('An event of Subscription.notificationReceived.', 'signed in'),
    'kind number topic sentAt notification snapshot resume',
  ),
  NotificationLogPage: each(parent('The answer of Query.notificationLog.', 'signed in'), 'number entries'),
  NotificationLogEntry: each(parent('Part of Query.notificationLog.', 'signed in'), 'number notificationId topic sentAt'),
  CentreCreateSuccess: { centre: parent('The answer of the mutation.') },
  CentreRenameSuccess: { centre: parent('The answer of the mutation.') },
  CentreCloseSuccess: { centre: parent('The answer of the mutation.') },
  PersonPlaceSuccess: { user: parent('The answer of the mutation.') },
  ProfileUpdateSuccess: { user: parent('The answer of the mutation.') },
  UserAccessRevokeSuccess: each(parent('The answer of the mutation.'), 'user revokedBefore'),
  TenantConfigureSuccess: { tenant: parent('The answer of the mutation.') },
  TenantSuspendSuccess: { tenant: parent('The answer of the mutation.') },
  TenantReactivateSuccess: { tenant: parent('The answer of the mutation.') },
  AuditEntryConnection: each(parent('An audit log.', AUDITORS), 'edges pageInfo'),
  AuditEntryEdge: each(parent('Part of an audit log.', AUDITORS), 'cursor node'),
  AuditEntry: each(
    parent('Part of an audit log.', AUDITORS),
    'number action actorId persona impersonatorId subjectId why detail recordedAt hash',
  ),
  TenantDomain: each(parent('Part of Tenant.customDomain.'), 'name status recordName recordValue verifiedAt'),
  Webhook: each(parent('Part of Tenant.webhook, or of what a mutation on it answers.'), 'url topics createdAt lastDelivery'),
  WebhookDelivery: each(parent('Part of Tenant.webhook.'), 'id topic status attempts statusCode failure createdAt attemptedAt'),
  DataRequest: {
    ...each(
      REQUEST,
      'id kind status subject openedAt answerDueAt answerExtendedAt resolvedAt refusalGround reason effectDueAt effectExtendedAt completedAt expiresAt isOverdue businessDaysLeft parts receipt',
    ),
    receiptCode: REQUESTING,
  },
  DataRequestConnection: each(parent('The list of Query.dataRequests.', 'signed in'), 'edges pageInfo'),
  DataRequestEdge: each(parent('Part of Query.dataRequests.', 'signed in'), 'cursor node'),
  DataRequestPart: each(parent('Part of DataRequest.parts.', 'signed in'), 'island status waitingFor records sha256 doneAt'),
  DataReceipt: each(
    parent('The answer of Query.dataReceipt, or part of DataRequest.'),
    'kind status openedAt completedAt statement sha256',
  ),
  DataExportRequestSuccess: { request: parent('The answer of the mutation.', 'signed in') },
  DataErasureRequestSuccess: { request: parent('The answer of the mutation.', 'signed in') },
  DataRequestResolveSuccess: { request: parent('The answer of the mutation.', { as: 'Mutation.dataRequestResolve' }) },
  DataExportReadSuccess: each(parent('The answer of the mutation.', 'signed in'), 'text piece pieces documentSha256'),
  Disclosure: each(
    parent('Part of User.disclosures, or of what curpReveal answers.'),
    'id item shownTo shownAs purpose note shownAt',
  ),
  CurpRevealSuccess: each(parent('The answer of the mutation.'), 'curp disclosure'),
  TenantTermsSetSuccess: { tenant: parent('The answer of the mutation.') },
  TenantDomainSetSuccess: { tenant: parent('The answer of the mutation.') },
  TenantDomainVerifySuccess: { tenant: parent('The answer of the mutation.') },
  TenantDomainRemoveSuccess: { tenant: parent('The answer of the mutation.') },
  WebhookSetSuccess: each(parent('The answer of the mutation.'), 'webhook secret'),
  WebhookRemoveSuccess: { tenant: parent('The answer of the mutation.') },
  WebhookPingSuccess: { webhook: parent('The answer of the mutation.') },
};
