import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Principal } from '@academy/kernel';
import { DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

type Heard = { headers: IncomingHttpHeaders; body: string };
let heard: Heard[];
let status: number;
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
});
let url: string;
let users: TestIsland<Services>;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  heard = [];
  status = 204;
  // The receiver, and nothing beside it.
  const allowed = { host: '127.0.0.1', port: Number(new URL(url).port), isHttpAllowed: true };
  users = await openUsers({ outboundPolicy: { ...DEFAULT_OUTBOUND_POLICY, allowedHosts: [allowed] } });
});
afterEach(() => users.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const { carla } = people.raices;
const { fabian } = people.solaris;

const FIELDS = 'url topics createdAt lastDelivery { id topic status attempts statusCode failure createdAt attemptedAt }';
const SET = `mutation ($input: WebhookSetInput!) { webhookSet(input: $input) { __typename
  ... on WebhookSetSuccess { secret webhook { ${FIELDS} } } ... on UserError { code message } } }`;
const REMOVE = `mutation ($input: WebhookRemoveInput!) { webhookRemove(input: $input) { __typename
  ... on WebhookRemoveSuccess { tenant { webhook { url } } } ... on UserError { code } } }`;
const PING = `mutation ($input: WebhookPingInput!) { webhookPing(input: $input) { __typename
  ... on WebhookPingSuccess { webhook { ${FIELDS} } } ... on UserError { code } } }`;

type Answer = Record<string, never> & {
  __typename: string;
  code?: string;
  secret: string | null;
  webhook: Record<string, unknown>;
};
let keys = 0;
async function tell(as: Principal, mutation: string, input: object): Promise<Answer> {
  keys += 1;
  const needsKey = mutation !== REMOVE;
  const { data } = await users.ask(as, mutation, { input: needsKey ? { idempotencyKey: `key-${keys}`, ...input } : input });
  return Object.values(data ?? {})[0] as Answer;
}
async function webhookOf(as: Principal): Promise<Record<string, unknown> | null> {
  const { data } = await users.ask(as, `{ tenant { webhook { ${FIELDS} } } }`);
  return (data as { tenant: { webhook: Record<string, unknown> | null } }).tenant.webhook;
}

describe('webhookSet', () => {
  test('keeps the address, shows its secret once, and keeps it sealed', async () => {
    const first = await tell(carla, SET, { url, topics: ['CERTIFICATE_ISSUED', 'CERTIFICATE_ISSUED'], idempotencyKey: 'once' });
    expect(first).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      webhook: { url, topics: ['CERTIFICATE_ISSUED'], lastDelivery: null },
    });
    const again = await tell(carla, SET, { url, topics: ['CERTIFICATE_ISSUED', 'CERTIFICATE_ISSUED'], idempotencyKey: 'once' });
    expect([again.secret, again.webhook['url']]).toEqual([null, url]);
    expect(await tell(carla, SET, { url: `${url}/other`, idempotencyKey: 'once' })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    const kept = await users.inTenant(raices, async (tx) =>
      JSON.stringify([
        ...(await tx.execute('select * from webhooks')),
        ...(await tx.execute('select answer from idempotency_keys')),
        ...(await tx.execute('select detail from audit_log')),
      ]),
    );
    expect(kept).not.toContain((first.secret ?? '').slice('whsec_'.length));
  });

  test('again makes another secret, for another address', async () => {
    const first = await tell(carla, SET, { url });
    const second = await tell(carla, SET, { url: `${url}/other` });
    expect(second.secret).not.toBe(first.secret);
    expect(await webhookOf(carla)).toMatchObject({ url: `${url}/other` });
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]:5432/',
    'http://0x7f.1/',
    'gopher://127.0.0.1:6379/_INFO',
    'https://user:pass@127.0.0.1/',
    'http://10.0.0.1/',
    'https://localhost/',
    'https://metadata.google.internal/',
    'https://2130706433/',
    'nonsense',
  ])('refuses %s as bad input, in words without internals, and calls nothing', async (bad) => {
    const { data, errors } = await users.ask(carla, SET, { input: { url: bad, idempotencyKey: 'k' } });
    expect(data).toEqual({ webhookSet: null });
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('was expected') }]);
    expect(errors[0]?.message).not.toMatch(/ECONN|node_modules|at \/|postgres|redis:/);
    expect(await webhookOf(carla)).toBeNull();
    expect(heard).toEqual([]);
  });

  test('is refused where the feature is off', async () => {
    const off = { tenantId: raices, features: [{ feature: 'WEBHOOKS', isOn: false }] };
    const terms = 'mutation ($input: TenantTermsSetInput!) { tenantTermsSet(input: $input) { __typename } }';
    await users.ask(seeded('raices', 'sara'), terms, { input: off });
    expect(await tell(carla, SET, { url })).toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('webhookPing', () => {
  test('brings a signed ping, which a stock library accepts', async () => {
    const { secret } = await tell(carla, SET, { url });
    expect((await tell(carla, PING, {})).webhook['lastDelivery']).toMatchObject({ status: 'PENDING', attempts: 0 });
    expect(await users.runDueJobs()).toBe(1);
    const delivery = (await webhookOf(carla))?.['lastDelivery'] as Record<string, unknown>;
    expect(delivery).toMatchObject({ topic: 'webhook.ping', status: 'DELIVERED', attempts: 1, statusCode: 204, failure: null });
    const [{ headers, body }] = heard as [Heard];
    expect(headers['webhook-id']).toBe(delivery['id']);
    // The test's clock stands still, so the library's tolerance of five minutes does not apply; what is signed does.
    const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
    expect(new Webhook(secret ?? '').sign(String(delivery['id']), at, body)).toBe(headers['webhook-signature']);
    expect(JSON.parse(body)).toEqual({
      type: 'webhook.ping',
      timestamp: users.clock.now().toISOString(),
      data: { tenantId: raices },
    });
  });

  test('is tried again after a failure, under the same id, and given up in the end', async () => {
    await tell(carla, SET, { url });
    await tell(carla, PING, {});
    status = 500;
    await users.runDueJobs();
    expect((await webhookOf(carla))?.['lastDelivery']).toMatchObject({
      status: 'PENDING',
      attempts: 1,
      statusCode: 500,
      failure: 'STATUS',
    });
    expect(await users.runDueJobs()).toBe(0);
    for (let attempt = 2; attempt <= 6; attempt += 1) {
      users.clock.advance(2 * 60 * 60 * 1_000);
      await users.runDueJobs();
    }
    expect((await webhookOf(carla))?.['lastDelivery']).toMatchObject({ status: 'FAILED', attempts: 6 });
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    users.clock.advance(24 * 60 * 60 * 1_000);
    expect(await users.runDueJobs()).toBe(0);
  });

  test('goes one at a time, and once per key', async () => {
    await tell(carla, SET, { url });
    await tell(carla, PING, { idempotencyKey: 'p' });
    expect(await tell(carla, PING, { idempotencyKey: 'p' })).toMatchObject({ __typename: 'WebhookPingSuccess' });
    expect(await tell(carla, PING, {})).toMatchObject({ code: 'INVALID_STATE' });
    await users.runDueJobs();
    expect(await tell(carla, PING, {})).toMatchObject({ __typename: 'WebhookPingSuccess' });
    await users.runDueJobs();
    expect(heard).toHaveLength(2);
  });

  test('is not brought where the address leads inside by now, whatever it was when it was set', async () => {
    await tell(carla, SET, { url });
    await tell(carla, PING, {});
    const moved = `update webhooks set url = 'https://rebind.localhost/'`;
    await users.inTenant(raices, (tx) => tx.execute(moved));
    await users.runDueJobs();
    expect((await webhookOf(carla))?.['lastDelivery']).toMatchObject({ status: 'FAILED', failure: 'HOST', statusCode: null });
    expect(heard).toEqual([]);
  });

  test('is on the audit log, before and after each attempt', async () => {
    await tell(carla, SET, { url });
    await tell(carla, PING, {});
    await users.runDueJobs();
    const log = await users.ask(
      carla,
      '{ auditLog(first: 10, filter: { action: "webhook" }) { edges { node { action actorId detail } } } }',
    );
    const entries = (log.data as { auditLog: { edges: { node: { action: string; detail: string } }[] } }).auditLog.edges;
    expect(entries.map(({ node }) => [node.action, JSON.parse(node.detail)]).reverse()).toEqual([
      ['webhook.set', {}],
      ['webhook.ping', {}],
      ['webhook.deliver', { phase: 'before' }],
      ['webhook.deliver', { phase: 'after', outcome: 'delivered', statusCode: 204 }],
    ]);
  });

  test('needs a webhook', async () => {
    expect(await tell(carla, PING, {})).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('keeps twenty deliveries that are over, and no more', async () => {
    await tell(carla, SET, { url });
    for (let ping = 0; ping < 23; ping += 1) {
      users.clock.advance(1_000);
      await tell(carla, PING, {});
      await users.runDueJobs();
    }
    const rows = await users.inTenant(raices, async (tx) => [...(await tx.execute('select id from webhook_deliveries'))]);
    expect(rows).toHaveLength(21);
  });
});

describe('webhookRemove', () => {
  test('ends what was to be brought', async () => {
    await tell(carla, SET, { url });
    await tell(carla, PING, {});
    expect(await tell(carla, REMOVE, { url: `${url}/other` })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tell(carla, REMOVE, { url })).toMatchObject({ tenant: { webhook: null } });
    await users.runDueJobs();
    expect(heard).toEqual([]);
  });
});

describe('a webhook', () => {
  test('is its own tenant’s: another neither sees, pings nor removes it', async () => {
    await tell(carla, SET, { url });
    expect(await webhookOf(fabian)).toBeNull();
    expect(await tell(fabian, PING, {})).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tell(fabian, REMOVE, { url })).toMatchObject({ code: 'NOT_FOUND' });
    const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Tenant { webhook { url } } } }';
    const foreign = { of: [{ __typename: 'Tenant', id: raices }] };
    expect((await users.ask(fabian, entities, foreign)).data).toEqual({ _entities: [null] });
    await tell(fabian, SET, { url: `${url}/solaris` });
    expect(await webhookOf(carla)).toMatchObject({ url });
    const rows = await users.inTenant(solaris, async (tx) => [...(await tx.execute('select url from webhooks'))]);
    expect(rows).toEqual([{ url: `${url}/solaris` }]);
  });

  test('is seen and changed by the admin, and by no other persona', async () => {
    await tell(carla, SET, { url });
    const others = Object.values(RAICES_BY_PERSONA).filter((key) => key !== 'carla');
    const principals = [...others.map((key) => seeded('raices', key)), visitor('raices'), worker('raices', 'w', ['tenant.read'])];
    for (const principal of principals) {
      expect(await webhookOf(principal)).toBeNull();
      for (const [mutation, input] of [
        [SET, { url, idempotencyKey: 'k' }],
        [PING, { idempotencyKey: 'k' }],
        [REMOVE, { url }],
      ] as const) {
        expect((await users.ask(principal, mutation, { input })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      }
    }
    expect(await webhookOf(carla)).toMatchObject({ url, lastDelivery: null });
  });
});
