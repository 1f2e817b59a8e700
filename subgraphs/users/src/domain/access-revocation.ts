import { SECOND_MS } from '@academy/kernel';

/**
 * The first whole second after `now`: tokens carry their time of issue (`iat`) in whole seconds, rounded down, so that only this refuses
 * every token that was issued until now. Who signs in again within the same second has to do so once more.
 */
export function revocationInstant(now: Date): Date {
  return new Date((Math.floor(now.getTime() / SECOND_MS) + 1) * SECOND_MS);
}
