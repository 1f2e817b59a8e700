import { hash } from 'node:crypto';
import { type Clock, SECOND_MS } from '@academy/kernel';
import type { KeySource } from './identity/provider-keys.ts';
import { endOfSession, type Session, type TokenVerifier } from './principal.ts';

/** Each is a digest and a session, under 1 kB: 10 MB if all were used. More sessions at once only cost time. */
const REMEMBERED_SESSIONS = 10_000;

/** Sessions that were verified lately, of all providers together. */
export type SessionMemory = Map<string, Remembered>;

type Remembered = { readonly session: Session; readonly keySet: object; readonly untilSeconds: number };

/**
 * The same verifier, which checks a signature once per token and key set instead of once per request. A session is remembered no longer
 * than its token lives and than the very key set is in force that it was verified with, so that a key that the provider removed is refused
 * as soon as without this. What may change at any moment (revocation, the tenant) is not remembered: the guard asks it each time.
 * Tokens themselves are not kept, only their SHA-256. Verifiers that share a memory need a name each.
 */
export function rememberSessions(
  verifier: TokenVerifier,
  options: { keys: KeySource; clock: Clock; capacity?: number; memory?: SessionMemory; name?: string },
): TokenVerifier {
  const { keys, clock, name = '' } = options;
  const capacity = options.capacity ?? REMEMBERED_SESSIONS;
  const remembered: SessionMemory = options.memory ?? new Map();

  function find(digest: string, keySet: object): Session | undefined {
    const known = remembered.get(digest);
    if (known === undefined) return undefined;
    remembered.delete(digest);
    if (known.keySet !== keySet || clock.now().getTime() >= known.untilSeconds * SECOND_MS) return undefined;
    // Back at the end: the least recently used goes first.
    remembered.set(digest, known);
    return known.session;
  }
  function remember(digest: string, session: Session, keySet: object): void {
    remembered.set(digest, { session, keySet, untilSeconds: endOfSession(session) });
    if (remembered.size <= capacity) return;
    const oldest = remembered.keys().next().value;
    if (oldest !== undefined) remembered.delete(oldest);
  }

  return {
    async verify(token) {
      const keySet = keys.inForce();
      if (keySet === undefined) return verifier.verify(token);
      const digest = hash('sha256', `${name}\n${token}`, 'base64url');
      const known = find(digest, keySet);
      if (known !== undefined) return known;
      const session = await verifier.verify(token);
      // Verified with other keys than those of now, perhaps: the next time will tell.
      if (keys.inForce() === keySet) remember(digest, session, keySet);
      return session;
    },
  };
}
