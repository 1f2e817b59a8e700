import { isUuid } from '@academy/kernel';
import { maySeeCase } from '../../../domain/visibility.ts';
import { personOf } from '../../person.ts';
import type { CertificateResolvers } from '../../types.generated.ts';

export const Certificate: CertificateResolvers = {
  __resolveReference: async ({ id }, { loaders, principal }) => {
    const row = isUuid(id) ? await loaders.certificate.load(id) : undefined;
    return row !== undefined && maySeeCase(principal, { candidateId: row.holderId, isAssigned: row.isAssigned }) ? row : null;
  },
  folio: ({ folio, issuedAt }) => (issuedAt === null ? null : folio),
  verificationCode: ({ verificationCode, issuedAt }) => (issuedAt === null ? null : verificationCode),
  holder: ({ holderId }, _args, { loaders }) => personOf(holderId, loaders),
  course: ({ courseId }) => ({ id: courseId }),
};
