import { fileURLToPath } from 'node:url';
import {
  caseAssigned,
  caseUnassigned,
  certificateIssued,
  certificateRevoked,
  certificationStatusChanged,
  dataPartReported,
  dictamenRuled,
  notificationRequested,
  profileUpdateRequested,
  submissionRequested,
} from '@academy/contracts';
import { personPlacedReaction } from '@academy/platform/centres';
import { personaHolderReactions, tenantPoliciesReaction } from '@academy/platform/events';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import { type CertificationSettings, defaultCertificationSettings } from './config.ts';
import { certificationErasure } from './data-erasure.ts';
import { accreditationReactions } from './events/conocer-accreditation.ts';
import { onOfficialCertificateDisputed } from './events/conocer-official-certificate-disputed.ts';
import { onOfficialCertificateIssued } from './events/conocer-official-certificate-issued.ts';
import { onSubmissionAccepted } from './events/conocer-submission-accepted.ts';
import { onSubmissionHeld } from './events/conocer-submission-held.ts';
import { onSubmissionRejected } from './events/conocer-submission-rejected.ts';
import { onSubmissionSent } from './events/conocer-submission-sent.ts';
import { onSubmissionSilent } from './events/conocer-submission-silent.ts';
import { onSubmissionUnknown } from './events/conocer-submission-unknown.ts';
import { onCourseCompleted } from './events/courses-course-completed.ts';
import { onEnrollmentMentorSet } from './events/courses-enrollment-mentor-set.ts';
import { onNotificationSent } from './events/users-notification-sent.ts';
import { onPersonaRevoked } from './events/users-persona-revoked.ts';
import { onProfileUpdated } from './events/users-profile-updated.ts';
import { followStandardJob } from './jobs/follow-standard.ts';
import { lapsePlanJob } from './jobs/lapse-plan.ts';
import { remindOfExpiryJob } from './jobs/remind-of-expiry.ts';
import { certificationSaga } from './sagas/certification.ts';
import { resolvers } from './schema/resolvers.generated.ts';
import { typeDefs } from './schema/type-defs.generated.ts';
import { createLoaders, type Loaders } from './store/loaders.ts';
import { numberChanges } from './store/positions.ts';
import { createPublicDocuments } from './store/public-document.ts';
import type { Services } from './worker-context.ts';

/** The certification island as one value: cases, the saga that works for them, and the platform's certificates. */
export function defineCertification(
  settings: CertificationSettings = defaultCertificationSettings,
): IslandDefinition<Loaders, Services> {
  const documents = createPublicDocuments();
  return {
    name: 'certification',
    typeDefs,
    resolvers,
    access,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    createLoaders: (access) => createLoaders(access, documents),
    emits: [
      certificationStatusChanged,
      certificateIssued,
      certificateRevoked,
      caseAssigned,
      caseUnassigned,
      dictamenRuled,
      submissionRequested,
      profileUpdateRequested,
      notificationRequested,
      dataPartReported.certification,
    ],
    numbering: [{ contract: certificationStatusChanged, number: numberChanges }],
    reactions: [
      tenantPoliciesReaction,
      ...personaHolderReactions,
      personPlacedReaction,
      onPersonaRevoked,
      onEnrollmentMentorSet,
      onCourseCompleted,
      onSubmissionHeld,
      onSubmissionSent,
      onSubmissionSilent,
      onSubmissionUnknown,
      onSubmissionAccepted,
      onSubmissionSilent,
      onSubmissionRejected,
      onOfficialCertificateIssued,
      onOfficialCertificateDisputed,
      onProfileUpdated,
      onNotificationSent,
      ...accreditationReactions,
      certificationErasure.reaction,
    ],
    jobs: [certificationSaga.handler, followStandardJob, lapsePlanJob, remindOfExpiryJob, certificationErasure.job],
    scopes: ['profile.read', 'instrument.read'],
    isSealing: true,
    openServices: () => settings,
  };
}
