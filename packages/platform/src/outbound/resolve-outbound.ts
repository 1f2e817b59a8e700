import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Fault, fail, ok, type Result } from '@academy/kernel';
import { within } from '../resilience/index.ts';
import type { OutboundPolicy } from './outbound-policy.ts';
import { allowedHostOf, checkOutboundUrl, hostOf, type OutboundRefusal } from './outbound-url.ts';
import { isPublicAddress } from './public-address.ts';

/** An address of a host. */
export type HostAddress = { readonly address: string; readonly family: 4 | 6 };

/** Every address of a host's name; none when there is no such name. Rejects when that cannot be found out. */
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>;

const RESOLVE_DEADLINE_MS = 3_000;

/** As the machine resolves names for everything else. */
export const systemResolver: ResolveHost = async (host) => {
  try {
    const found = await lookup(host, { all: true, order: 'ipv4first' });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch (thrown) {
    if (isNoSuchName(thrown)) return [];
    throw thrown;
  }
};

/**
 * The addresses that this address may be called at, resolved once; whoever connects must connect to one of these. One that is not public has
 * the whole name refused: an honest name has no such. Throws Fault UNAVAILABLE when names cannot be resolved within 3 s.
 */
export async function resolveOutbound(
  text: string,
  policy: OutboundPolicy,
  resolve: ResolveHost = systemResolver,
): Promise<Result<{ url: URL; addresses: readonly HostAddress[] }, OutboundRefusal>> {
  const checked = checkOutboundUrl(text, policy);
  if (!checked.ok) return checked;
  const url = checked.value;
  const host = hostOf(url);
  const family = isIP(host);
  const addresses: readonly HostAddress[] =
    family === 0 ? await resolveInTime(host, resolve) : [{ address: host, family: family === 6 ? 6 : 4 }];
  const isOutside = addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
  if (isOutside || (addresses.length > 0 && allowedHostOf(url, policy) !== undefined)) return ok({ url, addresses });
  // One answer for both: the difference would tell which names a private network knows.
  const message = 'The host of the address cannot be found on the open internet; check its name.';
  return fail({ reason: 'ADDRESS', message });
}

async function resolveInTime(host: string, resolve: ResolveHost): Promise<readonly HostAddress[]> {
  try {
    return await within(RESOLVE_DEADLINE_MS, resolve(host));
  } catch (cause) {
    throw new Fault('UNAVAILABLE', 'The host of the address cannot be looked up just now; try again shortly.', { cause });
  }
}

function isNoSuchName(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'ENOTFOUND' || code === 'ENODATA';
}
