import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import type { Telemetry } from '@academy/platform/telemetry';
import type { IslandTransport } from '@academy/platform/topology';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from './config.ts';
import type { Federation } from './federation/federation.ts';
import type { Approach, ExecutionGuard } from './guard.ts';
import type { TrustedProxies } from './http/client-address.ts';
import type { Revocations } from './revocations.ts';
import type { TenantClues, TenantRecord } from './tenant.ts';

/** What the live transports are built from: the same guard, federation and lists as plain HTTP. */
export type LiveParts = {
  readonly config: GatewayConfig;
  readonly guard: ExecutionGuard;
  readonly federation: Federation;
  readonly revocations: Revocations;
  readonly transport: IslandTransport;
  readonly redis: RedisDoor;
  /** Signs resume tokens, and tells true stream entries from forged ones. */
  readonly signingKeys: readonly SigningKey[];
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  /** The approach of a request or of a WebSocket's upgrade; a WebSocket puts `authorization` of its first message in its place. */
  readonly approachOf: (request: IncomingMessage, requestId: string) => Approach;
  /** Tells where a connection comes from. */
  readonly proxies: TrustedProxies;
  /** Headers that tell of the end of a versioned path: for the answer to a WebSocket's handshake. */
  readonly versionHeadersFor: (path: string) => Readonly<Record<string, string>>;
  /** Whether a page of this origin may call in a tenant. A request without an origin is no page's. */
  readonly isOriginAllowed: (origin: string | undefined, tenant: TenantRecord) => boolean;
  /** The tenant that an approach names; undefined for none. Rejects while that cannot be told. */
  readonly tenantOf: (clues: TenantClues) => Promise<TenantRecord | undefined>;
};

/** Subscriptions over everything that is not one request and one JSON answer. */
export type LiveDoor = {
  /** Adds routes of its own, before the server listens. */
  register(app: FastifyInstance): void;
  /** Whether a request to a GraphQL path asks, by `accept`, for a stream; such a request is served by `serve` and nothing else. */
  wants(request: FastifyRequest): boolean;
  serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** A WebSocket handshake on a GraphQL path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every stream so that its client comes back with what it had (WebSocket 1012); resolves when none is left. */
  drain(): Promise<void>;
};

/** Opens the live transports of a gateway. */
export type OpenLive = (parts: LiveParts) => Promise<LiveDoor>;
