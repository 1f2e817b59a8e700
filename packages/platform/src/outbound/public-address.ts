import ipaddr from 'ipaddr.js';

/** IPv6's global unicast (RFC 4291, IANA): everything that was ever given to anybody lies in it. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether this IP address, as a resolver writes it, is one of the open internet: no loopback, private, link-local, shared (CGNAT), unique-local,
 * multicast, documentation or otherwise reserved one, and none that carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo).
 * What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}
