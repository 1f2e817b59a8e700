import { certificateRevoked } from '@academy/contracts';
import { newId } from '@academy/platform/ids';
import { person, visitor } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CaseView, type Certification, newLearner, openCertification } from './open-certification.ts';

const camilo = person('raices', 'camilo', 'certifier');
const clara = person('raices', 'clara', 'certifier');
const carla = person('raices', 'carla', 'admin');

let academy: Certification;
let seen: CaseView;
let alice = newLearner();
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());
beforeEach(async () => {
  alice = newLearner();
  seen = await academy.sees(alice, await academy.submittedCase(alice));
});

async function verifies(code: string, viewer = visitor('raices')) {
  const answer = await academy.island.ask(
    viewer,
    `query ($code: String!) { certificateVerification(code: $code) {
      folio status isValid courseTitle standardCode holderInitials issuedAt revokedAt officialFolio } }`,
    { code },
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.['certificateVerification'];
}

type Revoking = {
  __typename: string;
  message?: string;
  field?: string;
  revocation?: {
    id: string;
    reason: string;
    certificate: { id: string; status: string };
    proposedBy: { id: string } | null;
    confirmedBy: { id: string } | null;
  };
};
const FIELDS =
  '__typename revocation { id reason proposedAt confirmedAt certificate { id status revokedAt } proposedBy { id } confirmedBy { id } }';
const ERROR = '... on UserError { message code } ... on InvalidInputError { field }';

async function propose(viewer: typeof camilo, more: Record<string, unknown> = {}): Promise<Revoking> {
  const answer = await academy.island.ask(
    viewer,
    `mutation ($input: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $input) { __typename
      ... on CertificationRevocationProposeSuccess { ${FIELDS} } ${ERROR} } }`,
    { input: { certificationId: seen.id, reason: 'Queja fundada', idempotencyKey: newId(), ...more } },
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.['certificationRevocationPropose'] as Revoking;
}

async function confirm(viewer: typeof camilo, revocationId: string, idempotencyKey = newId()): Promise<Revoking> {
  const answer = await academy.island.ask(
    viewer,
    `mutation ($input: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $input) { __typename
      ... on CertificationRevocationConfirmSuccess { ${FIELDS} } ${ERROR} } }`,
    { input: { revocationId, idempotencyKey } },
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.['certificationRevocationConfirm'] as Revoking;
}

async function revocationsTold() {
  return (await academy.island.emitted(alice.tenantId, certificateRevoked)).filter((event) => event.subject === seen.id);
}

describe('verification', () => {
  test('tells anybody what a valid certificate says, and no more of its holder than initials', async () => {
    const found = await verifies(seen.certificate?.verificationCode ?? '');
    expect(found).toEqual({
      folio: seen.folio,
      status: 'ISSUED',
      isValid: true,
      courseTitle: 'Instalación fotovoltaica',
      standardCode: 'EC0586.01',
      holderInitials: 'A. N. C.',
      issuedAt: '2026-03-02T16:00:00.000Z',
      revokedAt: null,
      officialFolio: null,
    });
    expect(await verifies(seen.folio ?? '')).toEqual(found);
  });

  test('takes a code however it was typed', async () => {
    const code = seen.certificate?.verificationCode ?? '';
    const found = await verifies(code);
    expect(found).not.toBeNull();
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('-', '–'),
    ]) {
      expect(await verifies(typed)).toEqual(found);
    }
    expect(await verifies((seen.folio ?? '').replace('MA', 'má'))).toEqual(found);
  });

  test('shows the official folio once CONOCER has issued it', async () => {
    await academy.conocer(alice, seen.id).issued('D-0000001');
    expect(await verifies(seen.folio ?? '')).toMatchObject({ officialFolio: 'D-0000001', isValid: true });
  });

  test.each(['', ' ', '---', 'MA-26-000000-0', 'ñandú', '%', "' or true --", 'A'.repeat(10_000)])(
    'finds nothing for %j',
    async (code) => {
      expect(await verifies(code)).toBeNull();
    },
  );
});

describe('a revocation', () => {
  test('is proposed by one person and confirmed by another, takes effect at once and is told once', async () => {
    const proposed = await propose(camilo);
    expect(proposed).toMatchObject({
      revocation: {
        reason: 'Queja fundada',
        certificate: { status: 'ISSUED' },
        proposedBy: { id: camilo.userId },
        confirmedBy: null,
      },
    });
    expect(await verifies(seen.folio ?? '')).toMatchObject({ isValid: true });
    const confirmed = await confirm(carla, proposed.revocation?.id ?? '');
    expect(confirmed).toMatchObject({
      revocation: {
        certificate: { status: 'REVOKED', revokedAt: '2026-03-02T16:00:00.000Z' },
        confirmedBy: { id: carla.userId },
      },
    });
    expect(await verifies(seen.folio ?? '')).toMatchObject({
      isValid: false,
      status: 'REVOKED',
      revokedAt: '2026-03-02T16:00:00.000Z',
    });
    expect((await revocationsTold()).map((event) => event.data)).toMatchObject([{ folio: seen.folio, holderId: alice.userId }]);
    expect(await academy.sees(alice, seen.id)).toMatchObject({
      status: 'SUBMISSION_PREPARED',
      certificate: { status: 'REVOKED' },
    });
  });

  test('is not confirmed by who proposed it, under any persona', async () => {
    const { revocation } = await propose(camilo);
    const alone = await confirm(camilo, revocation?.id ?? '');
    expect(alone.__typename).toBe('SecondPersonRequiredError');
    const asAdmin = await confirm({ ...camilo, persona: 'admin' }, revocation?.id ?? '');
    expect(asAdmin.__typename).toBe('SecondPersonRequiredError');
    expect(await verifies(seen.folio ?? '')).toMatchObject({ isValid: true });
    expect(await revocationsTold()).toEqual([]);
  });

  test('that is sent twice under one key answers the same and happens once', async () => {
    const first = await propose(camilo, { idempotencyKey: 'same' });
    expect(await propose(camilo, { idempotencyKey: 'same' })).toEqual(first);
    expect(await propose(camilo, { idempotencyKey: 'same', reason: 'Otra razón' })).toMatchObject({
      __typename: 'ConflictError',
    });
    const id = first.revocation?.id ?? '';
    const [one, other] = await Promise.all([confirm(clara, id, 'yes'), confirm(clara, id, 'yes')]);
    expect(one).toEqual(other);
    expect(one.__typename).toBe('CertificationRevocationConfirmSuccess');
    expect(await revocationsTold()).toHaveLength(1);
  });

  test('is on record twice: who proposed it and why, and who confirmed it', async () => {
    const { revocation } = await propose(camilo, { idempotencyKey: 'recorded' });
    await propose(camilo, { idempotencyKey: 'recorded' });
    await confirm(clara, revocation?.id ?? '', 'recorded');
    const log = async (viewer: typeof camilo) => {
      const subjectId = revocation?.certificate.id;
      const { data, errors } = await academy.island.ask(
        viewer,
        'query ($f: AuditFilter) { certificationAuditLog(filter: $f) { edges { node { action actorId why } } } }',
        { f: { subjectId } },
      );
      return data?.['certificationAuditLog'] ?? errors.map(({ code }) => code);
    };
    const why = revocation?.reason;
    expect(await log(carla)).toEqual({
      edges: [
        { node: { action: 'revocation.confirm', actorId: clara.userId, why } },
        { node: { action: 'revocation.propose', actorId: camilo.userId, why } },
      ],
    });
    expect(await log(person('solaris', 'fabian', 'admin'))).toEqual({ edges: [] });
    for (const persona of ['learner', 'instructor', 'evaluator', 'verifier', 'centre_admin', 'analyst', 'employer'] as const) {
      expect(await log(person('raices', 'somebody', persona)), persona).toEqual(['FORBIDDEN']);
    }
  });

  test('is confirmed once, however many confirm at the same time', async () => {
    const { revocation } = await propose(camilo);
    const answers = await Promise.all([clara, carla, clara, carla].map((who) => confirm(who, revocation?.id ?? '')));
    expect(answers.map((answer) => answer.__typename).sort()).toEqual([
      'CertificationRevocationConfirmSuccess',
      'InvalidStateError',
      'InvalidStateError',
      'InvalidStateError',
    ]);
    expect(await revocationsTold()).toHaveLength(1);
  });

  test('is refused while another waits, and after the certificate was revoked', async () => {
    const { revocation } = await propose(camilo);
    expect(await propose(clara)).toMatchObject({
      __typename: 'InvalidStateError',
      message: expect.stringContaining('waits already'),
    });
    await confirm(clara, revocation?.id ?? '');
    expect(await propose(clara)).toMatchObject({ __typename: 'InvalidStateError', message: expect.stringContaining('REVOKED') });
  });

  test.each([
    [{ reason: 'ab' }, 'reason'],
    [{ reason: ` ${'x'.repeat(501)}` }, 'reason'],
    [{ idempotencyKey: '' }, 'idempotencyKey'],
    [{ idempotencyKey: 'x'.repeat(101) }, 'idempotencyKey'],
  ])('with %o is refused', async (more, field) => {
    expect(await propose(camilo, more)).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  test('of what is not there is not found', async () => {
    for (const certificationId of [newId(), 'not-an-id']) {
      expect(await propose(camilo, { certificationId })).toMatchObject({ __typename: 'NotFoundError' });
      expect(await confirm(camilo, certificationId)).toMatchObject({ __typename: 'NotFoundError' });
    }
  });
});
