import type { IslandResources, WorkerContext } from '@academy/platform/subgraph';
import { guardAuthority } from './authority/guarded.ts';
import { createHttpAuthority } from './authority/http.ts';
import type { CertificationAuthority } from './authority/port.ts';
import { createSandboxAuthority } from './authority/sandbox.ts';
import type { ConocerSettings } from './config.ts';
import type { WaitBounds } from './domain/submission-waits.ts';

/** What only this island's worker has. */
export type ConocerServices = {
  readonly authority: CertificationAuthority;
  readonly waits: WaitBounds;
  readonly submitTimeoutMs: number;
  readonly settleMs: number;
  /** 0 to 1, for jitter. */
  random(): number;
};

/** What reactions and jobs of this island get. */
export type Worker = WorkerContext<ConocerServices>;

/** Opens the authority of the settings. That it is down does not keep the worker from starting. */
export function openServices(
  settings: ConocerSettings,
  { logger, telemetry }: Pick<IslandResources, 'logger' | 'telemetry'>,
): ConocerServices & { close(): Promise<void> } {
  const authority = guardAuthority(openAuthority(settings), { halfOpenAfterMs: settings.BREAKER_PAUSE_MS, logger, telemetry });
  const closing = new AbortController();
  const introduced = authority.initialize({ signal: closing.signal }).then((reading) => {
    if (reading.kind === 'answered')
      logger.info({ authority: authority.name, version: authority.version }, 'the authority knows us');
    else if (!closing.signal.aborted)
      logger.warn({ authority: authority.name, cause: reading.cause }, 'the authority does not know us yet');
  });
  return {
    authority,
    waits: { firstMs: settings.POLL_FIRST_MS, maxMs: settings.POLL_MAX_MS },
    submitTimeoutMs: settings.SUBMIT_TIMEOUT_MS,
    settleMs: settings.LOOKUP_SETTLE_MS,
    random: Math.random,
    async close() {
      closing.abort();
      await introduced;
      await authority.close();
    },
  };
}

function openAuthority(settings: ConocerSettings): CertificationAuthority {
  const options = {
    url: settings.AUTHORITY_URL,
    clientId: settings.AUTHORITY_CLIENT_ID,
    clientSecret: settings.AUTHORITY_CLIENT_SECRET,
    timeoutMs: settings.SUBMIT_TIMEOUT_MS,
    connections: 8,
  };
  switch (settings.AUTHORITY) {
    case 'sandbox':
      return createSandboxAuthority(options);
    case 'http':
      return createHttpAuthority({ ...options, name: 'http' });
  }
}
