import { systemClock } from '@academy/kernel';
import { SIGNATURE_HEADERS, signCall } from '@academy/platform/access';
import { ISLAND_PATH, ISLANDS } from '@academy/platform/topology';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { people, tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';

/** Tables that hold nothing of one tenant: the register of tenants, CONOCER's register, and our own book of migrations. */
const SHARED = new Set([
  'authority_breakers',
  'authority_totals',
  'instruments',
  'tenant_directory',
  'standards',
  'standard_syncs',
  'standard_changes',
  'schema_migrations',
]);

let graph: Graph;
beforeAll(async () => {
  graph = await bootGraph({ calls: 'http' });
});
afterAll(() => graph[Symbol.asyncDispose]());

describe.each(ISLANDS)('the island %s, spoken to directly', (island) => {
  const body = JSON.stringify({ query: '{ _service { sdl } }' });
  const send = async (headers: Record<string, string>, text = body) => {
    const response = await fetch(`${graph.academy.islandUrls[island]}${ISLAND_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    });
    return { status: response.status, text: await response.text() };
  };
  const signed = (text = body) =>
    signCall({ method: 'POST', path: ISLAND_PATH, body: text }, people.raices.carla, TEST_SIGNING_KEY, systemClock);

  test('answers a signed call', async () => {
    expect(await send(signed())).toMatchObject({ status: 200, text: expect.stringContaining('type Query') });
  });

  test('answers nothing to a call without a signature, whatever else it bears', async () => {
    for (const headers of [{}, { 'x-tenant-id': 'raices' }, graph.carla.headers]) {
      const refused = await send(headers);
      expect(refused.status).toBe(401);
      expect(refused.text).not.toContain('type Query');
    }
  });

  test('answers a signed call once, and not under another body, key or tenant', async () => {
    const headers = signed();
    expect((await send(headers)).status).toBe(200);
    expect((await send(headers)).status).toBe(401);
    expect((await send(signed(), JSON.stringify({ query: '{ __typename }' }))).status).toBe(401);
    expect((await send({ ...signed(), [SIGNATURE_HEADERS.keyId]: 'other' })).status).toBe(401);
    const principal = Buffer.from(JSON.stringify({ ...people.raices.carla, tenantId: tenantIdOf('solaris') })).toString(
      'base64url',
    );
    expect((await send({ ...signed(), [SIGNATURE_HEADERS.principal]: principal })).status).toBe(401);
  });
});

describe.each(ISLANDS)('the database of %s', (island) => {
  test('forces row security on every table with tenant data, under one policy, and its runtime role owns nothing', async () => {
    const { pool } = graph.academy.resources[island].database;
    const tables = await pool<{ name: string; isForced: boolean; policies: number; isOwned: boolean; mayTruncate: boolean }[]>`
      select k.relname as name, k.relrowsecurity and k.relforcerowsecurity as "isForced", pg_get_userbyid(k.relowner) = current_user as "isOwned",
        has_table_privilege(k.oid, 'truncate') as "mayTruncate",
        (select count(*)::int from pg_policy p where p.polrelid = k.oid and p.polpermissive) as policies
      from pg_class k join pg_namespace n on n.oid = k.relnamespace where n.nspname = 'public' and k.relkind in ('r', 'p')`;
    expect(tables.length).toBeGreaterThan(8);
    expect(tables.filter((one) => one.isOwned || one.mayTruncate)).toEqual([]);
    expect(tables.filter((one) => !SHARED.has(one.name) && (!one.isForced || one.policies !== 1))).toEqual([]);
  });

  test('has no unique key over tenant data without the tenant', async () => {
    const { pool } = graph.academy.resources[island].database;
    const loose = await pool<{ name: string }[]>`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class k on k.oid = i.indrelid join pg_namespace n on n.oid = k.relnamespace
      join pg_attribute a on a.attrelid = k.oid and a.attname = 'tenant_id'
      where n.nspname = 'public' and i.indisunique and not a.attnum = any(i.indkey)`;
    expect(loose.map((one) => one.name)).toEqual([]);
  });

  test('lets its runtime role past no policy', async () => {
    const { pool } = graph.academy.resources[island].database;
    const [role] = await pool<
      Loose[]
    >`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
  });
});
