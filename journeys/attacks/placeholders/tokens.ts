import { createHmac, createPrivateKey, generateKeyPairSync, randomUUID, sign, type webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';

/** Whom a token is for. */
export type Bearer = { readonly userId: string; readonly tenantId: string; readonly persona: string };

type Parts = { readonly header?: Record<string, unknown>; readonly claims?: Record<string, unknown> };
const HOUR_SECONDS = 3_600;

/** Tokens that must not be accepted, by placeholder; each is made when it is asked for. `forge` signs any header and claims with the issuer's own key. */
export async function openForgery(
  issuerDirectory: string,
  bearer: Bearer,
  jwksUrl: string,
): Promise<{ readonly forge: (parts: Parts) => string; readonly bad: Readonly<Record<string, () => string>> }> {
  const jwk = JSON.parse(await readFile(join(issuerDirectory, 'signing-key.json'), 'utf8')) as webcrypto.JsonWebKey & {
    kid: string;
  };
  const ours = createPrivateKey({ key: jwk, format: 'jwk' });
  const { d: _secret, ...publicJwk } = jwk;
  const strange = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = () => Math.floor(Date.now() / 1_000);
  const claimsOf = (more: Record<string, unknown> = {}) => ({
    token_use: 'access',
    tenant: bearer.tenantId,
    persona: bearer.persona,
    iss: DEV_ISSUER_NAME,
    aud: DEFAULT_AUDIENCE,
    sub: bearer.userId,
    jti: randomUUID(),
    iat: now(),
    exp: now() + HOUR_SECONDS,
    ...more,
  });
  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = ({ header = {}, claims = {} }: Parts) =>
    `${text({ alg: 'ES256', kid: jwk.kid, typ: 'at+jwt', ...header })}.${text(claimsOf(claims))}`;
  const signedBy = (key: typeof ours, parts: Parts) => {
    const input = unsigned(parts);
    return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const forge = (parts: Parts) => signedBy(ours, parts);
  return {
    forge,
    bad: {
      'tok.algNone': () => `${unsigned({ header: { alg: 'none' } })}.`,
      'tok.hsConfusion': () => {
        const input = unsigned({ header: { alg: 'HS256' } });
        return `${input}.${createHmac('sha256', JSON.stringify(publicJwk)).update(input).digest('base64url')}`;
      },
      'tok.embeddedJwk': () =>
        signedBy(strange.privateKey, { header: { jwk: strange.publicKey.export({ format: 'jwk' }), kid: undefined } }),
      'tok.jkuHeader': () => signedBy(strange.privateKey, { header: { jku: jwksUrl, kid: 'strange' } }),
      'tok.critHeader': () => forge({ header: { crit: ['urn:nobody:knows'], 'urn:nobody:knows': true } }),
      'tok.unknownKid': () => signedBy(strange.privateKey, { header: { kid: `unknown-${randomUUID()}` } }),
      'tok.expired': () => forge({ claims: { iat: now() - 2 * HOUR_SECONDS, exp: now() - HOUR_SECONDS } }),
      'tok.future': () =>
        forge({ claims: { nbf: now() + HOUR_SECONDS, iat: now() + HOUR_SECONDS, exp: now() + 2 * HOUR_SECONDS } }),
      'tok.wrongAud': () => forge({ claims: { aud: 'others' } }),
      'tok.wrongIss': () => forge({ claims: { iss: 'https://evil.example' } }),
      'tok.noTenant': () => forge({ claims: { tenant: undefined } }),
      'tok.noExp': () => forge({ claims: { exp: undefined } }),
      'tok.idToken': () => forge({ header: { typ: 'JWT' }, claims: { token_use: 'id', nonce: 'n' } }),
      'tok.garbage': () => 'not.a.token',
      'tok.tampered': () => {
        const [header = '', , signature = ''] = forge({}).split('.');
        return `${header}.${text(claimsOf({ persona: 'admin' }))}.${signature}`;
      },
    },
  };
}
