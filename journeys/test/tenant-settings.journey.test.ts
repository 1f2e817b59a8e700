import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { defaults } from '@academy/gateway/config';
import { openRedis } from '@academy/platform/redis';
import { tenantIdOf } from '@academy/testing/people';
import { defaultUsersSettings } from '@academy/users/config';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Person } from '../src/person.ts';
import { openSecondGateway } from '../src/second-gateway.ts';
import { until } from '../src/until.ts';

/** A change of settings is in force everywhere within this long. */
const IN_FORCE_MS = 2_000;
const REGISTERED = 'query Name { tenant { slug } }';
const OTHER = '{ tenant { name } }';

let folder: string;
let graph: Graph;
let second: Awaited<ReturnType<typeof openSecondGateway>>;
let sara: Person;
/** What the name servers say, by name. */
const records = new Map<string, string[]>();

/** Of the tenant's webhook. */
const heard: string[] = [];
const receiver = createServer((request, response) => {
  heard.push(String(request.headers['webhook-id']));
  response.writeHead(204).end();
});
const receiverPort = () => (receiver.address() as AddressInfo).port;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenant-settings-'));
  await writeFile(join(folder, 'name.graphql'), REGISTERED);
  const gateway = { operations: { ...defaults.operations, persistedDocuments: { path: folder, reloadEveryMs: 60_000 } } };
  const outside = { resolveTxt: async (name: string) => records.get(name) ?? [] };
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const allowed = { host: '127.0.0.1', port: receiverPort(), isHttpAllowed: true };
  const outboundPolicy = { ...defaultUsersSettings.outboundPolicy, allowedHosts: [allowed] };
  graph = await bootGraph({ calls: 'http', gateway, users: { outboundPolicy, outside } });
  second = await openSecondGateway(graph, gateway);
  sara = await graph.person('raices', 'sara', 'super_admin');
});
afterAll(async () => {
  await second?.[Symbol.asyncDispose]();
  await graph?.[Symbol.asyncDispose]();
  receiver.closeAllConnections();
  receiver.close();
  await rm(folder, { recursive: true });
});

