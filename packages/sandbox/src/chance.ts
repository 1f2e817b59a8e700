import { createHash } from 'node:crypto';

/** Hexadecimal digits that depend on the arguments and on nothing else: no order of calls, no clock. */
export function fingerprint(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A number in [0, 1) that depends on the arguments and on nothing else, so that a run can be repeated under load. */
export function chance(...parts: readonly (string | number)[]): number {
  // 13 hexadecimal digits are 52 bits: every value fits a double exactly.
  return Number.parseInt(fingerprint(...parts).slice(0, 13), 16) / 2 ** 52;
}
