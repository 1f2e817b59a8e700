import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OUTBOUND_POLICY, type OutboundPolicy, parseAllowedHost } from './outbound-policy.ts';
import { checkOutboundUrl } from './outbound-url.ts';

const refusalOf = (text: string, policy: OutboundPolicy = DEFAULT_OUTBOUND_POLICY) => {
  const checked = checkOutboundUrl(text, policy);
  return checked.ok ? 'allowed' : checked.error.reason;
};

describe('an address that somebody gives us to call', () => {
  test.each([
    ['https://hooks.example.mx/academy', 'https://hooks.example.mx/academy'],
    ['https://hooks.example.mx:8443/a?b=c', 'https://hooks.example.mx:8443/a?b=c'],
    ['HTTPS://Hooks.Example.MX', 'https://hooks.example.mx/'],
    ['https://xn--acadmia-fya.example', 'https://xn--acadmia-fya.example/'],
    ['https://local.example.mx/', 'https://local.example.mx/'],
    ['https://internal-tools.example.mx/', 'https://internal-tools.example.mx/'],
  ])('may be %s', (text, href) => {
    const checked = checkOutboundUrl(text, DEFAULT_OUTBOUND_POLICY);
    expect(checked.ok && checked.value.href).toBe(href);
  });

  test.each([
    // The metadata services of clouds.
    ['http://169.254.169.254/latest/meta-data/', 'SCHEME'],
    ['https://169.254.169.254/latest/meta-data/', 'HOST'],
    ['https://metadata.google.internal/computeMetadata/v1/', 'HOST'],
    ['https://[fd00:ec2::254]/latest/meta-data/', 'HOST'],
    ['https://2852039166/', 'HOST'],
    ['https://0xa9fea9fe/', 'HOST'],
    ['https://0251.0376.0251.0376/', 'HOST'],
    ['https://0xa9.0xfe.0xa9.0xfe/', 'HOST'],
    ['https://169.254.43518/', 'HOST'],
    ['https://[::ffff:169.254.169.254]/', 'HOST'],
    ['https://[::ffff:a9fe:a9fe]/', 'HOST'],
    ['https://[64:ff9b::a9fe:a9fe]/', 'HOST'],
    ['https://[2002:a9fe:a9fe::]/', 'HOST'],
    // This machine.
    ['http://localhost/', 'SCHEME'],
    ['https://localhost/', 'HOST'],
    ['https://LOCALHOST/', 'HOST'],
    ['https://localhost./', 'HOST'],
    ['https://a.localhost/', 'HOST'],
    ['https://localhost.localdomain/', 'HOST'],
    ['https://127.0.0.1/', 'HOST'],
    ['https://127.0.0.1./', 'HOST'],
    ['https://127.1/', 'HOST'],
    ['https://127.0.1/', 'HOST'],
    ['http://0x7f.1/', 'SCHEME'],
    ['https://0x7f.1/', 'HOST'],
    ['https://0x7f000001/', 'HOST'],
    ['https://0X7F.0x0.0x0.0x1/', 'HOST'],
    ['https://0177.0.0.1/', 'HOST'],
    ['https://00000177.0.0.01/', 'HOST'],
    ['https://017700000001/', 'HOST'],
    ['https://2130706433/', 'HOST'],
    ['https://127.8.8.8/', 'HOST'],
    ['https://0/', 'HOST'],
    ['https://0.0.0.0/', 'HOST'],
    ['https://[::]/', 'HOST'],
    ['https://[::1]/', 'HOST'],
    ['http://[::1]:5432/', 'SCHEME'],
    ['https://[0:0:0:0:0:0:0:1]/', 'HOST'],
    ['https://[0000:0000:0000:0000:0000:0000:0000:0001]/', 'HOST'],
    ['https://[::127.0.0.1]/', 'HOST'],
    ['https://[::ffff:127.0.0.1]/', 'HOST'],
    ['https://[::ffff:7f00:1]/', 'HOST'],
    ['https://[::ffff:0:127.0.0.1]/', 'HOST'],
    ['https://[64:ff9b::127.0.0.1]/', 'HOST'],
    ['https://[64:ff9b:1::7f00:1]/', 'HOST'],
    ['https://①②⑦.⓪.⓪.①/', 'HOST'],
    ['https://127。0。0。1/', 'HOST'],
    ['https://１２７.０.０.１/', 'HOST'],
    ['https://%31%32%37.0.0.1/', 'HOST'],
    ['https://loc%61lhost/', 'HOST'],
    ['https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'HOST'],
    ['https:127.0.0.1/', 'HOST'],
    ['https:/127.0.0.1/', 'HOST'],
    ['https:///127.0.0.1/', 'HOST'],
    // Networks of one's own.
    ['http://10.0.0.1/', 'SCHEME'],
    ['https://10.0.0.1/', 'HOST'],
    ['https://10.1/', 'HOST'],
    ['https://012.0.0.1/', 'HOST'],
    ['https://167772161/', 'HOST'],
    ['https://172.16.0.1/', 'HOST'],
    ['https://172.31.255.255/', 'HOST'],
    ['https://192.168.1.1/', 'HOST'],
    ['https://0xc0a80101/', 'HOST'],
    ['https://100.64.0.1/', 'HOST'],
    ['https://100.100.100.200/latest/meta-data', 'HOST'],
    ['https://192.0.0.192/', 'HOST'],
    ['https://198.18.0.1/', 'HOST'],
    ['https://224.0.0.1/', 'HOST'],
    ['https://255.255.255.255/', 'HOST'],
    ['https://[fc00::1]/', 'HOST'],
    ['https://[fd12:3456::1]/', 'HOST'],
    ['https://[fe80::1]/', 'HOST'],
    ['https://[fe80::1%25eth0]/', 'NOT_A_URL'],
    ['https://[ff02::1]/', 'HOST'],
    ['https://[2001:db8::1]/', 'HOST'],
    ['https://[2001:0:7f00:1::]/', 'HOST'],
    // Names that mean something only inside.
    ['https://redis/', 'HOST'],
    ['https://users:4001/', 'HOST'],
    ['https://kubernetes.default.svc.cluster.local/', 'HOST'],
    ['https://printer.local/', 'HOST'],
    ['https://router.lan/', 'HOST'],
    ['https://wiki.corp/', 'HOST'],
    ['https://nas.home.arpa/', 'HOST'],
    ['https://db.internal./', 'HOST'],
    // Other protocols, ports and tricks of writing.
    ['http://hooks.example.mx/', 'SCHEME'],
    ['ftp://hooks.example.mx/', 'SCHEME'],
    ['file:///etc/passwd', 'SCHEME'],
    ['gopher://127.0.0.1:6379/_INFO', 'SCHEME'],
    ['dict://127.0.0.1:11211/stats', 'SCHEME'],
    ['ldap://127.0.0.1/', 'SCHEME'],
    ['javascript:alert(1)', 'SCHEME'],
    ['data:text/plain,x', 'SCHEME'],
    ['ws://hooks.example.mx/', 'SCHEME'],
    ['jar:https://hooks.example.mx!/', 'SCHEME'],
    ['https://user:pass@127.0.0.1/', 'CREDENTIALS'],
    ['https://user@hooks.example.mx/', 'CREDENTIALS'],
    ['https://hooks.example.mx@127.0.0.1/', 'CREDENTIALS'],
    ['https://:pass@hooks.example.mx/', 'CREDENTIALS'],
    ['https://hooks.example.mx:22/', 'PORT'],
    ['https://hooks.example.mx:6379/', 'PORT'],
    ['https://hooks.example.mx:80/', 'PORT'],
    ['https://hooks.example.mx:0/', 'PORT'],
    ['https://hooks.example.mx:99999/', 'NOT_A_URL'],
    ['https://127.0.0.1\\@hooks.example.mx/', 'NOT_A_URL'],
    ['https://hooks.example.mx\\.evil.example/', 'NOT_A_URL'],
    ['https://hooks.example.mx/\r\nhost: x', 'NOT_A_URL'],
    ['https://lo\tcalhost/', 'NOT_A_URL'],
    [' https://hooks.example.mx/', 'NOT_A_URL'],
    ['https://hooks.example.mx/\u0000', 'NOT_A_URL'],
    ['https://', 'NOT_A_URL'],
    ['//hooks.example.mx/', 'NOT_A_URL'],
    ['hooks.example.mx', 'NOT_A_URL'],
    ['', 'NOT_A_URL'],
    [`https://hooks.example.mx/${'a'.repeat(2_048)}`, 'NOT_A_URL'],
  ])('is not %s', (text, reason) => {
    expect(refusalOf(text)).toBe(reason);
  });

  test('is refused for every IPv4 address, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.infiniteStream(fc.constantFrom(8, 10, 16)), (address, radixes) => {
        for (const text of spellings(address, radixes)) expect(refusalOf(`https://${text}/`), text).toBe('HOST');
      }),
    );
  });

  test('is refused for every IPv6 address, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(refusalOf(`https://[${address}]/`), address).toBe('HOST');
        expect(refusalOf(`https://[${address.toUpperCase()}]:8443/`), address).toBe('HOST');
      }),
    );
  });

  test('is refused in words that name what is expected and nothing of ours', () => {
    for (const text of ['http://10.0.0.1/', 'https://redis/', 'https://a:b@x.mx/', 'https://x.mx:22/', 'nonsense']) {
      const checked = checkOutboundUrl(text, DEFAULT_OUTBOUND_POLICY);
      expect(checked).toMatchObject({ ok: false, error: { message: expect.stringContaining('was expected') } });
    }
  });
});

