import type { PortfolioLeafResolvers } from '../../types.generated.ts';

export const PortfolioLeaf: PortfolioLeafResolvers = {};
