import { describe, expect, test } from 'vitest';
import { decideDisclosure } from './disclosure.ts';

const asked = { isOneself: false, purpose: 'AUDIT', note: null } as const;

test('one’s own data are shown as one’s own copy, and others’ for any other purpose', () => {
  expect(decideDisclosure({ ...asked, isOneself: true, purpose: 'OWN_COPY' })).toEqual({ ok: true, value: { note: null } });
  expect(decideDisclosure(asked)).toEqual({ ok: true, value: { note: null } });
  expect(decideDisclosure({ ...asked, purpose: 'OWN_COPY' })).toMatchObject({ ok: false, error: { field: 'purpose' } });
  expect(decideDisclosure({ ...asked, isOneself: true })).toMatchObject({ ok: false, error: { field: 'purpose' } });
});

test('a note is kept without space around it', () => {
  expect(decideDisclosure({ ...asked, note: '  Cotejo con la INE ' })).toEqual({
    ok: true,
    value: { note: 'Cotejo con la INE' },
  });
});

describe('a note is refused', () => {
  test.each([
    ['when it says nothing', ' x ', 'got 1'],
    ['when it is too long', 'x'.repeat(301), 'got 301'],
    ['with a CURP', 'Su CURP es BOXW310820HNERXN09.', 'without CURP'],
    ['with a CURP in pieces', 'boxw 310820 hnerxn09', 'without CURP'],
    ['with an address', 'Escribió de alice@raices.mx', 'without CURP and e-mail'],
  ])('%s', (_when, note, message) => {
    const decided = decideDisclosure({ ...asked, note });
    expect(decided).toMatchObject({ ok: false, error: { field: 'note', message: expect.stringContaining(message) } });
  });
});
