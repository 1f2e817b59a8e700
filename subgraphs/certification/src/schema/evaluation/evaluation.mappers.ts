import type { EvaluationPlan, PlanParty } from '../../domain/case/phases.ts';
import type { CaseInstrumentRow } from '../../store/case-standards.ts';
import type { AnswerRow, EvidenceRow, JudgementRow } from '../../store/evaluation.ts';

export type EvaluationPlanMapper = EvaluationPlan & {
  readonly certificationId: string;
  readonly signedBy: readonly PlanParty[];
};
export type PinnedInstrumentMapper = CaseInstrumentRow;
export type ReactivoAnswerMapper = AnswerRow;
export type EvidenceMapper = EvidenceRow;
export type CaseJudgementMapper = JudgementRow;
