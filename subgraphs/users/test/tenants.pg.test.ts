import { tenantConfigured, tenantReactivated, tenantSuspended } from '@academy/contracts';
import { PLATFORM_TENANT_ID, type ServicePrincipal } from '@academy/kernel';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TIER_LIMITS } from '../src/domain/tenant-limits.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
});
afterAll(() => users.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const { alice, carla } = people.raices;
const sara = seeded('raices', 'sara');
const gateway: ServicePrincipal = { kind: 'service', tenantId: PLATFORM_TENANT_ID, service: 'gateway', scopes: ['tenant.read'] };
const SETTINGS = `settings { tier allowedOrigins limits { requestsPerMinute costPerMinute costPerMinutePerPrincipal maxCost maxSubscriptions }
  policies { solarpunkPolicy minimumSustainability minimumSocialJustice evaluation certificationStart } features isTrustedOnly }`;

describe('tenant', () => {
  test('tells a visitor the name that a sign-in page shows, and not the settings', async () => {
    const answer = await users.ask(visitor('solaris'), '{ tenant { id slug name status settings { tier } } }');
    expect(answer.data).toEqual({
      tenant: { id: solaris, slug: 'solaris', name: 'Centro Solaris', status: 'ACTIVE', settings: null },
    });
    expect(answer.errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
  });

  test('tells its settings to its admin and to the super_admin, and to no other persona', async () => {
    const readers: string[] = [];
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      const { data } = await users.ask(seeded('raices', key), '{ tenant { settings { tier } } }');
      if ((data as { tenant: { settings: unknown } }).tenant.settings !== null) readers.push(persona);
    }
    expect(readers.sort()).toEqual(['admin', 'super_admin']);
  });

  test('is, as an entity, only one’s own: another is not there, except for the super_admin', async () => {
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Tenant { slug } } }';
    const of = [raices, solaris, 'not-an-id', PLATFORM_TENANT_ID].map((id) => ({ __typename: 'Tenant', id }));
    expect((await users.ask(carla, query, { of })).data).toEqual({ _entities: [{ slug: 'raices' }, null, null, null] });
    expect((await users.ask(sara, query, { of })).data).toEqual({
      _entities: [{ slug: 'raices' }, { slug: 'solaris' }, null, null],
    });
  });
});

