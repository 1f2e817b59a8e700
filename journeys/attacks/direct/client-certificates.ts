import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ISLANDS } from '@academy/platform/topology';
import { createAuthority, readAuthority } from '@academy/testing/certificates';
import type { ClientCertificate } from './send.ts';

/** Certificates to call with, by what the corpus calls them. */
export type ClientCertificates = {
  /** What the gateway shows. */
  readonly own: ClientCertificate;
  /** All that may be meant by a name; throws for one that is nobody's. */
  named(name: string): readonly ClientCertificate[];
};

/** Other words for the same. */
const SAME: Readonly<Record<string, string>> = {
  '': 'none',
  null: 'none',
  missing: 'none',
  selfSigned: 'untrusted',
  selfsigned: 'untrusted',
  'self-signed': 'untrusted',
  otherCa: 'untrusted',
  unknownCa: 'untrusted',
};

/**
 * The certificates of a folder that `npm run certificates` wrote, and of those who should not be believed: `none`, `untrusted` (another CA's, in the gateway's name),
 * `expired` (the gateway's, of yesterday) and `ca` (the CA's own).
 */
export async function readClientCertificates(folder: string): Promise<ClientCertificates> {
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const ca = await read('ca-bundle.crt');
  const pairOf = async (name: string) => ({ cert: await read(`${name}.crt`), key: await read(`${name}.key`), ca });
  const own = await pairOf('gateway');
  const authority = await readAuthority(await pairOf('ca'));
  const stranger = await createAuthority('somebody else');
  const day = 86_400_000;
  const past = { notBefore: new Date(Date.now() - 2 * day), notAfter: new Date(Date.now() - day) };
  const gateway = { name: 'gateway', usages: ['client'] } as const;
  const shown = new Map<string, readonly ClientCertificate[]>([
    ['none', [{ ca }]],
    ['untrusted', [{ ...(await stranger.issue(gateway)), ca }]],
    ['expired', [{ ...(await authority.issue({ ...gateway, ...past })), ca }]],
    ['ca', [await pairOf('ca')]],
    ['gateway', [own]],
  ]);
  // A service that listens has a certificate for that, and its worker one to call with: neither may call as the gateway does.
  for (const island of ISLANDS) {
    shown.set(island, [await pairOf(island), await pairOf(`${island}-worker`)]);
    shown.set(`${island}-worker`, [await pairOf(`${island}-worker`)]);
  }
  return {
    own,
    named(name) {
      const found = shown.get(SAME[name] ?? name);
      if (found === undefined)
        throw new Error(`There is no certificate of "${name}"; there are ${[...shown.keys()].join(', ')}.`);
      return found;
    },
  };
}
