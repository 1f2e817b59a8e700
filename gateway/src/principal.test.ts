import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactSign, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMovingClock } from '../test/moving-clock.ts';
import { alice, raices } from '../test/people.ts';
import { createDevIssuer, type DevIssuer } from './dev-issuer.ts';
import { bearerToken, createKeySource, createTokenVerifier, type TokenVerifier } from './principal.ts';

const issuer = 'https://issuer.example';
const audience = 'academy';
const clock = createMovingClock();
const nowSeconds = clock.now().getTime() / 1_000;
let directory: string;
let devIssuer: DevIssuer;
let verifier: TokenVerifier;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: KeyPair;
let theirs: KeyPair;
let provider: { jwksUrl: string; close(): void };

const goodClaims: JWTPayload = {
  iss: issuer,
  aud: audience,
  sub: alice.userId,
  jti: 'session-1',
  iat: nowSeconds - 10,
  exp: nowSeconds + 600,
  token_use: 'access',
  tenant: raices.id,
  persona: 'learner',
};

function sign(claims: JWTPayload, header: Record<string, unknown> = {}, key: CryptoKey | Uint8Array = ours.privateKey) {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'ours', ...header }).sign(key);
}

function without(claim: string): JWTPayload {
  return Object.fromEntries(Object.entries(goodClaims).filter(([name]) => name !== claim));
}

function unsigned(claims: JWTPayload): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dev-issuer-'));
  devIssuer = await createDevIssuer({ directory, issuer, audience, isProduction: false, clock });
  ours = await generateKeyPair('ES256', { extractable: true });
  theirs = await generateKeyPair('ES256', { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'ES256' }] });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(jwks);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  provider = { jwksUrl: `http://127.0.0.1:${port}/jwks`, close: () => server.close() };
  verifier = createTokenVerifier({
    issuer,
    audience,
    clock,
    keys: createKeySource({ kind: 'provider', issuer, audience, jwksUrl: provider.jwksUrl }, undefined),
  });
});

afterAll(async () => {
  provider.close();
  await rm(directory, { recursive: true });
});

describe('a token that is in order', () => {
  test('becomes the session of a user', async () => {
    await expect(verifier.verify(await sign(goodClaims))).resolves.toEqual({
      principal: {
        kind: 'user',
        tenantId: raices.id,
        userId: alice.userId,
        persona: 'learner',
        sessionId: 'session-1',
        expiresAtSeconds: nowSeconds + 600,
      },
      issuedAtSeconds: nowSeconds - 10,
      expiresAtSeconds: nowSeconds + 600,
    });
  });

  test('of persona service becomes a service with its scopes', async () => {
    const { principal } = await verifier.verify(
      await sign({ ...goodClaims, sub: 'importer', persona: 'service', scope: 'standards.read profile.read' }),
    );
    expect(principal).toEqual({
      kind: 'service',
      tenantId: raices.id,
      service: 'importer',
      scopes: ['standards.read', 'profile.read'],
    });
  });

  test('may have expired within the tolerance of 5 s, and no longer ago', async () => {
    await expect(verifier.verify(await sign({ ...goodClaims, exp: nowSeconds - 4 }))).resolves.toBeDefined();
    await expect(verifier.verify(await sign({ ...goodClaims, exp: nowSeconds - 6 }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('a token is refused, always with the same words,', () => {
  const flawed: [string, () => Promise<string> | string][] = [
    ['when it is signed by nobody (alg none)', () => unsigned(goodClaims)],
    [
      'when our public key was used as a shared secret (HS256)',
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(ours.publicKey)));
        return sign(goodClaims, { alg: 'HS256' }, secret);
      },
    ],
    ['when another key signed it under our key id', () => sign(goodClaims, {}, theirs.privateKey)],
    ['when it brings its own key', async () => sign(goodClaims, { jwk: await exportJWK(theirs.publicKey) }, theirs.privateKey)],
    ['when nobody knows its key id', () => sign(goodClaims, { kid: 'unknown' })],
    [
      'when it demands an extension that we do not know',
      () =>
        new CompactSign(new TextEncoder().encode(JSON.stringify(goodClaims)))
          .setProtectedHeader({ alg: 'ES256', kid: 'ours', crit: ['urn:other'], 'urn:other': true })
          .sign(ours.privateKey, { crit: { 'urn:other': true } }),
    ],
    ['of another issuer', () => sign({ ...goodClaims, iss: 'https://other.example' })],
    ['for another audience', () => sign({ ...goodClaims, aud: 'other' })],
    ['that has expired', () => sign({ ...goodClaims, exp: nowSeconds - 60 })],
    ['that was issued in the future', () => sign({ ...goodClaims, iat: nowSeconds + 60 })],
    ['that is not valid yet', () => sign({ ...goodClaims, nbf: nowSeconds + 60 })],
    ['that lives for longer than a day', () => sign({ ...goodClaims, iat: nowSeconds - 90_000 })],
    ['that never expires', () => sign(without('exp'))],
    ['without audience', () => sign(without('aud'))],
    ['without issuer', () => sign(without('iss'))],
    ['without subject', () => sign(without('sub'))],
    ['without token id', () => sign(without('jti'))],
    ['without time of issue', () => sign(without('iat'))],
    ['without tenant', () => sign(without('tenant'))],
    ['with a tenant that is no id', () => sign({ ...goodClaims, tenant: 'raices' })],
    ['without persona', () => sign(without('persona'))],
    ['with a persona that does not exist', () => sign({ ...goodClaims, persona: 'root' })],
    ['that is an identity token', () => sign({ ...goodClaims, token_use: 'id' })],
    ['that does not say what it is for', () => sign(without('token_use'))],
    ['whose subject is no user id', () => sign({ ...goodClaims, sub: 'alice' })],
    ['that is no token at all', () => 'rubbish'],
    ['that is longer than any of ours', () => 'x'.repeat(65_536)],
  ];
  test.each(flawed)('%s', async (_name, make) => {
    await expect(verifier.verify(await make())).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token is not accepted; sign in again.',
    });
  });
});

describe('the keys of a provider', () => {
  test('that cannot be had are an outage, not a bad token', async () => {
    const broken = createTokenVerifier({
      issuer,
      audience,
      clock,
      keys: createKeySource({ kind: 'provider', issuer, audience, jwksUrl: 'http://127.0.0.1:1/jwks' }, undefined),
    });
    await expect(broken.verify(await sign(goodClaims))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('the development issuer', () => {
  test('issues tokens that its own keys vouch for', async () => {
    const local = createTokenVerifier({
      issuer,
      audience,
      clock,
      keys: createKeySource({ kind: 'development', issuer, audience, directory }, devIssuer),
    });
    const { principal } = await local.verify(await devIssuer.issueToken({ ...alice, lifetimeSeconds: 60 }));
    expect(principal).toMatchObject({ kind: 'user', userId: alice.userId, tenantId: raices.id, persona: 'learner' });
  });

  test('is nobody to a verifier of another issuer', async () => {
    await expect(verifier.verify(await devIssuer.issueToken({ ...alice, lifetimeSeconds: 60 }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('the authorization header', () => {
  test('bears a token, or nothing', () => {
    expect(bearerToken('Bearer abc.def.ghi')).toBe('abc.def.ghi');
    expect(bearerToken('bearer abc')).toBe('abc');
    expect(bearerToken(undefined)).toBeUndefined();
  });

  test.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'abc'])(
    'of another kind is refused, not taken for an anonymous caller: %s',
    (value) => {
      expect(() => bearerToken(value)).toThrow('The token is not accepted');
    },
  );
});
