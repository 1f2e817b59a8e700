import {
  caseAssigned,
  caseUnassigned,
  certificationStatusChanged,
  enrollmentMentorSet,
  personaGranted,
} from '@academy/contracts';
import { PERSONAS, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberChanges } from '../src/store/positions.ts';
import { assigning } from './assigning.ts';
import { type Certification, fieldOf, newLearner, openCertification } from './open-certification.ts';

const { bruno, carla } = people.raices;
const { tenantId: raices } = carla;
const celia = person('raices', 'celia', 'certifier');
const noe = person('raices', 'noe', 'centre_admin');
const violeta = person('raices', 'violeta', 'verifier');
const aurelio = person('raices', 'aurelio', 'auditor');
const ines = person('raices', 'ines', 'evaluator');

let academy: Certification;
let office: ReturnType<typeof assigning>;
beforeAll(async () => {
  academy = await openCertification();
  office = assigning(academy.island);
  for (const [who, persona] of [
    [bruno, 'evaluator'],
    [violeta, 'verifier'],
    [aurelio, 'auditor'],
    [ines, 'evaluator'],
  ] as const)
    await office.grants(who, persona);
});
afterAll(() => academy.close());

/** Which of the ways to a case lead the viewer to it. */
async function ways(viewer: UserPrincipal, certificationId: string, candidate: UserPrincipal) {
  const query = `query ($id: ID!, $r: [_Any!]!) { certification(id: $id) { id } certifications(first: 100) { edges { node { id } } }
    _entities(representations: $r) { __typename ... on Certification { id certificate { id } } ... on User { certifications { edges { node { id } } } } } }`;
  const r = [
    { __typename: 'Certification', id: certificationId },
    { __typename: 'User', id: candidate.userId },
  ];
  const { data } = await academy.island.ask(viewer, query, { id: certificationId, r });
  const edges = (list: unknown) => (list as { edges: { node: { id: string } }[] } | null)?.edges.map(({ node }) => node.id) ?? [];
  const [entity, user] = (data?.['_entities'] ?? []) as ({ certifications?: unknown } | null)[];
  return {
    byId: (data?.['certification'] ?? null) !== null,
    inList: edges(data?.['certifications']).includes(certificationId),
    inLog: await isInLog(viewer, certificationId),
    asEntity: (entity ?? null) !== null,
    ofPerson: edges(user?.certifications).includes(certificationId),
  };
}

/** Whether the tenant's log, as the viewer reads it page by page, names the case. */
async function isInLog(viewer: UserPrincipal, certificationId: string): Promise<boolean> {
  const query = `query ($after: Int!) { certificationChanges(afterPosition: $after, first: 100) { changes { position certificationId } } }`;
  for (let after = 0; ; ) {
    const { data } = await academy.island.ask(viewer, query, { after });
    const page = data?.['certificationChanges'] as { changes: { position: number; certificationId: string | null }[] } | null;
    if (page?.changes.some((change) => change.certificationId === certificationId) === true) return true;
    const last = page?.changes.at(-1);
    if (last === undefined) return false;
    after = last.position;
  }
}

const ALL = { byId: true, inList: true, inLog: true, asEntity: true, ofPerson: true };
const NONE = { byId: false, inList: false, inLog: false, asEntity: false, ofPerson: false };

async function numbered(): Promise<void> {
  const events = await academy.island.emitted(raices, certificationStatusChanged);
  await academy.island.resources.relayDatabase.inTenant(raices, 'write', (tx) => numberChanges(tx, events));
}

