import type { SqlOutcome } from '../db/play-sql.ts';

/** Rows that are another tenant's than the one in force: by their `tenant_id`, or because a value holds the other's id or secret. */
export function foreignRows(
  outcome: SqlOutcome,
  tenantIds: Readonly<Record<'A' | 'B', string>>,
  secrets: readonly string[],
): number {
  const own = outcome.tenant === null ? undefined : tenantIds[outcome.tenant];
  const foreign = Object.values(tenantIds).filter((id) => id !== own);
  const telltales = [...foreign, ...(outcome.tenant === 'A' ? secrets : [])];
  return outcome.rows.filter((row) => {
    const text = JSON.stringify(row);
    return ('tenant_id' in row && row['tenant_id'] !== own) || telltales.some((telltale) => text.includes(telltale));
  }).length;
}

/** Columns of the first row that are not as expected, summed over several databases, in words. `count(*)` comes as text. */
export function valueDiffers(
  expected: Readonly<Record<string, unknown>>,
  outcomes: readonly { name: string; outcome: SqlOutcome }[],
): string[] {
  return Object.entries(expected).flatMap(([column, value]) => {
    const found = outcomes.map(({ name, outcome }) => ({ name, value: outcome.rows[0]?.[column], error: outcome.message }));
    const missing = found.filter((one) => one.value === undefined);
    if (missing.length > 0)
      return missing.map((one) => `${one.name} gave no ${column}${one.error === undefined ? '' : `: ${one.error}`}`);
    const isNumber = typeof value === 'number';
    const total = isNumber ? found.reduce((sum, one) => sum + Number(one.value), 0) : found[0]?.value;
    if (String(total) === String(value)) return [];
    const where = found.filter((one) => Number(one.value) !== 0).map((one) => `${one.name}: ${String(one.value)}`);
    return [`expected ${column} ${JSON.stringify(value)}, got ${String(total)} (${where.join(', ')})`];
  });
}
