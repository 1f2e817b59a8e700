import { accessRevoked, personPlaced } from '@academy/contracts';
import { PERSONAS, type Principal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, userIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CENTRES } from '../src/seed/centres.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
});
afterAll(() => users.close());

const raices = tenantIdOf('raices');
const { alice, carla } = people.raices;
const { fabian } = people.solaris;
const noe = seeded('raices', 'noe');
const [cholula, xalapa, hermosillo] = CENTRES.map(({ id }) => id);
/** Of the centres Cholula and Xalapa, and of the academy itself. */
const OF_CHOLULA = 'learner-04';
const OF_XALAPA = 'learner-05';
const OF_ACADEMY = 'learner-06';

const CREATE = `mutation ($input: CentreCreateInput!) { centreCreate(input: $input) {
  __typename ... on CentreCreateSuccess { centre { id code name isActive } } ... on InvalidInputError { field } } }`;
const RENAME = `mutation ($input: CentreRenameInput!) { centreRename(input: $input) {
  __typename ... on CentreRenameSuccess { centre { name } } } }`;
const CLOSE = `mutation ($input: CentreCloseInput!) { centreClose(input: $input) {
  __typename ... on CentreCloseSuccess { centre { isActive } } ... on InvalidStateError { message } } }`;
const PLACE = `mutation ($input: PersonPlaceInput!) { personPlace(input: $input) {
  __typename ... on PersonPlaceSuccess { user { id centre { id } } } } }`;
const PERSON =
  'query ($id: ID!) { user(id: $id) { displayName fullName email curpMasked personas { persona } centre { code } } }';
const LIST =
  'query ($first: Int, $after: String) { centres(first: $first, after: $after) { edges { node { id code } } pageInfo { hasNextPage endCursor } } }';

const creating = (code: string, name = 'Centro de Evaluación') => ({ code, name, idempotencyKey: newId() });
const placing = (key: string, centreId: string | null | undefined, more: Record<string, unknown> = {}) => ({
  userId: userIdOf('raices', key),
  centreId,
  reason: 'Cambio de sede',
  idempotencyKey: newId(),
  ...more,
});

async function outcome(principal: Principal, query: string, input: Record<string, unknown>, on = users) {
  const { data, errors } = await on.ask(principal, query, { input });
  const [answer] = Object.values(data ?? {}) as ({ __typename: string } | null)[];
  return answer?.__typename ?? errors[0]?.code;
}

async function sees(principal: Principal, key: string, on = users): Promise<boolean> {
  const { data } = await on.ask(principal, PERSON, { id: userIdOf('raices', key) });
  return data?.['user'] !== null;
}

