import { BlockList, isIP, isIPv4 } from 'node:net';
import { describeThrown } from '@academy/kernel';
import { z } from 'zod';

/** What a connection and its request say about where it comes from. */
export type Peer = {
  /** Address at the other end of the connection. */
  readonly address: string | undefined;
  /** Value of `x-forwarded-for`. */
  readonly forwardedFor: string | undefined;
};

/** Addresses of proxies whose `x-forwarded-for` is believed. */
export type TrustedProxies = {
  /**
   * Where a request comes from: the last address on its way that is no trusted proxy's. What stands before it in `x-forwarded-for` is whatever
   * the client wrote. An empty text when nothing is known.
   */
  addressOf(peer: Peer | undefined): string;
};

/** Trusts these addresses and networks, such as `10.0.0.0/8` or `::1`. Throws Error that names one that is neither. */
export function trustProxies(networks: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits, ...rest] = network.split('/');
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (version === 0 || rest.length > 0 || !(prefix <= most)) {
      throw new Error(`Expected an address or a network such as 10.0.0.0/8, got ${network}.`);
    }
    list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

  return {
    addressOf(peer) {
      let address = plain(peer?.address ?? '');
      if (networks.length === 0) return address;
      const way = peer?.forwardedFor?.split(',') ?? [];
      while (isTrusted(address)) {
        const before = plain(way.pop()?.trim() ?? '');
        // A proxy that names nobody, or not an address, is the last that is known.
        if (isIP(before) === 0) return address;
        address = before;
      }
      return address;
    },
  };
}

/** Addresses and networks, separated by commas, as a variable gives them. */
export const proxyNetworks = z.string().transform((text, context) => {
  const networks = text.split(',').map((network) => network.trim());
  try {
    trustProxies(networks);
    return networks;
  } catch (thrown) {
    context.addIssue({ code: 'custom', message: describeThrown(thrown) });
    return z.NEVER;
  }
});

/** An IPv4 address that came over a socket for both versions, as what it is. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
}
