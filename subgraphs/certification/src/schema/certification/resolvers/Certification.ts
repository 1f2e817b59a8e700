import { isUuid } from '@academy/kernel';
import { maySeeCase } from '../../../domain/visibility.ts';
import { assignmentsConnection } from '../../assignment/assignments-page.ts';
import { credentialOf } from '../../credential/credential-of.ts';
import type { CertificationResolvers } from '../../types.generated.ts';
import { visibleCertification } from '../../visible-certification.ts';
import { historyConnection } from '../history-page.ts';

export const Certification: Pick<
  CertificationResolvers,
  | 'assignments'
  | 'candidate'
  | 'centre'
  | 'certificate'
  | 'changedAt'
  | 'competencyCredential'
  | 'competencyCredentialJwt'
  | 'competencyCredentialUrl'
  | 'course'
  | 'enrollment'
  | 'folio'
  | 'follows'
  | 'followsAs'
  | 'heldFor'
  | 'history'
  | 'hold'
  | 'id'
  | 'missedCriteria'
  | 'officialFolio'
  | 'openedAt'
  | 'path'
  | 'rejectionReason'
  | 'seq'
  | 'standardCode'
  | 'status'
  | '__resolveReference'
> = {
  __resolveReference: async ({ id }, { loaders, principal }) => {
    const row = isUuid(id) ? await loaders.certification.load(id) : undefined;
    return row !== undefined && maySeeCase(principal, row) ? row : null;
  },
  // Whoever is assigned to the case is to its candidate.
  candidate: ({ candidateId, isAssigned }) => ({ id: candidateId, isAssigned }),
  centre: ({ centreId }) => (centreId === null ? null : { id: centreId }),
  course: ({ courseId }) => ({ id: courseId }),
  enrollment: ({ enrollmentId }) => ({ id: enrollmentId }),
  certificate: async ({ id }, _args, { loaders }) => (await loaders.certificateOf.load(id)) ?? null,
  folio: async ({ id }, _args, { loaders }) => {
    const certificate = await loaders.certificateOf.load(id);
    return certificate?.issuedAt ? certificate.folio : null;
  },
  follows: async ({ retryOf, redoOf, reversalOf }, _args, context) => {
    const id = retryOf ?? redoOf ?? reversalOf;
    return id === null ? null : visibleCertification(id, context);
  },
  followsAs: ({ retryOf, redoOf, reversalOf }) => {
    if (retryOf !== null) return 'RETRY';
    if (redoOf !== null) return 'REDO';
    return reversalOf === null ? null : 'REVERSAL';
  },
  assignments: ({ id }, args, { loaders }) => assignmentsConnection(id, args, loaders),
  history: ({ id }, args, { loaders }) => historyConnection(id, args, loaders),
  competencyCredentialUrl: async ({ id }, _args, { loaders }) => (await credentialOf(id, 'COMPETENCY', loaders))?.url ?? null,
  competencyCredential: async ({ id }, _args, { loaders }) =>
    (await (await credentialOf(id, 'COMPETENCY', loaders))?.content())?.json ?? null,
  competencyCredentialJwt: async ({ id }, _args, { loaders }) =>
    (await (await credentialOf(id, 'COMPETENCY', loaders))?.content())?.jwt ?? null,
};
