/** SHA-256 of the parts, one after another. Given by whoever asks: the domain knows no library. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;

/** A leaf's place and the hashes beside its way up: from them and the leaf alone the root follows. */
export type InclusionProof = {
  /** From 0. */
  readonly position: number;
  readonly leafCount: number;
  /** From the leaf's own sibling to that below the root; hex. */
  readonly path: readonly string[];
};

/** What is hashed of leaves and of nodes differs in its first byte, so that no node can be passed off as a leaf. Source: RFC 6962, 2.1. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const text = new TextEncoder();

/** The digest of one leaf, hex: SHA-256(0x00 ‖ content). */
export function leafDigest(content: string, sha256: Sha256): string {
  return toHex(sha256(LEAF, text.encode(content)));
}

/**
 * The root over leaves with these digests, in their order, hex: a tree of n leaves is one of the largest power of two below n beside one of the rest.
 * Source: RFC 6962, 2.1, Merkle Tree Hash. Throws without leaves: a portfolio of nothing proves nothing.
 */
export function merkleRoot(digests: readonly string[], sha256: Sha256): string {
  return toHex(rootOf(digests.map(fromHex), sha256));
}

/** The proof that the leaf of this place is under the root. Source: RFC 6962, 2.1.1. Throws when there is no such place. */
export function inclusionProof(digests: readonly string[], position: number, sha256: Sha256): InclusionProof {
  if (!Number.isInteger(position) || position < 0 || position >= digests.length)
    throw new RangeError(`A place from 0 to ${digests.length - 1} was expected, got ${position}.`);
  return { position, leafCount: digests.length, path: pathOf(digests.map(fromHex), position, sha256).map(toHex) };
}

/** Whether a leaf of this digest stands under the root where the proof says. Anything that is no proof of it answers false. Source: RFC 9162, 2.1.3.2. */
export function isIncluded(digest: string, proof: InclusionProof, root: string, sha256: Sha256): boolean {
  const { position, leafCount, path } = proof;
  if (!Number.isInteger(position) || position < 0 || position >= leafCount) return false;
  let [place, last, reached] = [position, leafCount - 1, fromHex(digest)];
  for (const beside of path.map(fromHex)) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      reached = sha256(NODE, beside, reached);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else reached = sha256(NODE, reached, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && toHex(reached) === root;
}

function rootOf(digests: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [first] = digests;
  if (first === undefined) throw new RangeError('At least one leaf was expected.');
  if (digests.length === 1) return first;
  const split = splitOf(digests.length);
  return sha256(NODE, rootOf(digests.slice(0, split), sha256), rootOf(digests.slice(split), sha256));
}

function pathOf(digests: readonly Uint8Array[], position: number, sha256: Sha256): Uint8Array[] {
  if (digests.length <= 1) return [];
  const split = splitOf(digests.length);
  const [left, right] = [digests.slice(0, split), digests.slice(split)];
  return position < split
    ? [...pathOf(left, position, sha256), rootOf(right, sha256)]
    : [...pathOf(right, position - split, sha256), rootOf(left, sha256)];
}

/** The largest power of two below the count. */
function splitOf(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}

function half(place: number): number {
  return Math.floor(place / 2);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
