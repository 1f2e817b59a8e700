import type { CallLog, CallRecord } from './call-log.ts';
import type { FaultPlan, FaultPlans } from './faults.ts';
import type { Ledger, Submission } from './ledger.ts';
import type { SubmissionStatus } from './ledger-event.ts';
import type { PublicRegister, RegisterRevision } from './register.ts';
import type { RejectionCode, Verdict, VerdictPolicy } from './verdict.ts';

/** A submission with the status that is true now. */
export type LedgerEntry = Submission & { externalRef: string; status: SubmissionStatus; folio?: string };

/** The authority's side of the story, as of one instant. */
export type LedgerView = {
  /** Every accepted POST, oldest first. */
  readonly submissions: readonly LedgerEntry[];
  /** External references with more than one submission. */
  readonly duplicates: readonly { externalRef: string; count: number }[];
  /** The last 10,000 calls, oldest first. */
  readonly calls: readonly CallRecord[];
  /** All calls since the start or the last reset. */
  readonly callsTotal: number;
};

/** The verdict that submissions received from now on will meet. */
export type VerdictSetting = { policy: VerdictPolicy; reasonCode: RejectionCode };

type Desk = { ledger: Ledger; faults: FaultPlans; calls: CallLog; verdict: VerdictSetting; register: PublicRegister };

/** What a test, or an operator of the sandbox, can do to the authority; the HTTP control plane offers the same. */
export class ControlDesk {
  readonly #desk: Desk;
  readonly #initialVerdict: VerdictSetting;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#initialVerdict = { ...desk.verdict };
  }

  view(): LedgerView {
    const { ledger, calls } = this.#desk;
    return {
      submissions: ledger.submissions().map(toLedgerEntry),
      duplicates: ledger.duplicates(),
      calls: calls.records(),
      callsTotal: calls.total,
    };
  }

  /** The fault is in force for its routes; mode `ok` heals them. Throws a ZodError on an impossible plan. */
  plan(plan: FaultPlan): void {
    this.#desk.faults.plan(plan);
  }

  /** The verdict is in force for every submission of this reference, at once; false when there is none. */
  decide(externalRef: string, verdict: Verdict): boolean {
    return this.#desk.ledger.decide(externalRef, verdict);
  }

  /** Submissions received from now on meet this verdict; earlier ones keep theirs. */
  setVerdict(policy: VerdictPolicy, reasonCode: RejectionCode = this.#initialVerdict.reasonCode): void {
    Object.assign(this.#desk.verdict, { policy, reasonCode });
  }

  /** The public register says this from now on. Throws where a code that is to be dropped is not listed. */
  revise(revision: RegisterRevision): void {
    this.#desk.register.revise(revision);
  }

  /** As after a first start: empty ledger, no faults, the verdict policy of the options, the first register. Tokens stay valid. */
  reset(): void {
    const { ledger, faults, calls, verdict, register } = this.#desk;
    register.reset();
    ledger.clear();
    faults.reset();
    calls.clear();
    Object.assign(verdict, this.#initialVerdict);
  }
}

function toLedgerEntry(submission: Submission): LedgerEntry {
  const last = submission.steps.at(-1);
  return {
    ...submission,
    externalRef: submission.request.externalRef,
    status: last?.status ?? 'RECEIVED',
    ...(last?.status === 'APPROVED' ? { folio: last.folio } : {}),
  };
}
