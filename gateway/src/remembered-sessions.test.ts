import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMovingClock } from '../test/moving-clock.ts';
import { alice, raices } from '../test/people.ts';
import { createKeySource, createTokenVerifier, type TokenVerifier } from './principal.ts';
import { rememberSessions } from './remembered-sessions.ts';

const identity = { kind: 'provider', issuer: 'https://issuer.example', audience: 'academy' } as const;
const START = '2026-03-02T12:00:00Z';

let keyPair: Awaited<ReturnType<typeof generateKeyPair>>;
let published: unknown[];
let fetches: number;
let isAway: boolean;
const RETRY_MS = 5_000;
const provider = createServer((request, response) => {
  if (isAway) {
    request.socket.destroy();
    return;
  }
  fetches += 1;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published }));
});
let clock: ReturnType<typeof createMovingClock>;
let verifier: TokenVerifier;
let verified: string[];

beforeAll(async () => {
  keyPair = await generateKeyPair('ES256', { extractable: true });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
});
afterAll(() => provider.close());
beforeEach(async () => {
  published = [{ ...(await exportJWK(keyPair.publicKey)), kid: 'ours', alg: 'ES256' }];
  fetches = 0;
  isAway = false;
  verified = [];
  clock = createMovingClock(START);
  open();
});

function open(capacity = 10): void {
  const { port } = provider.address() as AddressInfo;
  const keys = createKeySource({ ...identity, jwksUrl: `http://127.0.0.1:${port}/` }, undefined, { clock });
  const strict = createTokenVerifier({ ...identity, keys, clock });
  const noted: TokenVerifier = {
    verify(token) {
      verified.push(token);
      return strict.verify(token);
    },
  };
  verifier = rememberSessions(noted, { keys, clock, capacity });
}

function pass(ms: number): void {
  clock.advance(ms);
}

function token(id = 'session-1', lifeSeconds = 600): Promise<string> {
  const nowSeconds = clock.now().getTime() / 1_000;
  return new SignJWT({ token_use: 'access', tenant: raices.id, persona: 'learner' })
    .setProtectedHeader({ alg: 'ES256', kid: 'ours' })
    .setIssuer(identity.issuer)
    .setAudience(identity.audience)
    .setSubject(alice.userId)
    .setJti(id)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + lifeSeconds)
    .sign(keyPair.privateKey);
}

/** Until the keys were fetched, nothing is remembered. */
async function warm(): Promise<void> {
  await verifier.verify(await token('first of all'));
  verified.length = 0;
}

describe('a token that comes again', () => {
  test('is not verified again, and is the same session', async () => {
    await warm();
    const alices = await token();
    const first = await verifier.verify(alices);
    expect(await verifier.verify(alices)).toBe(first);
    expect(verified).toEqual([alices]);
    expect(first.principal).toMatchObject({ kind: 'user', userId: alice.userId, tenantId: raices.id });
  });

  test('is refused once it has expired', async () => {
    await warm();
    const short = await token('short', 20);
    await verifier.verify(short);
    pass(24_000);
    await expect(verifier.verify(short)).resolves.toBeDefined();
    pass(1_000);
    await expect(verifier.verify(short)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is refused within 60 s after its key was removed, however it was used meanwhile', async () => {
    await warm();
    const alices = await token();
    published = [];
    isAway = true;
    pass(58_000);
    // Verified late in the life of the key set that still held its key: the memory must not add to that life.
    await verifier.verify(alices);
    pass(1_000);
    await expect(verifier.verify(alices)).resolves.toBeDefined();
    expect(fetches).toBe(1);
    await expect(verifier.verify(await token())).resolves.toBeDefined();
    isAway = false;
    pass(1_000 + RETRY_MS);
    await expect(verifier.verify(alices)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(verifier.verify(alices)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is verified again under each new key set, and refused when a token of an unknown key made a new set be read', async () => {
    await warm();
    const alices = await token();
    await verifier.verify(alices);
    pass(31_000);
    published = [];
    const rotated = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'new' }).sign(keyPair.privateKey);
    await expect(verifier.verify(rotated)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(fetches).toBe(2);
    await expect(verifier.verify(alices)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

test('a token with one character changed is another token', async () => {
  await warm();
  const alices = await token();
  await verifier.verify(alices);
  const [header, , signature] = alices.split('.');
  const forged = Buffer.from(JSON.stringify({ sub: 'somebody else' })).toString('base64url');
  await expect(verifier.verify(`${header}.${forged}.${signature}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(verifier.verify(`${alices}x`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a token that was refused is looked at again each time', async () => {
  await warm();
  await expect(verifier.verify('rubbish')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(verifier.verify('rubbish')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(verified).toEqual(['rubbish', 'rubbish']);
});

test('beyond the capacity the least recently used is forgotten', async () => {
  open(2);
  await warm();
  const [a, b, c] = [await token('a'), await token('b'), await token('c')];
  for (const each of [a, b, a, c, a, b]) await verifier.verify(each);
  expect(verified).toEqual([a, b, c, b]);
});
