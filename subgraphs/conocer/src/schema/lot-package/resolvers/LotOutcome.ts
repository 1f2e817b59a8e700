import { isDoubt, type OutcomeKind } from '../../../domain/lot-outcome.ts';
import type { LotOutcomeRow } from '../../../store/lot-packages.ts';
import type { LotOutcomeResolvers } from '../../types.generated.ts';
import { entriesConnection } from '../package-pages.ts';

const count = ({ entries }: LotOutcomeRow, kind: OutcomeKind) => entries.filter((entry) => entry.kind === kind).length;

export const LotOutcome: LotOutcomeResolvers = {
  issued: (row) => count(row, 'ISSUED'),
  rejected: (row) => count(row, 'REJECTED'),
  unchanged: (row) => count(row, 'UNCHANGED'),
  doubts: ({ entries }) => entries.filter(isDoubt).length,
  importedBy: ({ importedBy }) => ({ id: importedBy }),
  entries: (row, args) => entriesConnection(row, args),
};
