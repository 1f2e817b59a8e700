import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SigningKey } from '@academy/platform/access';

/** Something kept: JSON text, when it was true, and the marks that it depends on. */
export type Entry = {
  /** Milliseconds since the epoch: the oldest instant at which a part of it was asked for. */
  readonly asOfMs: number;
  readonly marks: string;
  readonly text: string;
};

/** An entry as a value in Redis, signed together with its key: who can merely write to Redis can neither forge one nor move one to another tenant. */
export function sealEntry(redisKey: string, entry: Entry, key: SigningKey): string {
  const header = [entry.asOfMs, entry.marks, key.id, macOf(redisKey, entry, key.secret)];
  return `${JSON.stringify(header)}\n${entry.text}`;
}

/** The entry of a value; undefined when it is not signed by one of our keys for this very key in Redis. */
export function openEntry(redisKey: string, value: string, ring: readonly SigningKey[]): Entry | undefined {
  const end = value.indexOf('\n');
  const header = end === -1 ? undefined : parseHeader(value.slice(0, end));
  if (header === undefined) return undefined;
  const [asOfMs, marks, keyId, mac] = header;
  const key = ring.find(({ id }) => id === keyId);
  if (key === undefined) return undefined;
  const entry = { asOfMs, marks, text: value.slice(end + 1) };
  const expected = Buffer.from(macOf(redisKey, entry, key.secret));
  const presented = Buffer.from(mac);
  return presented.length === expected.length && timingSafeEqual(presented, expected) ? entry : undefined;
}

function parseHeader(line: string): [asOfMs: number, marks: string, keyId: string, mac: string] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== 4) return undefined;
  const [asOfMs, ...texts] = parsed as unknown[];
  if (typeof asOfMs !== 'number' || !texts.every((text) => typeof text === 'string')) return undefined;
  const [marks = '', keyId = '', mac = ''] = texts;
  return [asOfMs, marks, keyId, mac];
}

function macOf(redisKey: string, { asOfMs, marks, text }: Entry, secret: string): string {
  return createHmac('sha256', secret).update(`cache\n${redisKey}\n${asOfMs}\n${marks}\n`).update(text).digest('base64url');
}
