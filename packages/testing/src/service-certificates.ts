import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ISLANDS } from '@academy/platform/topology';
import { createAuthority, type LeafRequest, readAuthority, readPair, writePair } from './certificates.ts';

/** A server that clients know by its address: theirs must be in its certificate. */
const here = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
] as const;

/** One certificate per process: who listens may not call, and who calls may not listen. */
export const SERVICE_CERTIFICATES: readonly LeafRequest[] = [
  { name: 'gateway', usages: ['client'] },
  ...ISLANDS.map((name): LeafRequest => ({ name, usages: ['server'] })),
  ...ISLANDS.map((island): LeafRequest => ({ name: `${island}-worker`, usages: ['client'] })),
  ...['postgres', 'redis'].map(
    (name): LeafRequest => ({ name, usages: ['server'], alternativeNames: [{ type: 'dns', value: name }, ...here] }),
  ),
];

const DAY_MS = 86_400_000;

/**
 * `folder` holds `NAME.crt` and `NAME.key` for each of `names` afterwards, `ca.crt` and `ca.key`, and `ca-bundle.crt` with the CAs to be believed, the
 * newest first. The CA that is there is used again, unless `isCaNew`. Returns what was written, and whether the CA is new.
 */
export async function makeServiceCertificates(
  folder: string,
  options: { days?: number; names?: readonly string[]; isCaNew?: boolean } = {},
): Promise<{ certFiles: string[]; bundleFile: string; isCaNew: boolean; notAfter: Date }> {
  const { days = 90, names = SERVICE_CERTIFICATES.map(({ name }) => name), isCaNew = false } = options;
  const before = isCaNew ? undefined : await readPair(folder, 'ca');
  const authority = before === undefined ? await createAuthority() : await readAuthority(before);
  await writePair(folder, 'ca', authority);
  const bundleFile = join(folder, 'ca-bundle.crt');
  const believed = await readFile(bundleFile, 'utf8').catch(() => '');
  // While the CA is exchanged both are believed; the old one is taken out by hand once nothing is left of it.
  await writeFile(bundleFile, believed.includes(authority.cert) ? believed : `${authority.cert}${believed}`);
  const notAfter = new Date(Date.now() + days * DAY_MS);
  const certFiles: string[] = [];
  for (const request of SERVICE_CERTIFICATES.filter(({ name }) => names.includes(name))) {
    const { certFile } = await writePair(folder, request.name, await authority.issue({ ...request, notAfter }));
    certFiles.push(certFile);
  }
  return { certFiles, bundleFile, isCaNew: before === undefined, notAfter };
}
