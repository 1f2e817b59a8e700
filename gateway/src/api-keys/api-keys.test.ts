import { randomBytes } from 'node:crypto';
import { apiKeyChanged } from '@academy/contracts';
import { apiKeyPublicId, composeApiKey, Fault, PLATFORM_TENANT_ID, seedId } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { createMovingClock } from '../../test/moving-clock.ts';
import { BAD_API_KEY_MESSAGE, createApiKeys } from './api-keys.ts';
import type { DatedGrant, Grant, KeyClaim } from './grant.ts';

const tenantId = seedId('tenant');
const id = seedId('key');

function newKey() {
  const publicId = apiKeyPublicId(randomBytes(8));
  const text = composeApiKey({ tenantId, publicId, secretBytes: randomBytes(24) });
  const grant: Grant = { id, publicId, scopes: ['progress.read'], expiresAt: '2026-03-03T12:00:00.000Z', version: 1 };
  return { publicId, text, grant };
}

/** Keys over a users island that gives what a test says, and a Redis that a test can take away. */
function openKeys() {
  const clock = createMovingClock();
  const asked: KeyClaim[] = [];
  const used: string[] = [];
  const shelved = new Map<string, DatedGrant>();
  const state: { give: () => Promise<Grant | undefined>; isRedisThere: boolean } = {
    give: async () => undefined,
    isRedisThere: true,
  };
  const shelf = {
    isAtHand: () => state.isRedisThere,
    find: async ({ digest }: KeyClaim) => (state.isRedisThere ? shelved.get(digest) : undefined),
    put: ({ digest }: KeyClaim, dated: DatedGrant) => void (state.isRedisThere && shelved.set(digest, dated)),
    clear: () => shelved.clear(),
  };
  const source = {
    ask(claim: KeyClaim) {
      asked.push(claim);
      return state.give();
    },
  };
  const uses = { note: (_tenantId: string, keyId: string) => void used.push(keyId) };
  const open = () => createApiKeys({ shelf, source, uses, clock });
  return { keys: open(), another: open, clock, asked, used, state };
}
const changed = (publicId: string, version: number, isRevoked: boolean) => ({
  id: seedId('event'),
  type: apiKeyChanged.type,
  tenantId,
  subject: id,
  occurredAt: '2026-03-02T12:00:00.000Z',
  data: { publicId, version, isRevoked },
});
const refusal = (said: Promise<unknown>) =>
  said.then(
    () => 'accepted',
    (thrown: Fault) => `${thrown.code}: ${thrown.message}`,
  );
const NO = `UNAUTHENTICATED: ${BAD_API_KEY_MESSAGE}`;

describe('a good key', () => {
  test('is a process of its tenant with its scopes until its end, and its use is noted', async () => {
    const { keys, used, state } = openKeys();
    const { text, grant, publicId } = newKey();
    state.give = async () => grant;
    expect(await keys.verify(text)).toMatchObject({
      principal: { kind: 'service', tenantId, service: `api-key:${publicId}`, scopes: ['progress.read'] },
      expiresAtSeconds: Date.parse(grant.expiresAt) / 1_000,
    });
    expect(used).toEqual([id]);
  });

  test('is asked for once, by any process, in half a minute', async () => {
    const { keys, another, clock, asked, state } = openKeys();
    const { text, grant } = newKey();
    state.give = async () => grant;
    await Promise.all([keys.verify(text), keys.verify(text)]);
    clock.advance(29_999);
    await keys.verify(text);
    await another().verify(text);
    expect(asked).toHaveLength(1);
    clock.advance(1);
    await keys.verify(text);
    expect(asked).toHaveLength(2);
  });

  test('is asked for every 2 s while Redis, which would tell of a revocation, is away', async () => {
    const { keys, clock, asked, state } = openKeys();
    const { text, grant } = newKey();
    state.give = async () => grant;
    state.isRedisThere = false;
    await keys.verify(text);
    clock.advance(1_999);
    await keys.verify(text);
    clock.advance(1);
    state.give = async () => undefined;
    expect([await refusal(keys.verify(text)), asked.length]).toEqual([NO, 2]);
  });

  test('is believed for a minute while the users island is away, and a key that is not known is not', async () => {
    const { keys, clock, state } = openKeys();
    const { text, grant } = newKey();
    state.give = async () => grant;
    await keys.verify(text);
    state.give = () => Promise.reject(new Fault('UNAVAILABLE', 'away'));
    clock.advance(59_999);
    expect(await refusal(keys.verify(text))).toBe('accepted');
    clock.advance(1);
    expect(await refusal(keys.verify(text))).toBe('UNAVAILABLE: away');
    expect(await refusal(keys.verify(newKey().text))).toBe('UNAVAILABLE: away');
  });
});

