import { randomUUID } from 'node:crypto';
import { encodePrincipal } from '@academy/platform/access';
import { person } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Ground, prepareGround, TENANT } from './assembly.ts';
import { typicalOperations } from './operations.ts';
import { VARIANTS } from './parts.ts';

const BOOT_MS = 180_000;

type Opened = Awaited<ReturnType<Ground['open']>>;
type Answer = {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly codes: readonly unknown[];
};

let ground: Ground;
let on: Opened;
let off: Opened;

beforeAll(async () => {
  ground = await prepareGround({
    adminDatabaseUrl: inject('adminDatabaseUrl'),
    redisUrl: inject('redisUrl'),
    prefix: `b_${inject('runId')}_${process.pid}`,
  });
  const variantOf = (name: string) => VARIANTS.find((one) => one.name === name) ?? { name, off: new Set<never>() };
  on = await ground.open(variantOf('on'));
  off = await ground.open(variantOf('off'));
}, BOOT_MS);
afterAll(() => ground?.close(), BOOT_MS);

async function post(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const { data, errors = [] } = (await response.json()) as {
    data?: Answer['data'];
    errors?: { extensions?: { code?: unknown } }[];
  };
  return { status: response.status, data, codes: errors.map(({ extensions }) => extensions?.code) };
}

function ask({ port }: Opened, query: string, token = '', tenant: string = TENANT): Promise<Answer> {
  const body = query.startsWith('{"') ? query : JSON.stringify({ query });
  const headers = { 'x-tenant-id': tenant, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
  return post(`http://127.0.0.1:${port}/graphql`, body, headers);
}

describe('the graph that is measured with security on', () => {
  test('and the one without answer the same to what frontends ask', { timeout: BOOT_MS }, async () => {
    for (const { name, bodies, tokens } of await typicalOperations(ground)) {
      const [body = '', token] = [bodies[0], tokens[0]];
      const [guarded, open] = [await ask(on, body, token), await ask(off, body, token)];
      expect(guarded, name).toMatchObject({ status: 200, codes: [] });
      expect(open, name).toEqual(guarded);
    }
  });

  test('refuses a token that was changed, and one of another tenant', async () => {
    const alice = await ground.issueToken('alice', 'learner');
    const diego = await ground.issueToken('diego', 'learner', 'solaris');
    expect(await ask(on, '{ me { id } }', `${alice.slice(0, -8)}AAAAAAAA`)).toMatchObject({
      status: 401,
      codes: ['UNAUTHENTICATED'],
    });
    expect(await ask(on, '{ me { id } }', diego)).toMatchObject({ status: 403, codes: ['TENANT_MISMATCH'] });
    expect(await ask(on, '{ me { id } }')).toMatchObject({ status: 401 });
  });

  test('refuses what is nested too deep, which the other plans', async () => {
    const alice = await ground.issueToken('alice', 'learner');
    const deep = `{ me { ${'enrollments(first: 1) { edges { node { learner { '.repeat(4)} id ${'} } } } '.repeat(4)} } }`;
    expect(await ask(on, deep, alice)).toMatchObject({ status: 400, codes: ['QUERY_TOO_COMPLEX'] });
    expect(await ask(off, deep, alice)).toMatchObject({ status: 200 });
  });

  test("denies a field by its rule, which the other one's resolvers answer", async () => {
    const bruno = await ground.issueToken('bruno', 'evaluator');
    const email = '{ certifications(first: 1) { edges { node { candidate { email } } } } }';
    const emailOf = ({ data }: Answer) => JSON.stringify(data).includes('@');
    expect(emailOf(await ask(on, email, bruno))).toBe(false);
    expect(emailOf(await ask(off, email, bruno))).toBe(true);
  });

  test('has islands that refuse a call that nobody signed, where those of the other believe it', async () => {
    const said = { 'x-bench-principal': encodePrincipal(person(TENANT, 'alice', 'learner')), 'x-request-id': randomUUID() };
    const body = JSON.stringify({ query: '{ me { id } }' });
    expect(await post(`${on.islandUrls.users}/graphql`, body, said)).toMatchObject({ status: 401 });
    expect(await post(`${off.islandUrls.users}/graphql`, body, said)).toMatchObject({ status: 200, codes: [] });
  });
});