describe('a centre', () => {
  test('is kept, renamed and closed by an admin, each on record, once for a key', async () => {
    await using users = await openUsers();
    const input = creating(' ce1399-oc063-18 ', ' Centro Puebla ');
    const created = await users.ask(carla, CREATE, { input });
    expect(created.data).toMatchObject({
      centreCreate: {
        __typename: 'CentreCreateSuccess',
        centre: { code: 'CE1399-OC063-18', name: 'Centro Puebla', isActive: true },
      },
    });
    expect(await users.ask(carla, CREATE, { input })).toEqual(created);
    const { centreCreate } = created.data as { centreCreate: { centre: { id: string } } };
    const centreId = centreCreate.centre.id;
    const renaming = { centreId, name: 'Centro Atlixco', idempotencyKey: newId() };
    expect((await users.ask(carla, RENAME, { input: renaming })).data).toMatchObject({
      centreRename: { centre: { name: 'Centro Atlixco' } },
    });
    const closing = { centreId, reason: 'Perdió su acreditación', idempotencyKey: newId() };
    expect((await users.ask(carla, CLOSE, { input: closing })).data).toMatchObject({
      centreClose: { centre: { isActive: false } },
    });
    expect(await outcome(carla, CLOSE, { ...closing, idempotencyKey: newId() }, users)).toBe('InvalidStateError');
    expect(await outcome(carla, PLACE, placing('alice', centreId), users)).toBe('InvalidStateError');
    const record = await users.inTenant(raices, (tx) =>
      tx.execute(`select action, actor, subject, why from audit_log order by number`),
    );
    expect([...record]).toEqual([
      { action: 'centre.create', actor: carla.userId, subject: centreId, why: null },
      { action: 'centre.rename', actor: carla.userId, subject: centreId, why: null },
      { action: 'centre.close', actor: carla.userId, subject: centreId, why: 'Perdió su acreditación' },
    ]);
  });

  test('is refused under a code that is none, or that the tenant has; another tenant may have it', async () => {
    expect(await outcome(carla, CREATE, creating('EC0217-OC063-18'))).toBe('InvalidInputError');
    expect(await outcome(carla, CREATE, creating('CE9001-OC901-25'))).toBe('InvalidStateError');
    expect(await outcome(fabian, CREATE, creating('CE9001-OC901-25'))).toBe('CentreCreateSuccess');
  });

  test('is not closed while people stand in it', async () => {
    const closing = { centreId: cholula, reason: 'Porque sí', idempotencyKey: newId() };
    expect((await users.ask(carla, CLOSE, { input: closing })).data).toMatchObject({
      centreClose: { __typename: 'InvalidStateError', message: expect.stringMatching(/^13 people/) },
    });
  });

  test('of another tenant, unknown or malformed is not there', async () => {
    for (const centreId of [hermosillo, newId(), "x'--"]) {
      expect(await outcome(carla, RENAME, { centreId, name: 'Centro Atlixco', idempotencyKey: newId() })).toBe('NotFoundError');
      expect(await outcome(carla, CLOSE, { centreId, reason: 'Porque sí', idempotencyKey: newId() })).toBe('NotFoundError');
      expect(await outcome(carla, PLACE, placing('alice', centreId))).toBe('NotFoundError');
    }
    expect(await outcome(carla, PLACE, placing('alice', xalapa, { userId: userIdOf('solaris', 'diego') }))).toBe('NotFoundError');
  });

  test('is kept and people are placed by no persona but admin', async () => {
    for (const persona of PERSONAS.filter((one) => one !== 'service' && one !== 'admin')) {
      const principal = seeded('raices', RAICES_BY_PERSONA[persona as keyof typeof RAICES_BY_PERSONA]);
      expect(await outcome(principal, CREATE, creating('CE0001-OC001-01')), persona).toBe('FORBIDDEN');
      expect(await outcome(principal, PLACE, placing(OF_ACADEMY, cholula)), persona).toBe('FORBIDDEN');
    }
  });

  test('is shown to everybody of the tenant who is signed in, by code, page by page', async () => {
    const { data } = await users.ask(alice, LIST, { first: 1 });
    const { edges, pageInfo } = (data as { centres: { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } })
      .centres;
    expect(edges).toEqual([{ node: { id: cholula, code: 'CE9001-OC901-25' } }]);
    expect(pageInfo.hasNextPage).toBe(true);
    expect((await users.ask(alice, LIST, { first: 5, after: pageInfo.endCursor })).data).toMatchObject({
      centres: { edges: [{ node: { id: xalapa } }], pageInfo: { hasNextPage: false } },
    });
    for (const stranger of [visitor('raices'), worker('raices', 'w', ['profile.read'])])
      expect(await users.ask(stranger, LIST)).toMatchObject({ data: null, errors: [{ code: 'FORBIDDEN' }] });
  });

  test('referred to by its id is there for the signed-in of its tenant alone', async () => {
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Centre { code } } }';
    const of = [cholula, hermosillo, newId()].map((id) => ({ __typename: 'Centre', id }));
    expect((await users.ask(alice, query, { of })).data).toEqual({ _entities: [{ code: 'CE9001-OC901-25' }, null, null] });
    expect((await users.ask(visitor('raices'), query, { of })).data).toEqual({ _entities: [null, null, null] });
  });
});

describe('a person who is placed', () => {
  test('is told of to the other islands by ids alone, numbered, and on record with from and to', async () => {
    await using users = await openUsers();
    const input = placing(OF_ACADEMY, xalapa);
    expect((await users.ask(carla, PLACE, { input })).data).toEqual({
      personPlace: { __typename: 'PersonPlaceSuccess', user: { id: input.userId, centre: { id: xalapa } } },
    });
    // She stands there: nothing to tell.
    expect(await outcome(carla, PLACE, placing(OF_ACADEMY, xalapa), users)).toBe('PersonPlaceSuccess');
    expect(await outcome(carla, PLACE, placing(OF_ACADEMY, undefined), users)).toBe('PersonPlaceSuccess');
    const told = (await users.emitted(raices, personPlaced)).filter(({ subject }) => subject === input.userId);
    expect(told.map(({ data }) => data)).toEqual([
      { userId: input.userId, centreId: xalapa, placement: 1 },
      { userId: input.userId, centreId: null, placement: 2 },
    ]);
    const record = await users.inTenant(raices, (tx) =>
      tx.execute(`select action, subject, why, detail from audit_log order by number`),
    );
    expect([...record].map((row) => ({ ...row, detail: JSON.parse(String(row['detail'])) }))).toEqual([
      { action: 'person.place', subject: input.userId, why: 'Cambio de sede', detail: { from: null, to: xalapa } },
      { action: 'person.place', subject: input.userId, why: 'Cambio de sede', detail: { from: xalapa, to: null } },
    ]);
  });

  test('is never the admin herself', async () => {
    expect(await outcome(carla, PLACE, placing('carla', cholula))).toBe('InvalidStateError');
  });

  test('is seen by the admins of the centre that she enters, and no more by those of the one that she leaves', async () => {
    await using users = await openUsers();
    expect([await sees(noe, OF_CHOLULA, users), await sees(noe, OF_XALAPA, users)]).toEqual([true, false]);
    await users.ask(carla, PLACE, { input: placing(OF_CHOLULA, xalapa) });
    await users.ask(carla, PLACE, { input: placing(OF_XALAPA, cholula) });
    expect([await sees(noe, OF_CHOLULA, users), await sees(noe, OF_XALAPA, users)]).toEqual([false, true]);
    // Where the admin herself stands decides, whatever her token says.
    await users.ask(carla, PLACE, { input: placing('noe', xalapa) });
    expect([await sees(noe, OF_CHOLULA, users), await sees(noe, OF_XALAPA, users)]).toEqual([true, false]);
  });
});

