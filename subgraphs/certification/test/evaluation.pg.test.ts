import { createHash } from 'node:crypto';
import type { UserPrincipal } from '@academy/kernel';
import { auditLog } from '@academy/platform/audit';
import { newId } from '@academy/platform/ids';
import { people, person, userIdOf, worker } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isIncluded, leafDigest, type Sha256 } from '../src/domain/portfolio/merkle.ts';
import { findCase } from '../src/store/certification-facts.ts';
import { eraseEvaluations } from '../src/store/evaluation-erasure.ts';
import { presentRoot } from '../src/store/portfolio-contents.ts';
import { evidence } from '../src/tables/evaluation.ts';
import { digestOf, evaluating, PLAN_FIELDS } from './evaluating.ts';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';
import { INSTRUMENT } from './register.ts';

const EVALUATION_KINDS = ['consent', 'evidence', 'reactivo-answer', 'judgement', 'portfolio'];

const START = new Date('2026-03-02T16:00:00.000Z');

let academy: Certification;
let acts: ReturnType<typeof evaluating>;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
  await academy.configures(newLearner(), { evaluation: 'ACCREDITED_EVALUATOR' });
  acts = evaluating(academy);
});
afterAll(() => academy.close());
beforeEach(() => {
  academy.island.clock.set(START);
  academy.register.resets();
  alice = newLearner();
});

const refusedFor = (...words: string[]) => ({
  codes: [],
  answer: {
    __typename: 'InvalidStateError',
    code: 'INVALID_STATE',
    message: expect.stringMatching(new RegExp(words.map((word) => `(?=.*${word})`).join(''), 's')),
  },
});

