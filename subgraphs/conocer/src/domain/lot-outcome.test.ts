import { expect, test } from 'vitest';
import { type OutcomeLine, type OutcomeMember, reconcile } from './lot-outcome.ts';

const NONE: ReadonlySet<string> = new Set();
const member = (name: string, more: Partial<OutcomeMember> = {}): OutcomeMember => ({
  externalRef: `ref-${name}`,
  certificationId: name,
  curpIndex: `curp-${name}`,
  standardCode: 'EC0325.01',
  status: 'SENT',
  officialFolio: null,
  ...more,
});
const issued = (name: string, line: number, more: Partial<OutcomeLine> = {}): OutcomeLine => ({
  line,
  externalRef: `ref-${name}`,
  curpIndex: `curp-${name}`,
  standardCode: 'EC0325.01',
  verdict: { kind: 'ISSUED', officialFolio: `D-${name}`, issuedOn: '2026-03-02' },
  ...more,
});
const rejected = (name: string, line: number): OutcomeLine => ({
  ...issued(name, line),
  verdict: { kind: 'REJECTED', reason: 'Fotografía no válida.', isCorrectable: true },
});
const kinds = (lines: readonly OutcomeLine[], members: readonly OutcomeMember[], foreign = NONE) =>
  reconcile(lines, members, foreign).map(({ line, kind, certificationId }) => [line, kind, certificationId]);

test('what fits is taken in, what nobody speaks of is missing, what nobody handed over is unknown', () => {
  const members = [member('alice'), member('berta'), member('carla')];
  expect(kinds([issued('alice', 2), rejected('berta', 3), issued('zoe', 4)], members)).toEqual([
    [2, 'ISSUED', 'alice'],
    [3, 'REJECTED', 'berta'],
    [4, 'UNKNOWN', null],
    [null, 'MISSING', 'carla'],
  ]);
});

test('a line of another person or standard, or with a folio that is not hers alone, changes nothing', () => {
  const members = [member('alice'), member('berta'), member('carla'), member('dora'), member('eva')];
  const twice = { kind: 'ISSUED', officialFolio: 'D-X', issuedOn: '2026-03-02' } as const;
  const lines = [
    issued('alice', 2, { curpIndex: 'curp-berta' }),
    issued('berta', 3, { standardCode: 'EC0249' }),
    issued('carla', 4, { verdict: twice }),
    issued('dora', 5, { verdict: twice }),
    issued('eva', 6),
  ];
  expect(kinds(lines, members, new Set(['D-eva'])).map(([, kind]) => kind)).toEqual([
    'CURP_MISMATCH',
    'STANDARD_MISMATCH',
    'FOLIO_TWICE',
    'FOLIO_TWICE',
    'FOLIO_OF_ANOTHER',
  ]);
});

test('two lines on one certification are both for a person, whatever they say', () => {
  expect(kinds([issued('alice', 2), rejected('alice', 3)], [member('alice')]).map(([, kind]) => kind)).toEqual([
    'REPEATED',
    'REPEATED',
  ]);
});

test('what was taken in before is unchanged, and another verdict a reversal', () => {
  const approved = member('alice', { status: 'APPROVED', officialFolio: 'D-alice' });
  expect(kinds([issued('alice', 2)], [approved])).toEqual([[2, 'UNCHANGED', 'alice']]);
  expect(kinds([rejected('alice', 2)], [approved])).toEqual([[2, 'REVERSAL', 'alice']]);
  const other = { kind: 'ISSUED', officialFolio: 'D-2', issuedOn: '2026-03-02' } as const;
  expect(kinds([issued('alice', 2, { verdict: other })], [approved])).toEqual([[2, 'REVERSAL', 'alice']]);
  expect(kinds([rejected('alice', 2)], [member('alice', { status: 'REJECTED' })])).toEqual([[2, 'UNCHANGED', 'alice']]);
});

test('what was withdrawn before it was handed over, or whose candidate was erased, takes nothing in', () => {
  expect(kinds([issued('alice', 2)], [member('alice', { status: 'PREPARED' })])).toEqual([[2, 'NOT_SUBMITTED', 'alice']]);
  expect(kinds([issued('alice', 2)], [member('alice', { curpIndex: null })])).toEqual([[2, 'CURP_MISMATCH', 'alice']]);
});
