import { dictamenRuled, submissionRequested } from '@academy/contracts';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CHOLULA,
  celia,
  ciro,
  elsewhere,
  inesAsCertifier,
  invalid,
  type Lots,
  membersOf,
  noe,
  openLots,
  valid,
  violeta,
} from './lots-kept.ts';
import { fieldOf, path } from './open-certification.ts';

let lots: Lots;
beforeAll(async () => {
  lots = await openLots();
});
afterAll(() => lots.close());

const statusOf = async (id: string) => (await lots.academy.sees(celia, id)).status;
const ruled = async (id: string) =>
  (await lots.island.emitted(celia.tenantId, dictamenRuled)).filter((event) => event.subject === id).map(({ data }) => data);

describe('the Grupo de Dictamen', () => {
  test('decides by two who agree, each once; who said what is told when it is decided', async () => {
    const { lotId, sample, cases } = await lots.closedLot(1);
    const [id = ''] = sample;
    const query =
      'query ($id: ID!) { certification(id: $id) { dictamen { edges { node { ruler { id } outcome reason basis } } } } }';
    const said = async () =>
      fieldOf<{ dictamen: { edges: unknown[] } }>(
        await lots.island.ask(cases[0]?.candidate ?? celia, query, { id }),
        'certification',
      );
    expect(await lots.rules(celia, lotId, valid([id]))).toMatchObject({ __typename: 'DictamenRuleSuccess' });
    expect(await statusOf(id)).toBe('IN_LOT');
    expect((await said()).dictamen.edges, 'one opinion').toEqual([]);
    expect(await lots.rules(celia, lotId, valid([id]))).toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining('You have ruled'),
    });
    const done = await lots.rules(ciro, lotId, valid([id]));
    expect(done.lot && membersOf(done.lot)).toEqual([
      { certification: { id, status: 'RULED_VALID' }, isSampled: true, outcome: 'VALID' },
    ]);
    expect((await said()).dictamen.edges).toHaveLength(2);
    expect(await ruled(id)).toEqual([
      expect.objectContaining({ lotId, outcome: 'VALID', rulerIds: expect.arrayContaining([celia.userId, ciro.userId]) }),
    ]);
    expect(await lots.rules(inesAsCertifier, lotId, valid([id]))).toMatchObject({
      message: expect.stringContaining('has decided'),
    });
  });

  test('asks a third where two differ', async () => {
    const { lotId, sample } = await lots.closedLot(1);
    const [id = ''] = sample;
    await lots.rules(celia, lotId, valid([id]));
    await lots.rules(ciro, lotId, [invalid(id)]);
    expect(await statusOf(id)).toBe('IN_LOT');
    const third = person('raices', 'carmen', 'certifier');
    await lots.rules(third, lotId, [invalid(id, 'Falta el plan firmado.')]);
    expect(await statusOf(id)).toBe('REDO_REQUIRED');
  });

  test('rules on nothing before the lot is closed, on nothing that is not in it, and gives reasons', async () => {
    const [one] = await lots.verified(1);
    const lotId = (await lots.creates(celia)).lot?.id ?? '';
    await lots.adds(celia, lotId, [one?.id ?? '']);
    expect(await lots.rules(celia, lotId, valid([one?.id ?? '']))).toMatchObject({
      message: expect.stringContaining('open still'),
    });
    await lots.closes(celia, lotId);
    expect(await lots.rules(celia, lotId, valid([newId()]))).toMatchObject({ code: 'NOT_FOUND' });
    const without = { certificationId: one?.id, outcome: 'INVALID' };
    expect(await lots.rules(celia, lotId, [without])).toMatchObject({ code: 'INVALID_INPUT', field: 'opinions.0.reason' });
    expect(await lots.rules(celia, lotId, [])).toMatchObject({ field: 'opinions' });
    expect(await lots.rules(celia, lotId, [...valid([one?.id ?? '']), ...valid([one?.id ?? ''])])).toMatchObject({
      field: 'opinions.1.certificationId',
    });
  });

  test('is nobody who taught or evaluated the candidate: then nothing of what she says counts', async () => {
    const { lotId, sample, cases } = await lots.closedLot(2);
    expect(await lots.rules(inesAsCertifier, lotId, valid(sample))).toMatchObject({
      code: 'DUTY_CONFLICT',
      message: expect.stringContaining('trained the candidate'),
    });
    const [first = '', second = ''] = sample;
    await lots.office.assigned(second, person('raices', 'ciro', 'evaluator'), 'EVALUATOR');
    expect(await lots.rules(ciro, lotId, valid(sample))).toMatchObject({
      code: 'DUTY_CONFLICT',
      message: expect.stringContaining(second),
    });
    expect(await lots.rules(ciro, lotId, valid([first])), 'of another candidate').toMatchObject({
      __typename: 'DictamenRuleSuccess',
    });
    const herself = person('raices', 'x', 'certifier');
    const own = { ...herself, userId: cases.find(({ id }) => id === second)?.candidate.userId ?? '' };
    expect(await lots.rules(own, lotId, valid([second]))).toMatchObject({ code: 'DUTY_CONFLICT' });
  });

  test('counts no opinion of who has come to evaluate the candidate since', async () => {
    const { lotId, sample } = await lots.closedLot(1);
    const [id = ''] = sample;
    await lots.rules(ciro, lotId, valid([id]));
    // Whoever assigns is told of the ruling, and refused.
    const asEvaluator = person('raices', 'ciro', 'evaluator');
    await lots.office.grants(asEvaluator, 'evaluator');
    expect(await lots.office.assigns(people.raices.carla, id, asEvaluator, 'EVALUATOR')).toMatchObject({ code: 'DUTY_CONFLICT' });
  });

  test('is never who acts in another’s name, of another persona, of another tenant, or a verifier who is not assigned', async () => {
    const { lotId, sample, cases } = await lots.closedLot(1);
    const candidate = cases[0]?.candidate ?? celia;
    for (const actor of [{ ...celia, impersonatorId: newId() }, candidate, noe, people.raices.carla, people.raices.bruno])
      expect((await lots.rules(actor, lotId, valid(sample))).codes).toEqual(['FORBIDDEN']);
    expect(await lots.rules(elsewhere, lotId, valid(sample))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.rules(violeta, lotId, valid(sample))).toMatchObject({ code: 'NOT_FOUND' });
    await lots.office.assigned(sample[0] ?? '', violeta, 'VERIFIER');
    expect(await lots.rules(violeta, lotId, valid(sample))).toMatchObject({ __typename: 'DictamenRuleSuccess' });
  });

  test('two who rule at once: both are on record, and it is decided once', async () => {
    const { lotId, sample } = await lots.closedLot(3);
    const answers = await Promise.all([
      lots.rules(celia, lotId, valid(sample)),
      lots.rules(ciro, lotId, valid([...sample].reverse())),
    ]);
    expect(answers.map(({ __typename }) => __typename)).toEqual(['DictamenRuleSuccess', 'DictamenRuleSuccess']);
    for (const id of sample) {
      expect(await statusOf(id)).toBe('RULED_VALID');
      expect(await ruled(id)).toHaveLength(1);
    }
    const again = await Promise.all([1, 2].map(() => lots.rules(celia, lotId, valid(sample))));
    expect(again.map(({ code }) => code)).toEqual(['INVALID_STATE', 'INVALID_STATE']);
  });

  test('the same key says the same once', async () => {
    const { lotId, sample } = await lots.closedLot(1);
    const idempotencyKey = newId();
    const answers = await Promise.all([1, 2].map(() => lots.rules(celia, lotId, valid(sample), { idempotencyKey })));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['DictamenRuleSuccess', 'DictamenRuleSuccess']);
    expect(await lots.rules(celia, lotId, [invalid(sample[0] ?? '')], { idempotencyKey })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });
});