describe('a key that is not accepted', () => {
  test('has one answer after one question, whether it is unknown, cut off, of another kind or over', async () => {
    const { keys, asked, used, state } = openKeys();
    const { text, grant } = newKey();
    const wrong = [newKey().text, text.slice(0, -1), text.replace('acad_', 'acme_'), '', 'x'.repeat(10_000)];
    for (const one of wrong) expect(await refusal(keys.verify(one))).toBe(NO);
    state.give = async () => ({ ...grant, expiresAt: '2026-03-02T12:00:00.000Z' });
    expect(await refusal(keys.verify(text))).toBe(NO);
    expect(asked.map((claim) => claim.tenantId)).toEqual([tenantId, ...Array(4).fill(PLATFORM_TENANT_ID), tenantId]);
    expect(used).toEqual([]);
  });

  test('is not asked for again for ten seconds, and pushes no good one out', async () => {
    const { keys, clock, asked, state } = openKeys();
    const { text } = newKey();
    await refusal(keys.verify(text));
    clock.advance(9_999);
    await refusal(keys.verify(text));
    expect(asked).toHaveLength(1);
    clock.advance(1);
    state.give = async () => newKey().grant;
    expect((await keys.verify(text)).stillHolds?.()).toBe(true);
  });
});

describe('a change of a key', () => {
  test('is in force as soon as its event has come', async () => {
    const { keys, another, asked, state } = openKeys();
    const { text, grant, publicId } = newKey();
    state.give = async () => grant;
    const session = await keys.verify(text);
    state.give = async () => undefined;
    keys.apply(changed(publicId, 2, true));
    expect(session.stillHolds?.()).toBe(false);
    expect(await refusal(keys.verify(text))).toBe(NO);
    expect(await refusal(another().verify(text))).toBe(NO);
    expect(asked).toHaveLength(3);
  });

  test('ends the session of a secret that was replaced, and not that of one which works on', async () => {
    const { keys, state } = openKeys();
    const { text, grant, publicId } = newKey();
    state.give = async () => grant;
    const session = await keys.verify(text);
    state.give = async () => ({ ...grant, version: 2 });
    keys.apply(changed(publicId, 2, false));
    expect(session.stillHolds?.()).toBe(true);
    expect(await keys.verify(text)).toBe(session);
    state.give = async () => undefined;
    keys.apply(changed(publicId, 3, false));
    session.stillHolds?.();
    await expect.poll(() => session.stillHolds?.()).toBe(false);
  });

  test('ends the session of a replaced secret with its grace', async () => {
    const { keys, clock, state } = openKeys();
    const { text, grant, publicId } = newKey();
    state.give = async () => grant;
    const session = await keys.verify(text);
    const endOfGrace = new Date(clock.now().getTime() + 10_000).toISOString();
    state.give = async () => ({ ...grant, version: 2, expiresAt: endOfGrace });
    keys.apply(changed(publicId, 2, false));
    expect((await keys.verify(text)).expiresAtSeconds).toBe(Date.parse(endOfGrace) / 1_000);
    clock.advance(9_999);
    expect(session.stillHolds?.()).toBe(true);
    clock.advance(1);
    expect(session.stillHolds?.()).toBe(false);
    expect(await refusal(keys.verify(text))).toBe(NO);
  });

  test('that comes while the key is asked for makes the answer worthless', async () => {
    const { keys, state } = openKeys();
    const { text, grant, publicId } = newKey();
    state.give = async () => {
      keys.apply(changed(publicId, 2, true));
      return grant;
    };
    expect(await refusal(keys.verify(text))).toMatch(/^UNAVAILABLE/);
    state.give = async () => undefined;
    expect(await refusal(keys.verify(text))).toBe(NO);
  });

  test('of a user’s event, or one without its shape, is none', async () => {
    const { keys, asked, state } = openKeys();
    const { text, grant, publicId } = newKey();
    state.give = async () => grant;
    await keys.verify(text);
    keys.apply({ ...changed(publicId, 2, true), type: 'mx.madfam.users.access.revoked.v1' });
    keys.apply({ ...changed(publicId, 2, true), data: {} });
    keys.apply({ ...changed(publicId, 2, true), tenantId: seedId('another tenant') });
    expect([await refusal(keys.verify(text)), asked.length]).toEqual(['accepted', 1]);
  });
});

test('a session ends with its key, and lives through an outage', async () => {
  const { keys, clock, state } = openKeys();
  const { text, grant } = newKey();
  state.give = async () => grant;
  const session = await keys.verify(text);
  state.give = () => Promise.reject(new Fault('UNAVAILABLE', 'away'));
  clock.advance(3_600_000);
  expect(session.stillHolds?.()).toBe(true);
  clock.advance(23 * 3_600_000);
  expect(session.stillHolds?.()).toBe(false);
});
