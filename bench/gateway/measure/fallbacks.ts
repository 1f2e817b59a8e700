import type { Running } from '../enter.ts';

/** Operations that our gateway gave to the stock executor since it started, by its own metrics; undefined for a contender that has none. */
export async function fallbacksOf({ port, contender }: Running): Promise<number | undefined> {
  if (!contender.name.startsWith('ours')) return undefined;
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  if (!response.ok) return undefined;
  const count = /^academy_gateway_executions_total\{[^}]*executor="stock"[^}]*\} (\d+)/m.exec(await response.text());
  return Number(count?.[1] ?? 0);
}
