import type { Result } from '@academy/kernel';
import type { CaseRefusal } from '../domain/case/refusals.ts';
import type { CertificationRow, StaleVersion } from '../store/certification.ts';

/** The case after a step that the caller has made sure of. Throws when the state machine refused it: that is a bug. */
export async function required(
  applied: Promise<Result<CertificationRow, CaseRefusal | StaleVersion>>,
): Promise<CertificationRow> {
  const result = await applied;
  if (result.ok) return result.value;
  const { kind, command, status } = result.error;
  throw new Error(`${command} was expected to be possible in ${status}, but was refused: ${kind}.`);
}
