// The library below puts its parts together by decorators, and wants this before it.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its key, in PEM. */
export type Pair = { readonly cert: string; readonly key: string };

/** What a certificate is to say. */
export type LeafRequest = {
  /** Its common name, which counts for nothing. */
  readonly name: string;
  /** What it is good for: to listen, to call, or both. */
  readonly usages: readonly ('server' | 'client')[];
  /** Default: `name` as a DNS name. */
  readonly alternativeNames?: readonly JsonGeneralName[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
};

/** A certificate authority for development and tests. */
export type TestAuthority = Pair & { issue(request: LeafRequest): Promise<Pair> };

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
const CA_DAYS = 3_650;
const LEAF_DAYS = 90;
/** Clocks of two machines differ a little. */
const MARGIN_MS = 5 * 60_000;

cryptoProvider.set(webcrypto as unknown as Crypto);

/** A new authority; valid for ten years. */
export async function createAuthority(name = 'academy development CA'): Promise<TestAuthority> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: ALGORITHM,
    notBefore: new Date(Date.now() - MARGIN_MS),
    notAfter: new Date(Date.now() + CA_DAYS * DAY_MS),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return authorityOf(certificate, keys.privateKey);
}

/** An authority that was written to files before. */
export async function readAuthority({ cert, key }: Pair): Promise<TestAuthority> {
  const der = PemConverter.decodeFirst(key);
  const privateKey = await webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, true, ['sign']);
  return authorityOf(new X509Certificate(cert), privateKey as CryptoKey);
}

async function authorityOf(authority: X509Certificate, signingKey: CryptoKey): Promise<TestAuthority> {
  return {
    cert: pem(authority),
    key: await pemOfKey(signingKey),
    async issue({ name, usages, alternativeNames = [{ type: 'dns', value: name }], ...validity }) {
      const keys = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        subject: `CN=${name}`,
        issuer: authority.subject,
        publicKey: keys.publicKey,
        signingKey,
        signingAlgorithm: ALGORITHM,
        notBefore: validity.notBefore ?? new Date(Date.now() - MARGIN_MS),
        notAfter: validity.notAfter ?? new Date(Date.now() + LEAF_DAYS * DAY_MS),
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension(
            usages.map((one) => (one === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth)),
          ),
          new SubjectAlternativeNameExtension([...alternativeNames]),
          await SubjectKeyIdentifierExtension.create(keys.publicKey),
          await AuthorityKeyIdentifierExtension.create(authority.publicKey),
        ],
      });
      return { cert: pem(certificate), key: await pemOfKey(keys.privateKey) };
    },
  };
}

/** Writes a pair as `NAME.crt` and `NAME.key`, the key readable by its owner alone. Returns both paths. */
export async function writePair(
  folder: string,
  name: string,
  { cert, key }: Pair,
): Promise<{ certFile: string; keyFile: string }> {
  await mkdir(folder, { recursive: true });
  const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  await writeFile(keyFile, key, { mode: 0o600 });
  // A file that was there keeps its mode when it is written.
  await chmod(keyFile, 0o600);
  await writeFile(certFile, cert);
  return { certFile, keyFile };
}

/** What `writePair` wrote; undefined when the folder has no such pair. */
export async function readPair(folder: string, name: string): Promise<Pair | undefined> {
  const read = (ending: string) => readFile(join(folder, `${name}.${ending}`), 'utf8').catch(() => undefined);
  const [cert, key] = await Promise.all([read('crt'), read('key')]);
  return cert === undefined || key === undefined ? undefined : { cert, key };
}

function newKeys(): Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as ReturnType<typeof newKeys>;
}

function pem(certificate: X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

async function pemOfKey(key: CryptoKey): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;
}
