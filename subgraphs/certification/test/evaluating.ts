import { createHash } from 'node:crypto';
import { accreditationEnded, accreditationRecorded } from '@academy/contracts';
import { cedulaEndOf, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { assigning } from './assigning.ts';
import type { Certification } from './open-certification.ts';

export type Answer = {
  __typename: string;
  code?: string;
  message?: string;
  field?: string;
  certification?: Record<string, unknown>;
  evidence?: { id: string };
};

/** Of the plan, all that one signs. */
export const PLAN_FIELDS = 'plan { standardCode evaluatesOn dueOn digest signedBy evaluator { id } }';

/** Acts of an evaluation, each by whoever is given, as clients would ask for them. */
export function evaluating(academy: Certification) {
  const { island } = academy;
  const { grants, assigned } = assigning(island);

  async function does(actor: UserPrincipal, mutation: string, input: Record<string, unknown>, fields = 'id status') {
    const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const success = mutation === 'evidenceAdd' ? 'evidence { id }' : `certification { ${fields} }`;
    const { data, errors } = await island.ask(
      actor,
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename
        ... on ${name}Success { ${success} } ... on UserError { code message } ... on InvalidInputError { field } } }`,
      { input: { idempotencyKey: newId(), ...input } },
    );
    return { codes: errors.map(({ code }) => code), answer: (data?.[mutation] ?? null) as Answer | null };
  }

  async function succeeds(actor: UserPrincipal, mutation: string, input: Record<string, unknown>, fields?: string) {
    const { codes, answer } = await does(actor, mutation, input, fields);
    if (answer === null || answer.code !== undefined)
      throw new Error(`${mutation} was expected to succeed, got ${JSON.stringify(codes.length > 0 ? codes : answer)}.`);
    return answer;
  }

  async function sees<T>(viewer: UserPrincipal, certificationId: string, fields: string) {
    const { data, errors } = await island.ask(viewer, `query ($id: ID!) { certification(id: $id) { ${fields} } }`, {
      id: certificationId,
    });
    return { view: (data?.['certification'] ?? null) as T | null, codes: errors.map(({ code }) => code) };
  }

  /** A cédula for the standard, and EC0076, as conocer would tell. */
  async function accredits(
    who: UserPrincipal,
    of: { readonly issuedOn?: string; readonly standardMajor?: string; readonly ec0076?: boolean } = {},
  ): Promise<string> {
    const { issuedOn = '2026-03-01', standardMajor = 'EC0586', ec0076 = true } = of;
    const id = newId();
    const told = (accreditationId: string, more: object) => ({
      tenantId: who.tenantId,
      subject: accreditationId,
      data: { accreditationId, personId: who.userId, issuedOn, version: 1, ...more } as never,
    });
    const validThrough = cedulaEndOf(issuedOn);
    await island.deliver(accreditationRecorded, told(id, { kind: 'CEDULA', standardMajor, validThrough }));
    const certified = { kind: 'EC0076', standardMajor: null, validThrough: null, issuedOn: '2020-01-01' };
    if (ec0076) await island.deliver(accreditationRecorded, told(newId(), certified));
    return id;
  }

  async function ends(who: UserPrincipal, accreditationId: string): Promise<void> {
    const data = {
      ...{ accreditationId, personId: who.userId, kind: 'CEDULA' as const, standardMajor: 'EC0586' },
      ...{ issuedOn: '2026-03-01', validThrough: '2026-06-30', version: 2 },
    };
    await island.deliver(accreditationEnded, { tenantId: who.tenantId, subject: accreditationId, data });
  }

  const newEvaluator = (): UserPrincipal => ({ ...person('raices', 'bruno', 'evaluator'), userId: newId() });

  /** A case of the learner's, with an accredited evaluator who is assigned to it. */
  async function registered(learner: UserPrincipal, bruno: UserPrincipal = newEvaluator()) {
    const { enrollmentId } = await academy.completes(learner);
    const id = (await academy.caseOf(learner, enrollmentId))?.id ?? '';
    await island.runDueJobs();
    await accredits(bruno);
    await assigned(id, bruno, 'EVALUATOR');
    return { id, bruno, enrollmentId };
  }

  async function consents(learner: UserPrincipal, certificationId: string, ...purposes: readonly string[]): Promise<void> {
    for (const purpose of purposes)
      await succeeds(learner, 'certificationConsentGive', { certificationId, purpose, textVersion: '2026-11' });
  }

  async function proposed(learner: UserPrincipal, more: Partial<{ evaluatesOn: string; dueOn: string }> = {}) {
    const of = await registered(learner);
    const { id: certificationId, bruno } = of;
    await consents(learner, certificationId, 'EVALUATION_DATA', 'RIGHTS_AND_DUTIES');
    await succeeds(bruno, 'certificationDiagnose', { certificationId, readiness: 'HIGH' });
    const days = { evaluatesOn: '2026-03-10', dueOn: '2026-04-10', ...more };
    await succeeds(bruno, 'certificationPlanPropose', { certificationId, ...days });
    const { view } = await sees<{ plan: { digest: string } }>(learner, certificationId, PLAN_FIELDS);
    return { ...of, planDigest: view?.plan.digest ?? '' };
  }

  async function agreed(learner: UserPrincipal, more: Partial<{ evaluatesOn: string; dueOn: string }> = {}) {
    const of = await proposed(learner, more);
    const { id: certificationId, bruno, planDigest } = of;
    await succeeds(learner, 'certificationPlanSign', { certificationId, planDigest });
    await succeeds(bruno, 'certificationPlanSign', { certificationId, planDigest });
    return of;
  }

  async function begun(learner: UserPrincipal) {
    const of = await agreed(learner);
    await succeeds(of.bruno, 'certificationEvaluationBegin', { certificationId: of.id });
    return of;
  }

  async function answers(bruno: UserPrincipal, certificationId: string, fulfilled: Readonly<Record<string, boolean>>) {
    const given = Object.entries(fulfilled).map(([reactivoId, isFulfilled]) => ({ reactivoId, isFulfilled }));
    await succeeds(bruno, 'certificationReactivoRecord', { certificationId, answers: given });
  }

  async function judged(learner: UserPrincipal, isCompetent = true) {
    const of = await begun(learner);
    await answers(of.bruno, of.id, { R1: true, R2: isCompetent, R3: true });
    if (!isCompetent) await answers(of.bruno, of.id, { R1: false });
    await succeeds(of.bruno, 'certificationJudge', { certificationId: of.id, isCompetent });
    return of;
  }

  return {
    ...{ does, succeeds, sees, accredits, ends, grants, assigned, newEvaluator, registered, consents, proposed, agreed, begun },
    ...{ answers, judged },
    celia: person('raices', 'celia', 'certifier'),
    admin: people.raices.carla,
  };
}

/** The SHA-256 of a content, hex. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
