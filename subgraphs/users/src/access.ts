import {
  type AccessTable,
  allOf,
  alsoImpersonated,
  anyOf,
  everyone,
  ofCentre,
  owner,
  personas,
  type Rule,
  scope,
  signedIn,
} from '@academy/platform/access';
import type { NotificationRow } from './store/notifications.ts';
import type { TenantRow } from './store/tenants.ts';
import type { SeenUserRow } from './store/users.ts';

const oneself = owner<SeenUserRow>((user) => user.id);

/** Whoever works with the person under one of these personas: looked up for the viewer, with the person. */
function assigned(...allowed: readonly ('evaluator' | 'verifier' | 'auditor')[]): Rule<SeenUserRow> {
  const toHer: Rule<SeenUserRow> = { description: 'assigned to her', allows: ({ parent }) => parent.isAssigned === true };
  return allOf<SeenUserRow>(personas(...allowed), toHer);
}

/** Who administers the very tenant that the field belongs to. */
const adminOfIt: Rule<TenantRow> = {
  description: 'admin of the tenant',
  allows: ({ principal, parent }) =>
    principal.kind === 'user' && principal.persona === 'admin' && principal.tenantId === parent.id,
};

/** Who reads what was recorded in their tenant; a super_admin only what she did herself. */
const auditReaders = personas('admin', 'super_admin', 'auditor', 'privacy_officer');

/** A centre's admin is among them by what the person's own row says. */
const ofHerCentre: Rule<SeenUserRow> = ofCentre;

/** Who gives personas to people: which, and to whom, is decided by domain/persona-assignment.ts. */
const assignsRoles = personas('centre_admin', 'certifier', 'admin', 'super_admin');

const seesSettings = anyOf(adminOfIt, personas('super_admin'), scope('tenant.read'));
/** Behind User.impersonations, and behind an operator's own mutations. */
const impersonationReaders = signedIn;

/**
 * The persona table of the island. Types whose every field is open are guarded where they are reached: by the field that leads to them,
 * and Tenant, User and Notification by their reference resolvers.
 */