type Asked = { status: number; code: string | undefined; body: string };
/** `fetch` may not set a host. */
function ask(url: string, body: object, headers: Record<string, string>): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      text(response).then((answer) => {
        const code = /"code":"(\w+)"/.exec(answer)?.[1];
        resolve({ status: response.statusCode ?? 0, code, body: answer });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
const gateways = () => [graph.url, second.url];
const solarisAsks = (query: string) => gateways().map((url) => ask(url, { query }, { 'x-tenant-id': 'solaris' }));

/** Waits until every gateway answers so, at most as long as a setting may take. */
async function everywhere(what: string, look: () => Promise<Asked>[], isSo: (asked: Asked) => boolean): Promise<void> {
  await until(what, async () => ((await Promise.all(look())).every(isSo) ? true : undefined), IN_FORCE_MS);
}

async function agree(terms: object): Promise<void> {
  const input = { tenantId: tenantIdOf('solaris'), ...terms };
  const query =
    'mutation ($input: TenantTermsSetInput!) { tenantTermsSet(input: $input) { __typename ... on UserError { message } } }';
  const { tenantTermsSet } = await sara.gets(query, { input });
  expect(tenantTermsSet).toEqual({ __typename: 'TenantTermsSetSuccess' });
}

describe('in every gateway within two seconds', () => {
  test('a tenant answers registered operations alone, beside one that answers all', async () => {
    await everywhere(
      'both answer',
      () => solarisAsks(OTHER),
      ({ status }) => status === 200,
    );
    await agree({ isTrustedOnly: true });
    await everywhere(
      'both refuse what is not registered',
      () => solarisAsks(OTHER),
      ({ code }) => code === 'DOCUMENT_NOT_TRUSTED',
    );
    for (const url of gateways()) {
      expect(await ask(url, { query: REGISTERED }, { 'x-tenant-id': 'solaris' })).toMatchObject({ status: 200 });
      expect(await ask(url, { query: OTHER }, { 'x-tenant-id': 'raices' })).toMatchObject({ status: 200 });
    }
    await agree({ isTrustedOnly: false });
    await everywhere(
      'both answer again',
      () => solarisAsks(OTHER),
      ({ status }) => status === 200,
    );
  });

  test('clients of a tenant register documents where it was agreed, and of no other', async () => {
    const hash = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';
    const query = '{__typename}';
    const send = (url: string, tenant: string, body: object) =>
      ask(url, { ...body, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, { 'x-tenant-id': tenant });
    /** The whole document first, which registers it where that is open; then its hash alone. */
    const bothWays = (tenant: string) =>
      gateways().map(async (url) => {
        await send(url, tenant, { query });
        return send(url, tenant, {});
      });
    const isUnknown = ({ code }: Asked) => code === 'PERSISTED_QUERY_NOT_FOUND';
    expect((await Promise.all(bothWays('solaris'))).every(isUnknown)).toBe(true);
    await agree({ features: [{ feature: 'AUTOMATIC_DOCUMENTS', isOn: true }] });
    await everywhere(
      'the hash alone is enough',
      () => bothWays('solaris'),
      ({ status }) => status === 200,
    );
    expect((await Promise.all(bothWays('raices'))).every(isUnknown)).toBe(true);
  });

  test('a limit holds', async () => {
    await agree({ limits: { requestsPerMinute: 1, maxCost: 1 } });
    const asks = () => gateways().map((url) => ask(url, { query: OTHER }, { 'x-tenant-id': 'solaris' }));
    await everywhere('both refuse', asks, ({ code }) => code === 'RATE_LIMITED');
    await agree({ limits: { requestsPerMinute: null, maxCost: null } });
    await everywhere('both answer', asks, ({ status }) => status === 200);
  });

  test('pages of an origin may call, and those of an origin that was taken away may not', async () => {
    const carla = graph.carla;
    const preflight = (origin: string) =>
      gateways().map((url) => allowedOrigin(url.replace('/graphql', '/t/raices/graphql'), origin));
    const configure = async (allowedOrigins: string[]) =>
      carla.gets('mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename } }', {
        input: { allowedOrigins },
      });
    const origin = 'https://nueva.raices.example.mx';
    expect(await Promise.all(preflight(origin))).toEqual([null, null]);
    await configure([origin]);
    await until(
      'both allow',
      async () => ((await Promise.all(preflight(origin))).every((one) => one === origin) ? true : undefined),
      IN_FORCE_MS,
    );
    await configure([]);
    await until(
      'both refuse',
      async () => ((await Promise.all(preflight(origin))).every((one) => one === null) ? true : undefined),
      IN_FORCE_MS,
    );
  });

  test('a tenant is reached under its own domain once it was shown to be its own', async () => {
    const input = { tenantId: tenantIdOf('solaris') };
    const byHost = (host: string) => gateways().map((url) => ask(url, { query: REGISTERED }, { host }));
    const { tenantDomainSet } = await sara.gets(
      `mutation ($input: TenantDomainSetInput!) { tenantDomainSet(input: $input) {
        ... on TenantDomainSetSuccess { tenant { customDomain { recordName recordValue } } } } }`,
      { input: { ...input, name: 'aula.solaris.mx' } },
    );
    const { recordName, recordValue } = tenantDomainSet.tenant.customDomain;
    expect((await Promise.all(byHost('aula.solaris.mx'))).map(({ code }) => code)).toEqual(Array(2).fill('TENANT_MISMATCH'));
    records.set(recordName, [recordValue]);
    const verified = await sara.gets(
      'mutation ($input: TenantDomainVerifyInput!) { tenantDomainVerify(input: $input) { __typename } }',
      { input },
    );
    expect(verified.tenantDomainVerify.__typename).toBe('TenantDomainVerifySuccess');
    await everywhere(
      'both know the host',
      () => byHost('Aula.Solaris.MX:443'),
      ({ body }) => body.includes('"solaris"'),
    );
    // Whoever asks under it with another tenant's token, or names another tenant beside, is refused as ever.
    const foreign = { host: 'aula.solaris.mx', authorization: graph.alice.headers['authorization'] ?? '' };
    expect(await ask(second.url, { query: REGISTERED }, foreign)).toMatchObject({ status: 403, code: 'TENANT_MISMATCH' });
    expect(await ask(second.url, { query: REGISTERED }, { host: 'aula.solaris.mx', 'x-tenant-id': 'raices' })).toMatchObject({
      status: 403,
    });
    await sara.gets('mutation ($input: TenantDomainRemoveInput!) { tenantDomainRemove(input: $input) { __typename } }', {
      input,
    });
    await everywhere(
      'nobody knows it any more',
      () => byHost('aula.solaris.mx'),
      ({ code }) => code === 'TENANT_MISMATCH',
    );
  });
});

test('a webhook is refused inside of a network, and pinged where it may be', async () => {
  const set = `mutation ($input: WebhookSetInput!) { webhookSet(input: $input) { __typename } }`;
  for (const url of ['http://169.254.169.254/latest/meta-data/', 'http://0x7f.1/', `https://127.0.0.1:${receiverPort() + 1}/`]) {
    const refused = await graph.carla.asks(set, { input: { url, idempotencyKey: url } });
    expect([refused.codes, refused.data]).toEqual([['BAD_USER_INPUT'], { webhookSet: null }]);
  }
  await graph.carla.gets(set, { input: { url: `http://127.0.0.1:${receiverPort()}/hook`, idempotencyKey: 'fine' } });
  await graph.carla.gets('mutation { webhookPing(input: { idempotencyKey: "ping" }) { __typename } }');
  const delivery = await until('the ping is delivered', async () => {
    const { tenant } = await graph.carla.gets('{ tenant { webhook { lastDelivery { id status attempts } } } }');
    return tenant.webhook.lastDelivery.status === 'PENDING' ? undefined : tenant.webhook.lastDelivery;
  });
  expect(delivery).toEqual({ id: heard[0], status: 'DELIVERED', attempts: 1 });
  expect(heard).toHaveLength(1);
});

test('a Redis that was emptied is filled again, and changes go on being told', async () => {
  const { namespace } = graph.academy.resources.users.redis;
  const redis = openRedis({ url: inject('redisUrl'), namespace, logger: graph.academy.resources.users.logger, name: 'emptying' });
  const keys = await redis.commands.keys(`${namespace}:sys:*`);
  expect(keys).toContain(`${namespace}:sys:tenant-directory`);
  await redis.commands.del(...keys);
  await agree({ isTrustedOnly: true });
  await everywhere(
    'both refuse',
    () => solarisAsks(OTHER),
    ({ code }) => code === 'DOCUMENT_NOT_TRUSTED',
  );
  await agree({ isTrustedOnly: false });
  await everywhere(
    'both answer',
    () => solarisAsks(OTHER),
    ({ status }) => status === 200,
  );
  await redis.close();
});

async function allowedOrigin(url: string, origin: string): Promise<string | null> {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  return (await fetch(url, { method: 'OPTIONS', headers })).headers.get('access-control-allow-origin');
}
