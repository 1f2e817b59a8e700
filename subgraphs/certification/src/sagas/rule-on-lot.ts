import { dictamenRuled } from '@academy/contracts';
import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { DICTAMEN_QUORUM, guardDuty } from '../domain/case/guards.ts';
import type { GuardRefusal } from '../domain/case/refusals.ts';
import { coveredBySample, type DictamenOutcome, decisionOf, type LotMember } from '../domain/lot-dictamen.ts';
import { applyTransition, type CertificationRow, lockCase } from '../store/certification.ts';
import { decideMember, findMembers, type LotRow, lockLot } from '../store/lots.ts';
import { addOpinions, findOpinions, type OpinionRow } from '../store/lots-opinions.ts';
import { mayRuleOn, rulerFactsOf } from '../store/ruler-facts.ts';
import { catchUp, certificationSaga } from './certification.ts';
import { required } from './required-transition.ts';

/** What a ruler says of one member; `reason`: why it is invalid, null where it is valid. */
export type SaidOf = { readonly certificationId: string; readonly outcome: DictamenOutcome; readonly reason: string | null };

export type RuleRefusal =
  | { readonly kind: 'NotFound' | 'LotOpen' }
  | { readonly kind: 'NotAMember' | 'RuledAlready' | 'DecidedAlready'; readonly certificationId: string }
  | { readonly kind: 'NotWaiting'; readonly certificationId: string; readonly status: string }
  | { readonly kind: 'Conflicted'; readonly certificationId: string; readonly guard: GuardRefusal };

type Sitting = { readonly lot: LotRow; readonly actor: UserPrincipal; readonly now: Date };

/**
 * What a member of the Grupo de Dictamen says of these cases of a closed lot is on record, all of it or nothing; and what two of the group agree on by now is
 * decided: RULED_VALID goes on to its submission, RULED_INVALID is to be redone. When the whole sample turned out valid, it stands for the rest of the lot, as far as
 * two of those who ruled on it are free to rule on each.
 */
export async function ruleOnLot(
  tx: Tx,
  asked: { readonly lotId: string; readonly opinions: readonly SaidOf[]; readonly actor: UserPrincipal; readonly now: Date },
): Promise<Result<string, RuleRefusal>> {
  const { lotId, actor, now } = asked;
  const lot = await lockLot(tx, actor, lotId);
  if (lot === undefined) return fail({ kind: 'NotFound' });
  const opinions = [...asked.opinions].sort((one, other) => (one.certificationId < other.certificationId ? -1 : 1));
  const members = new Map((await findMembers(tx, lot)).map((member) => [member.certificationId, member]));
  for (const { certificationId } of opinions)
    if (!members.has(certificationId) || !(await mayRuleOn(tx, actor, certificationId)))
      return fail({ kind: 'NotAMember', certificationId });
  if (lot.status === 'OPEN') return fail({ kind: 'LotOpen' });
  const sitting = { lot, actor, now };
  const said = await findOpinions(tx, lot);
  for (const opinion of opinions) {
    const refusal = await standsInTheWay(tx, sitting, members.get(opinion.certificationId), said);
    if (refusal !== undefined) return fail(refusal);
  }
  await addOpinions(
    tx,
    opinions.map((opinion) => ({ ...opinion, ...signedBy(sitting), basis: 'EXAMINED' as const })),
  );
  await decide(
    tx,
    sitting,
    opinions.map(({ certificationId }) => certificationId),
  );
  const covered = await coverRest(tx, sitting);
  const invalid = opinions.filter(({ outcome }) => outcome === 'INVALID').length;
  const detail = { cases: opinions.length, invalid, covered };
  await recordAudit(tx, { principal: actor, action: 'dictamen.rule', subject: lotId, detail, at: now });
  return ok(lotId);
}

async function standsInTheWay(
  tx: Tx,
  { lot, actor, now }: Sitting,
  member: LotMember | undefined,
  said: readonly OpinionRow[],
): Promise<RuleRefusal | undefined> {
  if (member === undefined) throw new Error('A member that was there is gone while its lot was locked.');
  const { certificationId } = member;
  const row = await lockCase(tx, lot.tenantId, certificationId);
  if (member.outcome !== null) return { kind: 'DecidedAlready', certificationId };
  if (row.status !== 'IN_LOT') return { kind: 'NotWaiting', certificationId, status: row.status };
  if (said.some((one) => one.certificationId === certificationId && one.rulerId === actor.userId))
    return { kind: 'RuledAlready', certificationId };
  const free = guardDuty('RULE', await rulerFactsOf(tx, row, actor.userId, now));
  return free.ok ? undefined : { kind: 'Conflicted', certificationId, guard: free.error };
}

