import type { z } from 'zod';

/** The islands that emit domain events. */
export type Producer = 'users' | 'courses' | 'certification' | 'conocer' | 'analytics';

/**
 * A kind of domain event that islands may share. `type` follows CloudEvents: reverse domain, subject, verb in the past, version.
 * `data` may hold ids, codes and figures, never a name, an e-mail or a CURP.
 */
export type EventContract<Data> = {
  readonly type: `mx.madfam.${Producer}.${string}.v${number}`;
  readonly producer: Producer;
  readonly data: z.ZodType<Data>;
  /** Topic under which watching clients get it, if they do. */
  readonly live?: LiveTopic;
};

/** Topics of the live streams, one Redis stream per tenant and topic. */
export const LIVE_TOPICS = ['certification', 'notification', 'report'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** An event that happened: CloudEvents' attributes under our names. */
export type DomainEvent<Data = unknown> = {
  /** UUID; the same event always has the same id, however often it is delivered. */
  readonly id: string;
  readonly type: string;
  readonly tenantId: string;
  /** Id of the aggregate that it happened to; events of one subject keep their order. */
  readonly subject: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly data: Data;
  /** Number in the log of its tenant, from 1 without gaps, where its kind has such a log; once told it never changes. */
  readonly position?: number;
};
