import type { UserPrincipal } from '@academy/kernel';
import { RequestDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { people } from '@academy/testing/people';
import { execute, type GraphQLSchema, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../src/context.ts';
import { createLoaders } from '../src/store/loaders.ts';
import { createPublicDocuments } from '../src/store/public-document.ts';
import { defineCertification } from '../src/subgraph.ts';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

const WATCH = parse(`subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) {
  kind seq previousStatus status hold occurredAt resume certification { id status history(first: 100) { edges { node { seq } } } } } }`);

const WATCH_ALL = parse(`subscription { certificationsStatusChanged(filter: { status: ISSUED }) {
  kind position seq previousStatus status hold occurredAt resume certification { id status } snapshot { id status } } }`);

let academy: Certification;
let schema: GraphQLSchema;
const alice = newLearner();
let id: string;
beforeAll(async () => {
  academy = await openCertification();
  schema = buildGuardedSchema(defineCertification() as unknown as Parameters<typeof buildGuardedSchema>[0]);
  id = await academy.submittedCase(alice);
});
afterAll(() => academy.close());

async function as<T>(principal: UserPrincipal, work: (context: Context) => Promise<T>): Promise<T> {
  const { database, clock, logger, storage, vault } = academy.island.context;
  const db = new RequestDatabase(database, principal.tenantId);
  try {
    const loaders = createLoaders({ db, principal, tenantId: principal.tenantId, vault }, createPublicDocuments());
    return await work({ principal, tenantId: principal.tenantId, db, loaders, clock, logger, storage, vault, requestId: 'test' });
  } finally {
    await db.end();
  }
}

/** An event as the gateway makes it, answered as the root value of the subscription. */
function eventOf(certificationId: string) {
  return {
    certificationStatusChanged: {
      kind: 'CHANGE',
      seq: 5,
      previousStatus: 'RESULTS_DELIVERED',
      status: 'SUBMISSION_PREPARED',
      hold: null,
      occurredAt: new Date('2026-03-02T16:00:00Z'),
      resume: 'opaque',
      certification: { id: certificationId },
    },
  };
}

test.each([
  ['one certification', alice, WATCH],
  ['all certifications', people.raices.carla, WATCH_ALL],
])('the island serves no subscription to %s itself', async (_what, viewer, document) => {
  const answer = await as(viewer, async (contextValue) => subscribe({ schema, document, variableValues: { id }, contextValue }));
  expect('errors' in answer && answer.errors?.[0]?.message).toMatch(/served by the gateway/);
  expect('errors' in answer && answer.errors?.[0]?.originalError).toMatchObject({ code: 'BAD_REQUEST' });
});

test('an event that the gateway hands in as root value is answered with the certification as it is now', async () => {
  const answer = await as(alice, async (contextValue) =>
    execute({ schema, document: WATCH, rootValue: eventOf(id), variableValues: { id }, contextValue }),
  );
  expect(JSON.parse(JSON.stringify(answer))).toEqual({
    data: {
      certificationStatusChanged: {
        ...eventOf(id).certificationStatusChanged,
        occurredAt: '2026-03-02T16:00:00.000Z',
        certification: {
          id,
          status: 'SUBMISSION_PREPARED',
          history: { edges: [1, 2, 3, 4, 5].map((seq) => ({ node: { seq } })) },
        },
      },
    },
  });
});

test('the certification behind an event is shown only to who may see it', async () => {
  for (const stranger of [newLearner(), people.solaris.fabian]) {
    const answer = await as(stranger, async (contextValue) =>
      execute({ schema, document: WATCH, rootValue: eventOf(id), variableValues: { id }, contextValue }),
    );
    expect(answer.data).toMatchObject({ certificationStatusChanged: { certification: null } });
  }
});

/** An event of the tenant's feed as the gateway makes it: a change of one certification, or a snapshot of several. */
function tenantEventOf(of: { certificationId: string } | { snapshot: readonly string[] }) {
  const isChange = 'certificationId' in of;
  return {
    certificationsStatusChanged: {
      kind: isChange ? 'CHANGE' : 'SNAPSHOT',
      position: 12,
      seq: isChange ? 5 : null,
      previousStatus: isChange ? 'RESULTS_DELIVERED' : null,
      status: isChange ? 'SUBMISSION_PREPARED' : null,
      hold: null,
      occurredAt: isChange ? new Date('2026-03-02T16:00:00Z') : null,
      resume: 'opaque',
      certification: isChange ? { id: of.certificationId } : null,
      snapshot: isChange ? null : of.snapshot.map((one) => ({ id: one })),
    },
  };
}

async function answerToStaff(viewer: UserPrincipal, rootValue: object) {
  const answer = await as(viewer, async (contextValue) => execute({ schema, document: WATCH_ALL, rootValue, contextValue }));
  return JSON.parse(JSON.stringify(answer)) as { data: { certificationsStatusChanged: object }; errors?: unknown[] };
}

test('a change in the tenant’s feed is answered with the certification as it is now', async () => {
  const event = tenantEventOf({ certificationId: id });
  expect(await answerToStaff(people.raices.carla, event)).toEqual({
    data: {
      certificationsStatusChanged: {
        ...event.certificationsStatusChanged,
        occurredAt: '2026-03-02T16:00:00.000Z',
        certification: { id, status: 'SUBMISSION_PREPARED' },
      },
    },
  });
});

test('a snapshot in the tenant’s feed is answered in its order, without what the viewer may not see', async () => {
  const other = await academy.submittedCase(newLearner(), { standardCode: null });
  const event = tenantEventOf({ snapshot: [other, newId(), 'no id', id] });
  const { data } = await answerToStaff(people.raices.carla, event);
  expect(data.certificationsStatusChanged).toEqual({
    ...event.certificationsStatusChanged,
    snapshot: [
      { id: other, status: 'RESULTS_DELIVERED' },
      { id, status: 'SUBMISSION_PREPARED' },
    ],
  });
  const elsewhere = await answerToStaff({ ...people.solaris.fabian, persona: 'evaluator' }, event);
  expect(elsewhere.data).toMatchObject({ certificationsStatusChanged: { snapshot: [] } });
});

test('nothing of an event of the tenant’s feed is told to a learner, its certification’s candidate included', async () => {
  const { data, errors } = await answerToStaff(alice, tenantEventOf({ certificationId: id }));
  expect(data?.certificationsStatusChanged ?? null).toBeNull();
  expect(errors?.length).toBeGreaterThan(0);
});
