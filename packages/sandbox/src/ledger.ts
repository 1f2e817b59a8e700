import { fingerprint } from './chance.ts';
import type { Fault } from './faults.ts';
import type { Journal } from './journal.ts';
import type { LedgerEvent, ReceivedEvent, Step, SubmissionRequest, SubmissionStatus } from './ledger-event.ts';
import { type Pace, phasesDue } from './pace.ts';
import type { Verdict } from './verdict.ts';

/** One submission as the authority knows it. Read-only outside the ledger. */
export type Submission = {
  readonly id: string;
  readonly request: SubmissionRequest;
  readonly idempotencyKey?: string;
  readonly receivedAt: string;
  /** The verdict it will meet; absent when only `decide` can bring one. */
  readonly foreseen?: Verdict;
  /** How often its status was asked for. */
  readonly polls: number;
  /** Every status it has had; the last is the truth. Never empty. */
  readonly steps: readonly Step[];
};

type Entry = { received: ReceivedEvent; polls: number; steps: Step[]; lastServed: SubmissionStatus };

type Reception = { kind: 'recorded' | 'replayed'; submission: Submission } | { kind: 'conflict' };

type LedgerOptions = {
  seed: number;
  pace: Pace;
  clock: { now(): Date };
  journal: Journal;
  /** Asked once per submission, when it is received. */
  foresee: (externalRef: string) => Verdict | undefined;
};

/** The authority's register: the only truth about what was submitted and decided. */
export class Ledger {
  readonly #options: LedgerOptions;
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #byRef = new Map<string, Entry[]>();
  readonly #byKey = new Map<string, Entry>();
  readonly #folios = new Set<string>();

  constructor(options: LedgerOptions) {
    this.#options = options;
    for (const event of options.journal.history) this.#apply(event);
  }