describe('tenantDirectory', () => {
  const query = `query ($first: Int, $after: String) { tenantDirectory(first: $first, after: $after) {
    edges { cursor node { id slug name status ${SETTINGS} } } pageInfo { hasNextPage endCursor } } }`;
  type Directory = { edges: { cursor: string; node: { slug: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

  test('gives the gateway every tenant with its settings, page by page, by id', async () => {
    const first = await users.ask(gateway, query, { first: 1 });
    const firstPage = first.data?.['tenantDirectory'] as Directory;
    const second = await users.ask(gateway, query, { first: 1, after: firstPage.pageInfo.endCursor });
    const secondPage = second.data?.['tenantDirectory'] as Directory;
    expect([firstPage.pageInfo.hasNextPage, secondPage.pageInfo.hasNextPage]).toEqual([true, false]);
    const nodes = [...firstPage.edges, ...secondPage.edges].map((edge) => edge.node);
    const policies = {
      solarpunkPolicy: 'GATE',
      minimumSustainability: 70,
      minimumSocialJustice: 80,
      evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
      certificationStart: 'ON_COMPLETION',
    };
    expect(nodes).toEqual(
      [
        {
          id: raices,
          slug: 'raices',
          name: 'Academia Raíces',
          status: 'ACTIVE',
          settings: {
            tier: 'PROFESSIONAL',
            allowedOrigins: ['http://localhost:5173'],
            limits: TIER_LIMITS.PROFESSIONAL,
            policies,
            features: ['CUSTOM_DOMAIN', 'WEBHOOKS'],
            isTrustedOnly: false,
          },
        },
        {
          id: solaris,
          slug: 'solaris',
          name: 'Centro Solaris',
          status: 'ACTIVE',
          settings: {
            tier: 'STARTER',
            allowedOrigins: ['https://solaris.example.mx'],
            limits: TIER_LIMITS.STARTER,
            policies,
            features: ['CUSTOM_DOMAIN', 'WEBHOOKS'],
            isTrustedOnly: false,
          },
        },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  test.each([
    ['a visitor', visitor('raices')],
    ['an admin', carla],
    ['the super_admin', sara],
    ['a process without tenant.read', worker('raices', 'w', ['profile.read'])],
  ])('is closed to %s', async (_who, principal) => {
    expect(await users.ask(principal, query)).toMatchObject({ data: { tenantDirectory: null }, errors: [{ code: 'FORBIDDEN' }] });
  });

  test.each([{ first: 101 }, { first: 0 }, { after: 'bm8' }])('refuses a page that cannot be: %j', async (args) => {
    expect(await users.ask(gateway, query, args)).toMatchObject({
      data: { tenantDirectory: null },
      errors: [{ code: 'BAD_USER_INPUT' }],
    });
  });
});

describe('tenantConfigure', () => {
  const mutation = `mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) {
    __typename ... on TenantConfigureSuccess { tenant { slug ${SETTINGS} } } ... on InvalidInputError { field code } } }`;

  test('changes what it names, leaves the rest, and tells the islands all policies', async () => {
    await using users = await openUsers();
    const input = { allowedOrigins: ['https://app.raices.example.mx'], solarpunkPolicy: 'ADVISORY', minimumSustainability: 60 };
    const answer = await users.ask(carla, mutation, { input });
    const policies = {
      solarpunkPolicy: 'ADVISORY',
      minimumSustainability: 60,
      minimumSocialJustice: 80,
      evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
      certificationStart: 'ON_COMPLETION',
    };
    expect(answer.data).toMatchObject({
      tenantConfigure: { tenant: { settings: { tier: 'PROFESSIONAL', allowedOrigins: input.allowedOrigins, policies } } },
    });
    const [, event] = await users.emitted(raices, tenantConfigured);
    expect(event).toMatchObject({
      subject: raices,
      occurredAt: users.clock.now().toISOString(),
      data: { slug: 'raices', policies },
    });
    expect((await users.ask(gateway, `{ tenantDirectory { edges { node { slug ${SETTINGS} } } } }`)).data).toMatchObject({
      tenantDirectory: {
        edges: expect.arrayContaining([
          { node: expect.objectContaining({ slug: 'raices', settings: expect.objectContaining({ policies }) }) },
        ]),
      },
    });
  });

  test('names who vouches for the tenant’s people, of that tenant alone; an address that may not be called is refused', async () => {
    await using users = await openUsers();
    const PROVIDERS = 'settings { identityProviders { issuer audience jwksUrl userClaim } }';
    const name = (issuer: string) =>
      users.ask(carla, mutation, { input: { identityProviders: [{ issuer, audience: 'academy', userClaim: 'academy_user' }] } });
    const issuer = 'https://login.raices.example.mx';
    expect((await name(issuer)).data).toMatchObject({ tenantConfigure: { __typename: 'TenantConfigureSuccess' } });
    for (const wrong of [
      'http://login.raices.example.mx',
      'https://169.254.169.254/latest',
      'https://localhost:8443',
      'issuer',
    ]) {
      expect((await name(wrong)).data).toEqual({
        tenantConfigure: { __typename: 'InvalidInputError', field: 'identityProviders.0.issuer', code: 'INVALID_INPUT' },
      });
    }
    const provider = { issuer, audience: 'academy', jwksUrl: null, userClaim: 'academy_user' };
    expect((await users.ask(carla, `{ tenant { ${PROVIDERS} } }`)).data).toEqual({
      tenant: { settings: { identityProviders: [provider] } },
    });
    expect((await users.ask(people.solaris.fabian, `{ tenant { ${PROVIDERS} } }`)).data).toEqual({
      tenant: { settings: { identityProviders: [] } },
    });
    expect((await users.ask(alice, `{ tenant { ${PROVIDERS} } }`)).data).toEqual({ tenant: { settings: null } });
    expect((await users.ask(carla, mutation, { input: { identityProviders: [] } })).data).toMatchObject({
      tenantConfigure: { __typename: 'TenantConfigureSuccess' },
    });
    expect((await users.ask(carla, `{ tenant { ${PROVIDERS} } }`)).data).toEqual({
      tenant: { settings: { identityProviders: [] } },
    });
  });

  test('chooses who certifies the tenant’s people, of those that the installation works with', async () => {
    await using users = await openUsers();
    const CHOICE = 'settings { policies { authority submissionsPerMinute } }';
    const choose = async (input: object) => (await users.ask(carla, mutation, { input })).data?.['tenantConfigure'];
    const chosen = async (by = carla) => (await users.ask(by, `{ tenant { ${CHOICE} } }`)).data;
    expect(await chosen()).toEqual({ tenant: { settings: { policies: { authority: null, submissionsPerMinute: null } } } });
    expect(await choose({ authority: 'MANUAL_LOT', submissionsPerMinute: 30 })).toMatchObject({
      __typename: 'TenantConfigureSuccess',
    });
    expect(await choose({ authority: 'OPEN_BADGES' })).toEqual({
      __typename: 'InvalidInputError',
      field: 'authority',
      code: 'INVALID_INPUT',
    });
    expect(await choose({ submissionsPerMinute: null })).toMatchObject({ __typename: 'TenantConfigureSuccess' });
    expect(await chosen()).toEqual({
      tenant: { settings: { policies: { authority: 'MANUAL_LOT', submissionsPerMinute: null } } },
    });
    expect((await users.emitted(raices, tenantConfigured)).map(({ data }) => data.policies.authority)).toEqual([
      null,
      'MANUAL_LOT',
      'MANUAL_LOT',
    ]);
    expect(await chosen(people.solaris.fabian)).toMatchObject({ tenant: { settings: { policies: { authority: null } } } });
    expect(await chosen(alice)).toEqual({ tenant: { settings: null } });
  });

  test('gives two changes in the same instant an order', async () => {
    await using users = await openUsers();
    await users.ask(carla, mutation, { input: { minimumSustainability: 10 } });
    await users.ask(carla, mutation, { input: { minimumSustainability: 20 } });
    const [, first, second] = await users.emitted(raices, tenantConfigured);
    expect(Date.parse(second?.occurredAt ?? '')).toBeGreaterThan(Date.parse(first?.occurredAt ?? ''));
    expect(second?.data.policies.minimumSustainability).toBe(20);
  });

  test.each([
    ['allowedOrigins.1', { allowedOrigins: ['https://ok.example.mx', 'https://*.example.mx'] }],
    ['minimumSocialJustice', { minimumSocialJustice: 101 }],
  ])('refuses a bad %s, and tells nobody', async (field, input) => {
    const answer = await users.ask(carla, mutation, { input: { solarpunkPolicy: 'ADVISORY', ...input } });
    expect(answer.data).toEqual({ tenantConfigure: { __typename: 'InvalidInputError', field, code: 'INVALID_INPUT' } });
    expect(await users.emitted(raices, tenantConfigured)).toHaveLength(1);
    expect((await users.ask(carla, `{ tenant { ${SETTINGS} } }`)).data).toMatchObject({
      tenant: { settings: { policies: { solarpunkPolicy: 'GATE' } } },
    });
  });

  test('never touches another tenant', async () => {
    await using users = await openUsers();
    await users.ask(carla, mutation, { input: { minimumSustainability: 1 } });
    expect((await users.ask(people.solaris.fabian, `{ tenant { ${SETTINGS} } }`)).data).toMatchObject({
      tenant: { settings: { policies: { minimumSustainability: 70 } } },
    });
    expect(await users.emitted(solaris, tenantConfigured)).toHaveLength(1);
  });

  test('is for no persona but admin and super_admin', async () => {
    await using users = await openUsers();
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      const { data, errors } = await users.ask(seeded('raices', key), 'mutation { tenantConfigure(input: {}) { __typename } }');
      const isAllowed = ['admin', 'super_admin'].includes(persona);
      expect(data, persona).toEqual({ tenantConfigure: isAllowed ? { __typename: 'TenantConfigureSuccess' } : null });
      expect(errors.map((error) => error.code)).toEqual(isAllowed ? [] : ['FORBIDDEN']);
    }
    expect(await users.emitted(raices, tenantConfigured)).toHaveLength(3);
  });
});

describe('signatures of clients', () => {
  const mutation = `mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename
    ... on TenantConfigureSuccess { tenant { settings { clientSignatures { isRequired keys { id algorithm publicKey } } } } }
    ... on InvalidInputError { field } } }`;
  const publicKey =
    '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----\n';

  test('are not required until an admin says so, and then in her tenant alone', async () => {
    await using users = await openUsers();
    const ask = '{ tenant { settings { clientSignatures { isRequired keys { id } } } } }';
    const none = { tenant: { settings: { clientSignatures: { isRequired: false, keys: [] } } } };
    expect((await users.ask(carla, ask)).data).toEqual(none);
    const clientSignatures = { isRequired: true, keys: [{ id: 'erp', algorithm: 'ED25519', publicKey }] };
    expect((await users.ask(carla, mutation, { input: { clientSignatures } })).data).toEqual({
      tenantConfigure: { __typename: 'TenantConfigureSuccess', tenant: { settings: { clientSignatures } } },
    });
    await users.ask(carla, mutation, { input: { minimumSustainability: 10 } });
    expect((await users.ask(carla, ask)).data).toMatchObject({
      tenant: { settings: { clientSignatures: { isRequired: true } } },
    });
    expect((await users.ask(people.solaris.fabian, ask)).data).toEqual(none);
    expect((await users.ask(alice, ask)).data).toEqual({ tenant: { settings: null } });
  });

  test('need a public key of the algorithm', async () => {
    const keys = [{ id: 'erp', algorithm: 'ECDSA_P256_SHA256', publicKey }];
    expect((await users.ask(carla, mutation, { input: { clientSignatures: { isRequired: true, keys } } })).data).toEqual({
      tenantConfigure: { __typename: 'InvalidInputError', field: 'clientSignatures.keys.0.publicKey' },
    });
  });
});

describe('a suspension', () => {
  const suspend = `mutation ($id: ID!, $reason: String!) { tenantSuspend(input: { tenantId: $id, reason: $reason }) {
    __typename ... on TenantSuspendSuccess { tenant { id status } } ... on InvalidInputError { field } } }`;
  const reactivate = `mutation ($id: ID!) { tenantReactivate(input: { tenantId: $id }) {
    __typename ... on TenantReactivateSuccess { tenant { id status } } } }`;

  test('of any tenant is the super_admin’s to impose and to lift, and both are told and on record', async () => {
    await using users = await openUsers();
    const suspended = await users.ask(sara, suspend, { id: solaris, reason: 'Falta de pago' });
    expect(suspended.data).toEqual({
      tenantSuspend: { __typename: 'TenantSuspendSuccess', tenant: { id: solaris, status: 'SUSPENDED' } },
    });
    expect((await users.ask(visitor('solaris'), '{ tenant { status } }')).data).toEqual({ tenant: { status: 'SUSPENDED' } });

    const lifted = await users.ask(sara, reactivate, { id: solaris });
    expect(lifted.data).toEqual({
      tenantReactivate: { __typename: 'TenantReactivateSuccess', tenant: { id: solaris, status: 'ACTIVE' } },
    });

    const [told] = await users.emitted(raices, tenantSuspended);
    const [toldAgain] = await users.emitted(raices, tenantReactivated);
    expect([told?.subject, toldAgain?.subject]).toEqual([solaris, solaris]);
    expect(Date.parse(toldAgain?.occurredAt ?? '')).toBeGreaterThan(Date.parse(told?.occurredAt ?? ''));
    const record = await users.database.inTenant(raices, 'read', (tx) =>
      tx.execute('select action, actor, subject, why from audit_log order by number'),
    );
    expect([...record]).toEqual([
      { action: 'tenant.suspend', actor: sara.userId, subject: solaris, why: 'Falta de pago' },
      { action: 'tenant.reactivate', actor: sara.userId, subject: solaris, why: null },
    ]);
  });

  test('is refused in the state that it would lead to', async () => {
    await using users = await openUsers();
    expect((await users.ask(sara, reactivate, { id: solaris })).data).toEqual({
      tenantReactivate: { __typename: 'InvalidStateError' },
    });
    await users.ask(sara, suspend, { id: solaris, reason: 'Falta de pago' });
    expect((await users.ask(sara, suspend, { id: solaris, reason: 'Otra vez' })).data).toEqual({
      tenantSuspend: { __typename: 'InvalidStateError' },
    });
    expect(await users.emitted(raices, tenantSuspended)).toHaveLength(1);
  });

  test.each(['not-an-id', PLATFORM_TENANT_ID])('finds no tenant %s', async (id) => {
    expect((await users.ask(sara, suspend, { id, reason: 'Porque sí' })).data).toEqual({
      tenantSuspend: { __typename: 'NotFoundError' },
    });
    expect((await users.ask(sara, reactivate, { id })).data).toEqual({ tenantReactivate: { __typename: 'NotFoundError' } });
  });

  test('wants a reason', async () => {
    expect((await users.ask(sara, suspend, { id: solaris, reason: '' })).data).toEqual({
      tenantSuspend: { __typename: 'InvalidInputError', field: 'reason' },
    });
  });

  test('is for nobody else: not for the tenant’s admin, a learner, a visitor or a process', async () => {
    for (const principal of [carla, alice, people.solaris.fabian, visitor('raices'), gateway]) {
      expect(await users.ask(principal, suspend, { id: principal.tenantId, reason: 'Porque sí' })).toMatchObject({
        data: { tenantSuspend: null },
        errors: [{ code: 'FORBIDDEN' }],
      });
      expect(await users.ask(principal, reactivate, { id: solaris })).toMatchObject({
        data: { tenantReactivate: null },
        errors: [{ code: 'FORBIDDEN' }],
      });
    }
    expect(await users.emitted(raices, tenantSuspended)).toEqual([]);
  });
});
