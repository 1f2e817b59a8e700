import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFeed } from './clean-feed.ts';
import { committeesIn } from './register-row.ts';
import { cleanRegisterText, parseStandardCode } from './standard-code.ts';

const row = (changes: object = {}) => ({
  idEstandarCompetencia: '7',
  idSectorProductivo: '',
  codigo: 'EC0586.01',
  nivel: '3',
  titulo: 'Instalación de sistemas fotovoltaicos',
  comite: 'de Energía Renovable',
  secProductivo: 'CONSTRUCCIÓN',
  ...changes,
});
const flawsOf = (...rows: unknown[]) => cleanFeed(rows).problems.map(({ flaw }) => flaw);

const blank = fc.constantFrom(' ', '\u00a0', '\t', '\u200b', '\u0007 ', '\u0085');
const blanks = fc.array(blank, { maxLength: 4 }).map((parts) => parts.join(''));
const code = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.option(fc.integer({ min: 1, max: 99 })))
  .map(
    ([number, version]) =>
      `EC${String(number).padStart(4, '0')}${version === null ? '' : `.${String(version).padStart(2, '0')}`}`,
  );
const words = fc.array(fc.constantFrom('Diseño', 'de', 'cursos', 'presenciales', 'Gestión', 'agua'), {
  minLength: 1,
  maxLength: 8,
});

describe('a row of the register', () => {
  test('is read the same whatever dirt is around and between its words', () => {
    fc.assert(
      fc.property(code, words, fc.array(blanks, { minLength: 12, maxLength: 12 }), (clean, title, dirt) => {
        const dirty = title.reduce((text, word, index) => `${text}${index === 0 ? '' : ` ${dirt[index]}`}${word}`, '');
        const [read] = cleanFeed([row({ codigo: `${dirt[9]}${clean}${dirt[10]}`, titulo: `${dirt[11]}${dirty} ` })]).standards;
        expect(read).toMatchObject({ code: clean, title: title.join(' ') });
      }),
    );
  });

  test('is never dropped unnamed: every row is a standard or a problem', () => {
    const cell = fc.oneof(fc.string(), fc.constant(null), fc.integer(), code, blanks);
    const any = fc.oneof(
      fc.record({ codigo: cell, titulo: cell, nivel: cell, secProductivo: cell, comite: cell }, { requiredKeys: [] }),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (rows) => {
        const { received, standards, problems } = cleanFeed(rows);
        expect(received).toBe(rows.length);
        expect(standards.length + problems.length).toBe(rows.length);
        expect(new Set(problems.map((problem) => problem.row)).size).toBe(problems.length);
        for (const standard of standards) {
          expect(parseStandardCode(standard.code)).toMatchObject({ ok: true, value: { code: standard.code } });
          for (const text of [standard.title, standard.sector]) {
            expect(text).toBe(cleanRegisterText(text));
            expect(text).not.toMatch(/\p{Cc}/u);
            expect(text.length).toBeGreaterThan(0);
          }
          expect([1, 2, 3, 4, 5]).toContain(standard.level);
        }
      }),
    );
  });

  test('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 10 }), (codes) => {
        const once = cleanFeed(codes.map((codigo) => row({ codigo, comite: ' a/b / a' }))).standards;
        const again = cleanFeed(
          once.map((s) => row({ codigo: s.code, titulo: s.title, nivel: s.level, secProductivo: s.sector, comite: s.committee })),
        );
        expect(again).toMatchObject({ standards: once, problems: [] });
      }),
    );
  });

  test.each([
    ['no row', 'EC0586', 'NOT_A_ROW'],
    ['a list', [], 'NO_CODE'],
    ['no code', row({ codigo: ' \u00a0' }), 'NO_CODE'],
    ['a code that is none', row({ codigo: 'SIN CÓDIGO' }), 'BAD_CODE'],
    ['half a code', row({ codigo: 'EC86' }), 'BAD_CODE'],
    ['no title', row({ titulo: null }), 'NO_TITLE'],
    ['level 6', row({ nivel: '6' }), 'BAD_LEVEL'],
    ['no level', row({ nivel: undefined }), 'BAD_LEVEL'],
    ['no sector', row({ secProductivo: '0' }), 'NO_SECTOR'],
  ])('with %s says why it says nothing', (_name, given, flaw) => {
    expect(flawsOf(given)).toEqual([flaw === 'NO_CODE' && Array.isArray(given) ? 'NOT_A_ROW' : flaw]);
  });

  test('is named by its place and its code, as far as it has one', () => {
    expect(cleanFeed([row(), row({ codigo: ' SIN  CÓDIGO ' })]).problems).toEqual([
      { row: 2, flaw: 'BAD_CODE', code: 'SIN CÓDIGO' },
    ]);
  });

  test.each(['3', 3, ' 3 ', 'Nivel 3', 'NIVEL\u00a03'])('has its level from %j', (nivel) => {
    expect(cleanFeed([row({ nivel })]).standards[0]?.level).toBe(3);
  });

  test('that comes again is told apart from one that contradicts the first', () => {
    expect(flawsOf(row(), row({ codigo: 'EC0586.01\u00a0' }), row({ titulo: 'Otra cosa' }))).toEqual([
      'REPEATED',
      'CONTRADICTED',
    ]);
    expect(cleanFeed([row(), row({ titulo: 'Otra cosa' })]).standards[0]?.title).toBe('Instalación de sistemas fotovoltaicos');
  });
});

test.each([
  ['uno/dos', ['uno', 'dos']],
  [' uno /  dos/uno', ['uno', 'dos']],
  ['/', []],
  ['', []],
])('the committees of %j are %j', (text, expected) => {
  expect(committeesIn(text)).toEqual(expected);
});
