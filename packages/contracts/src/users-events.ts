import { z } from 'zod';
import type { EventContract } from './event-contract.ts';

/** Who certifies a tenant's people officially: plug-ins of conocer, by name. */
export const authorityName = z.enum(['SANDBOX', 'HTTP', 'MANUAL_LOT', 'OPEN_BADGES']);
export type AuthorityName = z.infer<typeof authorityName>;

/** Decisions on certification that a tenant takes; kept by users, known to every island. */
export const tenantPolicies = z.object({
  solarpunkPolicy: z.enum(['GATE', 'ADVISORY']),
  /** Least scores under GATE, 0 to 100. */
  minimumSustainability: z.number().min(0).max(100),
  minimumSocialJustice: z.number().min(0).max(100),
  evaluation: z.enum(['AUTOMATIC_FROM_ASSESSMENT', 'ACCREDITED_EVALUATOR']),
  certificationStart: z.enum(['ON_COMPLETION', 'ON_REQUEST']),
  /** Null: the installation's. */
  authority: authorityName.nullable().default(null),
  /** Most submissions to the authority in a minute; null: the installation's. */
  submissionsPerMinute: z.number().int().min(1).nullable().default(null),
});
export type TenantPolicies = z.infer<typeof tenantPolicies>;

/** What holds for a tenant that has decided nothing. Thresholds: those of the original platform. */
export const DEFAULT_TENANT_POLICIES: TenantPolicies = {
  solarpunkPolicy: 'GATE',
  minimumSustainability: 70,
  minimumSocialJustice: 80,
  evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
  certificationStart: 'ON_COMPLETION',
  authority: null,
  submissionsPerMinute: null,
};

const tenantConfiguredData = z.object({ slug: z.string(), policies: tenantPolicies });
/** A tenant was created, or its settings changed. Subject: the tenant. */
export const tenantConfigured: EventContract<z.infer<typeof tenantConfiguredData>> = {
  type: 'mx.madfam.users.tenant.configured.v1',
  producer: 'users',
  data: tenantConfiguredData,
};

const tenantSuspendedData = z.object({ slug: z.string() });
/** A tenant was suspended: its sessions end within 5 s. Subject: the tenant. */
export const tenantSuspended: EventContract<z.infer<typeof tenantSuspendedData>> = {
  type: 'mx.madfam.users.tenant.suspended.v1',
  producer: 'users',
  data: tenantSuspendedData,
};

const tenantReactivatedData = z.object({ slug: z.string() });
/** A suspension was lifted. Subject: the tenant. */
export const tenantReactivated: EventContract<z.infer<typeof tenantReactivatedData>> = {
  type: 'mx.madfam.users.tenant.reactivated.v1',
  producer: 'users',
  data: tenantReactivatedData,
};

const accessRevokedData = z.object({
  userId: z.uuid(),
  /** Seconds since the epoch: tokens issued before are refused. */
  revokedBeforeSeconds: z.number().int(),
});
/** Every session of a user ended. Subject: the user. */
export const accessRevoked: EventContract<z.infer<typeof accessRevokedData>> = {
  type: 'mx.madfam.users.access.revoked.v1',
  producer: 'users',
  data: accessRevokedData,
};

const sessionRevokedData = z.object({
  userId: z.uuid(),
  /** `jti` of its token. */
  sessionId: z.string().min(1).max(128),
  /** Seconds since the epoch: from here on no token lives that this could refuse. */
  mattersUntilSeconds: z.number().int(),
});
/** One session of a user ended. Subject: the user. */
export const sessionRevoked: EventContract<z.infer<typeof sessionRevokedData>> = {
  type: 'mx.madfam.users.session.revoked.v1',
  producer: 'users',
  data: sessionRevokedData,
};

const personaGrantedData = z.object({ userId: z.uuid(), persona: z.string() });
/** A person may act under a persona. Subject: the user. */
export const personaGranted: EventContract<z.infer<typeof personaGrantedData>> = {
  type: 'mx.madfam.users.persona.granted.v1',
  producer: 'users',
  data: personaGrantedData,
};

const personaRevokedData = z.object({
  userId: z.uuid(),
  persona: z.string(),
  /** Seconds since the epoch: tokens for this persona that were issued before are refused. */
  revokedBeforeSeconds: z.number().int(),
});
/** A person may no longer act under a persona: her sessions under it ended. Subject: the user. */
export const personaRevoked: EventContract<z.infer<typeof personaRevokedData>> = {
  type: 'mx.madfam.users.persona.revoked.v1',
  producer: 'users',
  data: personaRevokedData,
};

const profileUpdatedData = z.object({ certificationId: z.uuid(), userId: z.uuid(), portfolioEntryId: z.uuid() });
/** The portfolio shows what a certification led to: the answer to `profile-update.requested`. Subject: the certification. */
export const profileUpdated: EventContract<z.infer<typeof profileUpdatedData>> = {
  type: 'mx.madfam.users.profile.updated.v1',
  producer: 'users',
  data: profileUpdatedData,
};

const notificationSentData = z.object({
  /** The case that it is about; null: it is about none. */
  certificationId: z.uuid().nullable(),
  userId: z.uuid(),
  notificationId: z.uuid(),
  /** Number of the person's notifications, from 1, without gaps; null in an event from before they were numbered. */
  number: z.number().int().min(1).nullable().default(null),
  /** What it is about, e.g. `certification.issued`; null in such an event. */
  topic: z.string().nullable().default(null),
  /** That of the request; null in such an event. */
  occasion: z.string().nullable().default(null),
});
/**
 * The person was told: the answer to `notification.requested`. Subject: the person, so that hers come in the order of their numbers; in an
 * event from before they were numbered, the certification.
 */
export const notificationSent: EventContract<z.infer<typeof notificationSentData>> = {
  type: 'mx.madfam.users.notification.sent.v1',
  producer: 'users',
  data: notificationSentData,
  live: 'notification',
};

const notificationsReadData = z.object({ userId: z.uuid() });
/** A person read some of her notifications. Subject: the person. */
export const notificationsRead: EventContract<z.infer<typeof notificationsReadData>> = {
  type: 'mx.madfam.users.notifications.read.v1',
  producer: 'users',
  data: notificationsReadData,
  live: 'notification',
};

const apiKeyChangedData = z.object({
  /** Names the key within the tenant. */
  publicId: z.string(),
  /** Grows with every change of the key. */
  version: z.number().int().min(1),
  isRevoked: z.boolean(),
});
/** An API key got another secret, or was revoked: what was known of it before holds no longer. Subject: the key. */
export const apiKeyChanged: EventContract<z.infer<typeof apiKeyChangedData>> = {
  type: 'mx.madfam.users.api-key.changed.v1',
  producer: 'users',
  data: apiKeyChangedData,
};

const personPlacedData = z.object({
  userId: z.uuid(),
  /** The evaluation centre that she stands in from now on; null: the academy itself. */
  centreId: z.uuid().nullable(),
  /** Number of her placements, from 1: a later one wins, in whatever order they arrive. */
  placement: z.number().int().min(1),
});
/** A person stands in another evaluation centre, or in the academy itself. Subject: the user. */
export const personPlaced: EventContract<z.infer<typeof personPlacedData>> = {
  type: 'mx.madfam.users.person.placed.v1',
  producer: 'users',
  data: personPlacedData,
};
