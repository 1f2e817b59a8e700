import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENCES_UNTIL_RETIRED, type CatalogueChange, compareCatalogue, type KnownStandard } from './compare-catalogue.ts';
import type { ListedStandard } from './register-row.ts';
import { standVersions } from './standard-versions.ts';

function listed(code: string, changes: Partial<ListedStandard> = {}): ListedStandard {
  const [major = code, version = null] = code.split('.');
  return { code, major, version, title: `T ${code}`, level: 3, sector: 'S', committee: null, isWithdrawn: false, ...changes };
}

/** The catalogue after a reading of what it was before. */
function catalogueAfter(known: readonly KnownStandard[], reading: readonly ListedStandard[]): KnownStandard[] {
  const { changes, listed: codes, absences } = compareCatalogue(known, reading);
  const facts = new Map<string, CatalogueChange['after']>(
    known.map(({ wasListed: _, absences: __, ...rest }) => [rest.code, rest]),
  );
  for (const change of changes) facts.set(change.after.code, change.after);
  const was = new Set([...codes, ...known.filter(({ wasListed }) => wasListed).map(({ code }) => code)]);
  return [...facts.values()].map((one) => ({ ...one, wasListed: was.has(one.code), absences: absences.get(one.code) ?? 0 }));
}
const told = ({ changes }: { changes: readonly CatalogueChange[] }) =>
  changes.map((change) => [change.after.code, change.kind, change.kind === 'ADDED' ? [] : [...change.fields]]);
const statusOf = (known: readonly KnownStandard[], code: string) => known.find((one) => one.code === code)?.status;

describe('a reading of the register', () => {
  test('that says the same changes nothing, whatever it says', () => {
    const code = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.option(fc.integer({ min: 1, max: 3 })))
      .map(([number, version]) => `EC000${number}${version === null ? '' : `.0${version}`}`);
    fc.assert(
      fc.property(fc.uniqueArray(code), fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (codes, withdrawn) => {
        const reading = codes.map((one, index) => listed(one, { isWithdrawn: withdrawn[index] ?? false }));
        const known = catalogueAfter([], reading);
        expect(compareCatalogue(known, reading).changes).toEqual([]);
        for (const group of Map.groupBy(known, ({ major }) => major).values()) {
          expect(group.filter(({ status }) => status === 'ACTIVE').length).toBeLessThanOrEqual(1);
          const isAnyInForce = group.some(({ status }) => status !== 'RETIRED');
          expect(group.some(({ status }) => status === 'ACTIVE')).toBe(isAnyInForce);
        }
      }),
    );
  });

  test('names what differs', () => {
    const known = catalogueAfter([], [listed('EC0001'), listed('EC0002')]);
    const change = compareCatalogue(known, [listed('EC0001', { title: 'Otro', level: 4 }), listed('EC0002'), listed('EC0003')]);
    expect(told(change)).toEqual([
      ['EC0001', 'CHANGED', ['title', 'level']],
      ['EC0003', 'ADDED', []],
    ]);
  });

  test('with a new version supersedes the one before, which stays', () => {
    const known = catalogueAfter([], [listed('EC0586.01')]);
    const change = compareCatalogue(known, [listed('EC0586.01'), listed('EC0586.02')]);
    expect(told(change)).toEqual([
      ['EC0586.01', 'CHANGED', ['status', 'supersededBy']],
      ['EC0586.02', 'ADDED', []],
    ]);
    expect(change.changes[0]?.after).toMatchObject({ status: 'SUPERSEDED', supersededBy: 'EC0586.02' });
    expect(change.changes[1]?.after).toMatchObject({ status: 'ACTIVE', supersedes: 'EC0586.01', supersededBy: null });
  });

  test('that drops the earlier version retires it only after three readings, and it stays followed', () => {
    let known = catalogueAfter([], [listed('EC0586.01')]);
    for (let reading = 1; reading < ABSENCES_UNTIL_RETIRED; reading += 1) {
      known = catalogueAfter(known, [listed('EC0586.02')]);
      expect(statusOf(known, 'EC0586.01')).toBe('SUPERSEDED');
    }
    const last = compareCatalogue(known, [listed('EC0586.02')]);
    expect(told(last)).toEqual([['EC0586.01', 'RETIRED', ['status']]]);
    expect(last.changes[0]?.after).toMatchObject({ supersededBy: 'EC0586.02' });
  });

  test('that lists a standard again after an absence forgets the absence; a retired one comes back', () => {
    let known = catalogueAfter([], [listed('EC0001'), listed('EC0002')]);
    known = catalogueAfter(known, [listed('EC0001')]);
    known = catalogueAfter(known, [listed('EC0001'), listed('EC0002')]);
    expect(known.find(({ code }) => code === 'EC0002')?.absences).toBe(0);
    for (let reading = 0; reading < ABSENCES_UNTIL_RETIRED; reading += 1) known = catalogueAfter(known, [listed('EC0001')]);
    expect(statusOf(known, 'EC0002')).toBe('RETIRED');
    known = catalogueAfter(known, [listed('EC0001'), listed('EC0002')]);
    expect(statusOf(known, 'EC0002')).toBe('ACTIVE');
  });

  test('never retires what no reading has listed: the public list leaves out standards that exist', () => {
    let known: KnownStandard[] = catalogueAfter([], [listed('EC1691')]).map((one) => ({ ...one, wasListed: false }));
    for (let reading = 0; reading < 5; reading += 1) known = catalogueAfter(known, [listed('EC0001')]);
    expect(statusOf(known, 'EC1691')).toBe('ACTIVE');
  });

  test('that says itself that a standard is withdrawn is believed at once, and the version before is in force again', () => {
    const known = catalogueAfter([], [listed('EC0586.01'), listed('EC0586.02')]);
    const now = catalogueAfter(known, [listed('EC0586.01'), listed('EC0586.02', { isWithdrawn: true })]);
    expect([statusOf(now, 'EC0586.01'), statusOf(now, 'EC0586.02')]).toEqual(['ACTIVE', 'RETIRED']);
  });
});

test('versions stand in the order of their numbers, the one without a number first', () => {
  const versions = ['EC0001.02', 'EC0001', 'EC0001.01'].map((code) => listed(code)).map((one) => ({ ...one, isRetired: false }));
  expect([...standVersions(versions)].sort()).toEqual([
    ['EC0001', { status: 'SUPERSEDED', supersedes: null, supersededBy: 'EC0001.01' }],
    ['EC0001.01', { status: 'SUPERSEDED', supersedes: 'EC0001', supersededBy: 'EC0001.02' }],
    ['EC0001.02', { status: 'ACTIVE', supersedes: 'EC0001.01', supersededBy: null }],
  ]);
});
