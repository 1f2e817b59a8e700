import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURP_STATE_CODES, type CurpHolder, curpFor, maskCurp, parseCurp } from './curp.ts';

const VALID = ['BOXW310820HNERXN09', 'HEGG560427MVZRRL04', 'BEML920313HMCLNS09', 'SABC560626MDFLRN01', 'AAPR630321HDFLRC09'];

function refusalOf(text: string) {
  const parsed = parseCurp(text);
  return parsed.ok ? undefined : parsed.error;
}

describe('reading a CURP', () => {
  test.each(VALID)('%s is a CURP', (text) => {
    expect(parseCurp(text)).toEqual({ ok: true, value: text });
  });

  test('case and surrounding space do not matter', () => {
    expect(parseCurp(' boxw310820hnerxn09\u00a0')).toEqual({ ok: true, value: 'BOXW310820HNERXN09' });
  });

  test('an example that two libraries publish is refused: its check digit must be 8', () => {
    expect(refusalOf('OEAF771012HMCRGR09')).toEqual({ kind: 'WrongCheckDigit', expected: '8', actual: '9' });
    expect(parseCurp('OEAF771012HMCRGR08').ok).toBe(true);
  });

  test('a text that is too short is refused with both lengths', () => {
    expect(refusalOf('BOXW310820HNERXN0')).toEqual({ kind: 'WrongLength', expected: 18, actual: 17 });
  });

  test.each([
    ['a state that does not exist', 'BOXW310820HXXRXN09'],
    ['month 13', 'BOXW311320HNERXN09'],
    ['an Ñ', 'BOÑW310820HNERXN09'],
    ['a vowel among the internal consonants', 'BOXW310820HNEAXN09'],
    ['a sex that is not H, M or X', 'BOXW310820ZNERXN09'],
  ])('%s is refused for its form', (_fault, text) => {
    expect(refusalOf(text)).toEqual({ kind: 'WrongForm' });
  });

  test('a forbidden word at the beginning is refused with the letters that replace it', () => {
    expect(refusalOf('MEAR800101HDFNLL09')).toEqual({ kind: 'ForbiddenWord', expectedPrefix: 'MXAR' });
  });

  test('the thirtieth of February is refused', () => {
    expect(refusalOf('BOXW310230HNERXN09')).toEqual({ kind: 'ImpossibleDate', date: '1931-02-30' });
  });

  test('the leap day of year 00 exists with a letter in position 17 (2000) and not with a digit (1900)', () => {
    expect(refusalOf('BOXW000229HNERXN09')).toEqual({ kind: 'ImpossibleDate', date: '1900-02-29' });
    expect(refusalOf('BOXW000229HNERXNA9')?.kind).not.toBe('ImpossibleDate');
  });

  test('any one digit misread in the date is caught', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID),
        fc.integer({ min: 4, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (curp, at, shift) => {
          // A shift of 5 in an even weight moves the sum by a multiple of ten: the code cannot see it.
          fc.pre((shift * (18 - at)) % 10 !== 0);
          const misread = String((Number(curp[at]) + shift) % 10);
          expect(parseCurp(curp.slice(0, at) + misread + curp.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });

  test('no refusal repeats the CURP that it refuses', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 18, maxLength: 18 }), (text) => {
        const parsed = parseCurp(text);
        expect(parsed.ok || !JSON.stringify(parsed.error).includes(text)).toBe(true);
      }),
    );
    expect(JSON.stringify(refusalOf('OEAF771012HMCRGR09'))).not.toContain('OEAF');
  });
});

describe('masking a CURP', () => {
  test('the date of birth and the consonants are hidden', () => {
    expect(maskCurp('BOXW310820HNERXN09')).toBe('BOXW******HNE*****9');
  });

  test('a text that is not as long as a CURP is hidden whole', () => {
    expect(maskCurp('alice@raices.example.mx')).toBe('*******************');
  });
});

