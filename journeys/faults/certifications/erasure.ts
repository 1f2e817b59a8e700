import { join } from 'node:path';
import { newId } from '@academy/platform/ids';
import { valuesOf } from '@academy/scripts/person-values';
import { scanPersonalData } from '@academy/scripts/personal-data';
import type { TenantSlug } from '@academy/testing/people';
import { userIdOf } from '@academy/testing/people';
import type { Loose } from '../../src/loose.ts';
import { Person } from '../../src/person.ts';
import { pause } from '../pause.ts';
import { STAFF } from '../staff.ts';
import type { System } from '../system.ts';
import type { CaseStrike } from './row.ts';

/** A case takes some seconds from the course to its end: any of its steps may be the one. */
const WITHIN_MS = 4_000;
const TRY_AGAIN_MS = 300;
const GIVEN_UP_MS = 60_000;
/** Each island looks again after 5, 10, 20 s while a case of hers is at the authority. */
const ERASED_WITHIN_MS = 90_000;

const ME = '{ me { fullName displayName email } }';
const CURP = `mutation ($input: CurpRevealInput!) { curpReveal(input: $input) { ... on CurpRevealSuccess { curp } } }`;
const ASK = `mutation ($input: DataErasureRequestInput!) { answer: dataErasureRequest(input: $input) { __typename
  ... on DataErasureRequestSuccess { request { id } } } }`;
const RESOLVE = `mutation ($input: DataRequestResolveInput!) { answer: dataRequestResolve(input: $input) { __typename
  ... on DataRequestResolveSuccess { request { id } } } }`;
const STATUS = `query ($id: ID!) { dataRequest(id: $id) { status } }`;

/**
 * A candidate whose case runs asks that all that is kept of her be erased, and the tenant's officer accepts; how it went, and whatever is left of her when the
 * run is over, is in the history. Nobody is told whose data it was.
 */
export async function eraseSomeone(given: CaseStrike): Promise<string> {
  const { system, history, random } = given;
  const { tenant, key, certification } = await someoneWithACase(given);
  await pause(random.whole(0, WITHIN_MS));
  const [her, officer] = await Promise.all([
    personOf(system, tenant, key, 'learner'),
    personOf(system, tenant, STAFF[tenant].officer, 'privacy_officer'),
  ]);
  const userId = userIdOf(tenant, key);
  const { me } = await untilItWorks(() => her.gets(ME));
  const revealing = { input: { userId, purpose: 'OWN_COPY' } };
  const { curpReveal } = await untilItWorks(() => her.gets(CURP, revealing));
  const values = valuesOf({ ...me, curp: curpReveal.curp });

  const asking = { input: { idempotencyKey: newId() } };
  const request = await untilItWorks(async () => idOf((await her.gets(ASK, asking)).answer));
  const resolving = { input: { requestId: request, decision: 'ACCEPT', idempotencyKey: newId() } };
  await untilItWorks(async () => idOf((await officer.gets(RESOLVE, resolving)).answer));
  history.add({ op: 'erasure', person: userId, phase: 'accepted' });

  given.whenOver(async () => {
    for (const deadline = Date.now() + ERASED_WITHIN_MS; Date.now() < deadline; await pause(TRY_AGAIN_MS)) {
      const { dataRequest } = await untilItWorks(() => officer.gets(STATUS, { id: request }));
      if (dataRequest.status !== 'COMPLETED') continue;
      const { findings, pieces } = await scanPersonalData(placesOf(system), values, { allowed: [], hasPatterns: false });
      history.add({ op: 'erasure', person: userId, phase: 'completed', pieces });
      for (const { label, form, place, count } of findings)
        history.add({ op: 'left', person: userId, what: `${label} (${form})`, place, count });
      return;
    }
  });
  return `somebody of ${tenant}, ${certification}`;
}

async function someoneWithACase({ candidates, random }: CaseStrike) {
  // The run begins with candidates; a moment later all of them are there.
  while (candidates.length === 0) await pause(50);
  await pause(random.whole(0, WITHIN_MS));
  return Promise.any(
    candidates.map(async ({ tenant, key, certification }) => ({ tenant, key, certification: await certification })),
  );
}

async function personOf(system: System, tenant: TenantSlug, key: string, persona: 'learner' | 'privacy_officer') {
  const { headers } = await system.processes.person(tenant, key, persona);
  const token = headers['authorization']?.replace('Bearer ', '');
  return new Person({ url: `${system.origin}/graphql`, tenant, key, persona, token });
}

/** Every place where something of a person could be kept. */
export function placesOf({ processes, servers }: System) {
  return {
    adminDatabaseUrl: servers.postgresUrl,
    databasePrefix: processes.databasePrefix,
    redisUrl: servers.redisUrl,
    redisNamespace: processes.redisNamespace,
    storage: [join(processes.folder, 'data/storage')],
    logs: processes.logs,
  };
}

function idOf(answer: Loose): string {
  if (answer.request === undefined) throw new Error(`The answer was ${JSON.stringify(answer)}.`);
  return answer.request.id as string;
}

async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + GIVEN_UP_MS; ; ) {
    try {
      return await work();
    } catch (thrown) {
      if (Date.now() > deadline) throw thrown;
      await pause(TRY_AGAIN_MS);
    }
  }
}
