import type { CasePath, CaseStatus } from '../../src/domain/case/phases.ts';
import { PLAN, ROOT, type Situation } from './commands.ts';
import { type Act, LIVES, NEWS, ROWS } from './table.ts';

/** What the model knows of a case: its state, and the few things that decide between two rows of the table. */
export type Model = Situation & {
  readonly path: CasePath;
  readonly hasStandard: boolean;
  readonly status: CaseStatus;
  readonly heldFrom: CaseStatus | null;
  readonly plan: typeof PLAN | null;
  readonly signed: readonly Act[];
  readonly hold: Act | null;
  readonly isCorrectable: boolean;
  readonly folio: Act | null;
  readonly reissued: Act | null;
};

export function opened(path: CasePath, hasStandard: boolean): Model {
  const none = { heldFrom: null, plan: null, signed: [], hold: null, folio: null, reissued: null, portfolioRoot: null };
  return { path, hasStandard, status: 'REGISTERED', attempt: 0, isCorrectable: false, ...none };
}

/** The model after the act, well done; undefined where the table has no row for it. */
export function after(model: Model, act: Act): Model | undefined {
  const { status } = model;
  const leadsTo = possible(model).get(act);
  if (leadsTo === undefined || (status === 'RESULTS_DELIVERED' && !model.hasStandard)) return undefined;
  const to = leadsTo === 'BACK' ? (model.heldFrom ?? status) : leadsTo;
  const next: Model = { ...model, status: to, heldFrom: null };
  switch (act) {
    case 'propose':
      return model.plan === null ? { ...next, plan: PLAN, signed: [] } : undefined;
    case 'candidateSigns':
    case 'evaluatorSigns': {
      if (model.plan === null || model.signed.includes(act)) return undefined;
      const signed = [...model.signed, act];
      return { ...next, signed, status: signed.length === 2 ? 'PLAN_AGREED' : 'DIAGNOSED' };
    }
    case 'centreDelivers':
      return { ...next, portfolioRoot: ROOT };
    case 'prepareDirect':
    case 'prepareLot':
      if (status === 'REJECTED' && !model.isCorrectable) return undefined;
      return { ...next, attempt: model.attempt + 1, hold: null };
    case 'gateHolds':
    case 'authorityIsAway':
      return model.hold === act ? undefined : { ...next, hold: act };
    case 'rejected':
    case 'rejectedForGood':
      return { ...next, isCorrectable: act === 'rejected' };
    case 'issued':
    case 'issuedOtherwise':
      return { ...next, folio: act };
    case 'reissue':
    case 'reissueAnew':
      return status === 'REISSUED' && model.reissued === act ? undefined : { ...next, reissued: act };
    case 'holdForDuties':
    case 'holdForArco':
      return { ...next, heldFrom: status };
    default:
      return next;
  }
}

const TABLE = new Map<string, Map<Act, CaseStatus | 'BACK'>>();
for (const [act, from, to, paths] of ROWS)
  for (const status of from)
    for (const path of paths) {
      const key = `${status} ${path}`;
      TABLE.set(key, (TABLE.get(key) ?? new Map<Act, CaseStatus | 'BACK'>()).set(act, to));
    }

/** What the table has for this state and path: each act, and where it leads. */
export function possible({ status, path }: Model): ReadonlyMap<Act, CaseStatus | 'BACK'> {
  return TABLE.get(`${status} ${path}`) ?? new Map();
}

/** Whether the authority contradicts, by this, a verdict that it gave on the same attempt. */
export function isReversal(model: Model, act: Act): boolean {
  if (!NEWS.has(act)) return false;
  const isIssue = act === 'issued' || act === 'issuedOtherwise';
  if (LIVES.includes(model.status)) return isIssue ? act !== model.folio : act === 'rejected' || act === 'rejectedForGood';
  const status = model.heldFrom ?? model.status;
  const isRejected = ['REJECTED', 'CLOSED', 'WITHDRAWN'].includes(status) && model.attempt > 0;
  return isRejected && isIssue;
}
