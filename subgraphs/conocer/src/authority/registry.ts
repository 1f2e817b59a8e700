import type { AuthorityName } from '@academy/contracts';
import type { IslandResources } from '@academy/platform/subgraph';
import { authorityNames, type ConocerSettings, defaultAuthority } from '../config.ts';
import { createBreakerReport } from './breaker-report.ts';
import { type GuardOptions, guardAuthority } from './guarded.ts';
import { manualLot } from './manual-lot/plugin.ts';
import { AUTHORITY_PLUGINS } from './plugins.ts';
import type { CertificationAuthority } from './port.ts';
import { unconfigured } from './unconfigured.ts';

/** The plug-ins of a process. */
export type AuthorityRegistry = {
  /** Of a tenant that chose none. */
  readonly defaultName: AuthorityName;
  /** Those that the process is configured with. */
  readonly names: readonly AuthorityName[];
  /** The plug-in of that name, null for the installation's; one that answers `unavailable` to everything when the process has none of that name. */
  get(name: AuthorityName | null): CertificationAuthority;
  /** What was told of breakers is where the graph finds it. */
  settled(): Promise<void>;
  cleanup(): Promise<void>;
};

/** Opens the plug-ins of the settings, each behind its guard. That an authority is down does not keep the process from starting. */
export function openAuthorities(settings: ConocerSettings, resources: IslandResources): AuthorityRegistry {
  const { logger, telemetry } = resources;
  const breakers = createBreakerReport(resources);
  const opened = new Map<AuthorityName, CertificationAuthority>();
  for (const name of authorityNames(settings)) {
    const open = AUTHORITY_PLUGINS[name];
    if (open === undefined) throw new Error(`${name} is in AUTHORITIES, but this version has no plug-in of that name.`);
    const plugin = open(settings, resources);
    const onState: GuardOptions['onState'] = (side, state) => breakers.tell(name, side, state);
    const guard = { halfOpenAfterMs: settings.BREAKER_PAUSE_MS, logger, telemetry, onState };
    opened.set(name, plugin.servedBy === 'JOB' ? guardAuthority(plugin, guard) : plugin);
  }
  const closing = new AbortController();
  const introduced = Promise.all([...opened.values()].map((authority) => introduce(authority, closing.signal, logger)));
  const defaultName = defaultAuthority(settings);
  return {
    defaultName,
    names: [...opened.keys()],
    get(name) {
      const wanted = name ?? defaultName;
      return opened.get(wanted) ?? (wanted === manualLot.name ? manualLot : unconfigured(wanted));
    },
    settled: () => breakers.settled(),
    async cleanup() {
      closing.abort();
      await introduced;
      await Promise.all([...opened.values()].map((authority) => authority.cleanup()));
      await breakers.settled();
    },
  };
}

async function introduce(
  { name, version, initialize }: CertificationAuthority,
  signal: AbortSignal,
  logger: IslandResources['logger'],
): Promise<void> {
  const reading = await initialize({ signal });
  if (reading.kind === 'answered') logger.info({ authority: name, version }, 'the authority knows us');
  else if (!signal.aborted) logger.warn({ authority: name, cause: reading.cause }, 'the authority does not know us yet');
}