describe('the plan', () => {
  test('is proposed by the version that is in force, with its instrument pinned, and agreed when both have signed it', async () => {
    const { id, bruno, planDigest } = await acts.proposed(alice);
    const fields = `${PLAN_FIELDS} readiness instrument { standardCode origin minimumScore reactivos { id weight } }`;
    const { view } = await acts.sees<Record<string, unknown>>(bruno, id, fields);
    expect(view).toMatchObject({
      readiness: 'HIGH',
      plan: { standardCode: 'EC0586.01', evaluatesOn: '2026-03-10', dueOn: '2026-04-10', signedBy: [] },
      instrument: { standardCode: 'EC0586.01', origin: 'SAMPLE', minimumScore: 80 },
    });
    const sign = { certificationId: id, planDigest };
    const first = await acts.succeeds(alice, 'certificationPlanSign', sign, `status ${PLAN_FIELDS}`);
    expect(first.certification).toMatchObject({ status: 'DIAGNOSED', plan: { signedBy: ['CANDIDATE'] } });
    const second = await acts.succeeds(bruno, 'certificationPlanSign', sign, `status ${PLAN_FIELDS}`);
    expect(second.certification).toMatchObject({ status: 'PLAN_AGREED', plan: { signedBy: ['CANDIDATE', 'EVALUATOR'] } });
    expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'DIAGNOSED', 'DIAGNOSED', 'DIAGNOSED', 'PLAN_AGREED']);
  });

  test('keeps its instrument whatever the register says since; another instrument is another plan to sign', async () => {
    const { id, bruno, planDigest } = await acts.proposed(alice);
    const [first, ...others] = INSTRUMENT.reactivos;
    const instrument = { ...INSTRUMENT, reactivos: [...others, ...(first === undefined ? [] : [{ ...first, weight: 61 }])] };
    academy.register.versions = [{ code: 'EC0586.01', isActive: true, instrument }];
    academy.island.clock.set(new Date('2026-03-03T17:00:00Z'));
    await academy.island.runDueJobs();
    await acts.succeeds(alice, 'certificationPlanSign', { certificationId: id, planDigest });
    const before = await acts.sees<{ instrument: unknown }>(bruno, id, 'instrument { reactivos { id weight } }');
    expect(before.view?.instrument).toMatchObject({ reactivos: [{ id: 'R1', weight: 60 }, {}, {}] });
    const again = { certificationId: id, evaluatesOn: '2026-03-11', dueOn: '2026-04-10' };
    await acts.succeeds(bruno, 'certificationPlanPropose', again);
    expect(await acts.does(bruno, 'certificationPlanSign', { certificationId: id, planDigest })).toEqual(
      refusedFor('not the one that is proposed'),
    );
    const after = await acts.sees<{ plan: { digest: string; signedBy: string[] } }>(alice, id, PLAN_FIELDS);
    expect(after.view?.plan.signedBy).toEqual([]);
    expect(after.view?.plan.digest).not.toBe(planDigest);
  });

  test('is refused by a retired version, also to who would sign one that was proposed before, and goes on by the one in force', async () => {
    const { id, bruno, planDigest } = await acts.proposed(alice);
    academy.register.versions = [
      { code: 'EC0586.01', isActive: false, instrument: INSTRUMENT },
      { code: 'EC0586.02', isActive: true, instrument: INSTRUMENT },
      { code: 'EC0999.01', isActive: true, instrument: null },
    ];
    academy.island.clock.set(new Date('2026-03-03T17:00:00Z'));
    await academy.island.runDueJobs();
    const sign = { certificationId: id, planDigest };
    expect(await acts.does(alice, 'certificationPlanSign', sign)).toEqual(refusedFor('EC0586.01', 'EC0586.02'));
    const propose = { certificationId: id, evaluatesOn: '2026-03-10', dueOn: '2026-04-10' };
    const { certification } = await acts.succeeds(bruno, 'certificationPlanPropose', propose, PLAN_FIELDS);
    expect(certification).toMatchObject({ plan: { standardCode: 'EC0586.02' } });
    academy.register.versions = [{ code: 'EC0586.02', isActive: false, instrument: INSTRUMENT }];
    academy.island.clock.set(new Date('2026-03-04T18:00:00Z'));
    await academy.island.runDueJobs();
    const later = await acts.does(bruno, 'certificationPlanPropose', { ...propose, dueOn: '2026-04-11' });
    expect(later.answer?.message).toMatch(/EC0586.01 is not in force/);
  });

  test('waits until the register was heard, and is refused without an instrument, or with one that nobody can be judged by', async () => {
    academy.register.isAway = true;
    const { enrollmentId } = await academy.completes(alice);
    const id = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
    const bruno = acts.newEvaluator();
    await acts.accredits(bruno);
    await acts.assigned(id, bruno, 'EVALUATOR');
    await acts.consents(alice, id, 'EVALUATION_DATA', 'RIGHTS_AND_DUTIES');
    await acts.succeeds(bruno, 'certificationDiagnose', { certificationId: id, readiness: 'LOW' });
    const propose = { certificationId: id, evaluatesOn: '2026-03-10', dueOn: '2026-04-10' };
    expect(await acts.does(bruno, 'certificationPlanPropose', propose)).toEqual(refusedFor('EC0586.01', 'try again'));
    academy.register.isAway = false;
    academy.register.versions = [{ code: 'EC0586.01', isActive: true, instrument: null }];
    await academy.island.runDueJobs();
    expect(await acts.does(bruno, 'certificationPlanPropose', propose)).toEqual(refusedFor('No instrument is known'));
    academy.register.versions = [{ code: 'EC0586.01', isActive: true, instrument: { ...INSTRUMENT, minimumScore: 101 } }];
    academy.island.clock.set(new Date('2026-03-03T17:00:00Z'));
    await academy.island.runDueJobs();
    expect(await acts.does(bruno, 'certificationPlanPropose', propose)).toEqual(refusedFor('sum to 100', '101'));
    expect(academy.register.asked.every((asker) => asker.kind === 'service' && asker.scopes.includes('instrument.read'))).toBe(
      true,
    );
  });

  test('has days that come, in their order', async () => {
    const { id, bruno } = await acts.proposed(alice);
    const propose = { certificationId: id, evaluatesOn: '2026-03-01', dueOn: '2026-04-10' };
    expect((await acts.does(bruno, 'certificationPlanPropose', propose)).answer).toMatchObject({ field: 'evaluatesOn' });
    const days = { ...propose, evaluatesOn: '2026-04-11' };
    expect(await acts.does(bruno, 'certificationPlanPropose', days)).toEqual(refusedFor('2026-04-11', '2026-04-10'));
  });
});