describe('an admin of a centre', () => {
  test('sees all that is hers to see of people of her centre, and that nobody else is there', async () => {
    expect((await users.ask(noe, PERSON, { id: userIdOf('raices', OF_CHOLULA) })).data).toMatchObject({
      user: {
        fullName: expect.stringContaining(' '),
        email: expect.stringContaining('@'),
        curpMasked: expect.stringContaining('*'),
        personas: [{ persona: 'LEARNER' }],
        centre: { code: 'CE9001-OC901-25' },
      },
    });
    for (const key of [OF_XALAPA, OF_ACADEMY]) {
      expect(await users.ask(noe, PERSON, { id: userIdOf('raices', key) })).toMatchObject({
        data: { user: null },
        errors: [{ code: 'NOT_FOUND' }],
      });
    }
  });

  test('who stands in the academy itself sees its people, and those of no centre', async () => {
    const ofAcademy = { ...seeded('raices', 'mateo'), persona: 'centre_admin' } as const;
    expect([await sees(ofAcademy, OF_ACADEMY), await sees(ofAcademy, OF_CHOLULA)]).toEqual([true, false]);
  });

  test('knows an instructor of elsewhere by her public name, and nothing more of her', async () => {
    const id = userIdOf('raices', 'ines');
    const { data } = await users.ask(noe, PERSON, { id });
    expect(data).toEqual({
      user: { displayName: 'Inés Quiroz', fullName: null, email: null, curpMasked: null, personas: null, centre: null },
    });
    const reveal = 'mutation ($input: CurpRevealInput!) { curpReveal(input: $input) { __typename } }';
    const revealing = (key: string) => ({ userId: userIdOf('raices', key), purpose: 'CERTIFICATION_CASE' });
    expect(await outcome(noe, reveal, revealing('ines'))).toBe('NotFoundError');
    expect(await outcome(noe, reveal, revealing(OF_XALAPA))).toBe('NotFoundError');
    expect(await outcome(noe, reveal, revealing(OF_CHOLULA))).toBe('CurpRevealSuccess');
  });

  test('gives and takes personas to and from people of her centre alone, and never one that runs or rules on anything', async () => {
    const about = (key: string, persona: string) => ({
      userId: userIdOf('raices', key),
      persona,
      reason: 'Nuevo puesto',
      idempotencyKey: newId(),
    });
    for (const field of ['personaGrant', 'personaRevoke']) {
      const input = `${field.replace('persona', 'Persona')}Input`;
      const query = `mutation ($input: ${input}!) { ${field}(input: $input) { __typename } }`;
      for (const persona of ['LEARNER', 'INSTRUCTOR', 'MENTOR', 'EVALUATOR']) {
        expect(await outcome(noe, query, about(OF_XALAPA, persona))).toBe('NotFoundError');
        expect(await outcome(noe, query, about(OF_ACADEMY, persona))).toBe('NotFoundError');
        expect(await outcome(noe, query, about(OF_CHOLULA, persona))).toBe(`P${field.slice(1)}Success`);
      }
      for (const persona of PERSONAS.filter((one) => !['learner', 'instructor', 'mentor', 'evaluator', 'service'].includes(one)))
        expect(await outcome(noe, query, about(OF_CHOLULA, persona.toUpperCase())), persona).toBe('InvalidStateError');
    }
  });

  test('ends the sessions of people of her centre who hold nothing that she could not give, and of nobody else', async () => {
    await using users = await openUsers();
    const end = 'mutation ($input: UserAccessRevokeInput!) { userAccessRevoke(input: $input) { __typename } }';
    const ending = (key: string) => ({ userId: userIdOf('raices', key), reason: 'Perdió su teléfono' });
    await users.ask(carla, PLACE, { input: placing('celia', cholula) });
    const outcomes: unknown[] = [];
    for (const key of [OF_CHOLULA, 'bruno', 'celia', 'noe', OF_XALAPA, OF_ACADEMY, 'carla'])
      outcomes.push([key, await outcome(noe, end, ending(key), users)]);
    expect(outcomes).toEqual([
      [OF_CHOLULA, 'UserAccessRevokeSuccess'],
      ['bruno', 'UserAccessRevokeSuccess'],
      ['celia', 'NotFoundError'],
      ['noe', 'NotFoundError'],
      [OF_XALAPA, 'NotFoundError'],
      [OF_ACADEMY, 'NotFoundError'],
      ['carla', 'NotFoundError'],
    ]);
    expect(await users.emitted(raices, accessRevoked)).toHaveLength(2);
  });
});
