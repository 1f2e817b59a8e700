import type { Clock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import type { Telemetry } from '@academy/platform/telemetry';
import type { IslandTransport } from '@academy/platform/topology';
import type { GatewayConfig } from './config.ts';
import type { loadFederation } from './federation/federation.ts';
import type { OpenLive } from './live-door.ts';

/** Everything that a gateway is made of. */
export type GatewayOptions = {
  readonly config: GatewayConfig;
  readonly transport: IslandTransport;
  readonly supergraphSdl: string;
  /** The schema as clients see it, for the explorer's reference. */
  readonly apiSdl: string;
  readonly redis: RedisDoor;
  /** Newest first: what stream entries and resume tokens are signed with. */
  readonly signingKeys: readonly SigningKey[];
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  /** How the supergraph becomes a federation; the benchmark of what is around it puts a stub in its place. */
  readonly load?: typeof loadFederation;
  /** The live transports; without them a subscription is refused on every path. */
  readonly openLive?: OpenLive;
};
