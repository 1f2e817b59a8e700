import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DomainEvent, LiveTopic, Producer } from '@academy/contracts';
import { isUuid } from '@academy/kernel';
import type { SigningKey } from '../access/signature.ts';
import type { RedisDoor } from '../redis/index.ts';

/** Entries kept in an island's stream, about. */
export const STREAM_MAX_ENTRIES = 100_000;
/** Entries kept in a tenant's live stream, about: who is further behind reads the log in PostgreSQL. */
export const LIVE_STREAM_MAX_ENTRIES = 10_000;

const SALT_BYTES = 9;

/** Stream of all domain events of one island. */
export function eventStreamKey(redis: RedisDoor, producer: Producer): string {
  return redis.key(`sys:events:${producer}`);
}

/** Stream of one tenant's live events of one topic. */
export function liveStreamKey(redis: RedisDoor, tenantId: string, topic: LiveTopic): string {
  return redis.key(`t:${tenantId}:live:${topic}`);
}

/** Channel on which a tenant's watchers of a topic are woken; it carries no data. */
export function liveWakeChannel(redis: RedisDoor, tenantId: string, topic: LiveTopic): string {
  return redis.key(`t:${tenantId}:wake:${topic}`);
}

/**
 * An event as the fields of a stream entry, signed so that nobody who can merely write to Redis can forge one. Each has a random `salt`, also when
 * the event is published again: by it a reader tells the stream that it read from another one (`openStreamCursor`).
 */
export function toEntry(event: DomainEvent, key: SigningKey): string[] {
  const text = JSON.stringify(event);
  return ['event', text, 'key', key.id, 'mac', mac(text, key.secret), 'salt', randomBytes(SALT_BYTES).toString('base64url')];
}

/** The event of a stream entry; undefined when it is not signed by one of our keys or has no event's shape. */
export function fromEntry(fields: readonly string[], ring: readonly SigningKey[]): DomainEvent | undefined {
  const entry = new Map<string, string>();
  for (let index = 0; index + 1 < fields.length; index += 2) entry.set(fields[index] ?? '', fields[index + 1] ?? '');
  const text = entry.get('event');
  const given = entry.get('mac');
  const key = ring.find((candidate) => candidate.id === entry.get('key'));
  if (text === undefined || given === undefined || key === undefined) return undefined;
  const expected = Buffer.from(mac(text, key.secret));
  const presented = Buffer.from(given);
  if (presented.length !== expected.length || !timingSafeEqual(presented, expected)) return undefined;
  const event = JSON.parse(text) as DomainEvent;
  return isUuid(event.id) && isUuid(event.tenantId) && typeof event.type === 'string' ? event : undefined;
}

function mac(text: string, secret: string): string {
  return createHmac('sha256', secret).update('stream\n').update(text).digest('base64url');
}
