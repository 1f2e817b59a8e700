import { fail, ok, type Result, unreachable } from '@academy/kernel';
import { addBusinessDays } from './business-days.ts';
import type { InvalidInput, InvalidState } from './refusal.ts';

/** What a person can ask about her data. */
export type DataRequestKind = 'EXPORT' | 'ERASURE';

/** How far a request has come. */
export type DataRequestStatus = 'RECEIVED' | 'ACCEPTED' | 'IN_PROGRESS' | 'COMPLETED' | 'REFUSED';

/** Grounds on which the law lets a request be refused. */
export type RefusalGround = 'LEGAL_DUTY' | 'CONTRACT' | 'RIGHTS_OF_OTHERS' | 'NOT_THE_HOLDER' | 'ALREADY_ANSWERED';

/** The islands in the order of an export's document. */
export const DATA_ISLANDS = ['users', 'courses', 'certification', 'conocer', 'analytics'] as const;
export type DataIsland = (typeof DATA_ISLANDS)[number];

/** Business days for an answer, and for its effect after it; each once more when it is extended (Ley Federal de Protección de Datos Personales en Posesión de los Particulares). */
export const ANSWER_DAYS = 20;
const EFFECT_DAYS = 15;

/** What stands in place of the name of a person whose data are blocked or gone. */
export const SUPPRESSED_NAME = 'Cuenta suprimida';

/** A request as decisions see it. */
export type DataRequest = {
  readonly subjectId: string;
  readonly kind: DataRequestKind;
  readonly status: DataRequestStatus;
  readonly answerDueAt: Date;
  readonly answerExtendedAt: Date | null;
  readonly effectDueAt: Date | null;
  readonly effectExtendedAt: Date | null;
};

/** What the privacy officer decides. */
export type Resolution =
  | { readonly kind: 'ACCEPT' }
  | { readonly kind: 'REFUSE'; readonly ground: RefusalGround; readonly reason: string }
  | { readonly kind: 'EXTEND'; readonly reason: string };

/** What she must know of the person to decide. */
export type SubjectFacts = {
  /** Her erasure was accepted. */
  readonly isBlocked: boolean;
  /** Nobody else administers the tenant. */
  readonly isLastAdmin: boolean;
  readonly hasOpenExport: boolean;
};

/** The columns that a resolution changes. */
export type ResolutionChange = {
  readonly status?: DataRequestStatus;
  readonly resolvedAt?: Date;
  readonly resolvedBy?: string;
  readonly refusalGround?: RefusalGround;
  readonly refusalReason?: string;
  readonly answerDueAt?: Date;
  readonly answerExtendedAt?: Date;
  readonly answerExtensionReason?: string;
  readonly effectDueAt?: Date;
  readonly effectExtendedAt?: Date;
  readonly effectExtensionReason?: string;
};

/** What a resolution makes of a request, or why it cannot be. Nobody resolves her own. */
export function decideResolution(
  request: DataRequest,
  resolution: Resolution,
  by: { readonly resolverId: string; readonly now: Date; readonly subject: SubjectFacts },
): Result<ResolutionChange, InvalidState> {
  if (request.subjectId === by.resolverId) return refuse('Your own request is resolved by another privacy officer.');
  switch (resolution.kind) {
    case 'ACCEPT':
      return accept(request, by);
    case 'REFUSE':
      if (request.status !== 'RECEIVED') return refuse(`The request is ${request.status} and cannot be refused any more.`);
      return ok({
        status: 'REFUSED',
        resolvedAt: by.now,
        resolvedBy: by.resolverId,
        refusalGround: resolution.ground,
        refusalReason: resolution.reason,
      });
    case 'EXTEND':
      return extend(request, resolution.reason, by.now);
    default:
      return unreachable(resolution);
  }
}

