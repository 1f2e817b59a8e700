import {
  type ComplianceThresholds,
  decideCompliance,
  type ImpactInputs,
  type MissedCriterion,
  scoreImpact,
} from './solarpunk.ts';
import type { SubScoreName } from './solarpunk-model.ts';

/** What a tenant decided about Solarpunk compliance: GATE holds a submission back, ADVISORY only records. */
export type GatePolicy = { readonly mode: 'GATE' | 'ADVISORY'; readonly thresholds: ComplianceThresholds };

/** How the gate decided, with all that is needed to decide again and get the same. */
export type GateDecision = {
  readonly isOpen: boolean;
  readonly policy: GatePolicy;
  readonly modelVersion: string;
  /** 0 to 100; null where too little is known. */
  readonly scores: Readonly<Record<SubScoreName, number | null>>;
  /** Thresholds that the course misses; may hold some although the gate is open, under ADVISORY. */
  readonly missed: readonly MissedCriterion[];
  readonly inputs: ImpactInputs;
};

/**
 * Whether candidates of a course may be submitted: always under ADVISORY, and under GATE when both gated scores reach the tenant's
 * thresholds. Access to official certification is free (EC0249, principio de libre acceso): a real certifier wants ADVISORY.
 */
export function decideGate(policy: GatePolicy, inputs: ImpactInputs): GateDecision {
  const score = scoreImpact(inputs);
  const compliance = decideCompliance(score, policy.thresholds);
  const { SUSTAINABILITY, COMMUNITY, REGENERATIVE, SOCIAL_JUSTICE, CIRCULARITY } = score.subScores;
  return {
    isOpen: compliance.ok || policy.mode === 'ADVISORY',
    policy,
    modelVersion: score.modelVersion,
    scores: {
      SUSTAINABILITY: SUSTAINABILITY.score,
      COMMUNITY: COMMUNITY.score,
      REGENERATIVE: REGENERATIVE.score,
      SOCIAL_JUSTICE: SOCIAL_JUSTICE.score,
      CIRCULARITY: CIRCULARITY.score,
    },
    missed: compliance.ok ? [] : compliance.error.missed,
    inputs,
  };
}