describe('a CURP for an invented person', () => {
  const concepcion: CurpHolder = {
    givenNames: 'Concepción',
    firstSurname: 'Salgado',
    secondSurname: 'Briseño',
    birthDate: '1956-06-26',
    sex: 'M',
    stateCode: 'DF',
  };

  test('is the one that the register’s own example has', () => {
    expect(curpFor(concepcion)).toBe('SABC560626MDFLRN01');
  });

  test.each<[string, Partial<CurpHolder>, string]>([
    ['skips María in a compound name, and its particles', { givenNames: 'María de los Ángeles' }, 'SABA560626MDFLRN'],
    ['skips José only once', { givenNames: 'José María' }, 'SABM560626MDFLRR'],
    ['keeps María when it is the only name', { givenNames: 'María' }, 'SABM560626MDFLRR'],
    ['drops particles of a surname', { firstSurname: 'De la Peña' }, 'PEBC560626MDFXRN'],
    ['keeps a surname that is nothing but a particle', { firstSurname: 'Mac' }, 'MABC560626MDFCRN'],
    ['writes X for Ñ at the beginning', { firstSurname: 'Ñandú' }, 'XABC560626MDFNRN'],
    ['reads a decomposed Ñ the same', { firstSurname: 'N\u0303andu\u0301' }, 'XABC560626MDFNRN'],
    ['writes X where a surname has no internal vowel', { firstSurname: 'Ng' }, 'NXBC560626MDFGRN'],
    [
      'replaces the second letter of a forbidden word',
      { firstSurname: 'Mena', secondSurname: 'Arce', givenNames: 'Rosa' },
      'MXAR560626MDFNRS',
    ],
    ['drops the dieresis', { firstSurname: 'Güemes' }, 'GUBC560626MDFMRN'],
  ])('%s', (_rule, change, expected) => {
    expect(curpFor({ ...concepcion, ...change }).slice(0, 16)).toBe(expected);
  });

  test('writes X for a second surname that is not there', () => {
    const { secondSurname: _none, ...withOneSurname } = concepcion;
    expect(curpFor(withOneSurname).slice(0, 16)).toBe('SAXC560626MDFLXN');
  });

  test('tells the century in position 17', () => {
    expect(curpFor({ ...concepcion, birthDate: '1999-12-31' }, 3).slice(16, 17)).toBe('3');
    expect(curpFor({ ...concepcion, birthDate: '2000-01-01' }, 3).slice(16, 17)).toBe('D');
  });

  test.each<[string, Partial<CurpHolder>, number]>([
    ['a disambiguator past 9 before 2000', {}, 10],
    ['a disambiguator past Z', { birthDate: '2001-01-01' }, 26],
    ['a date that does not exist', { birthDate: '2001-02-29' }, 0],
    ['a century that a CURP cannot tell', { birthDate: '1899-06-26' }, 0],
    ['a name without letters', { givenNames: ' ' }, 0],
  ])('%s is a mistake of the caller', (_mistake, change, disambiguator) => {
    expect(() => curpFor({ ...concepcion, ...change }, disambiguator)).toThrow(RangeError);
  });

  test('is always read back, whoever the person is', () => {
    const name = fc.stringMatching(/^[A-Za-zÁÉÍÓÚÜÑáéíóúüñ'.-]{1,12}( [A-Za-zñé]{1,8})?$/);
    const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(
        name,
        name,
        name,
        day,
        fc.constantFrom('H', 'M', 'X'),
        fc.constantFrom(...CURP_STATE_CODES),
        fc.nat(9),
        (givenNames, firstSurname, secondSurname, born, sex, stateCode, disambiguator) => {
          const birthDate = born.toISOString().slice(0, 10);
          const curp = curpFor({ givenNames, firstSurname, secondSurname, birthDate, sex, stateCode }, disambiguator);
          expect(parseCurp(curp)).toEqual({ ok: true, value: curp });
        },
      ),
    );
  });
});
