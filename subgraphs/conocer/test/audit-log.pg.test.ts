import { person } from '@academy/testing/people';
import { describe, expect, test } from 'vitest';
import { openOffice } from './office.ts';

const QUERY = '{ conocerAuditLog(first: 100) { edges { node { action actorId subjectId detail } } } }';

type Node = { action: string; actorId: string; subjectId: string; detail: string };

async function read(office: Awaited<ReturnType<typeof openOffice>>, viewer: Parameters<typeof person>) {
  const answer = await office.island.ask(person(...viewer), QUERY);
  const log = answer.data?.['conocerAuditLog'] as { edges: { node: Node }[] } | null | undefined;
  return { codes: answer.errors.map(({ code }) => code), entries: log?.edges.map(({ node }) => node).reverse() };
}

describe('calls to the authority', () => {
  test('are on record before and after each, in order, without a word about the candidate', async () => {
    await using office = await openOffice({ pollsUntilVerdict: 3 });
    const { certificationId } = await office.request();
    await office.settle();
    const { id } = (await office.row(certificationId)) as { id: string };
    const { entries } = await read(office, ['raices', 'celia', 'certifier']);
    expect(entries?.slice(0, 2)).toEqual([
      { action: 'authority.submit', actorId: 'conocer-worker', subjectId: id, detail: '{"phase":"before"}' },
      { action: 'authority.submit', actorId: 'conocer-worker', subjectId: id, detail: '{"phase":"after","outcome":"accepted"}' },
    ]);
    const calls = office.sandbox.ledger.calls.filter(({ route }) => route === 'submit' || route === 'poll');
    expect(entries).toHaveLength(2 * calls.length);
    expect(entries?.map(({ detail }) => (JSON.parse(detail) as { phase: string }).phase)).toEqual(
      calls.flatMap(() => ['before', 'after']),
    );
  });

  test('that nobody answered say so', async () => {
    await using office = await openOffice();
    office.sandbox.plan({ mode: 'e500', routes: ['submit'], count: 1 });
    await office.request();
    await office.settle();
    const { entries } = await read(office, ['raices', 'carla', 'admin']);
    expect(JSON.parse(entries?.[1]?.detail ?? '')).toEqual({ phase: 'after', outcome: 'unknown', cause: 'HTTP_500' });
    expect(entries?.map(({ action }) => action)).toContain('authority.find');
  });

  test('are read by certifier, admin, auditor and privacy officer of the tenant, and by nobody else', async () => {
    await using office = await openOffice();
    await office.request();
    await office.settle();
    for (const persona of ['certifier', 'admin', 'auditor', 'privacy_officer'] as const) {
      expect((await read(office, ['raices', 'somebody', persona])).entries?.length, persona).toBeGreaterThan(0);
      expect((await read(office, ['solaris', 'somebody', persona])).entries, persona).toEqual([]);
    }
    expect((await read(office, ['raices', 'sara', 'super_admin'])).entries).toEqual([]);
    for (const persona of ['learner', 'instructor', 'evaluator', 'verifier', 'centre_admin', 'analyst', 'employer'] as const) {
      expect((await read(office, ['raices', 'alice', persona])).codes, persona).toEqual(['FORBIDDEN']);
    }
  });
});
