import { MINUTE_MS } from '@academy/kernel';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultUsersSettings } from '../src/config.ts';
import { totpCode } from '../src/sign-in/totp.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers } from './open-users.ts';

let users: TestIsland<Services>;
beforeEach(async () => {
  users = await openUsers({ ...defaultUsersSettings, isLocalLoginOn: true });
});
afterEach(() => users.close());

const raices = tenantIdOf('raices');
const { alice, bruno, carla } = people.raices;
const gateway = worker('raices', 'gateway', ['sign-in.check']);
const EMAIL = 'alice@raices.example.mx';
const PASSWORD = 'un colibrí en la milpa';

const CHECK = `mutation ($input: SignInCheckInput!) { signInCheck(input: $input) { userId personas retryAfterSeconds } }`;
const SET = `mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { __typename ... on InvalidInputError { field } } }`;
const ENROL = `mutation ($input: TotpEnrolInput!) { totpEnrol(input: $input) { __typename
  ... on TotpEnrolSuccess { secret address } ... on InvalidInputError { field } } }`;
const CONFIRM = `mutation ($input: TotpConfirmInput!) { totpConfirm(input: $input) { __typename
  ... on TotpConfirmSuccess { recoveryCodes } ... on InvalidInputError { field } } }`;

const ACCEPTED = { userId: alice.userId, personas: ['LEARNER'], retryAfterSeconds: null };
const REFUSED = { userId: null, personas: [], retryAfterSeconds: null };

async function check(more: Record<string, unknown> = {}) {
  const input = { email: EMAIL, password: PASSWORD, address: '192.0.2.1', ...more };
  return (await users.ask(gateway, CHECK, { input })).data?.['signInCheck'];
}
async function setsPassword(input: Record<string, unknown> = { newPassword: PASSWORD }) {
  return (await users.ask(alice, SET, { input })).data?.['passwordSet'];
}
async function begins(input: Record<string, unknown> = { password: PASSWORD }) {
  return (await users.ask(alice, ENROL, { input })).data?.['totpEnrol'] as {
    __typename: string;
    secret: string;
    address: string;
  };
}
async function confirms(code: string) {
  return (await users.ask(alice, CONFIRM, { input: { code } })).data?.['totpConfirm'] as { recoveryCodes: string[] };
}
/** What an app that was given the secret shows now, or some steps later. */
function shown(secret: string, steps = 0): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return totpCode(Buffer.from(bytes), Math.floor(users.clock.now().getTime() / 30_000) + steps);
}

describe('a password', () => {
  test('lets its owner in, and is on record; nothing else does, and the answer is one', async () => {
    expect(await check()).toEqual(REFUSED);
    expect(await setsPassword()).toEqual({ __typename: 'PasswordSetSuccess' });
    expect(await check()).toEqual(ACCEPTED);
    expect(await check({ email: ' ALICE@raices.example.mx ' })).toEqual(ACCEPTED);
    for (const wrong of [
      { password: 'wrong' },
      { password: '' },
      { email: 'bruno@raices.example.mx' },
      { email: 'x'.repeat(9_999) },
    ]) {
      expect(await check(wrong)).toEqual(REFUSED);
    }
    const foreign = worker('solaris', 'gateway', ['sign-in.check']);
    const input = { email: EMAIL, password: PASSWORD, address: '192.0.2.1' };
    expect((await users.ask(foreign, CHECK, { input })).data).toEqual({ signInCheck: REFUSED });
    const record = await users.inTenant(raices, (tx) => tx.execute('select action, subject from audit_log order by number'));
    const started = { action: 'session.start', subject: alice.userId };
    expect([...record]).toEqual([{ action: 'password.set', subject: alice.userId }, started, started]);
  });

  test('is kept as a hash alone, and changed only by whoever shows the one before', async () => {
    await setsPassword();
    const [row] = await users.inTenant(raices, (tx) => tx.execute('select password_hash from credentials'));
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$/);
    const newPassword = 'dos colibríes en la milpa';
    const wrong = { __typename: 'InvalidInputError', field: 'currentPassword' };
    expect(await setsPassword({ newPassword })).toEqual(wrong);
    expect(await setsPassword({ newPassword, currentPassword: 'wrong' })).toEqual(wrong);
    expect(await setsPassword({ newPassword, currentPassword: PASSWORD })).toEqual({ __typename: 'PasswordSetSuccess' });
    expect(await check()).toEqual(REFUSED);
    expect(await check({ password: newPassword })).toEqual(ACCEPTED);
    expect(await setsPassword({ newPassword: 'short', currentPassword: newPassword })).toEqual({
      __typename: 'InvalidInputError',
      field: 'newPassword',
    });
  });

  test('cannot be guessed: after ten attempts an account is left alone for a while, whether or not there is one', async () => {
    await setsPassword();
    const tenTimes = (more: Record<string, unknown>) =>
      Promise.all(Array.from({ length: 10 }, (_, number) => check({ ...more, address: `192.0.2.${number}` })));
    for (const email of [EMAIL, 'nobody@raices.example.mx']) {
      expect(await tenTimes({ email, password: 'wrong' })).toEqual(Array(10).fill(REFUSED));
      expect(await check({ email, address: '198.51.100.1' })).toEqual({ ...REFUSED, retryAfterSeconds: 900 });
    }
    users.clock.advance(15 * MINUTE_MS);
    expect(await check()).toEqual(ACCEPTED);
    expect(await tenTimes({})).toContainEqual(ACCEPTED);
    expect(await check()).toEqual(ACCEPTED);
  });

  test('cannot be tried against every account from one address', async () => {
    await users.inTenant(raices, (tx) =>
      tx.execute(`insert into sign_in_attempts (tenant_id, digest, attempts, window_ends_at)
        values ('${raices}', encode(sha256(convert_to('address' || chr(10) || '192.0.2.1', 'utf8')), 'hex'), 100, timestamptz '2026-03-02T16:10:00Z')`),
    );
    await setsPassword();
    expect(await check()).toEqual({ ...REFUSED, retryAfterSeconds: 600 });
    expect(await check({ address: '192.0.2.2' })).toEqual(ACCEPTED);
  });
});

