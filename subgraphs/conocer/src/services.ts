import type { IslandResources, WorkerContext } from '@academy/platform/subgraph';
import { type AuthorityRegistry, openAuthorities } from './authority/registry.ts';
import type { ConocerSettings } from './config.ts';
import type { WaitBounds } from './domain/submission-waits.ts';

/** What only this island's worker has. */
export type ConocerServices = {
  readonly authorities: AuthorityRegistry;
  readonly waits: WaitBounds;
  readonly submitTimeoutMs: number;
  readonly settleMs: number;
  /** 0 to 1, for jitter. */
  random(): number;
};

/** What reactions and jobs of this island get. */
export type Worker = WorkerContext<ConocerServices>;

/** Opens the authorities of the settings. That one is down does not keep the worker from starting. */
export function openServices(
  settings: ConocerSettings,
  resources: IslandResources,
): ConocerServices & { close(): Promise<void> } {
  const authorities = openAuthorities(settings, resources);
  return {
    authorities,
    waits: { firstMs: settings.POLL_FIRST_MS, maxMs: settings.POLL_MAX_MS },
    submitTimeoutMs: settings.SUBMIT_TIMEOUT_MS,
    settleMs: settings.LOOKUP_SETTLE_MS,
    random: Math.random,
    close: () => authorities.cleanup(),
  };
}
