import { fileURLToPath } from 'node:url';
import { dataPartReported, reportUpdated } from '@academy/contracts';
import { createViewerCentre, personPlacedReaction } from '@academy/platform/centres';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import type { AnalyticsSettings } from './config.ts';
import type { Loaders } from './context.ts';
import { analyticsErasure } from './data-erasure.ts';
import { onCertificateIssued } from './events/certification-certificate-issued.ts';
import { onCertificateRevoked } from './events/certification-certificate-revoked.ts';
import { onCertificationStatusChanged } from './events/certification-status-changed.ts';
import { onCourseCompleted } from './events/courses-course-completed.ts';
import { onEnrollmentStarted } from './events/courses-enrollment-started.ts';
import { forgetPseudonymJob } from './jobs/forget-pseudonym.ts';
import { tellReportUpdatedJob } from './jobs/tell-report-updated.ts';
import { resolvers } from './schema/resolvers.generated.ts';
import { typeDefs } from './schema/type-defs.generated.ts';

/** The analytics island as one value: facts from the other islands' events, and reports on them. */
export function defineAnalytics(_settings: AnalyticsSettings = {}): IslandDefinition<Loaders, object> {
  return {
    name: 'analytics',
    typeDefs,
    resolvers,
    access,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    createLoaders: (access) => ({ viewerCentre: createViewerCentre(access) }),
    emits: [reportUpdated, dataPartReported.analytics],
    reactions: [
      onEnrollmentStarted,
      onCourseCompleted,
      onCertificateIssued,
      onCertificateRevoked,
      onCertificationStatusChanged,
      personPlacedReaction,
      analyticsErasure.reaction,
    ],
    jobs: [tellReportUpdatedJob, analyticsErasure.job, forgetPseudonymJob],
    scopes: [],
    openServices: () => ({}),
  };
}
