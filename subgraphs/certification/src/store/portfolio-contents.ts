import type { Tx } from '@academy/platform/db';
import { leavesOf, type PortfolioLeaf, type PortfolioPart } from '../domain/portfolio/leaves.ts';
import { leafDigest, merkleRoot } from '../domain/portfolio/merkle.ts';
import { findPinned } from './case-standards.ts';
import type { CertificationRow } from './certification.ts';
import { findGivenUntil } from './consents.ts';
import { findAnswers, findEvidence, findJudgement } from './evaluation.ts';
import { findPortfolio } from './portfolios.ts';
import { sha256, sha256Of } from './sha256.ts';

/** The leaves of what the case holds, with the salt of the portfolio; of consents those that were given up to the instant of sealing. */
export async function portfolioContents(
  tx: Tx,
  row: CertificationRow,
  { salt, until }: { readonly salt: string; readonly until: Date },
): Promise<readonly PortfolioLeaf[]> {
  const { tenantId, id: certificationId, readiness, plan, planSignedBy } = row;
  const of = { tenantId, certificationId };
  const instrument = await findPinned(tx, of);
  const judgement = await findJudgement(tx, of);
  const parts: PortfolioPart[] = [
    { kind: 'DIAGNOSIS', key: '', record: { readiness } },
    { kind: 'PLAN', key: '', record: { plan, signedBy: planSignedBy } },
    ...(await findGivenUntil(tx, of, until)).map(({ id, purpose, textVersion, givenAt }) => ({
      kind: 'CONSENT' as const,
      key: id,
      record: { purpose, textVersion, givenAt },
    })),
    ...(await findEvidence(tx, of)).map(({ id, label, sha256: digest, mediaType, sizeBytes, addedBy, addedAt }) => ({
      kind: 'EVIDENCE' as const,
      key: id,
      record: { label, sha256: digest, mediaType, sizeBytes, addedBy, addedAt },
    })),
    ...(await findAnswers(tx, of)).map(({ reactivoId, isFulfilled, evidenceIds, note, answeredBy, answeredAt }) => ({
      kind: 'ANSWER' as const,
      key: reactivoId,
      record: { isFulfilled, evidenceIds, note, answeredBy, answeredAt },
    })),
  ];
  if (instrument !== undefined) {
    const { standardCode, digest, instrument: pinned } = instrument;
    parts.push({ kind: 'INSTRUMENT', key: '', record: { standardCode, digest, origin: pinned.origin } });
  }
  if (judgement !== undefined) {
    const { tenantId: _tenantId, certificationId: _certificationId, ...record } = judgement;
    parts.push({ kind: 'JUDGEMENT', key: '', record });
  }
  return leavesOf(parts, (leaf) => sha256Of(`${salt}|${leaf}`));
}

/** Digests of leaves, in their order. */
export function digestsOf(leaves: readonly PortfolioLeaf[]): string[] {
  return leaves.map(({ content }) => leafDigest(content, sha256));
}

/**
 * The root of what the case holds now, under the salt that its portfolio was sealed with: that of the portfolio, unless something of it was changed since.
 * Null when nothing was sealed, or the candidate was erased.
 */
export async function presentRoot(tx: Tx, row: CertificationRow): Promise<string | null> {
  const sealed = await findPortfolio(tx, { tenantId: row.tenantId, certificationId: row.id });
  if (sealed === undefined || sealed.salt === null) return null;
  const leaves = await portfolioContents(tx, row, { salt: sealed.salt, until: sealed.sealedAt });
  return merkleRoot(digestsOf(leaves), sha256);
}
