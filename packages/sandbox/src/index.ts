export type { CallRecord } from './call-log.ts';
export { sandboxEnvironment } from './config.ts';
export type { LedgerEntry, LedgerView } from './control-desk.ts';
export type { FaultMode, FaultPlan, RouteClass } from './faults.ts';
export { FAULT_MODES } from './faults.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
export type { SubmissionAnswer } from './submission-answer.ts';
export type { RejectionCode, VerdictPolicy } from './verdict.ts';
