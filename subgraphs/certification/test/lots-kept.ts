import { personPlaced } from '@academy/contracts';
import { DAY_MS, seedId, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { person } from '@academy/testing/people';
import { applyTransition } from '../src/store/certification.ts';
import { findCase } from '../src/store/certification-facts.ts';
import { assigning } from './assigning.ts';
import { ROOT, wellDone } from './case-model/commands.ts';
import type { Act } from './case-model/table.ts';
import { type Certification, type Completion, newLearner, openCertification } from './open-certification.ts';

/** Of raices: two certifiers, a verifier, the admin of a centre, and who taught every candidate. */
export const celia = person('raices', 'celia', 'certifier');
export const ciro = person('raices', 'ciro', 'certifier');
export const violeta = person('raices', 'violeta', 'verifier');
export const noe = person('raices', 'noe', 'centre_admin');
export const inesAsCertifier = person('raices', 'ines', 'certifier');
export const elsewhere = person('solaris', 'elena', 'certifier');

export const CHOLULA = seedId('centre:cholula');
const STANDARD = 'EC0325';

const TO_JUDGEMENT: readonly Act[] = [
  'diagnose',
  'propose',
  'candidateSigns',
  'evaluatorSigns',
  'evaluatorBegins',
  'evaluatorJudges',
];

const OF_IT = '__typename ... on UserError { code message } ... on InvalidInputError { field }';
const LOT = `id standardCode status size sampleSize sampleSeed centre { id }
  members(first: 100) { edges { node { certification { id status } isSampled outcome } } }`;

type Answer = {
  __typename: string;
  code?: string;
  message?: string;
  field?: string;
  lot?: LotView;
  certification?: {
    id: string;
    status: string;
    followsAs: string | null;
    follows: { id: string; status: string } | null;
    path: string;
  };
};
export type LotView = {
  id: string;
  standardCode: string;
  status: string;
  size: number;
  sampleSize: number | null;
  sampleSeed: string | null;
  centre: { id: string } | null;
  members: {
    edges: { node: { certification: { id: string; status: string } | null; isSampled: boolean; outcome: string | null } }[];
  };
};

/** An academy that judges by evaluators, with cases whose results are delivered, and people who verify them, put them in lots and rule on them. */
export async function openLots() {
  const academy: Certification = await openCertification();
  const { island } = academy;
  const office = assigning(island);
  await academy.configures(newLearner(), { evaluation: 'ACCREDITED_EVALUATOR' });
  await isPlaced(noe, CHOLULA);

  async function isPlaced(who: UserPrincipal, centreId: string): Promise<void> {
    const data = { userId: who.userId, centreId, placement: 1 };
    await island.deliver(personPlaced, { tenantId: who.tenantId, subject: who.userId, data });
  }

  /** What an evaluator's case goes through is done to it, as the state machine takes it. */
  async function does(certificationId: string, tenantId: string, acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      await island.inTenant(tenantId, async (tx) => {
        const { attempt } = await findCase(tx, tenantId, certificationId);
        const command = wellDone(act, { attempt, portfolioRoot: ROOT });
        const taken = await applyTransition(tx, { tenantId, certificationId, command, now: island.clock.now() });
        if (!taken.ok) throw new Error(`${act} was refused: ${JSON.stringify(taken.error)}`);
      });
    }
  }

  /** A case of somebody's, its results delivered; in the centre that she stands in, if any. `isCertified`: the academy's own certificate is issued. */
  async function delivered(
    more: Partial<Completion> & { candidate?: UserPrincipal; centreId?: string; isCertified?: boolean } = {},
  ) {
    const { candidate = newLearner(), centreId, isCertified = false, ...completion } = more;
    if (centreId !== undefined) await isPlaced(candidate, centreId);
    const { enrollmentId } = await academy.completes(candidate, { standardCode: `${STANDARD}.01`, ...completion });
    const id = (await academy.caseOf(candidate, enrollmentId))?.id ?? '';
    await does(id, candidate.tenantId, TO_JUDGEMENT);
    if (isCertified) {
      // The saga looks once a day, and finds that the evaluator has judged.
      island.clock.advance(DAY_MS + 1);
      await island.runDueJobs();
    }
    await does(id, candidate.tenantId, ['centreDelivers']);
    return { id, candidate };
  }

  async function answerTo(
    actor: UserPrincipal,
    name: string,
    input: object,
    selection: string,
  ): Promise<Answer & { codes: string[] }> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${OF_IT} ... on ${type}Success { ${selection} } } }`;
    const answer = await island.ask(actor, query, { input: { idempotencyKey: newId(), ...input } });
    return { ...(answer.data?.[name] as Answer), codes: answer.errors.map(({ code }) => String(code)) };
  }

  const ofCase = 'certification { id status path followsAs follows { id status } }';
  const acts = {
    verifies: (actor: UserPrincipal, certificationId: string, more: object = {}) =>
      answerTo(actor, 'certificationVerify', { certificationId, portfolioRoot: ROOT, ...more }, ofCase),
    creates: (actor: UserPrincipal, more: object = {}) =>
      answerTo(actor, 'lotCreate', { standardCode: STANDARD, ...more }, `lot { ${LOT} }`),
    adds: (actor: UserPrincipal, lotId: string, certificationIds: readonly string[], more: object = {}) =>
      answerTo(actor, 'lotAdd', { lotId, certificationIds, ...more }, `lot { ${LOT} }`),
    removes: (actor: UserPrincipal, lotId: string, certificationId: string) =>
      answerTo(actor, 'lotRemove', { lotId, certificationId, reason: 'Falta una firma.' }, `lot { ${LOT} }`),
    closes: (actor: UserPrincipal, lotId: string, more: object = {}) =>
      answerTo(actor, 'lotClose', { lotId, ...more }, `lot { ${LOT} }`),
    rules: (actor: UserPrincipal, lotId: string, opinions: readonly object[], more: object = {}) =>
      answerTo(actor, 'dictamenRule', { lotId, opinions, ...more }, `lot { ${LOT} }`),
    redoes: (actor: UserPrincipal, certificationId: string) => answerTo(actor, 'certificationRedo', { certificationId }, ofCase),
  };

  /** So many verified cases. */
  async function verified(count: number, more: Parameters<typeof delivered>[0] = {}) {
    const cases: Awaited<ReturnType<typeof delivered>>[] = [];
    for (let index = 0; index < count; index += 1) {
      const one = await delivered(more);
      await acts.verifies(celia, one.id);
      cases.push(one);
    }
    return cases;
  }

  /** A closed lot of so many verified cases, kept by the certifier. */
  async function closedLot(count: number) {
    const cases = await verified(count);
    const created = await acts.creates(celia);
    const lotId = created.lot?.id ?? '';
    const ids = cases.map(({ id }) => id);
    await acts.adds(celia, lotId, ids);
    const closed = await acts.closes(celia, lotId);
    if (closed.lot === undefined) throw new Error(`A closed lot was expected, got ${JSON.stringify(closed)}.`);
    const sampled = membersOf(closed.lot).filter((member) => member.isSampled);
    return { lotId, cases, lot: closed.lot, sample: sampled.map(({ certification }) => certification?.id ?? '') };
  }

  return { ...acts, academy, island, office, isPlaced, does, delivered, verified, closedLot, close: academy.close };
}

export type Lots = Awaited<ReturnType<typeof openLots>>;

/** What is in a lot as it was answered. */
export function membersOf(lot: LotView) {
  return lot.members.edges.map(({ node }) => node);
}

/** Opinions that these are valid. */
export function valid(certificationIds: readonly string[]) {
  return certificationIds.map((certificationId) => ({ certificationId, outcome: 'VALID' }));
}

/** The opinion that one is not. */
export function invalid(certificationId: string, reason = 'La cédula no lleva la firma del evaluador.') {
  return { certificationId, outcome: 'INVALID', reason };
}
