import { openDatabase } from '@academy/platform/db';
import { readEnds, verifyAudit, writeEnds } from '@academy/scripts/audit';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await bootGraph();
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

const databases = () =>
  Object.fromEntries(Object.entries(graph.academy.resources).map(([island, { database }]) => [island, database])) as Parameters<
    typeof verifyAudit
  >[0];
const broken = (reports: Awaited<ReturnType<typeof verifyAudit>>) => reports.filter(({ verdict }) => !verdict.isWhole);

test('what people with power do is found whole in every island, and a change by whoever owns a database is found out', async () => {
  const revoke = 'mutation ($id: ID!) { userAccessRevoke(input: { userId: $id, reason: "Perdió su teléfono" }) { __typename } }';
  for (const key of ['learner-01', 'learner-02']) await graph.carla.asks(revoke, { id: userIdOf('raices', key) });
  const reports = await verifyAudit(databases());
  expect(broken(reports)).toEqual([]);
  expect(reports).toContainEqual(
    expect.objectContaining({
      island: 'users',
      tenantId: tenantIdOf('raices'),
      verdict: expect.objectContaining({ end: expect.objectContaining({ number: 2 }) }),
    }),
  );
  const noted = readEnds(writeEnds(reports));
  expect(noted.length).toBeGreaterThan(0);

  const url = new URL(inject('adminDatabaseUrl'));
  url.pathname = new URL(graph.academy.databaseUrls.users).pathname;
  const admin = openDatabase({ url: url.toString(), maxConnections: 1, name: 'tamper' });
  await admin.pool`set session_replication_role = replica`;
  await admin.pool`delete from audit_log where number = 2`;
  await admin.pool`update audit_heads set number = 1`;
  await admin.close();
  expect(broken(await verifyAudit(databases()))).toEqual([]);
  expect(broken(await verifyAudit(databases(), noted))).toEqual([
    { island: 'users', tenantId: tenantIdOf('raices'), verdict: { isWhole: false, flaw: { number: 2, flaw: 'cut off' } } },
  ]);
});

test('ends that were not written by us are refused with their line', () => {
  expect(() => readEnds('{"island":"users"}\n')).toThrow('Line 1');
});
