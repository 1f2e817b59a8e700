import type { Principal } from '@academy/kernel';
import { type NonceMemory, SIGNATURE_HEADERS, SIGNATURE_WINDOW_MS, signCall, verifyCall } from '@academy/platform/access';
import { createTestClock } from '@academy/testing/clock';
import { people, person } from '@academy/testing/people';
import { describe, expect, test } from 'vitest';

const key = { id: 'k2', secret: 'the newest secret, thirty-two characters or more' };
const older = { id: 'k1', secret: 'the older secret, thirty-two characters or more!' };
const call = { method: 'POST', path: '/graphql', body: '{"query":"{ __typename }"}' };
const alice: Principal = people.raices.alice;

function memory(): NonceMemory {
  const seen = new Set<string>();
  return {
    async isNew(nonce) {
      const isNew = !seen.has(nonce);
      seen.add(nonce);
      return isNew;
    },
  };
}

describe('a signed call', () => {
  const clock = createTestClock();
  const signed = () => signCall(call, alice, key, clock);
  const verify = (headers: Record<string, string>, changed: Partial<typeof call> = {}, at = clock) =>
    verifyCall({ ...call, ...changed }, headers, [key, older], memory(), at);

  test('says who asks', async () => {
    expect(await verify(signed())).toEqual({ isValid: true, principal: alice });
  });

  test('is believed when an older key of the ring signed it', async () => {
    expect(await verify(signCall(call, alice, older, clock))).toMatchObject({ isValid: true });
  });

  test.each([
    ['another body', { body: '{"query":"{ secret }"}' }],
    ['another path', { path: '/admin' }],
    ['another method', { method: 'GET' }],
  ])('is refused for %s', async (_name, changed) => {
    expect(await verify(signed(), changed)).toEqual({ isValid: false, reason: 'forged' });
  });

  test('is refused when the principal was exchanged', async () => {
    const forged = Buffer.from(JSON.stringify({ ...alice, persona: 'super_admin' })).toString('base64url');
    expect(await verify({ ...signed(), [SIGNATURE_HEADERS.principal]: forged })).toEqual({ isValid: false, reason: 'forged' });
  });

  test.each(Object.values(SIGNATURE_HEADERS))('is refused without %s', async (header) => {
    const { [header]: _left, ...rest } = signed();
    expect(await verify(rest)).toEqual({ isValid: false, reason: 'missing' });
  });

  test('is refused when its signature is cut short', async () => {
    const headers = signed();
    expect(
      await verify({ ...headers, [SIGNATURE_HEADERS.signature]: headers[SIGNATURE_HEADERS.signature]?.slice(0, 8) ?? '' }),
    ).toEqual({ isValid: false, reason: 'forged' });
  });

  test('is refused for an unknown or empty key id', async () => {
    expect(await verify({ ...signed(), [SIGNATURE_HEADERS.keyId]: '' })).toEqual({ isValid: false, reason: 'unknown-key' });
    expect(await verify(signCall(call, alice, { id: 'k9', secret: key.secret }, clock))).toEqual({
      isValid: false,
      reason: 'unknown-key',
    });
  });

  test.each([-1, 1])('is refused outside of its window (%i)', async (direction) => {
    const headers = signed();
    const later = createTestClock();
    later.advance(direction * (SIGNATURE_WINDOW_MS + 1));
    expect(await verify(headers, {}, later)).toEqual({ isValid: false, reason: 'stale' });
  });

  test('is refused the second time', async () => {
    const nonces = memory();
    const headers = signed();
    expect(await verifyCall(call, headers, [key], nonces, clock)).toMatchObject({ isValid: true });
    expect(await verifyCall(call, headers, [key], nonces, clock)).toEqual({ isValid: false, reason: 'replayed' });
  });

  test('that is forged is not remembered', async () => {
    let asked = 0;
    const nonces: NonceMemory = {
      async isNew() {
        asked += 1;
        return true;
      },
    };
    await verifyCall({ ...call, body: 'x' }, signed(), [key], nonces, clock);
    expect(asked).toBe(0);
  });

  test('says in whose name its sender acts, and is refused when that is no id', async () => {
    const sara = person('raices', 'sara', 'super_admin').userId;
    const asAlice = { ...alice, impersonatorId: sara };
    expect(await verify(signCall(call, asAlice, key, clock))).toEqual({ isValid: true, principal: asAlice });
    expect(await verify(signCall(call, { ...alice, impersonatorId: 'sara' }, key, clock))).toEqual({
      isValid: false,
      reason: 'forged',
    });
  });
});
