import { expect, test } from 'vitest';
import { type AuthorityName, chooseAuthority } from './tenant-authority.ts';

const offered: readonly AuthorityName[] = ['SANDBOX', 'MANUAL_LOT'];
const before = { authority: 'SANDBOX', submissionsPerMinute: 30 } as const;

test('what is left out stays, null is the installation’s again', () => {
  expect(chooseAuthority(before, {}, offered)).toEqual({ ok: true, value: before });
  expect(chooseAuthority(before, { authority: null }, offered)).toEqual({
    ok: true,
    value: { authority: null, submissionsPerMinute: 30 },
  });
  expect(chooseAuthority(before, { authority: 'MANUAL_LOT', submissionsPerMinute: null }, offered)).toEqual({
    ok: true,
    value: { authority: 'MANUAL_LOT', submissionsPerMinute: null },
  });
});

test('an authority that the installation does not work with is refused by name', () => {
  expect(chooseAuthority(before, { authority: 'OPEN_BADGES' }, offered)).toMatchObject({
    ok: false,
    error: { field: 'authority', message: expect.stringContaining('SANDBOX, MANUAL_LOT, got OPEN_BADGES') },
  });
});

test('one that was chosen before the installation gave it up does not stand in the way of other changes', () => {
  const given = { authority: 'HTTP', submissionsPerMinute: null } as const;
  expect(chooseAuthority(given, { submissionsPerMinute: 10 }, offered)).toMatchObject({
    ok: true,
    value: { authority: 'HTTP', submissionsPerMinute: 10 },
  });
});

test.each([0, -1, 1.5, 6_001, Number.NaN])('%d submissions a minute are refused', (submissionsPerMinute) => {
  expect(chooseAuthority(before, { submissionsPerMinute }, offered)).toMatchObject({
    ok: false,
    error: { field: 'submissionsPerMinute' },
  });
});
