import { CallLog } from './call-log.ts';
import { createCatalogue } from './catalogue.ts';
import { ControlDesk, type LedgerView } from './control-desk.ts';
import { createControlPlane } from './control-plane.ts';
import { type FaultPlan, FaultPlans } from './faults.ts';
import { memoryJournal, openJournal } from './journal.ts';
import { Ledger } from './ledger.ts';
import { drain, listen } from './listening.ts';
import { Tokens } from './oauth.ts';
import type { Pace } from './pace.ts';
import { PublicRegister, type RegisterRevision } from './register.ts';
import { createRoutes } from './routes.ts';
import { createFront } from './server.ts';
import { createSubmissionParser } from './submission-request.ts';
import { foreseeVerdict, type RejectionCode, type VerdictPolicy } from './verdict.ts';

export type SandboxOptions = {
  /** Default 127.0.0.1. */
  host?: string | undefined;
  /** Default 0: any free port. */
  port?: number | undefined;
  clientId: string;
  /** Also the bearer token of the control plane. */
  clientSecret: string;
  /** Default false: every accepted POST is a new submission. */
  idempotent?: boolean | undefined;
  /** Default 1. Same seed and same calls: same ids, folios, verdicts and faults. */
  seed?: number | undefined;
  /** Default `approve`. */
  verdict?: VerdictPolicy | undefined;
  /** The poll that meets the verdict; default 3. Not together with processingMs. */
  pollsUntilVerdict?: number | undefined;
  /** Time from reception to verdict, by `clock`; polls then change nothing. */
  processingMs?: number | undefined;
  /** Default the machine's. */
  clock?: { now(): Date } | undefined;
  /** Wait before each answer of the authority, in real time; default 0. */
  latencyMs?: number | undefined;
  /** Default 300. */
  tokenTtlSeconds?: number | undefined;
  /** Default false: the control plane does not exist. */
  control?: boolean | undefined;
  /** The ledger outlives the process in this file; without it, it is forgotten. */
  ledgerFile?: string | undefined;
  /** Default false: a clean list of standards. */
  catalogueHazards?: boolean | undefined;
  /** Codes to list as RETIRED and to refuse; default none. */
  retiredStandards?: readonly string[] | undefined;
  /** Time for a request to arrive whole; default 30 s. */
  requestTimeoutMs?: number | undefined;
  /** Time that `stop` gives to requests under way; default 5 s. */
  drainMs?: number | undefined;
  /** Told about errors of the sandbox itself; default: nobody. */
  onBug?: ((error: unknown) => void) | undefined;
};

/** A running authority. */
export type Sandbox = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  /** The truth as of each reading. */
  readonly ledger: LedgerView;
  /** Puts a fault in force; mode `ok` heals. Throws on an impossible plan. */
  plan(plan: FaultPlan): void;
  /** Decides every submission of this reference now; throws when there is none. `reasonCode` only with REJECTED. */
  decide(externalRef: string, outcome: 'APPROVED' | 'REJECTED', reasonCode?: RejectionCode): void;
  /** Submissions received from now on meet this verdict. */
  setVerdict(policy: VerdictPolicy, reasonCode?: RejectionCode): void;
  /** The public register says this from now on; throws where a code that is to be dropped is not listed. */
  revise(revision: RegisterRevision): void;
  /** Empties the ledger, restores the register, heals all faults, forgets the calls. */
  reset(): void;
  /** Takes no new connection, lets go of callers held by a fault, waits for the others; a second call waits for the first. */
  stop(): Promise<void>;
};

/** The authority listens and answers. Rejects when the port is taken or the ledger file cannot be read. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', seed = 1, clock = { now: () => new Date() } } = options;
  const { clientId, clientSecret } = options;
  const verdict = { policy: options.verdict ?? 'approve', reasonCode: 'EVIDENCE_INCOMPLETE' as RejectionCode };
  const catalogue = createCatalogue({
    hasHazards: options.catalogueHazards ?? false,
    retired: options.retiredStandards ?? [],
  });
  const ledger = new Ledger({
    seed,
    clock,
    pace: paceOf(options),
    journal: options.ledgerFile === undefined ? memoryJournal : openJournal(options.ledgerFile),
    foresee: (externalRef) => foreseeVerdict(verdict.policy, { seed, externalRef, reasonCode: verdict.reasonCode }),
  });
  const faults = new FaultPlans(seed);
  const calls = new CallLog();
  const register = new PublicRegister();
  const desk = new ControlDesk({ ledger, faults, calls, verdict, register });
  const closing = new AbortController();
  const server = createFront({
    route: createRoutes({
      tokens: new Tokens({ clientId, clientSecret, ttlSeconds: options.tokenTtlSeconds ?? 300, clock }),
      ledger,
      catalogue,
      register,
      parseSubmission: createSubmissionParser({
        isActiveStandard: (code) => catalogue.isActive(code),
        today: () => clock.now().toISOString().slice(0, 10),
      }),
      isIdempotent: options.idempotent ?? false,
    }),
    ...(options.control ? { control: createControlPlane(desk, clientSecret) } : {}),
    faults,
    calls,
    clock,
    latencyMs: options.latencyMs ?? 0,
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
    onBug: options.onBug ?? (() => undefined),
    closing: closing.signal,
  });
  const port = await listen(server, options.port ?? 0, host);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= drain(server, closing, options.drainMs ?? 5_000);
    return stopped;
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    get ledger() {
      return desk.view();
    },
    plan: (plan) => desk.plan(plan),
    decide: (externalRef, outcome, reasonCode = 'EVIDENCE_INCOMPLETE') => {
      const decided = outcome === 'APPROVED' ? { status: outcome } : { status: outcome, reasonCode };
      const isKnown = desk.decide(externalRef, decided);
      if (!isKnown) throw new Error(`Expected a submission with external reference ${externalRef}; there is none`);
    },
    setVerdict: (policy, reasonCode) => desk.setVerdict(policy, reasonCode),
    revise: (revision) => desk.revise(revision),
    reset: () => desk.reset(),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function paceOf({ pollsUntilVerdict, processingMs }: SandboxOptions): Pace {
  if (processingMs === undefined) return { kind: 'polls', untilVerdict: pollsUntilVerdict ?? 3 };
  if (pollsUntilVerdict === undefined) return { kind: 'clock', processingMs };
  throw new Error('Expected pollsUntilVerdict or processingMs, got both; leave one out');
}