describe('who may evaluate', () => {
  async function diagnosed(bruno: UserPrincipal) {
    const { enrollmentId } = await academy.completes(alice);
    const id = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
    await academy.island.runDueJobs();
    await acts.assigned(id, bruno, 'EVALUATOR');
    await acts.consents(alice, id, 'EVALUATION_DATA', 'RIGHTS_AND_DUTIES');
    await acts.succeeds(bruno, 'certificationDiagnose', { certificationId: id, readiness: 'MEDIUM' });
    return id;
  }
  const propose = (certificationId: string, evaluatesOn = '2026-03-10') => ({
    certificationId,
    evaluatesOn,
    dueOn: '2026-12-31',
  });

  test('holds EC0076, and a cédula for this standard on the day of the evaluation', async () => {
    const bruno = acts.newEvaluator();
    const id = await diagnosed(bruno);
    expect(await acts.does(bruno, 'certificationPlanPropose', propose(id))).toEqual(refusedFor('EC0076'));
    await acts.accredits(bruno, { standardMajor: 'EC0325' });
    expect(await acts.does(bruno, 'certificationPlanPropose', propose(id))).toEqual(refusedFor('EC0586', 'none that began'));
    const cedula = await acts.accredits(bruno, { ec0076: false });
    await acts.succeeds(bruno, 'certificationPlanPropose', propose(id));
    await acts.ends(bruno, cedula);
    expect(await acts.does(bruno, 'certificationPlanPropose', propose(id, '2026-03-11'))).toEqual(refusedFor('EC0586'));
  });

  test('on 30 June, and on 1 July no more', async () => {
    const bruno = acts.newEvaluator();
    const id = await diagnosed(bruno);
    await acts.accredits(bruno);
    expect(await acts.does(bruno, 'certificationPlanPropose', propose(id, '2026-07-01'))).toEqual(
      refusedFor('2026-07-01', '2026-06-30'),
    );
    await acts.succeeds(bruno, 'certificationPlanPropose', propose(id, '2026-06-30'));
    const { view } = await acts.sees<{ plan: { digest: string } }>(bruno, id, PLAN_FIELDS);
    const sign = { certificationId: id, planDigest: view?.plan.digest };
    for (const who of [alice, bruno]) await acts.succeeds(who, 'certificationPlanSign', sign);
    // In Mexico City it is 1 July from 06:00 UTC on.
    academy.island.clock.set(new Date('2026-07-01T06:00:00Z'));
    expect(await acts.does(bruno, 'certificationEvaluationBegin', { certificationId: id })).toEqual(
      refusedFor('2026-07-01', '2026-06-30'),
    );
    academy.island.clock.set(new Date('2026-07-01T05:59:59Z'));
    await acts.succeeds(bruno, 'certificationEvaluationBegin', { certificationId: id });
  });

  test('did not teach the candidate within a year', async () => {
    const ines = { ...person('raices', 'ines', 'evaluator'), userId: userIdOf('raices', 'ines') };
    const { enrollmentId } = await academy.completes(alice);
    const id = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
    await academy.island.runDueJobs();
    await expect(acts.assigned(id, ines, 'EVALUATOR')).rejects.toThrow('DUTY_CONFLICT');
    const { codes, answer } = await acts.does(ines, 'certificationDiagnose', { certificationId: id, readiness: 'LOW' });
    expect([codes, answer?.code]).toEqual([[], 'NOT_FOUND']);
  });

  test('is the one of the plan, also when the case was given to another', async () => {
    const { id, bruno } = await acts.agreed(alice);
    const begin = { certificationId: id };
    expect((await acts.does(acts.newEvaluator(), 'certificationEvaluationBegin', begin)).answer?.code).toBe('NOT_FOUND');
    await acts.succeeds(bruno, 'certificationEvaluationBegin', begin);
    const record = { certificationId: id, answers: [{ reactivoId: 'R1', isFulfilled: true }] };
    expect((await acts.does(acts.newEvaluator(), 'certificationReactivoRecord', record)).answer?.code).toBe('NOT_FOUND');
  });
});

