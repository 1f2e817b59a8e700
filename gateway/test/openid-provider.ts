import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';

const CLIENT = { id: 'console', secret: 'a secret of the console, for tests', redirect: 'https://console.example/callback' };
const CLAIM_NAMESPACE = 'https://academy.example/';

/** Who signs in: her account at the provider is her id here. */
type Account = { readonly userId: string; readonly tenantId: string; readonly persona: string };

/**
 * A real OpenID provider (oidc-provider) on this machine, whose people are the accounts given. People sign in as a browser would: the code flow with
 * PKCE, its pages included. Access tokens are JWTs for the audience that is asked for (RFC 8707, RFC 9068), and bear claims of a namespace.
 */
export async function openOpenIdProvider(accounts: readonly Account[]) {
  let handle: RequestListener = () => {};
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    return handle(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state = { isDown: false };

  /** Serves with these keys alone; the first signs. */
  function serveWith(keys: readonly JWK[]): void {
    const provider = new Provider(issuer, {
      jwks: { keys: [...keys] as never },
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [CLIENT.redirect],
          id_token_signed_response_alg: 'ES256',
        },
      ],
      cookies: { keys: [randomBytes(16).toString('hex')] },
      findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
      extraTokenClaims: (_context, token) => {
        const account = accounts.find(({ userId }) => 'accountId' in token && token.accountId === userId);
        return account === undefined
          ? {}
          : { [`${CLAIM_NAMESPACE}tenant`]: account.tenantId, [`${CLAIM_NAMESPACE}persona`]: account.persona };
      },
      features: {
        devInteractions: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_context, resource) => ({
            scope: 'learn',
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 3_600,
            jwt: { sign: { alg: 'ES256' } },
          }),
          useGrantedResource: () => true,
        },
      },
      ttl: { AccessToken: 3_600, IdToken: 3_600, AuthorizationCode: 60, Grant: 3_600, Interaction: 3_600, Session: 3_600 },
    });
    const serve = provider.callback();
    handle = (request: IncomingMessage, response: ServerResponse) => {
      if (state.isDown) return void request.socket.destroy();
      return serve(request, response);
    };
  }

  /** Signs in and answers both tokens: what one shows to the academy, and what tells the console who signed in. */
  async function signIn(userId: string, audience: string): Promise<{ accessToken: string; idToken: string }> {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: CLIENT.id,
      response_type: 'code',
      redirect_uri: CLIENT.redirect,
      scope: 'openid learn',
      resource: audience,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const browse = openBrowser();
    const atLogin = await browse(`${issuer}/auth?${query}`);
    const atConsent = await browse(atLogin, { prompt: 'login', login: userId, password: 'any' });
    const back = new URL(await browse(atConsent, { prompt: 'consent' }));
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${encodeURIComponent(CLIENT.id)}:${encodeURIComponent(CLIENT.secret)}`)}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code') ?? '',
        redirect_uri: CLIENT.redirect,
        code_verifier: verifier,
        resource: audience,
      }),
    });
    const tokens = (await answer.json()) as { access_token?: string; id_token?: string };
    if (tokens.access_token === undefined || tokens.id_token === undefined) throw new Error(JSON.stringify(tokens));
    return { accessToken: tokens.access_token, idToken: tokens.id_token };
  }

  const first = await newKey('first');
  serveWith([first]);
  return {
    issuer,
    claims: { tenantClaim: `${CLAIM_NAMESPACE}tenant`, personaClaim: `${CLAIM_NAMESPACE}persona` },
    first,
    state,
    serveWith,
    signIn,
    /** How often keys were fetched. */
    keyFetches: () => asked.filter((path) => path === '/jwks').length,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A private key that signs as ES256 under this id. */
export async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
}

/** Goes to pages and sends forms as a browser does, with its cookies; answers where it ends: a page that waits for a form, or the client's. */
function openBrowser() {
  const cookies = new Map<string, string>();
  return async (address: string, form?: Record<string, string>): Promise<string> => {
    let url = address;
    let body = form === undefined ? undefined : new URLSearchParams(form);
    for (;;) {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined ? {} : { body }),
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        redirect: 'manual',
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) {
        if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
        return url;
      }
      url = new URL(location, url).href;
      body = undefined;
      if (url.startsWith(CLIENT.redirect)) return url;
    }
  };
}
