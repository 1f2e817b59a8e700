import { caseAssigned, caseUnassigned, enrollmentMentorSet } from '@academy/contracts';
import { isPersona, PERSONAS, type Persona, type Principal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { GraphAnswer, TestIsland } from '@academy/testing/island';
import { people, person, userIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personOf } from '../src/seed/people.ts';
import type { Services } from '../src/worker-context.ts';
import { isAssigned } from './assigned.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
});
afterAll(() => users.close());

const { alice, bruno } = people.raices;
const LEARNER = userIdOf('raices', 'learner-07');
const INES = userIdOf('raices', 'ines');
const DIEGO = userIdOf('solaris', 'diego');
const everyPersona = PERSONAS.filter((persona) => persona !== 'service');

async function fieldOf(viewer: Principal, userId: string, field: string) {
  const answer = await users.ask(
    viewer,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { value: ${field} } } }`,
    {
      of: [{ __typename: 'User', id: userId }],
    },
  );
  const [entity = null] = (answer.data?.['_entities'] ?? []) as ({ value: unknown } | null)[];
  return { value: entity?.value ?? null, isThere: entity !== null, code: answer.errors[0]?.code };
}

async function personasWhoRead(field: string, of: string): Promise<Persona[]> {
  const readers: Persona[] = [];
  for (const persona of everyPersona) {
    const { value, code } = await fieldOf(seeded('raices', RAICES_BY_PERSONA[persona]), of, field);
    if (value !== null) readers.push(persona);
    else expect([undefined, 'FORBIDDEN']).toContain(code);
  }
  return readers.filter(isPersona).sort();
}

describe('me', () => {
  test('tells everybody all about herself', async () => {
    const { data, errors } = await users.ask(
      alice,
      '{ me { id displayName fullName email curpMasked personas { persona grantedAt } tenant { slug name } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      me: {
        id: alice.userId,
        displayName: 'Alicia Robles',
        fullName: 'Alicia Robles Cárdenas',
        email: 'alice@raices.example.mx',
        curpMasked: 'ROCA******MPL*****6',
        personas: [{ persona: 'LEARNER', grantedAt: '2024-03-01T12:00:00.000Z' }],
        tenant: { slug: 'raices', name: 'Academia Raíces' },
      },
    });
  });

  test('is nobody for a visitor and for a process', async () => {
    expect(await users.ask(visitor('raices'), '{ me { id } }')).toEqual({ data: { me: null }, errors: [] });
    expect(await users.ask(worker('raices', 'w', ['profile.read']), '{ me { id } }')).toEqual({ data: { me: null }, errors: [] });
  });
});

describe('another person of the tenant', () => {
  test.each([
    ['id', ['admin', 'centre_admin', 'certifier', 'privacy_officer']],
    ['displayName', ['admin', 'centre_admin', 'certifier', 'privacy_officer']],
    ['fullName', ['admin', 'centre_admin', 'certifier', 'privacy_officer']],
    ['email', ['admin', 'centre_admin', 'certifier', 'privacy_officer']],
    ['curpMasked', ['centre_admin', 'certifier', 'privacy_officer']],
    ['curp', []],
    ['personas { persona }', ['admin', 'centre_admin']],
    ['centre { code }', ['admin', 'centre_admin', 'certifier', 'privacy_officer']],
    ['portfolio { edges { cursor } }', ['admin', 'certifier']],
    ['notifications { edges { cursor } }', []],
  ])('shows %s to %j and to no other persona', async (field, expected) => {
    expect(await personasWhoRead(field, LEARNER)).toEqual(expected);
  });

  test('is not there for a learner, whether she exists or not', async () => {
    expect(await fieldOf(alice, LEARNER, 'id')).toEqual({ value: null, isThere: false, code: undefined });
    expect(await fieldOf(alice, userIdOf('raices', 'nobody'), 'id')).toEqual({ value: null, isThere: false, code: undefined });
  });

  test('cannot be forged by what a representation says of her', async () => {
    const answer = await users.ask(
      alice,
      'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on User { email } } }',
      {
        of: [{ __typename: 'User', id: LEARNER, tenantId: alice.tenantId, isInstructor: true, userId: alice.userId }],
      },
    );
    expect(answer).toEqual({ data: { _entities: [null] }, errors: [] });
  });
});

describe('whoever is assigned to a person', () => {
  const HERS = userIdOf('raices', 'learner-11');
  const FIELDS = ['displayName', 'fullName', 'email', 'curpMasked', 'personas { persona }', 'portfolio { edges { cursor } }'];
  const readable = async (viewer: Principal) => {
    const read: string[] = [];
    for (const field of FIELDS) if ((await fieldOf(viewer, HERS, field)).value !== null) read.push(field);
    return read;
  };

  test.each([
    ['bruno', 'EVALUATOR', ['displayName', 'fullName', 'curpMasked']],
    ['violeta', 'VERIFIER', ['displayName', 'fullName']],
    ['aurelio', 'AUDITOR', ['displayName', 'fullName', 'email', 'curpMasked']],
  ] as const)('%s as %s reads %j as long as she is, and of nobody else', async (key, duty, expected) => {
    const viewer = seeded('raices', key);
    expect(await readable(viewer)).toEqual([]);
    const ends = await isAssigned(users, viewer, duty, HERS);
    expect(await readable(viewer)).toEqual(expected);
    expect(await fieldOf(viewer, LEARNER, 'id')).toMatchObject({ isThere: false });
    // Under another persona, and in another tenant, she is assigned to nobody.
    expect(await readable({ ...viewer, persona: 'learner' })).toEqual([]);
    expect(await readable({ ...viewer, tenantId: people.solaris.diego.tenantId })).toEqual([]);
    await ends();
    expect(await readable(viewer)).toEqual([]);
  });

  test('sees her as long as one of several assignments lasts', async () => {
    const [first, second] = [
      await isAssigned(users, bruno, 'EVALUATOR', HERS),
      await isAssigned(users, bruno, 'EVALUATOR', HERS),
    ];
    await first();
    expect(await readable(bruno)).toContain('fullName');
    await second();
    expect(await readable(bruno)).toEqual([]);
  });

  test('is not assigned again by older news that comes late', async () => {
    const told = { assignmentId: newId(), certificationId: newId(), candidateId: HERS, personId: bruno.userId };
    const of = { tenantId: bruno.tenantId, subject: told.certificationId };
    await users.deliver(caseUnassigned, { ...of, data: { ...told, duty: 'EVALUATOR', version: 2 } });
    await users.deliver(caseAssigned, { ...of, data: { ...told, duty: 'EVALUATOR', version: 1 } });
    expect(await readable(bruno)).toEqual([]);
  });

  test('as her mentor reads the name that she goes by, until another is', async () => {
    const [mateo, martin] = [seeded('raices', 'mateo'), person('raices', 'martin', 'mentor')];
    const tell = (mentorId: string | null, version: number) =>
      users.deliver(enrollmentMentorSet, {
        tenantId: mateo.tenantId,
        subject: ENROLLMENT,
        data: { enrollmentId: ENROLLMENT, courseId: newId(), learnerId: HERS, mentorId, standardCode: null, version },
      });
    const ENROLLMENT = newId();
    await tell(mateo.userId, 1);
    expect(await readable(mateo)).toEqual(['displayName']);
    await tell(martin.userId, 2);
    expect([await readable(mateo), await readable(martin)]).toEqual([[], ['displayName']]);
    await tell(null, 3);
    expect(await readable(martin)).toEqual([]);
  });
});

describe('an instructor', () => {
  test('is known by name to a visitor, and by nothing else', async () => {
    const answer = await users.ask(
      visitor('raices'),
      'query ($id: ID!) { user(id: $id) { displayName fullName email curpMasked personas { persona } } }',
      {
        id: INES,
      },
    );
    expect(answer.data).toEqual({
      user: { displayName: 'Inés Quiroz', fullName: null, email: null, curpMasked: null, personas: null },
    });
    expect(answer.errors.map((error) => error.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  test.each(everyPersona)('is known by name to the persona %s', async (persona) => {
    expect(await fieldOf(seeded('raices', RAICES_BY_PERSONA[persona]), INES, 'displayName')).toMatchObject({
      value: 'Inés Quiroz',
    });
  });
});

describe('a process', () => {
  test('reads a whole CURP with curp.reveal, and the full name with profile.read', async () => {
    expect(await fieldOf(worker('raices', 'conocer-worker', ['curp.reveal']), LEARNER, 'curp')).toMatchObject({
      value: personOf('raices', 'learner-07').curp,
    });
    expect(await fieldOf(worker('raices', 'certification-worker', ['profile.read']), LEARNER, 'fullName')).toMatchObject({
      value: personOf('raices', 'learner-07').fullName,
    });
  });

  test('reads nothing that its scope does not name', async () => {
    const certification = worker('raices', 'certification-worker', ['profile.read']);
    for (const field of [
      'curp',
      'curpMasked',
      'email',
      'personas { persona }',
      'portfolio { edges { cursor } }',
      'notifications { edges { cursor } }',
    ]) {
      expect(await fieldOf(certification, LEARNER, field)).toMatchObject({ value: null, code: 'FORBIDDEN' });
    }
    expect(await fieldOf(worker('raices', 'conocer-worker', ['curp.reveal']), LEARNER, 'fullName')).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await fieldOf(worker('raices', 'other-worker', []), LEARNER, 'id')).toMatchObject({ isThere: false });
  });

  test('sees no one of another tenant, whatever its scopes', async () => {
    expect(await fieldOf(worker('raices', 'conocer-worker', ['curp.reveal', 'profile.read']), DIEGO, 'curp')).toMatchObject({
      isThere: false,
    });
  });
});

describe('user(id)', () => {
  const query = 'query ($id: ID!) { user(id: $id) { id } }';

  test('answers the same for unknown, foreign, hidden and malformed ids', async () => {
    const answers: GraphAnswer[] = [];
    for (const id of [userIdOf('raices', 'nobody'), DIEGO, LEARNER, 'not-an-id', `${LEARNER}'--`])
      answers.push(await users.ask(alice, query, { id }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ data: { user: null }, errors: [{ code: 'NOT_FOUND' }] });
  });

  test('shows a person of the tenant to her evaluator', async () => {
    const ends = await isAssigned(users, bruno, 'EVALUATOR', LEARNER);
    expect(await users.ask(bruno, query, { id: LEARNER })).toEqual({ data: { user: { id: LEARNER } }, errors: [] });
    await ends();
  });

  test('shows nobody of another tenant to an admin', async () => {
    expect(await users.ask(people.raices.carla, query, { id: DIEGO })).toMatchObject({
      data: { user: null },
      errors: [{ code: 'NOT_FOUND' }],
    });
  });
});

test('ninety people asked for at once come each with her own name', async () => {
  const keys = Array.from({ length: 30 }, (_, i) => `learner-${String(i + 1).padStart(2, '0')}`);
  const answer = await users.ask(
    people.raices.carla,
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { id fullName } } }',
    {
      of: [...keys, ...keys, ...keys].map((key) => ({ __typename: 'User', id: userIdOf('raices', key) })),
    },
  );
  const expected = keys.map((key) => ({ id: userIdOf('raices', key), fullName: personOf('raices', key).fullName }));
  expect(answer).toEqual({ data: { _entities: [...expected, ...expected, ...expected] }, errors: [] });
});
