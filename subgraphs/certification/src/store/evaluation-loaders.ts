import type { PageRequest } from '@academy/kernel';
import type { RequestDatabase, Tx } from '@academy/platform/db';
import DataLoader from 'dataloader';
import { type CaseInstrumentRow, findInstrumentsOf } from './case-standards.ts';
import { type ConsentRow, findConsentPages } from './consents.ts';
import {
  type AnswerRow,
  type EvidenceRow,
  findAnswerPages,
  findEvidenceByIds,
  findEvidencePages,
  findJudgementsOf,
  type JudgementRow,
} from './evaluation.ts';
import { grouped, oneEach } from './loading.ts';
import { findLeafDigests, findLeafPages, findPortfoliosOf, type PortfolioLeafRow, type PortfolioRow } from './portfolios.ts';

/** A page of what one case has. */
export type PageOfCase = { readonly certificationId: string; readonly page: PageRequest };

type Pages<Row> = DataLoader<PageOfCase, Row[], string>;

/** What an evaluation left, by case where nothing else is said. */
export type EvaluationLoaders = {
  readonly consentsOf: Pages<ConsentRow>;
  readonly evidenceOf: Pages<EvidenceRow>;
  readonly answersOf: Pages<AnswerRow>;
  readonly leavesOf: Pages<PortfolioLeafRow>;
  readonly instrumentOf: DataLoader<string, CaseInstrumentRow | undefined>;
  readonly judgementOf: DataLoader<string, JudgementRow | undefined>;
  readonly portfolioOf: DataLoader<string, PortfolioRow | undefined>;
  /** Digests of all leaves of a portfolio, in their order. */
  readonly leafDigestsOf: DataLoader<string, string[]>;
  /** By its own id. */
  readonly evidence: DataLoader<string, EvidenceRow | undefined>;
};

/** Fresh loaders that read through the operation's shared transaction. */
export function createEvaluationLoaders(db: RequestDatabase): EvaluationLoaders {
  const byCase = (row: { readonly certificationId: string }) => row.certificationId;
  const pages = <Row extends { readonly certificationId: string }>(
    find: (tx: Tx, ids: readonly string[], page: PageRequest) => Promise<Row[]>,
  ): Pages<Row> =>
    grouped(
      (one) => one.certificationId,
      ({ page }) => JSON.stringify([page.size, page.after]),
      (ids, { page }) => db.read((tx) => find(tx, ids, page)),
      byCase,
    );
  return {
    consentsOf: pages(findConsentPages),
    evidenceOf: pages(findEvidencePages),
    answersOf: pages(findAnswerPages),
    leavesOf: pages(findLeafPages),
    instrumentOf: oneEach(db, findInstrumentsOf, byCase),
    judgementOf: oneEach(db, findJudgementsOf, byCase),
    portfolioOf: oneEach(db, findPortfoliosOf, byCase),
    leafDigestsOf: new DataLoader(async (ids) => {
      const found = Map.groupBy(await db.read((tx) => findLeafDigests(tx, ids)), byCase);
      return ids.map((id) => (found.get(id) ?? []).map(({ digest }) => digest));
    }),
    evidence: oneEach(db, findEvidenceByIds, (row) => row.id),
  };
}
