import { isIP } from 'node:net';
import { fail, ok, type Result } from '@academy/kernel';
import type { AllowedHost, OutboundPolicy } from './outbound-policy.ts';

/** Why an address may not be called; `message` may be shown to whoever gave it. */
export type OutboundRefusal = {
  readonly reason: 'NOT_A_URL' | 'SCHEME' | 'CREDENTIALS' | 'PORT' | 'HOST' | 'ADDRESS';
  readonly message: string;
};

const MAX_URL_LENGTH = 2_048;
const MAX_HOST_LENGTH = 253;

/** Names that only mean something inside of a network, or that this machine answers itself (RFC 6761, 6762, 8375, 9476; usual habits). */
const INSIDE =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|arpa|onion|alt|invalid|test)$/;

const EXPECTED = 'An address such as https://hooks.example.mx/academy was expected';

/**
 * The address, parsed, if it may be called as far as its text tells: https, no user or password, a port that is allowed, and the name of a host that
 * is not inside of a network; an IP address, in whatever spelling, only where the operator allows it. Where the name leads is checked when it is
 * resolved: by `resolveOutbound` and again by each fetch.
 */
export function checkOutboundUrl(text: string, policy: OutboundPolicy): Result<URL, OutboundRefusal> {
  // The parser drops line breaks and turns backslashes around: what is kept must be what was read.
  if (text.length > MAX_URL_LENGTH || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text)) {
    return refuse('NOT_A_URL', `${EXPECTED}, of at most ${MAX_URL_LENGTH} characters and without spaces.`);
  }
  const url = new URL(text);
  const allowed = allowedHostOf(url, policy);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowed?.isHttpAllowed === true)) {
    return refuse('SCHEME', `${EXPECTED}: it must begin with https://.`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('CREDENTIALS', `${EXPECTED}: leave user and password out; calls are signed instead.`);
  }
  if (allowed !== undefined) return ok(url);
  const host = hostOf(url);
  if (isIP(host) !== 0) return refuse('HOST', `${EXPECTED}: a host's name, not an IP address.`);
  if (!isOutsideName(host)) return refuse('HOST', `${EXPECTED}: the name of a host on the open internet.`);
  const port = portOf(url);
  if (!policy.ports.includes(port)) {
    return refuse('PORT', `${EXPECTED}, on port ${policy.ports.join(' or ')}; got port ${port}.`);
  }
  return ok(url);
}

/** The entry of the operator's list that this address falls under. */
export function allowedHostOf(url: URL, policy: OutboundPolicy): AllowedHost | undefined {
  const host = hostOf(url);
  const port = portOf(url);
  return policy.allowedHosts.find((one) => {
    if (one.host !== host || (url.protocol === 'http:' && !one.isHttpAllowed)) return false;
    if (one.port === undefined) return policy.ports.includes(port) || (one.isHttpAllowed && port === 80);
    return one.port === 'any' || one.port === port;
  });
}

/** The host as a resolver wants it: no brackets, no final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** The port, also where the address leaves it out. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
}

function isOutsideName(host: string): boolean {
  return host.includes('.') && host.length <= MAX_HOST_LENGTH && /^[a-z0-9._-]+$/.test(host) && !INSIDE.test(host);
}

function refuse(reason: OutboundRefusal['reason'], message: string): Result<never, OutboundRefusal> {
  return fail({ reason, message });
}
