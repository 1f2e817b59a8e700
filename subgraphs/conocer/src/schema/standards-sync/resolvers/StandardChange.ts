import type { CatalogueFacts, ChangedField } from '../../../domain/compare-catalogue.ts';
import type { StandardChangeResolvers } from '../../types.generated.ts';

export const StandardChange: StandardChangeResolvers = {
  differences: ({ fields, before, after }) =>
    fields.map((field) => ({ field, before: before === null ? null : shown(before, field), after: shown(after, field) })),
};

function shown(facts: CatalogueFacts, field: ChangedField): string | null {
  const value = field === 'alignment' ? null : facts[field];
  return value === null ? null : String(value);
}
