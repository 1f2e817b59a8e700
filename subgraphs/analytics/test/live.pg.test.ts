import type { Principal } from '@academy/kernel';
import { RequestDatabase } from '@academy/platform/db';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { person, visitor, worker } from '@academy/testing/people';
import { execute, type GraphQLSchema, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../src/context.ts';
import { defineAnalytics } from '../src/subgraph.ts';
import { type Academy, ana, andres, openAcademy, type ReportArgs } from './academy.ts';

const WATCH =
  parse(`subscription ($filter: CompletionReportFilter, $first: Int, $after: String) { reportUpdated(report: COMPLETION) {
  kind report version occurredAt resume
  completionReport(filter: $filter, first: $first, after: $after) {
    dataSource asOf minimumGroupSize
    rows {
      edges { cursor node { isSuppressed completions certificatesIssued officialCertificatesIssued course { id } } }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }
} }`);

const EVENT = {
  kind: 'CHANGE',
  report: 'COMPLETION',
  version: 7,
  occurredAt: new Date('2026-03-02T16:00:00Z'),
  resume: 'opaque',
};

let academy: Academy;
let schema: GraphQLSchema;
beforeAll(async () => {
  academy = await openAcademy();
  schema = buildGuardedSchema(defineAnalytics() as unknown as Parameters<typeof buildGuardedSchema>[0]);
  await academy.manyComplete('instalacion-fotovoltaica', 12, { at: new Date('2026-02-10T12:00:00.000Z') });
  await academy.manyComplete('huerto-educativo', 3, { at: new Date('2026-02-20T12:00:00.000Z') });
});
afterAll(() => academy.island.close());

async function as<T>(principal: Principal, work: (context: Context) => Promise<T>): Promise<T> {
  const { database, clock, logger, storage, vault } = academy.island.context;
  const db = new RequestDatabase(database, principal.tenantId);
  try {
    return await work({
      principal,
      tenantId: principal.tenantId,
      db,
      loaders: defineAnalytics().createLoaders({ db, principal, tenantId: principal.tenantId, vault }),
      clock,
      logger,
      storage,
      vault,
      requestId: 'test',
    });
  } finally {
    await db.end();
  }
}

/** What is answered to an event that the gateway hands in as root value. */
async function answered(principal: Principal, variableValues: ReportArgs = {}) {
  const rootValue = { reportUpdated: EVENT };
  const answer = await as(principal, async (contextValue) =>
    execute({ schema, document: WATCH, rootValue, variableValues, contextValue }),
  );
  return {
    event: (answer.data as { reportUpdated: { completionReport: unknown } } | null | undefined)?.reportUpdated,
    codes: (answer.errors ?? []).map((error) => error.extensions['code'] ?? (error.originalError as { code?: string }).code),
  };
}

const OTHERS: [string, Principal][] = [
  ['a learner', person('raices', 'learner-1', 'learner')],
  ['an evaluator', person('raices', 'bruno', 'evaluator')],
  ['a centre admin', person('raices', 'noe', 'centre_admin')],
  ['an auditor', person('raices', 'aurelio', 'auditor')],
  ['a visitor', visitor('raices')],
  ['a process', worker('raices', 'courses-worker', ['progress.read'])],
];

test('the island serves no subscription itself', async () => {
  const answer = await as(ana, async (contextValue) => subscribe({ schema, document: WATCH, contextValue }));
  expect('errors' in answer && answer.errors?.[0]?.message).toMatch(/served by the gateway/);
  expect('errors' in answer && answer.errors?.[0]?.originalError).toMatchObject({ code: 'BAD_REQUEST' });
});

test.each(OTHERS)('%s may not watch a report', async (_, principal) => {
  const answer = await as(principal, async (contextValue) => subscribe({ schema, document: WATCH, contextValue }));
  expect('errors' in answer && answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test.each<[string, ReportArgs]>([
  ['whole', {}],
  ['of a period', { filter: { from: '2026-02-11', to: '2026-03-01' } }],
  ['by pages', { first: 1 }],
])('the report behind an event, %s, is the one that the query answers', async (_, args) => {
  const { event, codes } = await answered(ana, args);
  expect(codes).toEqual([]);
  expect(JSON.parse(JSON.stringify(event))).toEqual({
    ...EVENT,
    occurredAt: '2026-03-02T16:00:00.000Z',
    completionReport: await academy.report(args),
  });
});

test('the report behind an event refuses what the query refuses', async () => {
  const { event, codes } = await answered(ana, { filter: { from: '2026-03-02', to: '2026-03-01' } });
  expect(event?.completionReport).toBeNull();
  expect(codes).toEqual(['BAD_USER_INPUT']);
});

test('the report behind an event is the viewer’s own tenant’s', async () => {
  const { event } = await answered(andres);
  expect(event?.completionReport).toMatchObject({ rows: { edges: [] } });
});

test.each(OTHERS)('%s reads nothing of an event', async (_, principal) => {
  const { event, codes } = await answered(principal);
  expect(event ?? null).toBeNull();
  expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
});