describe('a sample', () => {
  test('that is all valid stands for the rest, by those of the group who are free to rule on it', async () => {
    const { lotId, sample, cases } = await lots.closedLot(7);
    const rest = cases.map(({ id }) => id).filter((id) => !sample.includes(id));
    const [conflicted = '', free = ''] = rest;
    await lots.office.assigned(conflicted, person('raices', 'ciro', 'evaluator'), 'EVALUATOR');
    await lots.rules(celia, lotId, valid(sample));
    const { lot } = await lots.rules(ciro, lotId, valid(sample));
    const outcomes = new Map(lot && membersOf(lot).map((one) => [one.certification?.id, one.outcome]));
    expect(sample.map((id) => outcomes.get(id))).toEqual(sample.map(() => 'VALID'));
    expect([outcomes.get(free), outcomes.get(conflicted)]).toEqual(['VALID', null]);
    await lots.rules(celia, lotId, valid([conflicted]));
    await lots.rules(person('raices', 'carmen', 'certifier'), lotId, valid([conflicted]));
    expect(await statusOf(conflicted)).toBe('RULED_VALID');
  });

  test('of which one is invalid stands for nothing: the rest is ruled on one by one', async () => {
    const { lotId, sample, cases } = await lots.closedLot(6);
    const [rest = ''] = cases.map(({ id }) => id).filter((id) => !sample.includes(id));
    const [bad = '', ...good] = sample;
    for (const ruler of [celia, ciro]) await lots.rules(ruler, lotId, [invalid(bad), ...valid(good)]);
    expect([await statusOf(bad), await statusOf(rest)]).toEqual(['REDO_REQUIRED', 'IN_LOT']);
    for (const ruler of [celia, ciro]) await lots.rules(ruler, lotId, valid([rest]));
    expect(await statusOf(rest)).toBe('RULED_VALID');
  });
});

