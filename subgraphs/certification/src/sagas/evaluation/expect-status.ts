import type { CaseCommand } from '../../domain/case/commands.ts';
import type { CaseStatus } from '../../domain/case/phases.ts';
import type { CertificationRow } from '../../store/certification.ts';
import type { ActRefusal } from '../act-on-case.ts';

/** Why the case is in none of the states in which this is done, before any fact is asked for; undefined when it is in one. */
export function notIn(
  row: CertificationRow,
  command: CaseCommand['kind'],
  ...expected: readonly CaseStatus[]
): ActRefusal | undefined {
  const { status, heldFor } = row;
  if (expected.includes(status)) return undefined;
  if (status === 'ON_HOLD' && heldFor !== null) return { kind: 'OnHold', heldFor, status, command };
  return row.isOpen ? { kind: 'NotPossible', expected, status, command } : { kind: 'Final', status, command };
}
