import { newId } from '@academy/platform/ids';
import { tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import { until } from '../src/until.ts';

const CREATE = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { __typename
  ... on ApiKeyCreateSuccess { secret apiKey { id } } } }`;
const ROTATE = `mutation ($input: ApiKeyRotateInput!) { apiKeyRotate(input: $input) { __typename
  ... on ApiKeyRotateSuccess { secret } } }`;
const REVOKE = 'mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) { __typename } }';
const CERTIFICATION = `query ($id: ID!) { certification(id: $id) {
  status candidate { displayName fullName email curpMasked } submission { id } } }`;

describe.each(['in-process', 'http'] as const)('an API key (islands called %s)', (calls) => {
  let graph: Graph;
  let certificationId: string;
  beforeAll(async () => {
    graph = await bootGraph({ calls });
    certificationId = await graph.alice.certificationOf(await graph.alice.completesCourse('instalacion-fotovoltaica'));
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  async function newKey(...scopes: string[]): Promise<{ id: string; secret: string }> {
    const input = { name: 'Nómina', scopes, idempotencyKey: newId() };
    const { apiKeyCreate } = await graph.carla.gets(CREATE, { input });
    return { id: apiKeyCreate.apiKey.id, secret: apiKeyCreate.secret };
  }
  const asks = (
    secret: string,
    query: string,
    variables: Record<string, unknown> = {},
    tenant: 'raices' | 'solaris' = 'raices',
  ) => graph.visitor(tenant).asks(query, variables, { 'x-api-key': secret });

  test('reads what its scopes open, and nothing else of the same objects', async () => {
    const { secret } = await newKey('CERTIFICATION_READ', 'PROFILE_READ');
    const answer = await asks(secret, CERTIFICATION, { id: certificationId });
    const { certification } = answer.data as Loose;
    expect(certification.candidate.fullName).toEqual(expect.any(String));
    expect([certification.candidate.email, certification.candidate.curpMasked]).toEqual([null, null]);
    expect(certification.submission).toBeNull();
    expect(new Set(answer.codes)).toEqual(new Set(['FORBIDDEN']));
    const narrow = await newKey('SUBMISSION_STATUS');
    expect(await asks(narrow.secret, CERTIFICATION, { id: certificationId })).toMatchObject({
      data: { certification: null },
      codes: ['FORBIDDEN'],
    });
  });

  test('writes nothing, and cannot make keys', async () => {
    const { secret, id } = await newKey('CERTIFICATION_READ', 'PROFILE_READ', 'PROGRESS_READ', 'SUBMISSION_STATUS');
    const input = { name: 'otra', scopes: ['PROFILE_READ'], idempotencyKey: 'k' };
    expect((await asks(secret, CREATE, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await asks(secret, REVOKE, { input: { id, reason: 'Porque sí' } })).codes).toEqual(['FORBIDDEN']);
    expect((await asks(secret, '{ apiKeys { edges { node { id } } } }')).codes).toEqual(['FORBIDDEN']);
    expect((await asks(secret, '{ apiKeyGrant(publicId: "x", digest: "x") { id } }')).codes).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  test('is not accepted in another tenant', async () => {
    const { secret } = await newKey('CERTIFICATION_READ');
    expect(await asks(secret, '{ tenant { slug } }', {}, 'solaris')).toMatchObject({ status: 403, codes: ['TENANT_MISMATCH'] });
  });

  test('is refused after its revocation, and its secret before after a rotation', async () => {
    const { secret, id } = await newKey('CERTIFICATION_READ');
    const isRefused = (key: string) => async () => ((await asks(key, '{ tenant { slug } }')).status === 401 ? true : undefined);
    expect((await asks(secret, '{ tenant { slug } }')).status).toBe(200);
    const rotated = await graph.carla.gets(ROTATE, { input: { id, idempotencyKey: newId() } });
    const next = rotated.apiKeyRotate.secret as string;
    await until('the old secret to be refused', isRefused(secret), 2_000);
    expect((await asks(next, '{ tenant { slug } }')).status).toBe(200);
    await graph.carla.gets(REVOKE, { input: { id, reason: 'Se filtró' } });
    await until('the key to be refused', isRefused(next), 2_000);
  });

  test('is seen to have been used, at the latest when the gateway stops', async () => {
    const { secret, id } = await newKey('CERTIFICATION_READ');
    expect((await asks(secret, '{ tenant { slug } }')).status).toBe(200);
    await graph.academy.gateway.close();
    const [row] = await graph.academy.resources.users.database.inTenant(tenantIdOf('raices'), 'read', (tx) =>
      tx.execute(`select last_used_at from api_keys where id = '${id}'`),
    );
    expect(row?.['last_used_at']).not.toBeNull();
  });
});
