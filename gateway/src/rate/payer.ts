import { createHmac } from 'node:crypto';
import type { Principal } from '@academy/kernel';

/**
 * Under what a principal's operations are counted within the tenant: a person whatever her sessions and personas are, a process, or for an
 * anonymous caller the address, which only its digest under this secret tells.
 */
export function payerOf(principal: Principal, address: string, secret: string): string {
  switch (principal.kind) {
    case 'user':
      return `u:${principal.userId}`;
    case 'service':
      return `s:${principal.service}`;
    case 'anonymous':
      return `a:${createHmac('sha256', secret).update(networkOf(address)).digest('base64url').slice(0, 22)}`;
  }
}

/** What one subscriber of the net has: a whole IPv4 address, the first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
