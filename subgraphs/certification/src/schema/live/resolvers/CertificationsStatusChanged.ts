import type { CertificationsStatusChangedResolvers } from '../../types.generated.ts';
import { visibleCertification } from '../../visible-certification.ts';

export const CertificationsStatusChanged: CertificationsStatusChangedResolvers = {
  certification: ({ certification }, _args, context) =>
    certification === null ? null : visibleCertification(certification.id, context),
  snapshot: async ({ snapshot }, _args, context) => {
    if (snapshot === null) return null;
    const rows = await Promise.all(snapshot.map(({ id }) => visibleCertification(id, context)));
    return rows.filter((row) => row !== null);
  },
};
