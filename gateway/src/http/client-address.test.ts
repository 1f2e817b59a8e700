import { describe, expect, test } from 'vitest';
import { trustProxies } from './client-address.ts';

describe('where a request comes from', () => {
  test.each([
    ['the other end of the connection, where no proxy is trusted', [], '192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['the other end, when it is no trusted proxy', ['10.0.0.0/8'], '192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['whom a trusted proxy names', ['10.0.0.0/8'], '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    [
      'the last that is no proxy’s, whatever the client wrote before it',
      ['10.0.0.0/8'],
      '10.1.2.3',
      '10.9.9.9, 203.0.113.5, 10.4.4.4',
      '203.0.113.5',
    ],
    ['the proxy, when it names nobody', ['10.0.0.0/8'], '10.1.2.3', undefined, '10.1.2.3'],
    ['the proxy, when it names no address', ['10.0.0.0/8'], '10.1.2.3', 'unknown', '10.1.2.3'],
    [
      'an IPv4 address, also over a socket for both versions',
      ['10.0.0.1'],
      '::ffff:10.0.0.1',
      '::ffff:198.51.100.1',
      '198.51.100.1',
    ],
    ['an IPv6 address', ['fd00::/8'], 'fd00::1', '2001:db8::1', '2001:db8::1'],
  ])('is %s', (_what, networks, address, forwardedFor, expected) => {
    expect(trustProxies(networks).addressOf({ address, forwardedFor })).toBe(expected);
  });

  test('is unknown when nothing is told', () => {
    expect(trustProxies(['10.0.0.0/8']).addressOf(undefined)).toBe('');
  });

  test.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '10.0.0.0/x', ''])('cannot be trusted to %j', (network) => {
    expect(() => trustProxies([network])).toThrow(/Expected an address or a network/);
  });
});
