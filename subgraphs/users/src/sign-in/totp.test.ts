import { expect, test } from 'vitest';
import { acceptedStep, base32, totpAddress, totpCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at second %d the code is %s (RFC 6238, appendix B)', (second, code) => {
  expect(totpCode(secret, Math.floor(second / 30), 8)).toBe(code);
});

test.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%s is %s in base32 (RFC 4648 §10)', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});

test('a code is accepted one step early or late, once, and no earlier one after it', () => {
  const step = 1_000;
  const at = step * 30_000;
  for (const near of [step - 1, step, step + 1]) expect(acceptedStep(secret, totpCode(secret, near), at, 0)).toBe(near);
  for (const far of [step - 2, step + 2]) expect(acceptedStep(secret, totpCode(secret, far), at, 0)).toBeUndefined();
  expect(acceptedStep(secret, totpCode(secret, step), at, step)).toBeUndefined();
  expect(acceptedStep(secret, totpCode(secret, step - 1), at, step)).toBeUndefined();
  for (const rubbish of ['', '12345', '1234567', 'abcdef']) expect(acceptedStep(secret, rubbish, at, 0)).toBeUndefined();
});

test('an app is told secret, issuer and account', () => {
  expect(totpAddress({ secret, issuer: 'Academia Raíces', account: 'alice@raices.example.mx' })).toBe(
    'otpauth://totp/Academia%20Ra%C3%ADces:alice%40raices.example.mx?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Academia+Ra%C3%ADces&algorithm=SHA1&digits=6&period=30',
  );
});
