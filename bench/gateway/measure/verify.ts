import { isDeepStrictEqual } from 'node:util';
import { TENANT_HEADER } from '../contenders.ts';
import type { Running } from '../enter.ts';
import { askMonolith } from '../graph/monolith.ts';
import { bodiesOf, type Workload } from '../graph/workloads.ts';

/** Requests of a workload whose answers are compared; a workload that has more is sampled evenly. */
const SAMPLED = 8;

const DEADLINE_MS = 30_000;

/** Why an answer is not what graphql-js says over the joined data; undefined when all that were sampled are deeply equal. */
export async function findDifference(running: Running, workload: Workload, token: string): Promise<string | undefined> {
  const bodies = bodiesOf(workload);
  const step = Math.max(1, Math.floor(bodies.length / SAMPLED));
  for (let index = 0; index < bodies.length; index += step) {
    const wanted = await askMonolith(workload.query, workload.variables[index] ?? {});
    if (wanted.errors !== undefined) throw new Error(`The workload ${workload.name} is wrong: ${wanted.errors[0]?.message}`);
    const told = await askFor(running, bodies[index] ?? '', token);
    if (told.status !== 200) return `it answered ${told.status}: ${told.text.slice(0, 300)}`;
    const { data, errors } = JSON.parse(told.text) as { data?: unknown; errors?: unknown };
    if (errors !== undefined) return `it answered with errors: ${JSON.stringify(errors).slice(0, 300)}`;
    // Through JSON: graphql-js makes objects without a prototype.
    if (!isDeepStrictEqual(data, JSON.parse(JSON.stringify(wanted.data)))) return `its answer to request ${index} differs`;
  }
  return undefined;
}

/** Sends one request and reads its answer. */
export async function askFor(running: Running, body: string, token: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${running.port}${running.contender.path}`, {
    method: 'POST',
    headers: {
      ...TENANT_HEADER,
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
    },
    body,
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  return { status: response.status, text: await response.text() };
}
