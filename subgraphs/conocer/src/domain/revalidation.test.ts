import { expect, test } from 'vitest';
import { MISSES_UNTIL_UNKNOWN, revalidate } from './revalidation.ts';

const certificate = { officialFolio: 'D-1', misses: 0 };
const base = { authorityId: 'a' };

test.each([
  ['the same folio', { ...base, state: 'APPROVED', officialFolio: 'D-1', issuedOn: '2026-01-01' }, null, null],
  ['another folio', { ...base, state: 'APPROVED', officialFolio: 'D-2', issuedOn: '2026-01-01' }, 'ANOTHER_FOLIO', 'D-2'],
  ['a rejection', { ...base, state: 'REJECTED', reason: 'x', isCorrectable: false }, 'WITHDRAWN', null],
  ['work on it', { ...base, state: 'IN_PROCESS' }, null, null],
  ['its receipt', { ...base, state: 'RECEIVED' }, null, null],
] as const)('%s', (_name, report, disputed, foundFolio) => {
  expect(revalidate({ ...certificate, misses: 1 }, report as never)).toEqual({ misses: 0, disputed, foundFolio });
});

test('what the authority does not know is disputed only after two rounds in a row', () => {
  let seen = { misses: 0 };
  for (let round = 1; round <= MISSES_UNTIL_UNKNOWN + 1; round += 1) {
    const found = revalidate({ officialFolio: 'D-1', ...seen }, null);
    expect(found).toEqual({ misses: round, disputed: round >= MISSES_UNTIL_UNKNOWN ? 'UNKNOWN' : null, foundFolio: null });
    seen = found;
  }
});
