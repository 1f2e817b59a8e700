import type { PortfolioLeafRow, PortfolioRow } from '../../store/portfolios.ts';

export type CasePortfolioMapper = PortfolioRow;
export type PortfolioLeafMapper = PortfolioLeafRow;