describe('hosts that the operator allows', () => {
  const policy: OutboundPolicy = {
    ports: [443],
    allowedHosts: ['hooks.corp', '10.0.0.7:9443', '[::1]:*', 'http://localhost:*', 'http://plain.corp'].map((entry) => {
      const parsed = parseAllowedHost(entry);
      if (parsed === undefined) throw new Error(`${entry} cannot be read`);
      return parsed;
    }),
  };

  test.each([
    ['https://hooks.corp/', 'allowed'],
    ['https://hooks.corp./', 'allowed'],
    ['http://hooks.corp/', 'SCHEME'],
    ['https://hooks.corp:9443/', 'HOST'],
    ['https://x.hooks.corp/', 'HOST'],
    ['https://10.0.0.7:9443/', 'allowed'],
    ['https://0xa.7:9443/', 'allowed'],
    ['https://10.0.0.7/', 'HOST'],
    ['https://10.0.0.8:9443/', 'HOST'],
    ['https://[::1]:1/', 'allowed'],
    ['http://localhost:4999/', 'allowed'],
    ['https://localhost/', 'allowed'],
    ['http://plain.corp/', 'allowed'],
    ['http://plain.corp:8080/', 'SCHEME'],
    ['https://user:pass@hooks.corp/', 'CREDENTIALS'],
    ['gopher://localhost:6379/', 'SCHEME'],
  ])('%s: %s', (text, outcome) => {
    expect(refusalOf(text, policy)).toBe(outcome);
  });

  test.each(['ftp://x', 'x:99999', 'x y', 'http://', 'https://x/path', '*', 'x:'])('%s is not readable as one', (entry) => {
    expect(parseAllowedHost(entry)).toBeUndefined();
  });
});

/** A few of the ways in which inet_aton, and with it every URL parser, lets an IPv4 address be written. */
function spellings(address: number, radixes: Iterable<number>): string[] {
  const radix = radixes[Symbol.iterator]();
  const write = (part: number) => {
    const chosen: number = radix.next().value;
    return `${chosen === 16 ? '0x' : chosen === 8 ? '0' : ''}${part.toString(chosen)}`;
  };
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  const [a = 0, b = 0] = bytes;
  return [
    bytes.map(write).join('.'),
    `${write(a)}.${write(b)}.${write(address % 2 ** 16)}`,
    `${write(a)}.${write(address % 2 ** 24)}`,
    write(address),
    `${bytes.join('.')}.`,
    bytes.map((byte) => [...String(byte)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')).join('。'),
    bytes.map((byte) => [...String(byte)].map((digit) => `%3${digit}`).join('')).join('.'),
  ];
}
