import { fileURLToPath } from 'node:url';
import {
  accreditationEnded,
  accreditationRecorded,
  alignmentAffected,
  dataPartReported,
  officialCertificateDisputed,
  officialCertificateIssued,
  standardAdded,
  standardChanged,
  standardRetired,
  submissionAccepted,
  submissionHeld,
  submissionRejected,
  submissionSent,
  submissionSilent,
  submissionUnknown,
} from '@academy/contracts';
import { personPlacedReaction } from '@academy/platform/centres';
import { personaHolderReactions, tenantPoliciesReaction } from '@academy/platform/events';
import { daily } from '@academy/platform/jobs';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import { authorityNames, type ConocerSettings, defaultAuthority } from './config.ts';
import type { Loaders } from './context.ts';
import { conocerErasure } from './data-erasure.ts';
import { caseAssignmentReactions } from './events/case-assigned.ts';
import { certificateRevokedReaction } from './events/certificate-revoked.ts';
import { coursePublishedReaction } from './events/course-published.ts';
import { submissionRequestedReaction } from './events/submission-requested.ts';
import { tenantConfiguredReaction, tenantFollowsRegister } from './events/tenant-configured.ts';
import { buildLotPackageJob, discardLotPackageJob } from './jobs/build-lot-package.ts';
import { dailySyncJob } from './jobs/daily-sync.ts';
import { dispatchSubmissionsJob } from './jobs/dispatch-submissions.ts';
import { followRegisterJob } from './jobs/follow-register.ts';
import { pollSubmissionJob } from './jobs/poll-submission.ts';
import { reconsiderHeldJob } from './jobs/reconsider-held.ts';
import { revalidateCertificatesJob } from './jobs/revalidate-certificates.ts';
import { reviewAlignmentsJob } from './jobs/review-alignments.ts';
import { sendSubmissionJob } from './jobs/send-submission.ts';
import { syncStandardsJob } from './jobs/sync-standards.ts';
import { dailySync } from './jobs/sync-work.ts';
import { watchSilenceJob } from './jobs/watch-silence.ts';
import { resolvers } from './schema/resolvers.generated.ts';
import { typeDefs } from './schema/type-defs.generated.ts';
import { type ConocerServices, openServices } from './services.ts';
import { createLoaders } from './store/loaders.ts';

/** The conocer island: the register's standards, and what is submitted to the authority. */
export function defineConocer(settings: ConocerSettings): IslandDefinition<Loaders, ConocerServices> {
  const authorities = { defaultName: defaultAuthority(settings), names: authorityNames(settings) };
  return {
    name: 'conocer',
    typeDefs,
    resolvers,
    access,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    createLoaders: (access) => ({ ...createLoaders(access), authorities }),
    emits: [
      submissionHeld,
      submissionSent,
      submissionUnknown,
      submissionAccepted,
      submissionRejected,
      submissionSilent,
      officialCertificateIssued,
      accreditationRecorded,
      accreditationEnded,
      dataPartReported.conocer,
      standardAdded,
      standardChanged,
      standardRetired,
      alignmentAffected,
      officialCertificateDisputed,
    ],
    reactions: [
      tenantPoliciesReaction,
      tenantConfiguredReaction,
      tenantFollowsRegister,
      coursePublishedReaction,
      submissionRequestedReaction,
      certificateRevokedReaction,
      ...caseAssignmentReactions,
      personPlacedReaction,
      ...personaHolderReactions,
      conocerErasure.reaction,
    ],
    jobs: [
      dispatchSubmissionsJob,
      sendSubmissionJob,
      pollSubmissionJob,
      reconsiderHeldJob,
      watchSilenceJob,
      buildLotPackageJob,
      discardLotPackageJob,
      conocerErasure.job,
      syncStandardsJob,
      dailySyncJob,
      followRegisterJob,
      reviewAlignmentsJob,
      revalidateCertificatesJob,
    ],
    recurring: [daily(dailySync, settings.STANDARDS_SYNC_HOUR_UTC)],
    scopes: ['curp.reveal', 'profile.read'],
    isSealing: true,
    openServices: (resources) => openServices(settings, resources),
  };
}
