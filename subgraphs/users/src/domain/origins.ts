import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/** Each is compared on every browser request. */
const MAX_ORIGINS = 20;

const MAX_HOST_LENGTH = 253;

/**
 * Web origins exactly as a browser writes them (scheme, host, port unless it is the scheme's own; WHATWG URL §4.5): `https`, or `http` on
 * localhost for development. Repeated ones are kept once. Wildcards, paths and upper case are refused: no request would ever match.
 */
export function parseOrigins(origins: readonly string[]): Result<string[], InvalidInput> {
  if (origins.length > MAX_ORIGINS) {
    return fail({
      kind: 'InvalidInput',
      field: 'allowedOrigins',
      message: `At most ${MAX_ORIGINS} origins were expected, got ${origins.length}; remove some.`,
    });
  }
  const wrongAt = origins.findIndex((origin) => !isOrigin(origin));
  if (wrongAt >= 0) {
    return fail({
      kind: 'InvalidInput',
      field: `allowedOrigins.${wrongAt}`,
      message:
        'An origin such as https://www.example.mx or http://localhost:5173 was expected: no path, no wildcard, lower case.',
    });
  }
  return ok([...new Set(origins)]);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isPlainHost = /^[a-z0-9.-]+$/.test(url.hostname) && url.hostname.length <= MAX_HOST_LENGTH;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
  return url.origin === text && isPlainHost && isSafe;
}