function accept(
  request: DataRequest,
  { resolverId, now, subject }: { resolverId: string; now: Date; subject: SubjectFacts },
): Result<ResolutionChange, InvalidState> {
  if (request.status !== 'RECEIVED') return refuse(`The request is ${request.status} and was answered already.`);
  if (subject.isBlocked) return refuse('The erasure of this person was accepted: nothing else is done with her data.');
  if (request.kind === 'ERASURE' && subject.isLastAdmin)
    return refuse('She is the last admin of the academy; grant the persona to another person first.');
  if (request.kind === 'ERASURE' && subject.hasOpenExport)
    return refuse('She has an open request for an export; answer that one first, as nothing can be exported afterwards.');
  return ok({ status: 'ACCEPTED', resolvedAt: now, resolvedBy: resolverId, effectDueAt: addBusinessDays(now, EFFECT_DAYS) });
}

function extend(request: DataRequest, reason: string, now: Date): Result<ResolutionChange, InvalidState> {
  if (request.status === 'RECEIVED') {
    if (request.answerExtendedAt !== null) return refuse('The term for the answer was extended once already.');
    if (now >= request.answerDueAt) return refuse('The term for the answer is over; it can be extended only while it runs.');
    // The last instant of the term belongs to its last day: counting begins from that.
    const answerDueAt = addBusinessDays(new Date(request.answerDueAt.getTime() - 1), ANSWER_DAYS);
    return ok({ answerDueAt, answerExtendedAt: now, answerExtensionReason: reason });
  }
  const { effectDueAt } = request;
  if (effectDueAt === null || request.status === 'COMPLETED')
    return refuse(`The request is ${request.status}: no term runs any more.`);
  if (request.effectExtendedAt !== null) return refuse('The term for the effect was extended once already.');
  if (now >= effectDueAt) return refuse('The term for the effect is over; it can be extended only while it runs.');
  return ok({
    effectDueAt: addBusinessDays(new Date(effectDueAt.getTime() - 1), EFFECT_DAYS),
    effectExtendedAt: now,
    effectExtensionReason: reason,
  });
}

/** The end of the term that runs, or ran last; null when none does any more. */
export function termOf(request: DataRequest): Date | null {
  switch (request.status) {
    case 'RECEIVED':
      return request.answerDueAt;
    case 'ACCEPTED':
    case 'IN_PROGRESS':
      return request.effectDueAt;
    case 'COMPLETED':
    case 'REFUSED':
      return null;
  }
}

/** Whether the term that runs is over. */
export function isOverdue(request: DataRequest, now: Date): boolean {
  const term = termOf(request);
  return term !== null && now >= term;
}

/** Loose on purpose, as for notes of disclosures: what looks like one is refused. */
const IDENTIFYING = /\p{L}{4}[\s.\-/]?\d{6}[\s.\-/]?[HMX]\p{L}{5}|[^\s@]+@[^\s@]+\.[^\s@]+/iu;

/** A resolution as it is asked for; its reason outlives the person's data, so that it may hold neither CURP nor address. */
export function parseResolution(input: {
  readonly decision: Resolution['kind'];
  readonly ground: RefusalGround | undefined;
  readonly reason: string | undefined;
}): Result<Resolution, InvalidInput> {
  const { decision, ground, reason } = input;
  if (decision === 'ACCEPT') return ok({ kind: 'ACCEPT' });
  if (reason === undefined) return wrong('reason', `A reason was expected with ${decision}; the person will read it.`);
  if (IDENTIFYING.test(reason))
    return wrong('reason', 'A reason without CURP and e-mail address was expected: it is kept for good.');
  if (decision === 'EXTEND') return ok({ kind: 'EXTEND', reason });
  if (ground === undefined) return wrong('ground', 'A ground of the law was expected with REFUSE; name it.');
  return ok({ kind: 'REFUSE', ground, reason });
}

function refuse(message: string) {
  return fail<InvalidState>({ kind: 'InvalidState', message });
}

function wrong(field: string, message: string) {
  return fail<InvalidInput>({ kind: 'InvalidInput', field, message });
}
