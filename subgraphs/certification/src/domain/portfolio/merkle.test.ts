import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inclusionProof, isIncluded, leafDigest, merkleRoot, type Sha256 } from './merkle.ts';

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const digestsOf = (contents: readonly string[]) => contents.map((content) => leafDigest(content, sha256));
const contents = fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 40 });
const place = (of: readonly unknown[], seed: number) => seed % of.length;

/** A digit of a hex text becomes another. */
const altered = (hex: string) => `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`;

test('the root of one leaf is SHA-256 of 0x00 and the leaf; of two, of 0x01 and both', () => {
  const [a, b] = digestsOf(['a', 'b']);
  expect(a).toBe(
    createHash('sha256')
      .update(Buffer.from([0]))
      .update('a')
      .digest('hex'),
  );
  expect(merkleRoot([a ?? ''], sha256)).toBe(a);
  const both = Buffer.concat([Buffer.from([1]), Buffer.from(a ?? '', 'hex'), Buffer.from(b ?? '', 'hex')]);
  expect(merkleRoot(digestsOf(['a', 'b']), sha256)).toBe(createHash('sha256').update(both).digest('hex'));
});

test('it is the tree of RFC 6962: the known answers of Certificate Transparency for its eight leaves', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const bytes = (hex: string) => sha256(Uint8Array.of(0), Buffer.from(hex, 'hex'));
  const digests = leaves.map((hex) => Buffer.from(bytes(hex)).toString('hex'));
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  expect(roots.map((_, index) => merkleRoot(digests.slice(0, index + 1), sha256))).toEqual(roots);
});

test('every leaf is proved under its root, by a path no longer than the tree is high', () => {
  fc.assert(
    fc.property(contents, fc.nat(), (all, seed) => {
      const digests = digestsOf(all);
      const position = place(all, seed);
      const proof = inclusionProof(digests, position, sha256);
      expect(isIncluded(digests[position] ?? '', proof, merkleRoot(digests, sha256), sha256)).toBe(true);
      expect(proof.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(all.length)));
    }),
    { numRuns: 500 },
  );
});

describe('nothing else is proved', () => {
  test('another leaf, another place, another count, or a path of which one hash is changed, missing or more', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.nat(), (all, seed, other) => {
        const digests = digestsOf(all);
        const position = place(all, seed);
        const digest = digests[position] ?? '';
        const root = merkleRoot(digests, sha256);
        const proof = inclusionProof(digests, position, sha256);
        const at = proof.path.length === 0 ? 0 : other % proof.path.length;
        const wrong = [
          { ...proof, path: [...proof.path, digest] },
          ...(proof.path.length === 0
            ? []
            : [
                { ...proof, path: proof.path.slice(0, -1) },
                { ...proof, path: proof.path.map((one, index) => (index === at ? altered(one) : one)) },
              ]),
          { ...proof, position: all.length },
          { ...proof, position: -1 },
          { ...proof, position: 0.5 },
        ];
        for (const one of wrong) expect(isIncluded(digest, one, root, sha256)).toBe(false);
        expect(isIncluded(altered(digest), proof, root, sha256)).toBe(false);
        expect(isIncluded(digest, proof, altered(root), sha256)).toBe(false);
        for (const elsewhere of digests.keys())
          if (elsewhere !== position) expect(isIncluded(digest, { ...proof, position: elsewhere }, root, sha256)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('a node that is passed off as a leaf', () => {
    const digests = digestsOf(['a', 'b', 'c', 'd']);
    const inner = Buffer.concat([digests[0] ?? '', digests[1] ?? ''].map((one) => Buffer.from(one, 'hex')));
    const forged = Buffer.from(sha256(Uint8Array.of(0), inner)).toString('hex');
    const [right] = [merkleRoot(digests.slice(2), sha256)];
    expect(isIncluded(forged, { position: 0, leafCount: 2, path: [right] }, merkleRoot(digests, sha256), sha256)).toBe(false);
  });
});

test('a leaf more, a leaf less, another order or another content is another root', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 40 }), fc.nat(), (all, seed) => {
      const root = merkleRoot(digestsOf(all), sha256);
      const at = place(all, seed);
      const others = [
        [...all, 'one more'],
        all.filter((_, index) => index !== at),
        all.toReversed(),
        all.map((content, index) => (index === at ? `${content}!` : content)),
      ];
      for (const other of others) expect(merkleRoot(digestsOf(other), sha256)).not.toBe(root);
    }),
    { numRuns: 300 },
  );
});

test('a portfolio of nothing is refused', () => {
  expect(() => merkleRoot([], sha256)).toThrow(RangeError);
  expect(() => inclusionProof(digestsOf(['a']), 1, sha256)).toThrow(RangeError);
});