describe('a second factor', () => {
  async function hasOne() {
    await setsPassword();
    const { secret, address } = await begins();
    const { recoveryCodes } = await confirms(shown(secret));
    return { secret, address, recoveryCodes };
  }

  test('counts once the app has shown a code; each code is good once, and none of before', async () => {
    await setsPassword();
    const { secret, address } = await begins();
    expect(address).toContain(`secret=${secret}`);
    expect(await check()).toEqual(ACCEPTED);
    expect(await confirms('000000')).toEqual({ __typename: 'InvalidInputError', field: 'code' });
    expect((await confirms(shown(secret))).recoveryCodes).toHaveLength(10);
    expect(await check()).toEqual(REFUSED);
    expect(await check({ code: shown(secret) })).toEqual(REFUSED);
    users.clock.advance(30_000);
    const code = shown(secret);
    const both = await Promise.all([check({ code }), check({ code })]);
    expect(both).toContainEqual(ACCEPTED);
    expect(both).toContainEqual(REFUSED);
    expect(await check({ code: shown(secret, -1) })).toEqual(REFUSED);
    users.clock.advance(30_000);
    expect(await check({ code: `${shown(secret).slice(0, 3)} ${shown(secret).slice(3)}` })).toEqual(ACCEPTED);
    expect(await check({ code: shown(secret, 1), password: 'wrong' })).toEqual(REFUSED);
    expect(await check({ code: shown(secret, 1) })).toEqual(ACCEPTED);
  });

  test('has recovery codes, each good once, of which only digests are kept; the secret is sealed', async () => {
    const { secret, recoveryCodes } = await hasOne();
    const [first = ''] = recoveryCodes;
    expect(await check({ code: first })).toEqual(ACCEPTED);
    expect(await check({ code: first })).toEqual(REFUSED);
    expect(await check({ code: recoveryCodes[1]?.toLowerCase() })).toEqual(ACCEPTED);
    const kept = JSON.stringify(await users.inTenant(raices, (tx) => tx.execute('select * from credentials')));
    for (const text of [secret, ...recoveryCodes, PASSWORD]) expect(kept).not.toContain(text);
    expect(kept).toContain('"sealed_totp_secret":"s1.');
  });

  test('is replaced only by whoever shows password and factor', async () => {
    const { secret, recoveryCodes } = await hasOne();
    expect(await begins()).toEqual({ __typename: 'InvalidInputError', field: 'code' });
    expect(await begins({ password: 'wrong', code: recoveryCodes[0] })).toEqual({
      __typename: 'InvalidInputError',
      field: 'password',
    });
    const next = await begins({ password: PASSWORD, code: recoveryCodes[0] });
    expect(next.secret).not.toBe(secret);
  });

  test('stands beside a password', async () => {
    expect(await begins()).toEqual({ __typename: 'InvalidStateError' });
    expect(await confirms('000000')).toEqual({ __typename: 'InvalidStateError' });
  });
});

describe('what people sign in with', () => {
  test('is checked for the gateway alone, and set by oneself alone', async () => {
    const input = { email: EMAIL, password: PASSWORD, address: '192.0.2.1' };
    for (const principal of [alice, carla, visitor('raices'), worker('raices', 'w', ['profile.read'])]) {
      expect(await users.ask(principal, CHECK, { input })).toMatchObject({
        data: { signInCheck: null },
        errors: [{ code: 'FORBIDDEN' }],
      });
    }
    for (const principal of [visitor('raices'), gateway]) {
      const answer = await users.ask(principal, SET, { input: { newPassword: PASSWORD } });
      expect(answer).toMatchObject({ data: { passwordSet: null }, errors: [{ code: 'FORBIDDEN' }] });
    }
    await users.ask(bruno, SET, { input: { newPassword: PASSWORD } });
    expect(await check()).toEqual(REFUSED);
  });

  test('lies in tables that no tenant reads for another, their owner included', async () => {
    await setsPassword();
    await check();
    for (const table of ['credentials', 'sign_in_attempts']) {
      expect(await users.inTenant(tenantIdOf('solaris'), (tx) => tx.execute(`select * from ${table}`))).toHaveLength(0);
      const [flags] = await users.database.pool`
        select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where relname = ${table}`;
      expect(flags).toEqual({ enabled: true, forced: true });
    }
  });

  test('is nothing where the academy lets nobody sign in by itself', async () => {
    await using off = await openUsers();
    expect((await off.ask(alice, SET, { input: { newPassword: PASSWORD } })).data).toEqual({
      passwordSet: { __typename: 'InvalidStateError' },
    });
    const input = { email: EMAIL, password: PASSWORD, address: '192.0.2.1' };
    expect(await off.ask(gateway, CHECK, { input })).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] });
  });
});