  /**
   * A new submission is recorded, whatever is known of its external reference; with an idempotency key that was seen
   * before, the earlier one is replayed (same request) or refused as a conflict (another request).
   */
  receive(request: SubmissionRequest, idempotencyKey?: string): Reception {
    const earlier = idempotencyKey === undefined ? undefined : this.#byKey.get(idempotencyKey);
    if (earlier) {
      const isSame = JSON.stringify(earlier.received.request) === JSON.stringify(request);
      return isSame ? { kind: 'replayed', submission: toSubmission(earlier) } : { kind: 'conflict' };
    }
    const occurrence = this.#byRef.get(request.externalRef)?.length ?? 0;
    const foreseen = this.#options.foresee(request.externalRef);
    const id = `SBX-${fingerprint(this.#options.seed, 'id', request.externalRef, occurrence).slice(0, 16)}`;
    this.#record({
      kind: 'received',
      id,
      at: this.#options.clock.now().toISOString(),
      request,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(foreseen ? { foreseen } : {}),
    });
    return { kind: 'recorded', submission: toSubmission(this.#entry(id)) };
  }

  /** Answers a poll: the submission has aged by one poll, and the step to show is the truth unless the fault lies. */
  observe(id: string, fault?: Fault): { submission: Submission; shown: Step } | undefined {
    const entry = this.#byId.get(id);
    if (!entry) return undefined;
    entry.polls += 1;
    this.#settle(entry);
    const shown = this.#shownStep(entry, fault);
    entry.lastServed = shown.status;
    return { submission: toSubmission(entry), shown };
  }

  /** The ids that carry this external reference, oldest first. */
  idsOf(externalRef: string): string[] {
    return (this.#byRef.get(externalRef) ?? []).map((entry) => entry.received.id);
  }

  /** The verdict is in force for every submission of this reference; false when there is none. May reverse an earlier verdict. */
  decide(externalRef: string, verdict: Verdict): boolean {
    const entries = this.#byRef.get(externalRef) ?? [];
    for (const entry of entries) {
      this.#settle(entry);
      this.#conclude(entry, verdict, this.#options.clock.now());
    }
    return entries.length > 0;
  }

  /** Everything received so far, oldest first, as of now. */
  submissions(): Submission[] {
    for (const entry of this.#entries) this.#settle(entry);
    return this.#entries.map(toSubmission);
  }

  /** External references that were recorded more than once. */
  duplicates(): { externalRef: string; count: number }[] {
    return [...this.#byRef]
      .filter(([, entries]) => entries.length > 1)
      .map(([externalRef, entries]) => ({ externalRef, count: entries.length }));
  }

  /** Nothing was ever received. */
  clear(): void {
    this.#options.journal.clear();
    this.#entries.length = 0;
    for (const index of [this.#byId, this.#byRef, this.#byKey, this.#folios]) index.clear();
  }

  #settle(entry: Entry): void {
    const { received, polls } = entry;
    const submission = { receivedAt: new Date(received.at), polls };
    for (const { phase, at } of phasesDue(this.#options.pace, submission, this.#options.clock.now())) {
      if (phase === 'IN_REVIEW' && lastStep(entry).status === 'RECEIVED') {
        this.#step(entry, { status: 'IN_REVIEW', at: at.toISOString() });
      }
      if (phase === 'VERDICT' && received.foreseen && !isFinal(lastStep(entry).status)) {
        this.#conclude(entry, received.foreseen, at);
      }
    }
  }

  #conclude(entry: Entry, verdict: Verdict, instant: Date): void {
    if (lastStep(entry).status === verdict.status) return;
    const at = instant.toISOString();
    if (lastStep(entry).status === 'RECEIVED') this.#step(entry, { status: 'IN_REVIEW', at });
    if (verdict.status === 'REJECTED') this.#step(entry, { ...verdict, at });
    else this.#step(entry, { ...verdict, at, folio: this.#freeFolio(entry), issuedOn: at.slice(0, 10) });
  }

  #shownStep(entry: Entry, fault: Fault | undefined): Step {
    const truth = lastStep(entry);
    switch (fault?.plan.mode) {
      case 'flap':
        // Only after the verdict was shown, and never twice running: APPROVED, IN_REVIEW, APPROVED, IN_REVIEW…
        return isFinal(entry.lastServed) ? this.#lie(entry, fault, 'IN_REVIEW') : truth;
      case 'outOfOrder':
        // An answer that was overtaken on the way: as old as the first one, its `updatedAt` too.
        return entry.lastServed === 'RECEIVED' ? truth : this.#lie(entry, fault, 'RECEIVED');
      case 'lateReject':
        if (truth.status !== 'APPROVED' || entry.lastServed !== 'APPROVED') return truth;
        fault.land();
        this.#conclude(entry, { status: 'REJECTED', reasonCode: 'REVERSED_ON_REVIEW' }, this.#options.clock.now());
        return lastStep(entry);
      default:
        return truth;
    }
  }

  #lie(entry: Entry, fault: Fault, status: 'RECEIVED' | 'IN_REVIEW'): Step {
    fault.land();
    const at = status === 'RECEIVED' ? entry.received.at : this.#options.clock.now().toISOString();
    return { status, at };
  }

  /** The same submission keeps its folio through a reversal; no two submissions share one. */
  #freeFolio(entry: Entry): string {
    const own = entry.steps.find((step) => step.status === 'APPROVED');
    if (own) return own.folio;
    let draw = Number.parseInt(fingerprint(this.#options.seed, 'folio', entry.received.id).slice(0, 12), 16);
    while (this.#folios.has(folio(draw))) draw += 1;
    return folio(draw);
  }

  #step(entry: Entry, step: Step): void {
    this.#record({ kind: 'stepped', id: entry.received.id, polls: entry.polls, step });
  }

  /** Written before applied: what the journal refuses has not happened. */
  #record(event: LedgerEvent): void {
    this.#options.journal.append(event);
    this.#apply(event);
  }

  #apply(event: LedgerEvent): void {
    if (event.kind === 'stepped') {
      const entry = this.#entry(event.id);
      entry.steps.push(event.step);
      entry.polls = event.polls;
      if (event.step.status === 'APPROVED') this.#folios.add(event.step.folio);
      return;
    }
    const { id, at, request, idempotencyKey } = event;
    const entry: Entry = { received: event, polls: 0, steps: [{ status: 'RECEIVED', at }], lastServed: 'RECEIVED' };
    this.#entries.push(entry);
    this.#byId.set(id, entry);
    this.#byRef.set(request.externalRef, [...(this.#byRef.get(request.externalRef) ?? []), entry]);
    if (idempotencyKey !== undefined) this.#byKey.set(idempotencyKey, entry);
  }

  #entry(id: string): Entry {
    const entry = this.#byId.get(id);
    if (!entry) throw new Error(`Expected submission ${id} to be recorded before anything happens to it`);
    return entry;
  }
}

/** The sandbox's own range: ten digits that begin with 9, so that none can be taken for a folio of CONOCER. */
function folio(draw: number): string {
  return `D-9${String(draw % 10 ** 9).padStart(9, '0')}`;
}

function isFinal(status: SubmissionStatus): boolean {
  return status === 'APPROVED' || status === 'REJECTED';
}

function lastStep(entry: Entry): Step {
  const last = entry.steps.at(-1);
  if (!last) throw new Error(`Expected submission ${entry.received.id} to have at least the step RECEIVED`);
  return last;
}

function toSubmission(entry: Entry): Submission {
  const { id, request, at, idempotencyKey, foreseen } = entry.received;
  return {
    id,
    request,
    receivedAt: at,
    polls: entry.polls,
    steps: [...entry.steps],
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(foreseen ? { foreseen } : {}),
  };
}
