import { inclusionProof } from '../../../domain/portfolio/merkle.ts';
import { sha256 } from '../../../store/sha256.ts';
import { pageOfCase } from '../../evaluation/pages.ts';
import { personOf } from '../../person.ts';
import type { CasePortfolioResolvers } from '../../types.generated.ts';

export const CasePortfolio: CasePortfolioResolvers = {
  sealedBy: ({ sealedBy }, _args, { loaders }) => personOf(sealedBy, loaders),
  leaves: ({ certificationId }, args, { loaders }) =>
    pageOfCase('leaves', certificationId, args, loaders.leavesOf, (row) => [String(row.position)], 1),
  proof: async ({ certificationId }, { position }, { loaders }) => {
    const digests = await loaders.leafDigestsOf.load(certificationId);
    const leafDigest = digests[position];
    if (leafDigest === undefined) return null;
    const { leafCount, path } = inclusionProof(digests, position, sha256);
    return { position, leafCount, leafDigest, path: [...path] };
  },
};
