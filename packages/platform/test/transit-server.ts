import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

// A server that speaks what HashiCorp Vault's transit engine and AppRole login speak, with real cryptography: keys derived per context, versions, batches with an
// error for each failed item, and the statuses and words that Vault answers with.

const fixture = (file: string) => readFileSync(new URL(`./fixtures/tls/${file}`, import.meta.url), 'utf8');

/** What to trust to reach it. */
export const TRANSIT_CA = fixture('localhost.pem');

type Item = { plaintext?: string; ciphertext?: string; context?: string };
type Answer = { status: number; body: unknown };

export type TransitServer = AsyncDisposable & {
  readonly address: string;
  readonly rootToken: string;
  readonly appRole: { roleId: string; secretId: string };
  /** Paths asked so far. */
  readonly asked: string[];
  isSealed: boolean;
  /** Answers nothing while true. */
  isSilent: boolean;
  rotate(): void;
  /** Every token that AppRole handed out is refused from now on. */
  revokeTokens(): void;
};

export async function startTransit(options: { isDerived?: boolean } = {}): Promise<TransitServer> {
  const isDerived = options.isDerived ?? true;
  const versions = [randomBytes(32)];
  const rootToken = `hvs.${randomBytes(12).toString('hex')}`;
  const appRole = { roleId: randomUUID(), secretId: randomUUID() };
  const tokens = new Set([rootToken]);
  const state = { isSealed: false, isSilent: false, asked: [] as string[] };

  const keyOf = (version: number, context: string) => {
    const key = versions[version - 1] as Buffer;
    return isDerived ? Buffer.from(hkdfSync('sha256', key, '', Buffer.from(context, 'base64'), 32)) : key;
  };
  function encrypt(plaintext: string, context: string): { ciphertext: string; key_version: number } {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(versions.length, context), nonce);
    const body = Buffer.concat([nonce, cipher.update(Buffer.from(plaintext, 'base64')), cipher.final(), cipher.getAuthTag()]);
    return { ciphertext: `vault:v${versions.length}:${body.toString('base64')}`, key_version: versions.length };
  }
  function decrypt(ciphertext: string, context: string): { plaintext: string; error?: string } {
    const [, version, body] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
    if (version === undefined || body === undefined) return { plaintext: '', error: 'invalid ciphertext: no prefix' };
    const bytes = Buffer.from(body, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(Number(version), context), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      return { plaintext: Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('base64') };
    } catch {
      return { plaintext: '', error: 'cipher: message authentication failed' };
    }
  }

  type Result = { error?: string; ciphertext?: string; plaintext?: string };
  const OPERATIONS: Record<string, (item: Item) => Result> = {
    encrypt: ({ plaintext = '', context = '' }) => encrypt(plaintext, context),
    decrypt: ({ ciphertext = '', context = '' }) => decrypt(ciphertext, context),
    rewrap({ ciphertext = '', context = '' }) {
      const opened = decrypt(ciphertext, context);
      return opened.error === undefined ? encrypt(opened.plaintext, context) : { error: opened.error };
    },
  };

  function answer(path: string, token: string | undefined, body: Record<string, unknown>): Answer {
    if (state.isSealed) return { status: 503, body: { errors: ['Vault is sealed'] } };
    if (path === '/v1/auth/approle/login') {
      if (body['role_id'] !== appRole.roleId || body['secret_id'] !== appRole.secretId)
        return { status: 400, body: { errors: ['invalid role or secret ID'] } };
      const issued = `hvs.${randomBytes(12).toString('hex')}`;
      tokens.add(issued);
      return { status: 200, body: { auth: { client_token: issued, lease_duration: 1_200, renewable: true } } };
    }
    if (token === undefined || !tokens.has(token)) return { status: 403, body: { errors: ['permission denied'] } };
    const [, operation = '', key] = /^\/v1\/transit\/(encrypt|decrypt|rewrap)\/(.+)$/.exec(path) ?? [];
    const work = OPERATIONS[operation];
    if (work === undefined) return { status: 404, body: { errors: [`no handler for route "${path}"`] } };
    if (key !== 'academy') return { status: 400, body: { errors: ['encryption key not found'] } };
    const items = body['batch_input'] as Item[];
    if (isDerived && items.some((item) => item.context === undefined))
      return { status: 400, body: { errors: ['context is required'] } };
    const results = items.map(work);
    return { status: results.some((one) => one.error !== undefined) ? 400 : 200, body: { data: { batch_results: results } } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    state.asked.push(request.url ?? '');
    if (state.isSilent) return;
    const token = request.headers['x-vault-token'];
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
    const { status, body: told } = answer(request.url ?? '', typeof token === 'string' ? token : undefined, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  }

  const server = createServer(
    { key: fixture('localhost.key.pem'), cert: TRANSIT_CA, minVersion: 'TLSv1.2' },
    (request, response) => {
      serve(request, response).catch(() => response.destroy());
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    address: `https://localhost:${(server.address() as AddressInfo).port}`,
    rootToken,
    appRole,
    rotate: () => {
      versions.push(randomBytes(32));
    },
    revokeTokens: () => {
      for (const token of tokens) if (token !== rootToken) tokens.delete(token);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
