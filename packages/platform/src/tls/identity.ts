import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { describeThrown, SECOND_MS } from '@academy/kernel';
import type { Service } from '../lifecycle/index.ts';
import type { Logger } from '../logger/index.ts';

/** Where a process's identity lies. */
export type TlsFiles = { readonly certFile: string; readonly keyFile: string; readonly caFile: string };

/** A process's identity: PEM texts that fit one another. */
export type TlsMaterial = { readonly cert: string; readonly key: string; readonly ca: string };

/** A process's identity as it is now: certificates are exchanged while it runs. */
export type TlsIdentity = Service & {
  current(): TlsMaterial;
  /** `listener` is called after each exchange; it must not throw. */
  onChange(listener: (material: TlsMaterial) => void): void;
};

/** How often the files are looked at: a new certificate is in force two looks after it was written, at the latest. */
const LOOK_EVERY_MS = 10 * SECOND_MS;

/**
 * The identity in these files, followed as they change. New files take effect once all three fit together and were left alone for one look; until
 * then, and whenever they do not fit, what was read before stays, and the log says so. Rejects when they do not fit at the start.
 */
export async function openTlsIdentity(options: { files: TlsFiles; logger: Logger; lookEveryMs?: number }): Promise<TlsIdentity> {
  const { files, logger } = options;
  const listeners: ((material: TlsMaterial) => void)[] = [];
  let material = await read(files);
  assertFits(material, files);
  let seen = material;
  let isLooking = false;

  async function look(): Promise<void> {
    const now = await read(files);
    const isSettled = isSame(now, seen);
    seen = now;
    if (!isSettled || isSame(now, material)) return;
    assertFits(now, files);
    material = now;
    logger.info({ certFile: files.certFile, validTo: new X509Certificate(now.cert).validTo }, 'a new certificate is in force');
    for (const listener of listeners) listener(now);
  }

  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((thrown: unknown) =>
        logger.error({ err: describeThrown(thrown), ...files }, 'new certificates are not taken; those before stay in force'),
      )
      .finally(() => {
        isLooking = false;
      });
  }, options.lookEveryMs ?? LOOK_EVERY_MS);
  timer.unref();
  return {
    current: () => material,
    onChange: (listener) => void listeners.push(listener),
    async stop() {
      clearInterval(timer);
    },
  };
}

async function read({ certFile, keyFile, caFile }: TlsFiles): Promise<TlsMaterial> {
  const [cert, key, ca] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8'), readFile(caFile, 'utf8')]);
  return { cert, key, ca };
}

function isSame(one: TlsMaterial, other: TlsMaterial): boolean {
  return one.cert === other.cert && one.key === other.key && one.ca === other.ca;
}

function assertFits({ cert, key, ca }: TlsMaterial, files: TlsFiles): void {
  const certificate = parse(() => new X509Certificate(cert), `a certificate in PEM was expected in ${files.certFile}`);
  const privateKey = parse(() => createPrivateKey(key), `a private key in PEM was expected in ${files.keyFile}`);
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Error(
      `The key in ${files.keyFile} is not that of the certificate in ${files.certFile}; give the pair that was made together.`,
    );
  }
  if (certificate.validToDate.getTime() <= Date.now()) {
    throw new Error(`The certificate in ${files.certFile} expired on ${certificate.validTo}; make a new one (docs/tls.md).`);
  }
  parse(() => new X509Certificate(ca), `the certificates of CAs in PEM were expected in ${files.caFile}`);
  parse(
    () => createSecureContext({ cert, key, ca }),
    `${files.certFile}, ${files.keyFile} and ${files.caFile} do not fit together`,
  );
}

function parse<T>(read: () => T, message: string): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${message}: ${describeThrown(cause)}`, { cause });
  }
}
