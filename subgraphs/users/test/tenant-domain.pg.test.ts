import { tenantConfigured } from '@academy/contracts';
import { Fault } from '@academy/kernel';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultUsersSettings } from '../src/config.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

/** What the name servers say, by name. */
let records: Record<string, string[]>;
let users: TestIsland<Services>;
beforeEach(async () => {
  records = {};
  users = await openUsers({ ...defaultUsersSettings, outside: { resolveTxt: async (name) => records[name] ?? [] } });
});
afterEach(() => users.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const { carla } = people.raices;
const { fabian } = people.solaris;
const sara = seeded('raices', 'sara');
type Person = typeof carla;

const FIELDS = 'customDomain { name status recordName recordValue verifiedAt }';
const SET = `mutation ($input: TenantDomainSetInput!) { tenantDomainSet(input: $input) { __typename
  ... on TenantDomainSetSuccess { tenant { id ${FIELDS} } } ... on UserError { code message } } }`;
const VERIFY = `mutation ($input: TenantDomainVerifyInput!) { tenantDomainVerify(input: $input) { __typename
  ... on TenantDomainVerifySuccess { tenant { id ${FIELDS} } } ... on UserError { code message } } }`;
const REMOVE = `mutation ($input: TenantDomainRemoveInput!) { tenantDomainRemove(input: $input) { __typename
  ... on TenantDomainRemoveSuccess { tenant { id ${FIELDS} } } ... on UserError { code } } }`;

type Answer = { __typename: string; code?: string; message?: string; tenant: { id: string; customDomain: Domain | null } };
type Domain = { name: string; status: string; recordName: string; recordValue: string; verifiedAt: string | null };
async function tell(as: Person, mutation: string, input: object): Promise<Answer> {
  const { data } = await users.ask(as, mutation, { input });
  return Object.values(data ?? {})[0] as Answer;
}
/** The person claims the domain, and its owner publishes what the answer says. */
async function claim(as: Person, name: string): Promise<Domain> {
  const { tenant } = await tell(as, SET, { name });
  const domain = tenant.customDomain as Domain;
  records[domain.recordName] = ['v=spf1 -all', domain.recordValue];
  return domain;
}

describe('a domain of a tenant’s own', () => {
  test('is claimed, shown by a TXT record, and in force', async () => {
    const claimed = (await tell(carla, SET, { name: 'Academia.Raices.mx' })).tenant.customDomain as Domain;
    expect(claimed).toEqual({
      name: 'academia.raices.mx',
      status: 'PENDING',
      recordName: '_academy-challenge.academia.raices.mx',
      recordValue: expect.stringMatching(/^academy-domain=[0-9a-f]{32}$/),
      verifiedAt: null,
    });
    expect(await tell(carla, VERIFY, {})).toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining(claimed.recordName),
    });
    records[claimed.recordName] = ['academy-domain=somebody-elses'];
    expect(await tell(carla, VERIFY, {})).toMatchObject({ code: 'INVALID_STATE' });
    records[claimed.recordName] = ['other', claimed.recordValue];
    const { tenant } = await tell(carla, VERIFY, {});
    expect(tenant.customDomain).toMatchObject({ status: 'VERIFIED', verifiedAt: users.clock.now().toISOString() });
    expect(await users.emitted(raices, tenantConfigured)).toHaveLength(3);
  });

  test('is pending again when another is claimed, and not when the same is', async () => {
    const first = await claim(carla, 'raices.mx');
    await tell(carla, VERIFY, {});
    expect((await tell(carla, SET, { name: 'raices.mx' })).tenant.customDomain).toMatchObject({
      ...first,
      status: 'VERIFIED',
      verifiedAt: expect.any(String),
    });
    const second = await claim(carla, 'raices.org.mx');
    expect(second.status).toBe('PENDING');
    expect(second.recordValue).not.toBe(first.recordValue);
  });

  test('belongs to one tenant: who only claims it keeps nobody from it, who has shown it keeps everybody', async () => {
    const hers = await claim(carla, 'disputed.mx');
    const his = await claim(fabian, 'disputed.mx');
    expect(hers.recordValue).not.toBe(his.recordValue);
    expect(await tell(fabian, VERIFY, {})).toMatchObject({ __typename: 'TenantDomainVerifySuccess' });
    records[hers.recordName] = [hers.recordValue];
    expect(await tell(carla, VERIFY, {})).toMatchObject({ code: 'INVALID_STATE' });
    expect(await tell(carla, SET, { name: 'DISPUTED.mx' })).toMatchObject({ code: 'INVALID_INPUT' });
    await tell(fabian, REMOVE, {});
    expect(await tell(carla, VERIFY, {})).toMatchObject({ __typename: 'TenantDomainVerifySuccess' });
  });

  test('is removed', async () => {
    await claim(carla, 'raices.mx');
    await tell(carla, VERIFY, {});
    expect((await tell(carla, REMOVE, {})).tenant.customDomain).toBeNull();
    expect(await tell(carla, VERIFY, {})).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('cannot be claimed where the feature is off, and not in words that are no domain', async () => {
    expect(await tell(carla, SET, { name: 'https://raices.mx' })).toMatchObject({ code: 'INVALID_INPUT' });
    const off = { tenantId: raices, features: [{ feature: 'CUSTOM_DOMAIN', isOn: false }] };
    await users.ask(sara, 'mutation ($input: TenantTermsSetInput!) { tenantTermsSet(input: $input) { __typename } }', {
      input: off,
    });
    expect(await tell(carla, SET, { name: 'raices.mx' })).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('is not decided on while the name servers cannot be asked', async () => {
    await using away = await openUsers({
      ...defaultUsersSettings,
      outside: { resolveTxt: () => Promise.reject(new Fault('UNAVAILABLE', 'away')) },
    });
    await away.ask(carla, SET, { input: { name: 'raices.mx' } });
    expect((await away.ask(carla, VERIFY, { input: {} })).errors).toMatchObject([{ code: 'UNAVAILABLE' }]);
  });

  test('of another tenant is there for the super_admin alone', async () => {
    const input = { tenantId: solaris, name: 'solaris.mx' };
    expect((await tell(sara, SET, input)).tenant).toMatchObject({ id: solaris, customDomain: { name: 'solaris.mx' } });
    expect(await tell(carla, SET, input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tell(carla, VERIFY, { tenantId: solaris })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tell(carla, REMOVE, { tenantId: solaris })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await users.ask(fabian, `{ tenant { ${FIELDS} } }`)).data).toMatchObject({
      tenant: { customDomain: { name: 'solaris.mx' } },
    });
  });

  test('is seen and changed by admin and super_admin, and by no other persona', async () => {
    await claim(carla, 'raices.mx');
    const readers: string[] = [];
    const writers: string[] = [];
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      const { data } = await users.ask(seeded('raices', key), `{ tenant { changedAt ${FIELDS} } }`);
      const tenant = (data as { tenant: { changedAt: unknown; customDomain: unknown } }).tenant;
      if (tenant.customDomain !== null || tenant.changedAt !== null) readers.push(persona);
      for (const [mutation, input] of [
        [SET, { name: 'raices.mx' }],
        [VERIFY, {}],
        [REMOVE, {}],
      ] as const) {
        const { errors } = await users.ask(seeded('raices', key), mutation, { input });
        if (errors[0]?.code !== 'FORBIDDEN') writers.push(persona);
      }
    }
    expect(readers.sort()).toEqual(['admin', 'super_admin']);
    expect(writers.sort()).toEqual(['admin', 'admin', 'admin', 'super_admin', 'super_admin', 'super_admin']);
    for (const principal of [visitor('raices'), worker('raices', 'w', [])]) {
      expect((await users.ask(principal, `{ tenant { ${FIELDS} } }`)).data).toEqual({ tenant: { customDomain: null } });
    }
  });
});
