// npm run certificates -- DIR [--days N] [--names a,b] [--new-ca]
// A CA and one certificate per process, for development and tests. Again: new certificates of the same CA. See docs/tls.md.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ISLANDS } from '@academy/platform/topology';
import { createAuthority, type LeafRequest, readAuthority, readPair, writePair } from '@academy/testing/certificates';

const DAY_MS = 86_400_000;
const usage = 'npm run certificates -- DIR [--days N] [--names a,b] [--new-ca]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { days: { type: 'string', default: '90' }, names: { type: 'string' }, 'new-ca': { type: 'boolean', default: false } },
});
const [folder] = positionals;
const days = Number(values.days);
if (folder === undefined || positionals.length > 1 || !Number.isInteger(days) || days < 1) {
  console.error(
    `Expected a folder, and a whole number of days from 1 on; got ${process.argv.slice(2).join(' ') || 'nothing'}.\n${usage}`,
  );
  process.exit(2);
}

/** A server that clients reach by its address is known by that as well. */
const here = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
] as const;
const requests: LeafRequest[] = [
  { name: 'gateway', usages: ['client'] },
  ...ISLANDS.map((name): LeafRequest => ({ name, usages: ['server'] })),
  ...ISLANDS.map((island): LeafRequest => ({ name: `${island}-worker`, usages: ['client'] })),
  ...['postgres', 'redis'].map(
    (name): LeafRequest => ({ name, usages: ['server'], alternativeNames: [{ type: 'dns', value: name }, ...here] }),
  ),
];
const wanted = values.names?.split(',');
const unknown = wanted?.filter((name) => requests.every((one) => one.name !== name)) ?? [];
if (unknown.length > 0) {
  console.error(`Expected some of ${requests.map(({ name }) => name).join(', ')}; got ${unknown.join(', ')}.`);
  process.exit(2);
}

const bundleFile = join(folder, 'ca-bundle.crt');
const before = await readPair(folder, 'ca');
const authority = before === undefined || values['new-ca'] ? await createAuthority() : await readAuthority(before);
await writePair(folder, 'ca', authority);
// While the CA is exchanged both are believed; the old one is taken out by hand once nothing is left of it.
const believed = await readFile(bundleFile, 'utf8').catch(() => '');
await writeFile(bundleFile, believed.includes(authority.cert) ? believed : `${authority.cert}${believed}`);

const notAfter = new Date(Date.now() + days * DAY_MS);
for (const request of requests) {
  if (wanted !== undefined && !wanted.includes(request.name)) continue;
  const { certFile } = await writePair(folder, request.name, await authority.issue({ ...request, notAfter }));
  console.log(
    `${relative(process.cwd(), certFile).padEnd(40)} for ${request.usages.join(' and ')}, until ${notAfter.toISOString().slice(0, 10)}`,
  );
}
console.log(
  `${before === undefined || values['new-ca'] ? 'a new CA' : 'the CA that was there'}: TLS_CA_FILE=${bundleFile}; keep ca.key where no process can read it`,
);
