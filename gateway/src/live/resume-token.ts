import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Principal } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import { z } from 'zod';
import type { Place } from './feeds/feed.ts';

/** Who watches what: a token is good for this alone. */
export type TokenScope = {
  readonly principal: Principal;
  /** The subscription's root field. */
  readonly field: string;
  /** JSON of its arguments, without `after`. */
  readonly argumentsJson: string;
};

/** Makes and reads resume tokens: opaque texts of letters, digits, `-` and `_`. */
export type ResumeTokens = {
  issue(scope: TokenScope, place: Place): string;
  /** undefined when the token was not issued by us, for this viewer, field and arguments. */
  read(scope: TokenScope, token: string): Place | undefined;
};

const MAX_LENGTH = 500;
const content = z.tuple([z.string(), z.number().int().min(0), z.number().int(), z.string()]);

/** Tokens signed by the newest key of the ring; every one of the ring verifies. Throws when the ring is empty. */
export function createResumeTokens(ring: readonly SigningKey[]): ResumeTokens {
  const [newest] = ring;
  if (newest === undefined) throw new Error('At least one signing key is needed for resume tokens.');
  return {
    issue(scope, place) {
      const signed = [newest.id, place.number, place.epoch, mac(newest, scope, place)];
      return Buffer.from(JSON.stringify(signed)).toString('base64url');
    },
    read(scope, token) {
      const given = parse(token);
      const key = ring.find(({ id }) => id === given?.keyId);
      if (given === undefined || key === undefined) return undefined;
      const expected = Buffer.from(mac(key, scope, given.place));
      const presented = Buffer.from(given.mac);
      return expected.length === presented.length && timingSafeEqual(expected, presented) ? given.place : undefined;
    },
  };
}

function parse(token: string): { keyId: string; place: Place; mac: string } | undefined {
  if (token.length > MAX_LENGTH) return undefined;
  try {
    const [keyId, number, epoch, given] = content.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
    return { keyId, place: { number, epoch }, mac: given };
  } catch {
    return undefined;
  }
}

/** Tenant, viewer, field and arguments are covered without being told. */
function mac(key: SigningKey, { principal, field, argumentsJson }: TokenScope, { number, epoch }: Place): string {
  const covered = ['resume', principal.tenantId, viewerOf(principal), field, argumentsJson, String(number), String(epoch)];
  return createHmac('sha256', key.secret).update(covered.join('\n')).digest('base64url');
}

/** The same for every session of a person. */
export function viewerOf(principal: Principal): string {
  switch (principal.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'user':
      return `user:${principal.userId}`;
    case 'service':
      return `service:${principal.service}`;
  }
}