describe.each([
  ['EVALUATOR', bruno],
  ['VERIFIER', violeta],
  ['AUDITOR', aurelio],
] as const)('who is assigned as %s', (duty, who) => {
  test('sees the case on every way as long as she is, and no other case', async () => {
    const [lucia, marta] = [newLearner(), newLearner()];
    const [hers, another] = [await academy.submittedCase(lucia), await academy.submittedCase(marta)];
    await numbered();
    expect(await ways(who, hers, lucia)).toEqual(NONE);
    const { id } = await office.assigned(hers, who, duty);
    expect(await ways(who, hers, lucia)).toEqual(ALL);
    expect(await ways(who, another, marta)).toEqual(NONE);
    expect(await office.unassigns(carla, id)).toMatchObject({ __typename: 'CaseUnassignSuccess' });
    expect(await ways(who, hers, lucia)).toEqual(NONE);
  });

  test('sees it under that persona alone', async () => {
    const lucia = newLearner();
    const hers = await academy.submittedCase(lucia);
    await numbered();
    await office.assigned(hers, who, duty);
    for (const persona of ['evaluator', 'verifier', 'auditor', 'learner', 'mentor'] as const)
      if (persona !== who.persona) expect(await ways({ ...who, persona }, hers, lucia)).toEqual(NONE);
  });

  test('sees none of another tenant, should ids be the same', async () => {
    const lucia = newLearner();
    const hers = await academy.submittedCase(lucia);
    await office.assigned(hers, who, duty);
    expect(await ways({ ...who, tenantId: people.solaris.diego.tenantId }, hers, lucia)).toEqual(NONE);
  });
});

test('of a case that follows another, the other is shown to whoever may see that one too', async () => {
  const lucia = newLearner();
  const [first, second] = [await academy.submittedCase(lucia), await academy.submittedCase(newLearner())];
  await academy.island.inTenant(raices, (tx) =>
    tx.execute(`update certifications set retry_of = '${first}' where id = '${second}'`),
  );
  await office.assigned(second, violeta, 'VERIFIER');
  const seen = async (viewer: UserPrincipal) => {
    const query = 'query ($id: ID!) { certification(id: $id) { followsAs follows { id } } }';
    return (await academy.island.ask(viewer, query, { id: second })).data?.['certification'];
  };
  expect(await seen(celia)).toEqual({ followsAs: 'RETRY', follows: { id: first } });
  expect(await seen(violeta)).toEqual({ followsAs: 'RETRY', follows: null });
  await office.assigned(first, violeta, 'VERIFIER');
  expect(await seen(violeta)).toEqual({ followsAs: 'RETRY', follows: { id: first } });
});

test('of all changes an evaluator is told the number of each and nothing else of those that are not hers', async () => {
  const hers = await academy.submittedCase(newLearner());
  await numbered();
  await office.assigned(hers, bruno, 'EVALUATOR');
  const query = `{ certificationChanges(afterPosition: 0, first: 100) { position changes {
    position seq previousStatus status hold occurredAt certificationId candidateId courseId standardCode } } }`;
  const answer = await academy.island.ask(bruno, query);
  expect(answer.errors).toEqual([]);
  const { changes } = fieldOf<{ changes: Record<string, unknown>[] }>(answer, 'certificationChanges');
  expect(changes.map(({ position }) => position)).toEqual(changes.map((_, index) => index + 1));
  const hidden = changes.filter(({ certificationId }) => certificationId === null);
  expect(hidden.length).toBeGreaterThan(0);
  for (const { position: _position, occurredAt: _occurredAt, ...rest } of hidden)
    expect(Object.values(rest)).toEqual([null, null, null, null, null, null, null, null]);
});

