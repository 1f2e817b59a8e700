import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Answer, answer, type Call, refusal } from './exchange.ts';

const SCOPES = ['submissions:write', 'submissions:read', 'standards:read'] as const;

export type Scope = (typeof SCOPES)[number];

type Credentials = { clientId: string; clientSecret: string };

type OAuthOptions = Credentials & { ttlSeconds: number; clock: { now(): Date } };

type Grant = { scopes: ReadonlySet<string>; expiresAtMs: number };

/** Issues and checks access tokens: OAuth 2.0 client credentials, RFC 6749 §4.4, bearer tokens as in RFC 6750. */
export class Tokens {
  readonly #options: OAuthOptions;
  readonly #grants = new Map<string, Grant>();

  constructor(options: OAuthOptions) {
    this.#options = options;
  }

  /** Answers POST /oauth2/token; every failure has RFC 6749's own shape `{error, error_description}`. */
  issue(call: Call): Answer {
    if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(call.headers['content-type'] ?? '')) {
      return oauthError(400, 'invalid_request', 'Expected content-type application/x-www-form-urlencoded');
    }
    const form = new URLSearchParams(call.body.toString('utf8'));
    const offered = [...basicCredentials(call.headers.authorization), ...bodyCredentials(form)];
    if (!offered.some((credentials) => this.#isOurs(credentials))) {
      return oauthError(401, 'invalid_client', 'Expected a known client id with its secret', {
        'www-authenticate': 'Basic realm="conocer-sandbox", charset="UTF-8"',
      });
    }
    if (form.get('grant_type') !== 'client_credentials') {
      return oauthError(400, 'unsupported_grant_type', 'Expected grant_type=client_credentials');
    }
    const scopes = (form.get('scope') ?? SCOPES.join(' ')).split(' ').filter(Boolean);
    if (scopes.length === 0 || !scopes.every((scope) => SCOPES.some((known) => known === scope))) {
      return oauthError(400, 'invalid_scope', `Expected some of: ${SCOPES.join(' ')}`);
    }
    return this.#grant(scopes);
  }

  /** Undefined when the call carries a live token with this scope; else the answer to give. */
  refuse(call: Call, scope: Scope): Answer | undefined {
    const token = bearerToken(call.headers.authorization);
    const grant = token === undefined ? undefined : this.#grants.get(token);
    if (!grant || grant.expiresAtMs <= this.#nowMs()) {
      const challenge = token === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
      return refusal(401, 'INVALID_TOKEN', 'Expected a live bearer token; ask POST /oauth2/token for one', {
        headers: { 'www-authenticate': challenge },
      });
    }
    if (grant.scopes.has(scope)) return undefined;
    return refusal(403, 'INSUFFICIENT_SCOPE', `Expected a token with scope ${scope}`, {
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
    });
  }

  #grant(scopes: readonly string[]): Answer {
    this.#forgetExpired();
    const token = randomBytes(32).toString('base64url');
    const { ttlSeconds } = this.#options;
    this.#grants.set(token, { scopes: new Set(scopes), expiresAtMs: this.#nowMs() + ttlSeconds * 1_000 });
    return answer(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: ttlSeconds,
      scope: scopes.join(' '),
    });
  }

  #forgetExpired(): void {
    for (const [token, grant] of this.#grants) {
      if (grant.expiresAtMs <= this.#nowMs()) this.#grants.delete(token);
    }
  }

  #isOurs({ clientId, clientSecret }: Credentials): boolean {
    // Both are compared whatever the first says: the time taken must not tell which one is wrong.
    const isClient = isSameText(clientId, this.#options.clientId);
    return isSameText(clientSecret, this.#options.clientSecret) && isClient;
  }

  #nowMs(): number {
    return this.#options.clock.now().getTime();
  }
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '')?.[1];
}

/** Compares in a time that depends on neither text. */
export function isSameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function oauthError(status: number, error: string, description: string, headers: Record<string, string> = {}): Answer {
  return answer(status, { error, error_description: description }, headers);
}

/** Both readings of a Basic header: RFC 6749 §2.3.1 form-encodes each half, and many clients do not. */
function basicCredentials(header: string | undefined): Credentials[] {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header ?? '')?.[1] ?? '';
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return [];
  const plain = { clientId: text.slice(0, colon), clientSecret: text.slice(colon + 1) };
  try {
    return [plain, { clientId: formDecode(plain.clientId), clientSecret: formDecode(plain.clientSecret) }];
  } catch {
    return [plain];
  }
}

function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function bodyCredentials(form: URLSearchParams): Credentials[] {
  const clientId = form.get('client_id');
  const clientSecret = form.get('client_secret');
  return clientId === null || clientSecret === null ? [] : [{ clientId, clientSecret }];
}
