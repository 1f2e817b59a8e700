import { SECOND_MS } from '@academy/kernel';
import type { TransportParts } from './transport-parts.ts';
import { CLOSE_CODES, type Session } from './web-socket-session.ts';

/**
 * Looks at an open socket until the returned function is called: has its client introduced itself, is it there, does it read, is it still
 * admitted. One whose session nears its end is told by a `ping` with `sessionEndsInSeconds`, once for each token.
 */
export function watchWebSocket(session: Session, { parts, sweep, timings }: TransportParts): () => void {
  const { flow } = session;
  const openedAtMs = performance.now();
  let askAtMs = openedAtMs + timings.heartbeatMs;
  let warnedOf: number | undefined;
  let looksTooLate = 0;

  function warn(): void {
    const endsAt = session.admission?.session?.expiresAtSeconds;
    if (endsAt === undefined || endsAt === warnedOf) return;
    const leftMs = endsAt * SECOND_MS - parts.clock.now().getTime();
    if (leftMs > timings.warnMs) return;
    warnedOf = endsAt;
    const sessionEndsInSeconds = Math.max(0, Math.floor(leftMs / SECOND_MS));
    void flow.send(JSON.stringify({ type: 'ping', payload: { sessionEndsInSeconds } }));
  }

  /** Why the client is too late with what it owes; undefined while it is not. */
  function lateness(nowMs: number): readonly [code: number, reason: string] | undefined {
    if (!session.isIntroduced) {
      return nowMs - openedAtMs < timings.introductionMs
        ? undefined
        : [CLOSE_CODES.NO_INTRODUCTION, 'Connection initialisation timeout'];
    }
    const patienceMs = flow.isOverfull() ? timings.lookEveryMs : timings.slowReaderMs;
    return flow.owedMs(nowMs) < patienceMs ? undefined : [CLOSE_CODES.TRY_AGAIN_LATER, 'SLOW_READER'];
  }

  return sweep.add((nowMs) => {
    if (session.closeIfEnded()) return;
    const late = lateness(nowMs);
    looksTooLate = late === undefined ? 0 : looksTooLate + 1;
    // What a process that was busy has not read yet is no fault of the client: between two looks it reads.
    if (late !== undefined && looksTooLate > 1) return session.close(...late);
    warn();
    if (nowMs < askAtMs) return;
    askAtMs = nowMs + timings.heartbeatMs;
    flow.ask(nowMs);
  });
}
