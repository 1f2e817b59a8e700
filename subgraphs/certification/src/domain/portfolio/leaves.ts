import { canonicalJson } from './canonical-json.ts';

/** What a portfolio is made of, in the order of its leaves. */
export const LEAF_KINDS = ['DIAGNOSIS', 'CONSENT', 'PLAN', 'INSTRUMENT', 'EVIDENCE', 'ANSWER', 'JUDGEMENT'] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** A part of a portfolio before it is sealed; `key` tells it from the others of its kind. */
export type PortfolioPart = { readonly kind: LeafKind; readonly key: string; readonly record: Readonly<Record<string, unknown>> };

/** A leaf: what is hashed of one part. */
export type PortfolioLeaf = { readonly kind: LeafKind; readonly content: string };

/**
 * The leaves of a portfolio: by kind, and within a kind by key, whatever order the parts came in. Each bears a salt of its own, made of the portfolio's by `saltOf`:
 * whoever holds one leaf learns nothing of another by guessing, and once the salt is gone no digest tells what it was of.
 */
export function leavesOf(parts: readonly PortfolioPart[], saltOf: (leaf: string) => string): PortfolioLeaf[] {
  return parts.toSorted(byKindAndKey).map(({ kind, key, record }) => ({
    kind,
    content: canonicalJson({ kind, key, salt: saltOf(`${kind}:${key}`), record }),
  }));
}

function byKindAndKey(one: PortfolioPart, other: PortfolioPart): number {
  const kinds = LEAF_KINDS.indexOf(one.kind) - LEAF_KINDS.indexOf(other.kind);
  if (kinds !== 0) return kinds;
  return one.key < other.key ? -1 : Number(one.key > other.key);
}
