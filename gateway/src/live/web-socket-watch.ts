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

  function warn(): void {
    const endsAt = session.admission?.session?.expiresAtSeconds;
    if (endsAt === undefined || endsAt === warnedOf) return;
    const leftMs = endsAt * SECOND_MS - parts.clock.now().getTime();
    if (leftMs > timings.warnMs) return;
    warnedOf = endsAt;
    const sessionEndsInSeconds = Math.max(0, Math.floor(leftMs / SECOND_MS));
    void flow.send(JSON.stringify({ type: 'ping', payload: { sessionEndsInSeconds } }));
  }

  return sweep.add((nowMs) => {
    if (session.closeIfEnded()) return;
    if (!session.isIntroduced && nowMs - openedAtMs >= timings.introductionMs) {
      return session.close(CLOSE_CODES.NO_INTRODUCTION, 'Connection initialisation timeout');
    }
    const owedMs = flow.owedMs(nowMs);
    const patienceMs = flow.isOverfull() ? timings.lookEveryMs : timings.slowReaderMs;
    if (owedMs >= patienceMs) return session.close(CLOSE_CODES.TRY_AGAIN_LATER, 'SLOW_READER');
    warn();
    if (nowMs < askAtMs) return;
    askAtMs = nowMs + timings.heartbeatMs;
    flow.ask(nowMs);
  });
}
