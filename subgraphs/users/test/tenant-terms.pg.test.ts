import { tenantConfigured } from '@academy/contracts';
import { PLATFORM_TENANT_ID } from '@academy/kernel';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeEach(async () => {
  users = await openUsers();
});
afterEach(() => users.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const { carla } = people.raices;
const sara = seeded('raices', 'sara');

const TERMS = `mutation ($input: TenantTermsSetInput!) { tenantTermsSet(input: $input) { __typename
  ... on TenantTermsSetSuccess { tenant { slug settings { tier limits { requestsPerMinute maxSubscriptions } features isTrustedOnly } } }
  ... on InvalidInputError { field message } ... on NotFoundError { code } } }`;

async function setTerms(input: object, as = sara) {
  return (await users.ask(as, TERMS, { input })).data?.['tenantTermsSet'];
}

describe('tenantTermsSet', () => {
  test('changes plan, limits, features and trusted documents of any tenant, and tells that tenant’s islands', async () => {
    const input = {
      tenantId: solaris,
      tier: 'PROFESSIONAL',
      limits: { requestsPerMinute: 120, maxSubscriptions: 0 },
      features: [{ feature: 'AUTOMATIC_DOCUMENTS', isOn: true }],
      isTrustedOnly: true,
    };
    expect(await setTerms(input)).toEqual({
      __typename: 'TenantTermsSetSuccess',
      tenant: {
        slug: 'solaris',
        settings: {
          tier: 'PROFESSIONAL',
          limits: { requestsPerMinute: 120, maxSubscriptions: 0 },
          features: ['AUTOMATIC_DOCUMENTS', 'CUSTOM_DOMAIN', 'WEBHOOKS'],
          isTrustedOnly: true,
        },
      },
    });
    const [, event] = await users.emitted(solaris, tenantConfigured);
    expect(event).toMatchObject({ tenantId: solaris, subject: solaris, data: { slug: 'solaris' } });
    expect(await users.emitted(raices, tenantConfigured)).toHaveLength(1);
  });

  test('goes beyond the plan by an agreement, which is on record in the actor’s tenant', async () => {
    const limits = { requestsPerMinute: 6_001 };
    expect(await setTerms({ tenantId: solaris, limits })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'limits.requestsPerMinute',
    });
    expect(await setTerms({ tenantId: solaris, limits, agreement: 'x' })).toMatchObject({ field: 'agreement' });
    expect(await setTerms({ tenantId: solaris, limits, agreement: 'Contrato 2026-14' })).toMatchObject({
      __typename: 'TenantTermsSetSuccess',
    });
    const log = await users.ask(carla, '{ auditLog(first: 1) { edges { node { action subjectId why } } } }');
    expect(log).toMatchObject({
      data: { auditLog: { edges: [{ node: { action: 'tenant.terms', subjectId: solaris, why: 'Contrato 2026-14' } }] } },
    });
  });

  test('refuses a feature that nobody knows', async () => {
    const { errors } = await users.ask(sara, TERMS, {
      input: { tenantId: solaris, features: [{ feature: 'MAGIC', isOn: true }] },
    });
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  test.each(['not-an-id', PLATFORM_TENANT_ID])('finds no tenant %s', async (tenantId) => {
    expect(await setTerms({ tenantId })).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  });

  test('is for the super_admin alone', async () => {
    const others = Object.values(RAICES_BY_PERSONA).filter((key) => key !== 'sara');
    const principals = [...others.map((key) => seeded('raices', key)), visitor('raices'), worker('raices', 'w', ['tenant.read'])];
    for (const principal of principals) {
      expect(await users.ask(principal, TERMS, { input: { tenantId: raices, isTrustedOnly: true } })).toMatchObject({
        data: { tenantTermsSet: null },
        errors: [{ code: 'FORBIDDEN' }],
      });
    }
    expect(await users.emitted(raices, tenantConfigured)).toHaveLength(1);
  });
});

describe('tenantConfigure with a tenant', () => {
  const CONFIGURE = `mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename
    ... on TenantConfigureSuccess { tenant { slug changedAt settings { policies { minimumSustainability } } } } ... on NotFoundError { message } } }`;

  test('is any for the super_admin, and the islands of that tenant hear of it', async () => {
    const answer = await users.ask(sara, CONFIGURE, { input: { tenantId: solaris, minimumSustainability: 55 } });
    expect(answer.data).toMatchObject({
      tenantConfigure: { tenant: { slug: 'solaris', settings: { policies: { minimumSustainability: 55 } } } },
    });
    const [, event] = await users.emitted(solaris, tenantConfigured);
    expect(event?.data.policies.minimumSustainability).toBe(55);
    expect(answer.data).toMatchObject({ tenantConfigure: { tenant: { changedAt: event?.occurredAt } } });
  });

  test('is only her own for an admin: another is not there', async () => {
    expect((await users.ask(carla, CONFIGURE, { input: { tenantId: raices } })).data).toMatchObject({
      tenantConfigure: { tenant: { slug: 'raices' } },
    });
    const foreign = await users.ask(carla, CONFIGURE, { input: { tenantId: solaris, minimumSustainability: 1 } });
    const unknown = await users.ask(carla, CONFIGURE, { input: { tenantId: PLATFORM_TENANT_ID, minimumSustainability: 1 } });
    expect(foreign.data).toMatchObject({ tenantConfigure: { __typename: 'NotFoundError' } });
    expect(foreign.data).toEqual(unknown.data);
    expect(await users.emitted(solaris, tenantConfigured)).toHaveLength(1);
  });
});
