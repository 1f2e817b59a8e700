import { fileURLToPath } from 'node:url';
import {
  accessRevoked,
  apiKeyChanged,
  dataErasureStarted,
  notificationSent,
  notificationsRead,
  personaGranted,
  personaRevoked,
  personPlaced,
  profileUpdated,
  sessionRevoked,
  tenantConfigured,
  tenantReactivated,
  tenantSuspended,
} from '@academy/contracts';
import { createOutboundFetch } from '@academy/platform/outbound';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import { DEFAULT_AUTHORITIES, defaultUsersSettings, type UsersSettings } from './config.ts';
import type { Loaders } from './context.ts';
import { caseAssignmentReactions } from './events/certification-case-assigned.ts';
import { onNotificationRequested } from './events/certification-notification-requested.ts';
import { onProfileUpdateRequested } from './events/certification-profile-update-requested.ts';
import { webhookNewsReactions } from './events/certification-webhook-news.ts';
import { onEnrollmentMentorSet } from './events/courses-enrollment-mentor-set.ts';
import { onEnrollmentStarted } from './events/courses-enrollment-started.ts';
import { onCourseStandardOutdated } from './events/courses-standard-outdated.ts';
import { onDataPartsReported } from './events/data-part-reported.ts';
import { beginDataRequestJob } from './jobs/begin-data-request.ts';
import { deliverWebhookJob } from './jobs/deliver-webhook.ts';
import { erasePersonJob } from './jobs/erase-person.ts';
import { expireDataExportJob } from './jobs/expire-data-export.ts';
import { gatherDataPartJob } from './jobs/gather-data-part.ts';
import { sendEmailJob } from './jobs/send-email.ts';
import { openMailer } from './mail/open-mailer.ts';
import { openOutside } from './outside.ts';
import { resolvers } from './schema/resolvers.generated.ts';
import { typeDefs } from './schema/type-defs.generated.ts';
import { createPasswordHashes } from './sign-in/password-hash.ts';
import { createLoaders } from './store/loaders.ts';
import type { Services } from './worker-context.ts';

/** The users island as one value: tenants, people, portfolios and notifications. */
export function defineUsers(settings: UsersSettings = defaultUsersSettings): IslandDefinition<Loaders, Services> {
  const outside = { ...openOutside(settings.outboundPolicy), ...settings.outside };
  const authorities = settings.authorities ?? DEFAULT_AUTHORITIES;
  const passwords = settings.isLocalLoginOn === true ? createPasswordHashes() : undefined;
  const mail = settings.mail ?? { by: 'off' };
  return {
    name: 'users',
    typeDefs,
    resolvers,
    access,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    createLoaders: (access) => ({ ...createLoaders(access), outside, authorities, passwords, isMailOn: mail.by !== 'off' }),
    emits: [
      tenantConfigured,
      tenantSuspended,
      tenantReactivated,
      accessRevoked,
      apiKeyChanged,
      profileUpdated,
      notificationSent,
      notificationsRead,
      sessionRevoked,
      personaGranted,
      personaRevoked,
      personPlaced,
      dataErasureStarted,
    ],
    reactions: [
      onProfileUpdateRequested,
      onNotificationRequested,
      onEnrollmentStarted,
      onEnrollmentMentorSet,
      onCourseStandardOutdated,
      ...caseAssignmentReactions,
      ...webhookNewsReactions,
      ...onDataPartsReported,
    ],
    jobs: [deliverWebhookJob, beginDataRequestJob, gatherDataPartJob, erasePersonJob, expireDataExportJob, sendEmailJob],
    scopes: ['data.export'],
    isSealing: true,
    openServices: () => ({
      fetchOutbound: createOutboundFetch(settings.outboundPolicy),
      random: Math.random,
      mailer: openMailer(mail, settings.outboundPolicy),
      portalUrl: mail.by === 'off' ? undefined : mail.portalUrl,
    }),
  };
}
