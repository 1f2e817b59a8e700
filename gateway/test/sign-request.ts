import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';

/** A key of a client: what the tenant registers, and what the client signs with. */
export function newClientKey(id: string, algorithm: 'ED25519' | 'ECDSA_P256_SHA256' = 'ED25519') {
  const { publicKey, privateKey } =
    algorithm === 'ED25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { registered: { id, algorithm, publicKey: String(publicKey.export({ format: 'pem', type: 'spki' })) }, privateKey };
}

export type ToSign = {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly key: ReturnType<typeof newClientKey>;
  /** Default: now. Seconds. */
  readonly created?: number;
  readonly nonce?: string;
  readonly components?: readonly string[];
  /** More parameters, e.g. `;alg="ed25519"`. */
  readonly more?: string;
};

/** The headers of a signed request: written by hand from RFC 9421, without anything of the gateway's. */
export function signedHeaders(of: ToSign): Record<string, string> {
  const { method = 'POST', url, body, key, created = Math.floor(Date.now() / 1_000), nonce = randomUUID(), more = '' } = of;
  const { host, pathname, search } = new URL(url);
  const headers: Record<string, string> = { ...of.headers };
  if (body !== undefined) headers['content-digest'] = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const sent = ['content-digest', 'authorization', 'x-api-key', 'x-tenant-id'].filter((name) => headers[name] !== undefined);
  const components = of.components ?? ['@method', '@authority', '@path', ...(search === '' ? [] : ['@query']), ...sent];
  const derived: Record<string, string> = {
    '@method': method,
    '@authority': host,
    '@path': pathname,
    '@query': search,
    '@target-uri': url,
  };
  const list = components.map((name) => `"${name}"`).join(' ');
  const parameters = `(${list});created=${created};nonce="${nonce}";keyid="${key.registered.id}"${more}`;
  const lines = components.map((name) => `"${name}": ${derived[name] ?? headers[name]}`);
  const base = [...lines, `"@signature-params": ${parameters}`].join('\n');
  return {
    ...headers,
    'signature-input': `sig1=${parameters}`,
    signature: `sig1=:${signatureOf(base, key.privateKey).toString('base64')}:`,
  };
}

function signatureOf(base: string, key: KeyObject): Buffer {
  const isEc = key.asymmetricKeyType === 'ec';
  return sign(isEc ? 'sha256' : null, Buffer.from(base), isEc ? { key, dsaEncoding: 'ieee-p1363' } : key);
}