describe('what was ruled invalid', () => {
  const ruledInvalid = async (more: Parameters<Lots['verified']>[1] = {}) => {
    const [one] = await lots.verified(1, more);
    const id = one?.id ?? '';
    const lotId = (await lots.creates(celia, more.centreId === undefined ? {} : { centreId: more.centreId })).lot?.id ?? '';
    await lots.adds(celia, lotId, [id]);
    await lots.closes(celia, lotId);
    for (const ruler of [celia, ciro]) await lots.rules(ruler, lotId, [invalid(id)]);
    return { id, candidate: one?.candidate ?? celia };
  };

  test('is redone in a case of its own, on an evaluator’s path, and the one before is closed', async () => {
    const { id, candidate } = await ruledInvalid();
    const done = await lots.redoes(candidate, id);
    const { certification } = done;
    expect(certification).toMatchObject({
      status: 'REGISTERED',
      path: 'ACCREDITED_EVALUATOR',
      followsAs: 'REDO',
      follows: { id, status: 'CLOSED' },
    });
    expect(path(await lots.academy.sees(candidate, id)).slice(-4)).toEqual([
      'IN_LOT',
      'RULED_INVALID',
      'REDO_REQUIRED',
      'CLOSED',
    ]);
    expect(await lots.redoes(celia, id), 'again').toMatchObject({ certification: { id: certification?.id } });
    expect((await lots.academy.saga(candidate, certification?.id ?? '')).phase).toBe('FORWARD');
  });

  test('is redone by its candidate, its centre or a certifier, and by nobody else', async () => {
    const { id, candidate } = await ruledInvalid({ centreId: CHOLULA });
    const other = await lots.delivered();
    for (const actor of [other.candidate, elsewhere]) expect(await lots.redoes(actor, id)).toMatchObject({ code: 'NOT_FOUND' });
    for (const actor of [people.raices.carla, people.raices.bruno, violeta])
      expect((await lots.redoes(actor, id)).codes).toEqual(['FORBIDDEN']);
    expect(await lots.redoes(noe, other.id), 'of another centre').toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.redoes(candidate, other.id), 'of another candidate').toMatchObject({ code: 'NOT_FOUND' });
    expect(await lots.redoes(celia, other.id)).toMatchObject({ code: 'INVALID_STATE' });
    expect(await lots.redoes(noe, id)).toMatchObject({ certification: { followsAs: 'REDO' } });
  });

  test('is redone once, whoever asks at the same time', async () => {
    const { id, candidate } = await ruledInvalid();
    const answers = await Promise.all([lots.redoes(candidate, id), lots.redoes(celia, id)]);
    expect(new Set(answers.map(({ certification }) => certification?.id)).size).toBe(1);
    expect(answers[0]?.certification?.id).toBeTypeOf('string');
  });
});

test('what was ruled valid goes on to its submission at once, by itself', async () => {
  const [one] = await lots.verified(1, { isCertified: true });
  const id = one?.id ?? '';
  const lotId = (await lots.creates(celia)).lot?.id ?? '';
  await lots.adds(celia, lotId, [id]);
  await lots.closes(celia, lotId);
  for (const ruler of [celia, ciro]) await lots.rules(ruler, lotId, valid([id]));
  await lots.island.runDueJobs();
  expect(await statusOf(id)).toBe('SUBMISSION_PREPARED');
  expect((await lots.island.emitted(celia.tenantId, submissionRequested)).filter((event) => event.subject === id)).toHaveLength(
    1,
  );
});