describe('consents', () => {
  test('and the acuse are asked for before a plan, each receipt with the version of its text', async () => {
    const { id, bruno } = await acts.registered(alice);
    await acts.succeeds(bruno, 'certificationDiagnose', { certificationId: id, readiness: 'HIGH' });
    const propose = { certificationId: id, evaluatesOn: '2026-03-10', dueOn: '2026-04-10' };
    expect(await acts.does(bruno, 'certificationPlanPropose', propose)).toEqual(refusedFor('EVALUATION_DATA'));
    await acts.consents(alice, id, 'EVALUATION_DATA');
    expect(await acts.does(bruno, 'certificationPlanPropose', propose)).toEqual(refusedFor('RIGHTS_AND_DUTIES'));
    const old = { certificationId: id, purpose: 'RIGHTS_AND_DUTIES', textVersion: '2020-01' };
    expect((await acts.does(alice, 'certificationConsentGive', old)).answer).toMatchObject({
      field: 'textVersion',
      message: expect.stringContaining('2026-11'),
    });
    await acts.consents(alice, id, 'RIGHTS_AND_DUTIES', 'EVALUATION_DATA');
    await acts.succeeds(bruno, 'certificationPlanPropose', propose);
    const { view } = await acts.sees<Receipts>(
      alice,
      id,
      'consents(first: 10) { edges { node { purpose textVersion withdrawnAt } } }',
    );
    expect(view?.consents.edges.map(({ node }) => node)).toEqual([
      { purpose: 'RIGHTS_AND_DUTIES', textVersion: '2026-11', withdrawnAt: null },
      { purpose: 'EVALUATION_DATA', textVersion: '2026-11', withdrawnAt: null },
    ]);
  });

  test('that are withdrawn stop an evaluation until they are given again; publication is voluntary, and the acuse stays', async () => {
    const { id, bruno } = await acts.begun(alice);
    const of = { certificationId: id };
    await acts.consents(alice, id, 'RENAP_PUBLICATION');
    await acts.succeeds(alice, 'certificationConsentWithdraw', { ...of, purpose: 'RENAP_PUBLICATION' });
    await acts.answers(bruno, id, { R1: true });
    await acts.succeeds(alice, 'certificationConsentWithdraw', { ...of, purpose: 'EVALUATION_DATA' });
    const record = { ...of, answers: [{ reactivoId: 'R2', isFulfilled: true }] };
    const add = { ...of, label: 'Video', sha256: digestOf('video'), mediaType: 'video/mp4', sizeBytes: 5 };
    for (const [act, input] of [
      ['certificationReactivoRecord', record],
      ['evidenceAdd', add],
      ['certificationJudge', { ...of, isCompetent: true }],
    ] as const)
      expect(await acts.does(bruno, act, input), act).toEqual(refusedFor('EVALUATION_DATA'));
    const acuse = await acts.does(alice, 'certificationConsentWithdraw', { ...of, purpose: 'RIGHTS_AND_DUTIES' });
    expect(acuse.answer).toMatchObject({ field: 'purpose' });
    await acts.consents(alice, id, 'EVALUATION_DATA');
    await acts.succeeds(bruno, 'certificationReactivoRecord', record);
  });

  test('are public to read, and the candidate’s own to give', async () => {
    const { id, bruno } = await acts.registered(alice);
    const texts = await academy.island.ask(
      { kind: 'anonymous', tenantId: alice.tenantId },
      '{ consentTexts { purpose version } }',
    );
    expect(texts.data?.['consentTexts']).toHaveLength(3);
    const give = { certificationId: id, purpose: 'EVALUATION_DATA', textVersion: '2026-11' };
    for (const who of [bruno, acts.celia, acts.admin])
      expect((await acts.does(who, 'certificationConsentGive', give)).codes).toEqual(['FORBIDDEN']);
    expect((await acts.does(newLearner(), 'certificationConsentGive', give)).answer?.code).toBe('NOT_FOUND');
    expect((await acts.does({ ...alice, impersonatorId: newId() }, 'certificationConsentGive', give)).codes).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('the judgement', () => {
  test('waits for every reactivo, and is that of the two-part rule', async () => {
    const { id, bruno } = await acts.begun(alice);
    const judge = (isCompetent: boolean) => acts.does(bruno, 'certificationJudge', { certificationId: id, isCompetent });
    await acts.answers(bruno, id, { R1: true, R2: true });
    expect(await judge(true)).toEqual(refusedFor('every reactivo', 'R3'));
    await acts.answers(bruno, id, { R3: false });
    // 85 of at least 80, but nothing of the second criterio.
    expect(await judge(true)).toEqual(refusedFor('TODAVIA_NO_COMPETENTE', 'overrideReason'));
    await acts.answers(bruno, id, { R2: false, R3: true });
    expect(await judge(true)).toEqual(refusedFor('TODAVIA_NO_COMPETENTE'));
    await acts.answers(bruno, id, { R2: true });
    expect(await judge(false)).toEqual(refusedFor('COMPETENTE'));
    const remarks = { bestPractices: ' Trabaja con orden. ', incidents: '' };
    const fields =
      'status judgement { isCompetent isCompetentByRule score minimumScore overrideReason bestPractices incidents unfulfilledCriteria }';
    const input = { certificationId: id, isCompetent: true, remarks };
    const { certification } = await acts.succeeds(bruno, 'certificationJudge', input, fields);
    expect(certification).toEqual({
      status: 'JUDGED_COMPETENT',
      judgement: {
        ...{ isCompetent: true, isCompetentByRule: true, score: 100, minimumScore: 80, overrideReason: null },
        ...{ bestPractices: 'Trabaja con orden.', incidents: null, unfulfilledCriteria: [] },
      },
    });
    await acts.succeeds(bruno, 'certificationJudge', { certificationId: id, isCompetent: true });
    expect(await judge(false)).toEqual(refusedFor('JUDGED_COMPETENT'));
  });

  test('is otherwise only with a reason, which stays with it', async () => {
    const { id, bruno } = await acts.begun(alice);
    await acts.answers(bruno, id, { R1: true, R2: true, R3: false });
    const judge = { certificationId: id, isCompetent: true };
    expect((await acts.does(bruno, 'certificationJudge', { ...judge, overrideReason: 'x' })).answer).toMatchObject({
      field: 'overrideReason',
    });
    const overrideReason = 'El formato del registro estaba mal impreso.';
    const fields = 'judgement { isCompetent isCompetentByRule overrideReason unfulfilledCriteria }';
    const { certification } = await acts.succeeds(bruno, 'certificationJudge', { ...judge, overrideReason }, fields);
    expect(certification).toEqual({
      judgement: { isCompetent: true, isCompetentByRule: false, overrideReason, unfulfilledCriteria: ['C2'] },
    });
  });

  test('is the plan’s evaluator’s, in her own name, and nobody else’s', async () => {
    const { id, bruno } = await acts.begun(alice);
    await acts.answers(bruno, id, { R1: true, R2: true, R3: true });
    const judge = { certificationId: id, isCompetent: true };
    expect((await acts.does({ ...bruno, impersonatorId: newId() }, 'certificationJudge', judge)).codes).toEqual(['FORBIDDEN']);
    expect((await acts.does(acts.newEvaluator(), 'certificationJudge', judge)).answer?.code).toBe('NOT_FOUND');
    const personas = ['learner', 'instructor', 'mentor', 'verifier', 'centre_admin', 'certifier', 'admin', 'auditor'] as const;
    for (const persona of personas)
      expect((await acts.does(person('raices', 'carla', persona), 'certificationJudge', judge)).codes).toEqual(['FORBIDDEN']);
    expect((await academy.sees(alice, id)).status).toBe('EVALUATING');
  });
});

describe('answers and evidence', () => {
  test('are of the pinned instrument and of this case', async () => {
    const { id, bruno } = await acts.begun(alice);
    const other = await acts.begun(newLearner());
    const of = { certificationId: id };
    const add = {
      ...of,
      label: 'Registro',
      sha256: digestOf('registro').toUpperCase(),
      mediaType: 'application/pdf',
      sizeBytes: 8,
    };
    const mine = (await acts.succeeds(alice, 'evidenceAdd', add)).evidence?.id;
    expect((await acts.succeeds(bruno, 'evidenceAdd', { ...add, label: 'El mismo' })).evidence?.id).toBe(mine);
    const theirs = (await acts.succeeds(other.bruno, 'evidenceAdd', { ...add, certificationId: other.id })).evidence?.id;
    const record = (answer: object) => acts.does(bruno, 'certificationReactivoRecord', { ...of, answers: [answer] });
    expect((await record({ reactivoId: 'R9', isFulfilled: true })).answer).toMatchObject({ field: 'answers.0.reactivoId' });
    const onTheirs = { reactivoId: 'R3', isFulfilled: true, evidenceIds: [theirs] };
    expect((await record(onTheirs)).answer).toMatchObject({ field: 'answers.0.evidenceIds' });
    expect((await record({ ...onTheirs, evidenceIds: [mine], note: ' Completo. ' })).answer?.code).toBeUndefined();
    const fields = 'answers(first: 5) { edges { node { reactivoId isFulfilled note evidence { id label sha256 sizeBytes } } } }';
    const { view } = await acts.sees<{ answers: { edges: { node: unknown }[] } }>(bruno, id, fields);
    expect(view?.answers.edges.map(({ node }) => node)).toEqual([
      {
        ...{ reactivoId: 'R3', isFulfilled: true, note: 'Completo.' },
        evidence: [{ id: mine, label: 'Registro', sha256: digestOf('registro'), sizeBytes: 8 }],
      },
    ]);
  });

  test.each([
    ['label', { label: 'x' }],
    ['sha256', { sha256: 'abc' }],
    ['mediaType', { mediaType: 'pdf' }],
    ['sizeBytes', { sizeBytes: -1 }],
    ['sizeBytes', { sizeBytes: 1.5 }],
  ])('what is no %s is refused', async (field, change) => {
    const { id } = await acts.begun(alice);
    const add = { label: 'Video', sha256: digestOf('v'), mediaType: 'video/mp4', sizeBytes: 1, ...change };
    expect((await acts.does(alice, 'evidenceAdd', { certificationId: id, ...add })).answer).toMatchObject({ field });
  });

  test('are shown to the candidate and to who assesses the case: answers to her once she was judged, the instrument never', async () => {
    const { id, bruno } = await acts.begun(alice);
    await acts.answers(bruno, id, { R1: true, R2: true, R3: true });
    const fields =
      'evidence(first: 1) { edges { node { id } } } answers(first: 1) { edges { node { reactivoId } } } instrument { digest } judgement { score }';
    const shown = async (viewer: UserPrincipal) => {
      const { view, codes } = await acts.sees<Record<string, unknown>>(viewer, id, fields);
      return view === null ? codes : Object.keys(view).filter((field) => view[field] !== null);
    };
    const violeta = { ...person('raices', 'violeta', 'verifier'), userId: newId() };
    await acts.assigned(id, violeta, 'VERIFIER');
    expect(await shown(alice)).toEqual(['evidence']);
    for (const who of [bruno, violeta, acts.celia]) expect(await shown(who)).toEqual(['evidence', 'answers', 'instrument']);
    expect(await shown(acts.admin), 'an admin follows the case, and reads no evidence').toEqual([]);
    expect(await shown(acts.newEvaluator())).toEqual(['NOT_FOUND']);
    expect(await shown({ ...people.solaris.diego, persona: 'certifier' } as UserPrincipal)).toEqual(['NOT_FOUND']);
    await acts.succeeds(bruno, 'certificationJudge', { certificationId: id, isCompetent: true });
    expect(await shown(alice)).toEqual(['evidence', 'answers', 'judgement']);
  });
});

describe('results', () => {
  const centreAdmin = () => ({ ...person('raices', 'noe', 'centre_admin'), userId: newId() });
  const sha256: Sha256 = (...parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };

  test('are delivered with a sealed portfolio, of which every leaf is proved, and whose every change shows', async () => {
    const { id, bruno } = await acts.begun(alice);
    const add = { certificationId: id, label: 'Video', sha256: digestOf('video'), mediaType: 'video/mp4', sizeBytes: 5 };
    await acts.succeeds(alice, 'evidenceAdd', add);
    await acts.answers(bruno, id, { R1: true, R2: true, R3: true });
    await acts.succeeds(bruno, 'certificationJudge', { certificationId: id, isCompetent: true });
    await acts.succeeds(centreAdmin(), 'certificationResultsDeliver', { certificationId: id });
    const leaf = 'root leafCount leaves(first: 100) { edges { node { position kind content digest } } }';
    const { view } = await acts.sees<{ status: string; portfolio: Portfolio }>(alice, id, `status portfolio { ${leaf} }`);
    expect(view?.status).toBe('RESULTS_DELIVERED');
    const leaves = (view?.portfolio.leaves.edges ?? []).map(({ node }) => node);
    expect(leaves.map(({ kind }) => kind)).toEqual([
      ...['DIAGNOSIS', 'CONSENT', 'CONSENT', 'PLAN', 'INSTRUMENT', 'EVIDENCE', 'ANSWER', 'ANSWER', 'ANSWER', 'JUDGEMENT'],
    ]);
    for (const { position, content, digest } of leaves) {
      expect(leafDigest(content ?? '', sha256)).toBe(digest);
      const asked = await acts.sees<{ portfolio: { proof: Proof } }>(
        alice,
        id,
        `portfolio { proof(position: ${position}) { position leafCount leafDigest path } }`,
      );
      const proof = asked.view?.portfolio.proof;
      expect(proof !== undefined && isIncluded(digest, proof, view?.portfolio.root ?? '', sha256)).toBe(true);
    }
    const root = () =>
      academy.island.inTenant(alice.tenantId, async (tx) => presentRoot(tx, await findCase(tx, alice.tenantId, id)));
    expect(await root()).toBe(view?.portfolio.root);
    await acts.succeeds(alice, 'certificationConsentWithdraw', { certificationId: id, purpose: 'EVALUATION_DATA' });
    expect(await root(), 'a consent that is withdrawn later changes nothing that was sealed').toBe(view?.portfolio.root);
    await academy.island.inTenant(alice.tenantId, (tx) => tx.update(evidence).set({ label: 'Otro video' }));
    expect(await root()).not.toBe(view?.portfolio.root);
  });

  test('are delivered once, by the centre or the certifier, and the candidate is told', async () => {
    const { id } = await acts.judged(alice);
    const deliver = { certificationId: id };
    const personas = ['learner', 'evaluator', 'verifier', 'instructor', 'admin', 'auditor'] as const;
    for (const persona of personas)
      expect((await acts.does(person('raices', 'carla', persona), 'certificationResultsDeliver', deliver)).codes).toEqual([
        'FORBIDDEN',
      ]);
    await acts.succeeds(acts.celia, 'certificationResultsDeliver', deliver);
    await acts.succeeds(acts.celia, 'certificationResultsDeliver', deliver);
    expect(path(await academy.sees(alice, id)).slice(-2)).toEqual(['JUDGED_COMPETENT', 'RESULTS_DELIVERED']);
    expect(await academy.topics(alice, id)).toEqual(['certification.results-delivered']);
    const log = await academy.island.inTenant(alice.tenantId, (tx) => tx.select().from(auditLog));
    const mine = log.filter(({ subject }) => subject === id).sort((a, b) => a.number - b.number);
    expect(mine.map(({ action }) => action).filter((action) => action !== 'case.assign')).toEqual([
      ...['consent.give', 'consent.give', 'certification.diagnose', 'certification.plan-propose', 'certification.plan-sign'],
      ...['certification.plan-sign', 'certification.evaluation-begin', 'reactivo.record', 'certification.judge'],
      'certification.results-deliver',
    ]);
  });

  test('are exported to the candidate, and nothing of them is left when she is erased but root and digests that tell nothing', async () => {
    const { id } = await acts.judged(alice);
    await acts.succeeds(acts.celia, 'certificationResultsDeliver', { certificationId: id });
    const exporter = worker('raices', 'users-worker', ['data.export']);
    const kinds = async () => {
      const query = 'query ($id: ID!) { certificationData(subjectId: $id, first: 100) { records } }';
      const { data, errors } = await academy.island.ask(exporter, query, { id: alice.userId });
      expect(errors).toEqual([]);
      const { certificationData } = data as { certificationData: { records: string[] } };
      const all = certificationData.records.map((text) => (JSON.parse(text) as { kind: string }).kind);
      return all.filter((kind) => EVALUATION_KINDS.includes(kind));
    };
    const [consents, answers] = [Array.from({ length: 2 }, () => 'consent'), Array.from({ length: 3 }, () => 'reactivo-answer')];
    expect(await kinds()).toEqual([...consents, ...answers, 'judgement', 'portfolio']);
    await academy.island.inTenant(alice.tenantId, (tx) => eraseEvaluations(tx, alice.tenantId, [id]));
    expect(await kinds()).toEqual([...consents, 'portfolio']);
    const fields =
      'judgement { score } answers { edges { cursor } } portfolio { root leaves(first: 1) { edges { node { content digest } } } }';
    const { view } = await acts.sees<Record<string, unknown>>(acts.celia, id, fields);
    expect(view).toMatchObject({
      ...{ judgement: null, answers: { edges: [] } },
      portfolio: { root: expect.any(String), leaves: { edges: [{ node: { content: null, digest: expect.any(String) } }] } },
    });
    const present = academy.island.inTenant(alice.tenantId, async (tx) =>
      presentRoot(tx, await findCase(tx, alice.tenantId, id)),
    );
    expect(await present).toBeNull();
  });

  test('of another centre are not hers to deliver, and of another tenant not there', async () => {
    const { id } = await acts.judged(alice);
    await academy.island.inTenant(alice.tenantId, (tx) =>
      tx.execute(`update certifications set centre_id = '${newId()}' where id = '${id}'`),
    );
    const foreign = { ...people.solaris.diego, persona: 'certifier' } as UserPrincipal;
    for (const who of [centreAdmin(), foreign])
      expect((await acts.does(who, 'certificationResultsDeliver', { certificationId: id })).answer?.code).toBe('NOT_FOUND');
  });
});

describe('a plan', () => {
  test('that was not finished in time lapses on the day after, and another request tries again', async () => {
    const { id, enrollmentId } = await acts.agreed(alice, { dueOn: '2026-03-20' });
    academy.island.clock.set(new Date('2026-03-21T05:59:00Z'));
    await academy.island.runDueJobs();
    expect((await academy.sees(alice, id)).status).toBe('PLAN_AGREED');
    academy.island.clock.set(new Date('2026-03-21T07:00:00Z'));
    await academy.island.runDueJobs();
    expect((await academy.sees(alice, id)).status).toBe('LAPSED');
    const request = 'mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename } }';
    const answer = await academy.island.ask(alice, request, { input: { enrollmentId, idempotencyKey: newId() } });
    expect(answer.data?.['certificationRequest']).toEqual({ __typename: 'CertificationRequestSuccess' });
    expect(await academy.caseOf(alice, enrollmentId)).toMatchObject({ status: 'REGISTERED' });
  });

  test('that was judged in time does not lapse, and one that is held waits', async () => {
    const judged = await acts.judged(alice);
    const held = await acts.agreed(newLearner());
    await academy.island.inTenant(alice.tenantId, async () => undefined);
    const hold = { certificationId: held.id, heldFor: 'ARCO', reason: 'Se revisa.' };
    await acts.succeeds(acts.celia, 'certificationHold', hold);
    academy.island.clock.set(new Date('2026-04-12T00:00:00Z'));
    await academy.island.runDueJobs();
    expect((await academy.sees(alice, judged.id)).status).toBe('JUDGED_COMPETENT');
    expect((await academy.sees(acts.celia, held.id)).status).toBe('ON_HOLD');
    await acts.succeeds(acts.celia, 'certificationResume', { certificationId: held.id, reason: 'Ya se revisó.' });
    academy.island.clock.set(new Date('2026-04-12T02:00:00Z'));
    await academy.island.runDueJobs();
    expect((await academy.sees(acts.celia, held.id)).status).toBe('LAPSED');
  });
});

type Receipts = { consents: { edges: { node: Record<string, unknown> }[] } };
type Leaf = { position: number; kind: string; content: string | null; digest: string };
type Portfolio = { root: string; leafCount: number; leaves: { edges: { node: Leaf }[] } };
type Proof = { position: number; leafCount: number; leafDigest: string; path: string[] };
