import { isUuid } from '@academy/kernel';
import { maySeeCase } from '../../../domain/visibility.ts';
import { credentialOf, urlsOf } from '../../credential/credential-of.ts';
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
  verificationUrl: async (row, _args, { loaders }) => {
    const issuer = row.issuedAt === null ? undefined : await loaders.issuer();
    return issuer === undefined ? null : urlsOf(issuer).verification(row.verificationCode);
  },
  credentialUrl: async (row, _args, { loaders }) => (await of(row, loaders))?.url ?? null,
  credential: async (row, _args, { loaders }) => (await (await of(row, loaders))?.content())?.json ?? null,
  credentialJwt: async (row, _args, { loaders }) => (await (await of(row, loaders))?.content())?.jwt ?? null,
  documentUrl: async (row, _args, { loaders }) => {
    const credential = await of(row, loaders);
    const content = await credential?.content();
    return credential === undefined || content === undefined ? null : credential.documentUrl(content.documentToken);
  },
};

/** Nothing of a certificate that is not issued yet. */
function of(row: { certificationId: string; issuedAt: Date | null }, loaders: Parameters<typeof credentialOf>[2]) {
  return row.issuedAt === null ? undefined : credentialOf(row.certificationId, 'COMPLETION', loaders);
}
