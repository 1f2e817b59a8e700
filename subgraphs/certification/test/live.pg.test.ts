import type { UserPrincipal } from '@academy/kernel';
import { RequestDatabase } from '@academy/platform/db';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { people } from '@academy/testing/people';
import { execute, type GraphQLSchema, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../src/context.ts';
import { createLoaders } from '../src/store/loaders.ts';
import { defineCertification } from '../src/subgraph.ts';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

const WATCH = parse(`subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) {
  kind seq previousStatus status hold occurredAt resume certification { id status history(first: 100) { edges { node { seq } } } } } }`);

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
  const { database, clock, logger, storage } = academy.island.context;
  const db = new RequestDatabase(database, principal.tenantId);
  try {
    const loaders = createLoaders({ db });
    return await work({ principal, tenantId: principal.tenantId, db, loaders, clock, logger, storage, requestId: 'test' });
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

test('the island serves no subscription itself', async () => {
  const answer = await as(alice, async (contextValue) =>
    subscribe({ schema, document: WATCH, variableValues: { id }, contextValue }),
  );
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
