import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

/** First address and prefix of each range that is not the open internet's (IANA special-purpose registries). */
const INSIDE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const insideV4 = fc
  .tuple(fc.constantFrom(...INSIDE_V4), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  .map(([[first, prefix], rest]) => {
    const start = first.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
    const number = start + (rest % 2 ** (32 - prefix));
    return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
  });

const hex = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;

describe('an address of the open internet', () => {
  test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::200e'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test('is none of a range that is set apart', () => {
    fc.assert(
      fc.property(insideV4, (bytes) => {
        expect(isPublicAddress(bytes.join('.')), bytes.join('.')).toBe(false);
      }),
    );
  });

  test('is none that carries one of those inside', () => {
    fc.assert(
      fc.property(insideV4, (bytes) => {
        const wrapped = [
          `::ffff:${bytes.join('.')}`,
          `::ffff:${hex(bytes)}`,
          `::${hex(bytes)}`,
          `::ffff:0:${hex(bytes)}`,
          `64:ff9b::${hex(bytes)}`,
          `64:ff9b:1::${hex(bytes)}`,
          `2002:${hex(bytes)}::1`,
          `2001:0:${hex(bytes)}::`,
        ];
        for (const address of wrapped) expect(isPublicAddress(address), address).toBe(false);
      }),
    );
  });

  test('is none of IPv6 outside of global unicast', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16);
        if (first < 0x2000 || first > 0x3fff) expect(isPublicAddress(address), address).toBe(false);
      }),
    );
  });

  test.each([
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '100::1',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['', 'localhost', '1.1.1.1:80', '1.1.1.1/8', '999.1.1.1'])('is not what is no address: %j', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});