export const access = {
  Query: {
    me: everyone,
    user: everyone,
    tenant: everyone,
    tenantDirectory: scope('tenant.read'),
    notificationLog: signedIn,
    auditLog: auditReaders,
    apiKeys: personas('admin'),
    apiKeyGrant: scope('api-key.read'),
    accessRevocations: scope('revocation.read'),
    impersonation: scope('impersonation.read'),
    centres: signedIn,
  },
  Mutation: {
    profileUpdate: alsoImpersonated(signedIn),
    userAccessRevoke: personas('centre_admin', 'admin'),
    curpReveal: personas('learner', 'evaluator', 'centre_admin', 'certifier', 'auditor', 'privacy_officer'),
    sessionRevoke: signedIn,
    passwordSet: signedIn,
    totpEnrol: signedIn,
    totpConfirm: signedIn,
    signInCheck: scope('sign-in.check'),
    personaGrant: assignsRoles,
    personaRevoke: personas('centre_admin', 'certifier', 'admin'),
    tenantConfigure: personas('admin', 'super_admin'),
    tenantTermsSet: personas('super_admin'),
    tenantDomainSet: personas('admin', 'super_admin'),
    tenantDomainVerify: personas('admin', 'super_admin'),
    tenantDomainRemove: personas('admin', 'super_admin'),
    webhookSet: personas('admin'),
    webhookRemove: personas('admin'),
    webhookPing: personas('admin'),
    tenantSuspend: personas('super_admin'),
    tenantReactivate: personas('super_admin'),
    impersonationStart: personas('super_admin'),
    impersonationEnd: personas('super_admin'),
    apiKeyCreate: personas('admin'),
    apiKeyRotate: personas('admin'),
    apiKeyRevoke: personas('admin'),
    apiKeyUseRecord: scope('api-key.use'),
    centreCreate: personas('admin'),
    centreRename: personas('admin'),
    centreClose: personas('admin'),
    personPlace: personas('admin'),
  },
  Subscription: { notificationReceived: signedIn },
  User: {
    id: everyone,
    displayName: everyone,
    tenant: everyone,
    fullName: anyOf(
      oneself,
      assigned('evaluator', 'verifier', 'auditor'),
      ofHerCentre,
      personas('certifier', 'admin', 'privacy_officer'),
      scope('profile.read'),
    ),
    email: anyOf(oneself, assigned('auditor'), ofHerCentre, personas('certifier', 'admin', 'privacy_officer')),
    curpMasked: anyOf(oneself, assigned('evaluator', 'auditor'), ofHerCentre, personas('certifier', 'privacy_officer')),
    curp: scope('curp.reveal'),
    personas: anyOf(oneself, ofHerCentre, personas('admin')),
    portfolio: anyOf(oneself, personas('certifier', 'admin')),
    notifications: oneself,
    disclosures: anyOf(oneself, personas('privacy_officer')),
    impersonations: anyOf(oneself, personas('admin', 'privacy_officer')),
    centre: anyOf(
      oneself,
      assigned('evaluator', 'verifier', 'auditor'),
      ofHerCentre,
      personas('certifier', 'admin', 'privacy_officer'),
    ),
  },
  Tenant: {
    id: everyone,
    slug: everyone,
    name: everyone,
    status: everyone,
    settings: seesSettings,
    customDomain: seesSettings,
    changedAt: seesSettings,
    webhook: adminOfIt,
  },
  Centre: { id: everyone, code: signedIn, name: signedIn, isActive: signedIn },
  CentreConnection: signedIn,
  CentreEdge: signedIn,
  Webhook: everyone,
  WebhookDelivery: everyone,
  TenantDomain: everyone,
  TenantSettings: everyone,
  TenantLimits: everyone,
  IdentityProvider: everyone,
  TenantPolicies: everyone,
  ClientSignatures: everyone,
  ClientKey: everyone,
  TenantDirectoryConnection: everyone,
  TenantDirectoryEdge: everyone,
  PersonaGrant: everyone,
  PortfolioConnection: everyone,
  PortfolioEdge: everyone,
  PortfolioEntry: everyone,
  NotificationConnection: everyone,
  NotificationEdge: everyone,
  Notification: owner<NotificationRow>((notification) => notification.userId),
  NotificationReceived: signedIn,
  NotificationLogPage: signedIn,
  NotificationLogEntry: signedIn,
  ApiKey: personas('admin'),
  ApiKeyConnection: personas('admin'),
  ApiKeyEdge: personas('admin'),
  ApiKeyGrant: scope('api-key.read'),
  DisclosureConnection: everyone,
  DisclosureEdge: everyone,
  Disclosure: everyone,
  CurpRevealSuccess: everyone,
  Impersonation: impersonationReaders,
  ImpersonationConnection: impersonationReaders,
  ImpersonationEdge: impersonationReaders,
  ImpersonationGrant: scope('impersonation.read'),
  ImpersonationStartSuccess: personas('super_admin'),
  ImpersonationEndSuccess: personas('super_admin'),
  PageInfo: everyone,
  AuditEntry: auditReaders,
  AuditEntryConnection: auditReaders,
  AuditEntryEdge: auditReaders,
  ProfileUpdateSuccess: everyone,
  UserAccessRevokeSuccess: everyone,
  SessionRevokeSuccess: everyone,
  PasswordSetSuccess: everyone,
  TotpEnrolSuccess: everyone,
  TotpConfirmSuccess: everyone,
  SignInCheck: scope('sign-in.check'),
  PersonaGrantSuccess: everyone,
  PersonaRevokeSuccess: everyone,
  AccessRevocation: scope('revocation.read'),
  AccessRevocationConnection: scope('revocation.read'),
  AccessRevocationEdge: scope('revocation.read'),
  TenantConfigureSuccess: everyone,
  TenantTermsSetSuccess: everyone,
  TenantDomainSetSuccess: everyone,
  TenantDomainVerifySuccess: everyone,
  TenantDomainRemoveSuccess: everyone,
  WebhookSetSuccess: everyone,
  WebhookRemoveSuccess: everyone,
  WebhookPingSuccess: everyone,
  TenantSuspendSuccess: everyone,
  TenantReactivateSuccess: everyone,
  CentreCreateSuccess: everyone,
  CentreRenameSuccess: everyone,
  CentreCloseSuccess: everyone,
  PersonPlaceSuccess: everyone,
  ApiKeyCreateSuccess: personas('admin'),
  ApiKeyRotateSuccess: personas('admin'),
  ApiKeyRevokeSuccess: personas('admin'),
  NotFoundError: everyone,
  ConflictError: everyone,
  InvalidInputError: everyone,
  InvalidStateError: everyone,
} satisfies AccessTable;
