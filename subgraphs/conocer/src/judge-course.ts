import type { Tx } from '@academy/platform/db';
import { policiesOf } from '@academy/platform/events';
import { decideGate, type GateDecision } from './domain/compliance-gate.ts';
import { findImpactInputs } from './store/impact-evidence.ts';

/** How the tenant's gate decides about a course, by what is known of both now. */
export async function judgeCourse(tx: Tx, tenantId: string, courseId: string): Promise<GateDecision> {
  const {
    solarpunkPolicy: mode,
    minimumSustainability: sustainability,
    minimumSocialJustice: socialJustice,
  } = await policiesOf(tx, tenantId);
  return decideGate({ mode, thresholds: { sustainability, socialJustice } }, await findImpactInputs(tx, tenantId, courseId));
}