/** Each of these members of whom two rulers say the same, and may still say it, is decided. */
async function decide(tx: Tx, sitting: Sitting, certificationIds: readonly string[]): Promise<void> {
  const { lot, now } = sitting;
  const byMember = Map.groupBy(await findOpinions(tx, lot), (one) => one.certificationId);
  for (const certificationId of certificationIds) {
    const row = await lockCase(tx, lot.tenantId, certificationId);
    const said = await Promise.all(
      (byMember.get(certificationId) ?? []).map(async (opinion) => ({
        ...opinion,
        facts: await rulerFactsOf(tx, row, opinion.rulerId, now),
      })),
    );
    // What was said counts as long as who said it is free of the candidate: somebody may have been assigned to evaluate her since.
    const free = said.filter(({ facts }) => guardDuty('RULE', facts).ok);
    const decided = decisionOf(free);
    if (decided === undefined) continue;
    const { outcome, invalidFor } = decided;
    const rulers = free.filter((one) => one.outcome === outcome).map(({ facts }) => facts);
    const change = { tenantId: lot.tenantId, certificationId, now };
    const detail = { lotId: lot.id, rulers: rulers.map(({ personId }) => personId) };
    const command = { kind: 'rule', lotId: lot.id, rulers, invalidFor } as const;
    const ruled = await required(applyTransition(tx, { ...change, command, detail }));
    await decideMember(tx, lot, certificationId, { outcome, decidedAt: now });
    await tell(tx, ruled, outcome, detail.rulers);
    if (outcome === 'INVALID') await required(applyTransition(tx, { ...change, command: { kind: 'requireRedo' } }));
    else {
      await catchUp(tx, ruled, now);
      await certificationSaga.lookAgain(tx, { tenantId: lot.tenantId, subject: certificationId, now });
    }
  }
}

/** What the group said of the sample is said of the rest too, where the sample stands for it. Answers how many cases were decided by it. */
async function coverRest(tx: Tx, sitting: Sitting): Promise<number> {
  const { lot, now } = sitting;
  const covered = coveredBySample(await findMembers(tx, lot));
  if (covered.length === 0) return 0;
  const said = await findOpinions(tx, lot);
  const sampled = new Set((await findMembers(tx, lot)).filter((one) => one.isSampled).map((one) => one.certificationId));
  const ofSample = said.filter((one) => sampled.has(one.certificationId));
  const doubters = new Set(ofSample.filter((one) => one.outcome === 'INVALID').map((one) => one.rulerId));
  const group = new Map(ofSample.filter((one) => !doubters.has(one.rulerId)).map((one) => [one.rulerId, one.rulerPersona]));
  const decided: string[] = [];
  for (const { certificationId } of covered) {
    const row = await lockCase(tx, lot.tenantId, certificationId);
    // Held for a person to decide: it is ruled on by itself when it goes on.
    if (row.status !== 'IN_LOT') continue;
    const already = new Set(said.filter((one) => one.certificationId === certificationId).map((one) => one.rulerId));
    const signing: { rulerId: string; rulerPersona: OpinionRow['rulerPersona'] }[] = [];
    for (const [rulerId, rulerPersona] of group) {
      if (already.has(rulerId)) continue;
      if (await mayCover(tx, row, { rulerId, rulerPersona }, now)) signing.push({ rulerId, rulerPersona });
    }
    // Alone she decides nothing: the case is then ruled on by itself, by whoever is free.
    if (signing.length < DICTAMEN_QUORUM) continue;
    const opinion = { ...recorded(sitting), certificationId, outcome: 'VALID', reason: null, basis: 'SAMPLE' } as const;
    await addOpinions(
      tx,
      signing.map((who) => ({ ...opinion, ...who })),
    );
    decided.push(certificationId);
  }
  await decide(tx, sitting, decided);
  const after = await findMembers(tx, lot);
  return after.filter((one) => decided.includes(one.certificationId) && one.outcome !== null).length;
}

/** Whether what a ruler said of the sample may hold for this case: her power reaches it, and she is free of its candidate. */
async function mayCover(
  tx: Tx,
  row: CertificationRow,
  { rulerId, rulerPersona }: Pick<OpinionRow, 'rulerId' | 'rulerPersona'>,
  now: Date,
): Promise<boolean> {
  const ruler = { tenantId: row.tenantId, userId: rulerId, persona: rulerPersona };
  return (await mayRuleOn(tx, ruler, row.id)) && guardDuty('RULE', await rulerFactsOf(tx, row, rulerId, now)).ok;
}

async function tell(tx: Tx, row: CertificationRow, outcome: DictamenOutcome, rulerIds: readonly string[]): Promise<void> {
  const { tenantId, id: certificationId, candidateId, lotId, changedAt } = row;
  if (lotId === null) throw new Error(`The case ${certificationId} was ruled on and is in no lot.`);
  const data = { certificationId, lotId, candidateId, outcome, rulerIds: [...rulerIds] };
  await emit(tx, dictamenRuled, { tenantId, subject: certificationId, occurredAt: changedAt, data });
}

function recorded({ lot, now }: Sitting) {
  return { tenantId: lot.tenantId, lotId: lot.id, ruledAt: now };
}

function signedBy(sitting: Sitting) {
  const { userId: rulerId, persona } = sitting.actor;
  // The mutation's rule lets nobody else through.
  if (persona !== 'certifier' && persona !== 'verifier') throw new Error(`A ${persona} is of no Grupo de Dictamen.`);
  return { ...recorded(sitting), rulerId, rulerPersona: persona };
}
