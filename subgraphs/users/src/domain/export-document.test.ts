import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DATA_ISLANDS } from './data-request.ts';
import { inPieces, partOfDocument } from './export-document.ts';

test('the parts in their order are one JSON object', () => {
  const head = { requestId: 'r', at: new Date('2026-11-25T18:00:00.000Z') };
  const text = DATA_ISLANDS.map((island) => partOfDocument(island, `[{"of":"${island}"}]`, head)).join('');
  expect(JSON.parse(text)).toEqual({
    format: 'academy.personal-data.v1',
    requestId: 'r',
    exportedAt: '2026-11-25T18:00:00.000Z',
    ...Object.fromEntries(DATA_ISLANDS.map((island) => [island, [{ of: island }]])),
  });
});

test('pieces are the text again, none is too long, and none ends inside a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'ñ', '€', '😀', '\n'), maxLength: 60 }),
      fc.integer({ min: 2, max: 20 }),
      (text, size) => {
        const pieces = inPieces(text, size);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(size);
          expect(Buffer.from(piece, 'utf8').toString('utf8')).toBe(piece);
        }
      },
    ),
  );
});