describe('assigning', () => {
  test('is told to the other islands by ids, and is on record with who did it', async () => {
    const lucia = newLearner();
    const certificationId = await academy.submittedCase(lucia);
    const { id: assignmentId } = await office.assigned(certificationId, bruno, 'EVALUATOR');
    await office.unassigns(celia, assignmentId);
    const data = { assignmentId, certificationId, candidateId: lucia.userId, personId: bruno.userId, duty: 'EVALUATOR' };
    const of = <T extends { subject: string }>(events: T[]) => events.filter(({ subject }) => subject === certificationId);
    expect(of(await academy.island.emitted(raices, caseAssigned))).toMatchObject([{ data: { ...data, version: 1 } }]);
    expect(of(await academy.island.emitted(raices, caseUnassigned))).toMatchObject([{ data: { ...data, version: 2 } }]);
    const log = await academy.island.ask(
      carla,
      `query ($f: AuditFilter) { certificationAuditLog(filter: $f) { edges { node { action actorId why } } } }`,
      { f: { subjectId: certificationId } },
    );
    expect(fieldOf<{ edges: { node: unknown }[] }>(log, 'certificationAuditLog').edges.map(({ node }) => node)).toEqual([
      { action: 'case.unassign', actorId: celia.userId, why: 'Se fue' },
      { action: 'case.assign', actorId: carla.userId, why: null },
    ]);
  });

  test('is listed on the case, ended assignments too, newest first, to whoever sees the case', async () => {
    const lucia = newLearner();
    const certificationId = await academy.submittedCase(lucia);
    const first = await office.assigned(certificationId, bruno, 'EVALUATOR');
    await office.unassigns(carla, first.id);
    academy.island.clock.advance(1_000);
    const second = await office.assigned(certificationId, violeta, 'VERIFIER');
    const query = `query ($id: ID!, $after: String) { certification(id: $id) { assignments(first: 1, after: $after) {
      edges { node { id duty person { id } assignedBy { id } endedAt } } pageInfo { hasNextPage endCursor } } } }`;
    type Page = { assignments: { edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const page = async (viewer: UserPrincipal, after?: string) =>
      fieldOf<Page>(await academy.island.ask(viewer, query, { id: certificationId, after }), 'certification').assignments;
    const newest = await page(lucia);
    expect(newest.edges).toMatchObject([
      {
        node: {
          id: second.id,
          duty: 'VERIFIER',
          person: { id: violeta.userId },
          assignedBy: { id: carla.userId },
          endedAt: null,
        },
      },
    ]);
    expect(newest.pageInfo.hasNextPage).toBe(true);
    const rest = await page(violeta, newest.pageInfo.endCursor);
    expect(rest.edges).toMatchObject([{ node: { id: first.id, endedAt: expect.stringMatching(/Z$/) } }]);
    expect((await academy.island.ask(bruno, query, { id: certificationId })).data).toEqual({ certification: null });
  });

  test('happens once for one key, and another input under it is refused', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const [first, again] = [
      await office.assigns(carla, certificationId, bruno, 'EVALUATOR', 'same'),
      await office.assigns(carla, certificationId, bruno, 'EVALUATOR', 'same'),
    ];
    expect(first.__typename).toBe('CaseAssignSuccess');
    expect(again).toEqual(first);
    expect(await office.assigns(carla, certificationId, violeta, 'VERIFIER', 'same')).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    const ended = await office.unassigns(carla, first.assignment?.id, 'same');
    expect(ended.__typename).toBe('CaseUnassignSuccess');
    expect(await office.unassigns(carla, first.assignment?.id, 'same')).toEqual(ended);
    expect(await office.unassigns(carla, first.assignment?.id)).toMatchObject({ code: 'INVALID_STATE' });
  });

  const others = PERSONAS.filter((one) => !['service', 'centre_admin', 'certifier', 'admin'].includes(one));
  test.each(others)('is refused to the persona %s', async (persona) => {
    const actor = person('raices', 'otra', persona as Exclude<typeof persona, 'service'>);
    expect((await office.assigns(actor, newId(), bruno, 'EVALUATOR')).errorCodes).toEqual(['FORBIDDEN']);
    expect((await office.unassigns(actor, newId())).errorCodes).toEqual(['FORBIDDEN']);
  });

  test('is for a centre admin as far as evaluators go, for a certifier verifiers too, for an admin auditors', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const outcomes = async (actor: UserPrincipal) => {
      const answers: [string, string | undefined][] = [];
      for (const [who, duty] of [
        [bruno, 'EVALUATOR'],
        [violeta, 'VERIFIER'],
        [aurelio, 'AUDITOR'],
      ] as const) {
        const answer = await office.assigns(actor, certificationId, who, duty);
        const ends = await office.unassigns(actor, answer.assignment?.id ?? newId());
        answers.push([answer.code ?? answer.__typename, ends.code]);
      }
      return answers.map(([answer]) => answer);
    };
    expect(await outcomes(noe)).toEqual(['CaseAssignSuccess', 'INVALID_STATE', 'INVALID_STATE']);
    expect(await outcomes(celia)).toEqual(['CaseAssignSuccess', 'CaseAssignSuccess', 'INVALID_STATE']);
    expect(await outcomes(carla)).toEqual(['CaseAssignSuccess', 'CaseAssignSuccess', 'CaseAssignSuccess']);
    const audit = await office.assigned(certificationId, aurelio, 'AUDITOR');
    expect(await office.unassigns(celia, audit.id)).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('is refused for another tenant’s case and for ids of nothing, all alike', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const { id } = await office.assigned(certificationId, bruno, 'EVALUATOR');
    const { fabian, elena } = people.solaris;
    await office.grants(elena, 'evaluator');
    const foreign = await office.assigns(fabian, certificationId, elena, 'EVALUATOR');
    expect(foreign.code).toBe('NOT_FOUND');
    for (const other of [newId(), 'no id']) expect(await office.assigns(fabian, other, elena, 'EVALUATOR')).toEqual(foreign);
    const ending = await office.unassigns(fabian, id);
    expect(ending.code).toBe('NOT_FOUND');
    for (const other of [newId(), 'no id']) expect(await office.unassigns(fabian, other)).toEqual(ending);
    expect(await office.unassigns(carla, id)).toMatchObject({ __typename: 'CaseUnassignSuccess' });
  });

  test('needs a person of the tenant who holds the persona, other than who assigns', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const nobody = { ...bruno, userId: newId() };
    expect(await office.assigns(carla, certificationId, nobody, 'EVALUATOR')).toMatchObject({ code: 'INVALID_STATE' });
    expect(await office.assigns(carla, certificationId, bruno, 'VERIFIER')).toMatchObject({ code: 'INVALID_STATE' });
    await office.grants(carla, 'evaluator');
    expect(await office.assigns(carla, certificationId, carla, 'EVALUATOR')).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('knows one evaluator a case, and several verifiers', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const blanca = person('raices', 'blanca', 'evaluator');
    await office.grants(blanca, 'evaluator');
    await office.grants(blanca, 'verifier');
    await office.assigned(certificationId, bruno, 'EVALUATOR');
    expect(await office.assigns(carla, certificationId, blanca, 'EVALUATOR')).toMatchObject({ code: 'INVALID_STATE' });
    await office.assigned(certificationId, violeta, 'VERIFIER');
    await office.assigned(certificationId, blanca, 'VERIFIER');
    expect(await office.assigns(carla, certificationId, violeta, 'VERIFIER')).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('of two evaluators at the same moment lets one through', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const both = await Promise.all(
      [bruno, person('raices', 'blanca', 'evaluator')].map((who) => office.assigns(carla, certificationId, who, 'EVALUATOR')),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CaseAssignSuccess', 'InvalidStateError']);
  });

  test('of a case that is over is for auditors alone', async () => {
    const lucia = newLearner();
    const certificationId = await academy.submittedCase(lucia, { standardCode: null });
    expect(await office.assigns(carla, certificationId, bruno, 'EVALUATOR')).toMatchObject({ code: 'INVALID_STATE' });
    expect(await office.assigns(carla, certificationId, violeta, 'VERIFIER')).toMatchObject({ code: 'INVALID_STATE' });
    await office.assigned(certificationId, aurelio, 'AUDITOR');
  });
});

describe('separation of duties', () => {
  const conflict = { __typename: 'DutyConflictError', code: 'DUTY_CONFLICT' };

  test('keeps the instructor of the candidate from evaluating, verifying and auditing her', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    for (const persona of ['verifier', 'auditor']) await office.grants(ines, persona);
    for (const duty of ['EVALUATOR', 'VERIFIER', 'AUDITOR'] as const)
      expect(await office.assigns(carla, certificationId, ines, duty)).toMatchObject(conflict);
  });

  test('keeps whoever was her mentor from it, also after another took over', async () => {
    const lucia = newLearner();
    const { enrollmentId } = await academy.completes(lucia);
    await academy.island.runDueJobs();
    const certificationId = (await academy.caseOf(lucia, enrollmentId))?.id ?? '';
    const tell = (mentorId: string | null, version: number) =>
      academy.island.deliver(enrollmentMentorSet, {
        tenantId: raices,
        subject: enrollmentId,
        data: { enrollmentId, courseId: newId(), learnerId: lucia.userId, mentorId, standardCode: 'EC0586.01', version },
      });
    await tell(bruno.userId, 1);
    await tell(userIdOf('raices', 'mateo'), 2);
    await tell(null, 3);
    expect(await office.assigns(carla, certificationId, bruno, 'EVALUATOR')).toMatchObject(conflict);
  });

  test('keeps the candidate from her own case', async () => {
    const lucia = newLearner();
    const certificationId = await academy.submittedCase(lucia);
    await office.grants(lucia, 'auditor');
    expect(await office.assigns(carla, certificationId, lucia, 'AUDITOR')).toMatchObject(conflict);
  });

  test('keeps apart who evaluates, verifies and audits one case, and lets who was assigned by mistake have another duty', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    for (const persona of ['verifier', 'auditor']) await office.grants(bruno, persona);
    const { id } = await office.assigned(certificationId, bruno, 'EVALUATOR');
    for (const duty of ['VERIFIER', 'AUDITOR'] as const)
      expect(await office.assigns(carla, certificationId, bruno, duty)).toMatchObject(conflict);
    await office.unassigns(carla, id);
    await office.assigned(certificationId, bruno, 'VERIFIER');
    expect(await office.assigns(carla, certificationId, bruno, 'EVALUATOR')).toMatchObject(conflict);
  });

  test('remembers for good who had the evaluation while the case was judged', async () => {
    const lucia = newLearner();
    const { enrollmentId } = await academy.completes(lucia);
    const certificationId = (await academy.caseOf(lucia, enrollmentId))?.id ?? '';
    const blanca = person('raices', 'blanca', 'evaluator');
    await office.grants(blanca, 'verifier');
    const { id } = await office.assigned(certificationId, blanca, 'EVALUATOR');
    academy.island.clock.advance(1_000);
    await academy.island.runDueJobs();
    expect(await academy.sees(carla, certificationId)).toMatchObject({ status: 'SUBMISSION_PREPARED' });
    await office.unassigns(carla, id);
    expect(await office.assigns(carla, certificationId, blanca, 'VERIFIER')).toMatchObject(conflict);
  });
});

describe('a persona that is taken', () => {
  test('ends what was assigned under it, and granting it again brings nothing back', async () => {
    const lucia = newLearner();
    const certificationId = await academy.submittedCase(lucia);
    await numbered();
    const vera = person('raices', 'vera', 'verifier');
    const { id } = await office.assigned(certificationId, vera, 'VERIFIER');
    academy.island.clock.advance(1_000);
    await office.takes(vera, 'verifier');
    expect(await ways(vera, certificationId, lucia)).toEqual(NONE);
    const told = await academy.island.emitted(raices, caseUnassigned);
    expect(told.filter(({ data }) => data.assignmentId === id)).toMatchObject([{ data: { version: 2 } }]);
    expect(await office.assigns(carla, certificationId, vera, 'VERIFIER')).toMatchObject({ code: 'INVALID_STATE' });
    academy.island.clock.advance(1_000);
    await office.grants(vera, 'verifier');
    expect(await ways(vera, certificationId, lucia)).toEqual(NONE);
    await office.assigned(certificationId, vera, 'VERIFIER');
    expect(await ways(vera, certificationId, lucia)).toEqual(ALL);
  });

  test('is not given back by older news that comes late', async () => {
    const certificationId = await academy.submittedCase(newLearner());
    const vito = person('raices', 'vito', 'verifier');
    const before = academy.island.clock.now();
    academy.island.clock.advance(1_000);
    await office.takes(vito, 'verifier');
    await academy.island.deliver(personaGranted, {
      tenantId: raices,
      subject: vito.userId,
      occurredAt: before,
      data: { userId: vito.userId, persona: 'verifier' },
    });
    expect(await office.assigns(carla, certificationId, vito, 'VERIFIER')).toMatchObject({ code: 'INVALID_STATE' });
  });
});
