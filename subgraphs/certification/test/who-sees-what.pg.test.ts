import { PERSONAS, type Persona, type Principal, seedId, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STAFF } from '../src/domain/visibility.ts';
import { type CaseView, type Certification, fieldOf, openCertification } from './open-certification.ts';

const { alice } = people.raices;
const { diego, elena, fabian } = people.solaris;
const USER_PERSONAS = PERSONAS.filter((persona) => persona !== 'service') as Exclude<Persona, 'service'>[];
/** The case is of the academy itself, where a centre's admin stands of whom nobody told otherwise. */
const isShown = (persona: Persona) => (STAFF as readonly Persona[]).includes(persona) || persona === 'centre_admin';

let academy: Certification;
let hers: CaseView;
let enrollmentId: string;
beforeAll(async () => {
  academy = await openCertification();
  ({ enrollmentId } = await academy.completes(alice));
  await academy.completes(diego);
  await academy.island.runDueJobs();
  hers = (await academy.caseOf(alice, enrollmentId)) as CaseView;
});
afterAll(() => academy.close());

const ONE = 'query ($id: ID!) { certification(id: $id) { id } }';
const LIST = '{ certifications { edges { node { id } } } }';
const ENTITIES = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename
  ... on Certification { id status } ... on Certificate { id folio verificationCode }
  ... on User { certifications { edges { node { id } } } } ... on Enrollment { certification { id } } } }`;

async function asks(viewer: Principal, query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await academy.island.ask(viewer, query, variables);
  return { data, codes: errors.map((error) => error.code), messages: errors.map((error) => error.message) };
}

async function resolves(viewer: Principal, ...representations: Record<string, unknown>[]) {
  const answer = await asks(viewer, ENTITIES, { r: representations });
  return { found: answer.data?.['_entities'] as unknown[], codes: answer.codes };
}

/** Somebody of raices who is not the candidate, under each persona. */
const other = (persona: Exclude<Persona, 'service'>) => person('raices', 'otra', persona);

describe.each(USER_PERSONAS.map((persona) => ({ persona, sees: isShown(persona) })))(
  'somebody else as $persona (sees: $sees)',
  ({ persona, sees }) => {
    test('finds the certification, or no certification', async () => {
      const answer = await asks(other(persona), ONE, { id: hers.id });
      expect(answer).toMatchObject(
        sees ? { data: { certification: { id: hers.id } }, codes: [] } : { data: { certification: null }, codes: ['NOT_FOUND'] },
      );
    });

    test('finds it in the list, or an empty list', async () => {
      const answer = await asks(other(persona), LIST);
      expect(answer).toEqual({
        data: { certifications: { edges: sees ? [{ node: { id: hers.id } }] : [] } },
        codes: [],
        messages: [],
      });
    });

    test('reaches it as an entity, or nothing that tells it exists', async () => {
      const { found } = await resolves(
        other(persona),
        { __typename: 'Certification', id: hers.id },
        { __typename: 'Certificate', id: hers.certificate?.id },
      );
      expect(found.map((entity) => entity !== null)).toEqual([sees, sees]);
    });

    test('reaches it from the person and from the enrolment, or not', async () => {
      const { found, codes } = await resolves(
        other(persona),
        { __typename: 'User', id: alice.userId },
        { __typename: 'Enrollment', id: enrollmentId },
      );
      expect(found).toEqual([
        { __typename: 'User', certifications: sees ? { edges: [{ node: { id: hers.id } }] } : null },
        { __typename: 'Enrollment', certification: sees ? { id: hers.id } : null },
      ]);
      expect(codes).toEqual(sees ? [] : ['FORBIDDEN']);
    });

    test('may request, propose and confirm as the matrix says', async () => {
      const input = {
        enrollmentId: newId(),
        certificationId: newId(),
        revocationId: newId(),
        reason: 'Queja',
        idempotencyKey: 'k',
      };
      const { enrollmentId: e, certificationId: c, revocationId: r, reason, idempotencyKey } = input;
      const request = await asks(
        other(persona),
        'mutation ($i: CertificationRequestInput!) { certificationRequest(input: $i) { __typename } }',
        { i: { enrollmentId: e, idempotencyKey } },
      );
      const propose = await asks(
        other(persona),
        'mutation ($i: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $i) { __typename } }',
        {
          i: { certificationId: c, reason, idempotencyKey },
        },
      );
      const confirm = await asks(
        other(persona),
        'mutation ($i: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $i) { __typename } }',
        {
          i: { revocationId: r, idempotencyKey },
        },
      );
      const mayRevoke = persona === 'certifier' || persona === 'admin';
      expect(request.codes).toEqual(persona === 'learner' ? [] : ['FORBIDDEN']);
      expect([propose.codes, confirm.codes]).toEqual(mayRevoke ? [[], []] : [['FORBIDDEN'], ['FORBIDDEN']]);
    });
  },
);

describe('the candidate', () => {
  test('sees her own certification, certificate and code everywhere', async () => {
    expect((await asks(alice, ONE, { id: hers.id })).data).toEqual({ certification: { id: hers.id } });
    expect((await asks(alice, LIST)).data).toEqual({ certifications: { edges: [{ node: { id: hers.id } }] } });
    const { found } = await resolves(
      alice,
      { __typename: 'Certificate', id: hers.certificate?.id },
      { __typename: 'User', id: alice.userId },
      { __typename: 'Enrollment', id: enrollmentId },
    );
    expect(found).toMatchObject([
      { folio: hers.folio, verificationCode: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/) },
      { certifications: { edges: [{ node: { id: hers.id } }] } },
      { certification: { id: hers.id } },
    ]);
  });

  test('reaches the fields of other islands by their ids', async () => {
    const query = `query ($id: ID!) { certification(id: $id) { candidate { id } course { id } enrollment { id }
      certificate { status holder { id } course { id } issuedAt revokedAt } openedAt changedAt standardCode } }`;
    expect((await asks(alice, query, { id: hers.id })).data?.['certification']).toMatchObject({
      candidate: { id: alice.userId },
      enrollment: { id: enrollmentId },
      certificate: { status: 'ISSUED', holder: { id: alice.userId }, issuedAt: '2026-03-02T16:00:00.000Z', revokedAt: null },
      openedAt: '2026-03-02T16:00:00.000Z',
      standardCode: 'EC0586.01',
    });
  });
});

describe('neither a visitor nor a process', () => {
  test.each([
    ['visitor', visitor('raices')],
    ['process without the scope for it', worker('raices', 'conocer-worker', ['profile.read', 'progress.read', 'curp.reveal'])],
  ])('%s sees any certification', async (_name, viewer) => {
    expect((await asks(viewer, ONE, { id: hers.id })).codes).toEqual(['FORBIDDEN']);
    expect((await asks(viewer, LIST)).codes).toEqual(['FORBIDDEN']);
    const { found } = await resolves(
      viewer,
      { __typename: 'Certification', id: hers.id },
      { __typename: 'Certificate', id: hers.certificate?.id },
      { __typename: 'User', id: alice.userId },
      { __typename: 'Enrollment', id: enrollmentId },
    );
    expect(found).toEqual([
      null,
      null,
      { __typename: 'User', certifications: null },
      { __typename: 'Enrollment', certification: null },
    ]);
  });
});

describe('a process with certification.read', () => {
  const reader = worker('raices', 'api-key:x', ['certification.read']);

  test('sees every certification of its tenant', async () => {
    expect(await asks(reader, ONE, { id: hers.id })).toMatchObject({ data: { certification: { id: hers.id } }, codes: [] });
    expect((await asks(reader, LIST)).data).toEqual({ certifications: { edges: [{ node: { id: hers.id } }] } });
    const { found } = await resolves(
      reader,
      { __typename: 'Certification', id: hers.id },
      { __typename: 'Enrollment', id: enrollmentId },
    );
    expect(found).toMatchObject([{ id: hers.id }, { certification: { id: hers.id } }]);
  });

  test('sees none of another tenant', async () => {
    const foreign = worker('solaris', 'api-key:x', ['certification.read']);
    expect((await asks(foreign, ONE, { id: hers.id })).codes).toEqual(['NOT_FOUND']);
    expect(JSON.stringify((await asks(foreign, LIST)).data)).not.toContain(hers.id);
    const { found } = await resolves(foreign, { __typename: 'Certification', id: hers.id });
    expect(found).toEqual([null]);
  });

  test('requests, proposes and confirms nothing', async () => {
    for (const mutation of [
      `certificationRequest(input: { enrollmentId: "${enrollmentId}", idempotencyKey: "k" })`,
      `certificationRevocationPropose(input: { certificationId: "${hers.id}", reason: "Porque sí", idempotencyKey: "k" })`,
      `certificationRevocationConfirm(input: { revocationId: "${hers.id}", idempotencyKey: "k" })`,
    ]) {
      expect((await asks(reader, `mutation { ${mutation} { __typename } }`)).codes).toEqual(['FORBIDDEN']);
    }
  });
});

describe('another tenant', () => {
  const everybody: [string, UserPrincipal][] = [
    ['learner', diego],
    ['evaluator', elena],
    ['admin', fabian],
    ['auditor', person('solaris', 'aura', 'auditor')],
  ];

  test.each(everybody)('gets the answer for what does not exist, as %s', async (_name, viewer) => {
    const foreign = await asks(viewer, ONE, { id: hers.id });
    expect(foreign.codes).toEqual(['NOT_FOUND']);
    expect(await asks(viewer, ONE, { id: newId() })).toEqual(foreign);
    expect(await asks(viewer, ONE, { id: 'not-an-id' })).toEqual(foreign);
    expect(JSON.stringify((await asks(viewer, LIST)).data)).not.toContain(hers.id);
    const { found } = await resolves(
      viewer,
      { __typename: 'Certification', id: hers.id },
      { __typename: 'Certificate', id: hers.certificate?.id },
      { __typename: 'Enrollment', id: enrollmentId },
    );
    expect(found).toEqual([null, null, { __typename: 'Enrollment', certification: null }]);
    expect(JSON.stringify(await resolves(viewer, { __typename: 'User', id: alice.userId }))).not.toContain(hers.id);
  });

  test('cannot verify, request, propose or confirm here', async () => {
    const camilo = person('solaris', 'camilo', 'certifier');
    expect(
      (await asks(visitor('solaris'), 'query ($c: String!) { certificateVerification(code: $c) { folio } }', { c: hers.folio }))
        .data,
    ).toEqual({ certificateVerification: null });
    const requested = await asks(
      diego,
      'mutation ($i: CertificationRequestInput!) { certificationRequest(input: $i) { __typename } }',
      { i: { enrollmentId, idempotencyKey: 'k' } },
    );
    expect(requested.data).toEqual({ certificationRequest: { __typename: 'NotFoundError' } });
    const proposed = await asks(
      camilo,
      'mutation ($i: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $i) { __typename } }',
      {
        i: { certificationId: hers.id, reason: 'Queja', idempotencyKey: 'k' },
      },
    );
    expect(proposed.data).toEqual({ certificationRevocationPropose: { __typename: 'NotFoundError' } });
    const here = await asks(
      person('raices', 'cora', 'certifier'),
      `mutation ($i: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $i) {
      ... on CertificationRevocationProposeSuccess { revocation { id } } } }`,
      { i: { certificationId: hers.id, reason: 'Queja', idempotencyKey: 'k' } },
    );
    const { revocation } = fieldOf<{ revocation: { id: string } }>(here, 'certificationRevocationPropose');
    const confirmed = await asks(
      camilo,
      'mutation ($i: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $i) { __typename } }',
      {
        i: { revocationId: revocation.id, idempotencyKey: 'k' },
      },
    );
    expect(confirmed.data).toEqual({ certificationRevocationConfirm: { __typename: 'NotFoundError' } });
  });
});

describe('a representation', () => {
  test('does not even tell a stranger that the thing exists', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    const r = [
      { __typename: 'Certification', id: hers.id },
      { __typename: 'Certificate', id: hers.certificate?.id },
    ];
    for (const stranger of [other('learner'), other('instructor'), visitor('raices'), fabian]) {
      expect(await asks(stranger, query, { r })).toEqual({ data: { _entities: [null, null] }, codes: [], messages: [] });
    }
    expect((await asks(other('certifier'), query, { r })).data).toEqual({
      _entities: [{ __typename: 'Certification' }, { __typename: 'Certificate' }],
    });
  });

  test('with keys that were made up is read by its id alone', async () => {
    const { found } = await resolves(diego, {
      __typename: 'Certification',
      id: hers.id,
      candidateId: diego.userId,
      tenantId: diego.tenantId,
    });
    expect(found).toEqual([null]);
    const own = await resolves(alice, { __typename: 'Certification', id: hers.id, status: 'ISSUED', candidateId: diego.userId });
    expect(own.found).toEqual([{ __typename: 'Certification', id: hers.id, status: 'SUBMISSION_PREPARED' }]);
  });

  test.each(['Certification', 'Certificate', 'User', 'Enrollment', 'Course'])(
    'of %s without an id of ours is nothing',
    async (type) => {
      const { found } = await resolves(
        person('raices', 'carla', 'admin'),
        { __typename: type, id: "1' or '1'='1" },
        { __typename: type, id: seedId('x').toUpperCase() },
      );
      expect(found).toEqual([null, null]);
    },
  );
});
