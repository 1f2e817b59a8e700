import { createHash } from 'node:crypto';
import { auditLog } from '@academy/platform/audit';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHOLULA, celia, ciro, elsewhere, inesAsCertifier, type Lots, membersOf, noe, openLots, violeta } from './lots-kept.ts';
import { fieldOf, newLearner, path } from './open-certification.ts';

let lots: Lots;
beforeAll(async () => {
  lots = await openLots();
});
afterAll(() => lots.close());

const audited = async (subject: string) => {
  const entries = await lots.island.inTenant(celia.tenantId, (tx) => tx.select().from(auditLog));
  const its = entries.filter((entry) => entry.subject === subject).sort((a, b) => a.number - b.number);
  return its.map(({ action, actor }) => [action, actor]);
};

describe('internal verification', () => {
  test('is done by a certifier over the sealed root, once, on record', async () => {
    const { id, candidate } = await lots.delivered();
    const done = await lots.verifies(celia, id);
    expect(done).toMatchObject({ __typename: 'CertificationVerifySuccess', certification: { id, status: 'VERIFIED' } });
    expect(await lots.verifies(ciro, id), 'verified already').toMatchObject({ certification: { status: 'VERIFIED' } });
    expect(path(await lots.academy.sees(candidate, id)).slice(-2)).toEqual(['RESULTS_DELIVERED', 'VERIFIED']);
    expect(await audited(id)).toEqual([['certification.verify', celia.userId]]);
  });

  test('is refused over another portfolio than the one that was sealed', async () => {
    const { id } = await lots.delivered();
    const other = await lots.verifies(celia, id, { portfolioRoot: 'b'.repeat(64) });
    expect(other).toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining('what you looked at is not what was judged'),
    });
    expect(await lots.verifies(celia, id, { portfolioRoot: null })).toMatchObject({ code: 'INVALID_STATE' });
    expect(await lots.verifies(celia, id, { portfolioRoot: 'root' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'portfolioRoot',
    });
  });

  test('is done by a verifier where she is assigned, and by nobody who trained or evaluated the candidate', async () => {
    const { id } = await lots.delivered();
    expect(await lots.verifies(violeta, id), 'not assigned').toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.verifies(inesAsCertifier, id), 'taught the candidate').toMatchObject({ code: 'DUTY_CONFLICT' });
    const evaluator = person('raices', 'celia', 'evaluator');
    await lots.office.assigned(id, evaluator, 'EVALUATOR');
    expect(await lots.verifies(celia, id), 'evaluates the candidate').toMatchObject({ code: 'DUTY_CONFLICT' });
    await lots.office.assigned(id, violeta, 'VERIFIER');
    expect(await lots.verifies(violeta, id)).toMatchObject({ certification: { status: 'VERIFIED' } });
  });

  test('is nobody’s who acts in another’s name, of another persona or of another tenant', async () => {
    const { id, candidate } = await lots.delivered();
    const impersonated = { ...celia, impersonatorId: newId() };
    for (const actor of [impersonated, candidate, noe, people.raices.carla, people.raices.bruno])
      expect((await lots.verifies(actor, id)).codes).toEqual(['FORBIDDEN']);
    expect(await lots.verifies(elsewhere, id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('counts against who would evaluate the candidate later', async () => {
    const { id } = await lots.delivered();
    await lots.verifies(celia, id);
    const evaluator = person('raices', 'celia', 'evaluator');
    await lots.office.grants(evaluator, 'evaluator');
    const answer = await lots.office.assigns(people.raices.carla, id, evaluator, 'EVALUATOR');
    expect(answer).toMatchObject({ code: 'DUTY_CONFLICT', message: expect.stringContaining('verifies or ruled on') });
  });
});

describe('a lot', () => {
  test('takes verified cases of its standard and centre, all or none, and gives them back until it is closed', async () => {
    const [one, other] = await lots.verified(2);
    const [ids, lotId] = [[one?.id ?? '', other?.id ?? ''], (await lots.creates(celia)).lot?.id ?? ''];
    const unready = await lots.delivered();
    expect(await lots.adds(celia, lotId, [...ids, unready.id])).toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining(`${unready.id} is RESULTS_DELIVERED`),
    });
    const added = await lots.adds(celia, lotId, ids);
    expect(added.lot).toMatchObject({ size: 2, status: 'OPEN', standardCode: 'EC0325', centre: null, sampleSeed: null });
    expect(await lots.adds(celia, lotId, ids), 'again').toMatchObject({ lot: { size: 2 } });
    const without = await lots.removes(celia, lotId, ids[0] ?? '');
    expect(without.lot).toMatchObject({ size: 1 });
    expect((await lots.academy.sees(celia, ids[0] ?? '')).status).toBe('VERIFIED');
    await lots.closes(celia, lotId);
    expect(await lots.removes(celia, lotId, ids[1] ?? '')).toMatchObject({ code: 'INVALID_STATE' });
    expect(await lots.adds(celia, lotId, [ids[0] ?? ''])).toMatchObject({ code: 'INVALID_STATE' });
    expect(await audited(lotId)).toEqual(['create', 'add', 'remove', 'close'].map((act) => [`lot.${act}`, celia.userId]));
  });

  test('takes no case of another standard or another centre, and none twice', async () => {
    const lotId = (await lots.creates(celia)).lot?.id ?? '';
    const [stranger] = await lots.verified(1, { standardCode: 'EC0249' });
    expect(await lots.adds(celia, lotId, [stranger?.id ?? ''])).toMatchObject({
      message: expect.stringContaining('The lot is for EC0325'),
    });
    const [ofCentre] = await lots.verified(1, { centreId: CHOLULA });
    expect(await lots.adds(celia, lotId, [ofCentre?.id ?? ''])).toMatchObject({
      message: expect.stringContaining('another centre'),
    });
    const [mine] = await lots.verified(1);
    const second = (await lots.creates(celia)).lot?.id ?? '';
    await lots.adds(celia, second, [mine?.id ?? '']);
    expect(await lots.adds(celia, lotId, [mine?.id ?? ''])).toMatchObject({ message: expect.stringContaining('is IN_LOT') });
    expect(
      await lots.adds(
        celia,
        lotId,
        Array.from({ length: 101 }, () => newId()),
      ),
    ).toMatchObject({ field: 'certificationIds' });
    expect(await lots.closes(celia, lotId)).toMatchObject({ message: expect.stringContaining('Nothing is in the lot') });
  });

  test('of a centre is kept by its admin; those of others are not there for her', async () => {
    const [ofCentre] = await lots.verified(1, { centreId: CHOLULA });
    const [ofAcademy] = await lots.verified(1);
    const own = await lots.creates(noe);
    expect(own.lot).toMatchObject({ centre: { id: CHOLULA } });
    expect(await lots.creates(noe, { centreId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    const lotId = own.lot?.id ?? '';
    expect(await lots.adds(noe, lotId, [ofAcademy?.id ?? ''])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.adds(noe, lotId, [ofCentre?.id ?? ''])).toMatchObject({ lot: { size: 1 } });
    const others = (await lots.creates(celia)).lot?.id ?? '';
    expect(await lots.adds(noe, others, [ofCentre?.id ?? ''])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.closes(noe, others)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.closes(noe, lotId)).toMatchObject({ lot: { status: 'CLOSED', sampleSize: 1 } });
  });

  test('does once what comes twice under one key, and refuses another input under it', async () => {
    const idempotencyKey = newId();
    const [one, again] = [await lots.creates(celia, { idempotencyKey }), await lots.creates(celia, { idempotencyKey })];
    expect(again.lot?.id).toBe(one.lot?.id);
    expect(await lots.creates(celia, { idempotencyKey, standardCode: 'EC0249' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await lots.creates(celia, { standardCode: 'sol' })).toMatchObject({ code: 'INVALID_INPUT', field: 'standardCode' });
  });

  test('leaves out what was withdrawn when it is closed, and its sample is found again from the seed', async () => {
    const cases = await lots.verified(8);
    const lotId = (await lots.creates(celia)).lot?.id ?? '';
    const ids = cases.map(({ id }) => id).sort();
    await lots.adds(celia, lotId, ids);
    const gone = cases.find(({ id }) => id === ids[0]);
    await lots.does(ids[0] ?? '', celia.tenantId, ['withdraw']);
    const { lot } = await lots.closes(celia, lotId);
    expect(lot).toMatchObject({ size: 7, sampleSize: 5 });
    const sampled = membersOf(lot as NonNullable<typeof lot>).filter((member) => member.isSampled);
    const digest = (id: string) => createHash('sha256').update(`${lot?.sampleSeed}:${id}`).digest('hex');
    const expected = ids
      .filter((id) => id !== gone?.id)
      .sort((a, b) => (digest(a) < digest(b) ? -1 : 1))
      .slice(0, 5);
    expect(sampled.map(({ certification }) => certification?.id).sort()).toEqual(expected.sort());
  });

  test('two who add the same case at once to two lots: one has it', async () => {
    const [one] = await lots.verified(1);
    const ids = [one?.id ?? ''];
    const [a, b] = [(await lots.creates(celia)).lot?.id ?? '', (await lots.creates(ciro)).lot?.id ?? ''];
    const answers = await Promise.all([lots.adds(celia, a, ids), lots.adds(ciro, b, ids)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidStateError', 'LotAddSuccess']);
  });
});

describe('lots are seen', () => {
  const LIST = 'query ($f: LotFilter) { lots(first: 100, filter: $f) { edges { node { id } } } }';
  const seenBy = async (viewer: Parameters<Lots['island']['ask']>[0], lotId: string) => {
    const list = await lots.island.ask(viewer, LIST, {});
    const one = await lots.island.ask(viewer, 'query ($id: ID!) { lot(id: $id) { id } }', { id: lotId });
    const entity = await lots.island.ask(viewer, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
      r: [{ __typename: 'Lot', id: lotId }],
    });
    const edges = (list.data?.['lots'] as { edges: { node: { id: string } }[] } | null)?.edges ?? [];
    return [
      edges.some(({ node }) => node.id === lotId),
      (one.data?.['lot'] ?? null) !== null,
      fieldOf<unknown[]>(entity, '_entities')[0] !== null,
    ];
  };

  test('by certifiers, by the admin of their centre, by who is assigned to a case in them, and by nobody else', async () => {
    const [ofCentre] = await lots.verified(1, { centreId: CHOLULA });
    const id = ofCentre?.id ?? '';
    const lotId = (await lots.creates(noe)).lot?.id ?? '';
    await lots.adds(noe, lotId, [id]);
    const vera = person('raices', 'vera', 'verifier');
    const all = [true, true, true];
    const none = [false, false, false];
    expect(await seenBy(celia, lotId)).toEqual(all);
    expect(await seenBy(noe, lotId)).toEqual(all);
    expect(await seenBy(vera, lotId)).toEqual(none);
    await lots.office.assigned(id, vera, 'VERIFIER');
    expect(await seenBy(vera, lotId)).toEqual(all);
    expect(await seenBy(elsewhere, lotId)).toEqual(none);
    for (const viewer of [ofCentre?.candidate ?? newLearner(), people.raices.carla, people.raices.bruno])
      expect(await seenBy(viewer, lotId)).toEqual(none);
    const ofAcademy = (await lots.creates(celia)).lot?.id ?? '';
    expect(await seenBy(noe, ofAcademy)).toEqual(none);
  });

  test('with the cases in them that the viewer may see, and no others', async () => {
    const { cases, lotId } = await lots.closedLot(2);
    const [mine, other] = cases.map(({ id }) => id).sort();
    const vilma = person('raices', 'vilma', 'verifier');
    await lots.office.assigned(mine ?? '', vilma, 'VERIFIER');
    const query = 'query ($id: ID!) { lot(id: $id) { size members { edges { node { certification { id } isSampled } } } } }';
    const membersFor = async (viewer: typeof celia) => {
      const { members } = fieldOf<{ members: { edges: { node: { certification: { id: string } | null } }[] } }>(
        await lots.island.ask(viewer, query, { id: lotId }),
        'lot',
      );
      return members.edges.map(({ node }) => node.certification?.id ?? null);
    };
    expect(await membersFor(vilma)).toEqual([mine, null]);
    expect(await membersFor(celia)).toEqual([mine, other]);
  });

  test('from the case: by a certifier, not by the candidate', async () => {
    const { cases, lotId } = await lots.closedLot(1);
    const query = 'query ($id: ID!) { certification(id: $id) { lot { id } dictamen { edges { node { id } } } } }';
    const of = async (viewer: typeof celia) =>
      (await lots.island.ask(viewer, query, { id: cases[0]?.id })).data?.['certification'];
    expect(await of(celia)).toEqual({ lot: { id: lotId }, dictamen: { edges: [] } });
    expect(await of(cases[0]?.candidate ?? newLearner())).toEqual({ lot: null, dictamen: { edges: [] } });
  });
});
