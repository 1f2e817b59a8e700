import { expect, test } from 'vitest';
import { isCalendarDate, isCurp } from './curp.ts';

test.each(['BOXW310820HNERXN09', 'HEGG560427MVZRRL04', 'BEML920313HMCLNS09', 'SABC560626MDFLRN01', 'AAPR630321HDFLRC09'])(
  '%s has the form of a CURP',
  (curp) => {
    expect(isCurp(curp)).toBe(true);
  },
);

test.each([
  ['a wrong check digit', 'OEAF771012HMCRGR09'],
  ['another digit', 'BOXW310820HNERXN08'],
  ['30 February', 'SABC560230MDFLRN05'],
  ['no such state', 'BOXW310820HZZRXN09'],
  ['lower case', 'boxw310820hnerxn09'],
  ['a space after it', 'BOXW310820HNERXN09 '],
  ['nothing', ''],
])('%s is no CURP', (_case, curp) => {
  expect(isCurp(curp)).toBe(false);
});

test('only the check digit that the sum asks for is accepted', () => {
  const accepted = [...'0123456789'].filter((digit) => isCurp(`OEAF771012HMCRGR0${digit}`));
  expect(accepted).toEqual(['8']);
});

test('a letter before the check digit puts the birth in this century, where 29 February 2000 exists and 1900 had none', () => {
  const anyDigit = (stem: string) => [...'0123456789'].some((digit) => isCurp(stem + digit));
  expect(anyDigit('SABC000229MDFLRNA')).toBe(true);
  expect(anyDigit('SABC000229MDFLRN0')).toBe(false);
});

test('a calendar date exists in the calendar', () => {
  expect(isCalendarDate('2024-02-29')).toBe(true);
  expect(isCalendarDate('2025-02-29')).toBe(false);
  expect(isCalendarDate('2025-2-9')).toBe(false);
  expect(isCalendarDate('2025-13-01')).toBe(false);
});
