import type { EvaluationPlan } from '../domain/case/phases.ts';
import { canonicalJson } from '../domain/portfolio/canonical-json.ts';
import { sha256Of } from './sha256.ts';

/** What both sign: SHA-256, hex, of the plan and of the instrument that it was proposed with. Another day, version or reactivo is another digest. */
export function planDigest(plan: EvaluationPlan, instrumentDigest: string): string {
  const { evaluatorId, standardCode, evaluatesOn, dueOn } = plan;
  return sha256Of(canonicalJson({ evaluatorId, standardCode, evaluatesOn, dueOn, instrumentDigest }));
}
