import { SECOND_MS } from '@academy/kernel';
import type { LiveLimits } from './live-limits.ts';

/** A message counts once more for each of these. */
const CHARACTERS_PER_UNIT = 2_048;

/** What one socket may still say. */
export type Allowance = {
  /** Takes a message of this length off it. False when there is not enough left. */
  take(length: number, nowMs: number): boolean;
};

/** A full allowance, which fills up again with time. */
export function createAllowance({ messageBurst, messagesPerSecond }: LiveLimits, bornAtMs: number): Allowance {
  let left = messageBurst;
  let atMs = bornAtMs;
  return {
    take(length, nowMs) {
      left = Math.min(messageBurst, left + ((nowMs - atMs) / SECOND_MS) * messagesPerSecond);
      atMs = nowMs;
      left -= 1 + Math.floor(length / CHARACTERS_PER_UNIT);
      return left >= 0;
    },
  };
}
