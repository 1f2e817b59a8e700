import { isUuid } from '@academy/kernel';
import { maySeeThoseOf } from '../../../domain/visibility.ts';
import type { CertificateResolvers } from '../../types.generated.ts';

export const Certificate: CertificateResolvers = {
  __resolveReference: async ({ id }, { loaders, principal }) => {
    const row = isUuid(id) ? await loaders.certificate.load(id) : undefined;
    return row !== undefined && maySeeThoseOf(principal, row.holderId) ? row : null;
  },
  folio: ({ folio, issuedAt }) => (issuedAt === null ? null : folio),
  verificationCode: ({ verificationCode, issuedAt }) => (issuedAt === null ? null : verificationCode),
  holder: ({ holderId }) => ({ id: holderId }),
  course: ({ courseId }) => ({ id: courseId }),
};
