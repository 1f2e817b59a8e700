import { describe, expect, test } from 'vitest';
import { openEntry, sealEntry } from './entry.ts';

const old = { id: 'old', secret: 'o'.repeat(32) };
const fresh = { id: 'new', secret: 'n'.repeat(32) };
const KEY = 't:raices:cache:response:abc';
const entry = { asOfMs: 1_772_452_800_000, marks: '-,1772452800000-x', text: '{"motto":"line\\nbreak"}' };

describe('something kept', () => {
  test('comes back as it was, also while keys are being changed', () => {
    expect(openEntry(KEY, sealEntry(KEY, entry, fresh), [fresh, old])).toEqual(entry);
    expect(openEntry(KEY, sealEntry(KEY, entry, old), [fresh, old])).toEqual(entry);
  });

  const sealed = sealEntry(KEY, entry, fresh);
  test.each([
    ['with another text', KEY, sealed.replace('motto', 'mitto')],
    ['with another age', KEY, sealed.replace('1772452800000,', '1772452900000,')],
    ['with other marks', KEY, sealed.replace('"-,', '"x,')],
    ['of another tenant', 't:horizonte:cache:response:abc', sealed],
    ['of a key that is not ours', KEY, sealEntry(KEY, entry, { id: 'new', secret: 'f'.repeat(32) })],
    ['of a key that is no more', KEY, sealEntry(KEY, entry, { id: 'gone', secret: 'n'.repeat(32) })],
    ['without a header', KEY, entry.text],
    ['with a header of another shape', KEY, `["1","2"]\n${entry.text}`],
    ['that is empty', KEY, ''],
  ])('is not taken %s', (_name, key, value) => {
    expect(openEntry(key, value, [fresh, old])).toBeUndefined();
  });
});
