import { cpus, totalmem } from 'node:os';
import { canPin } from '../processes/spawned.ts';

/** Where and with what a run was made, in one line. */
export function machine(): string {
  const cores = cpus();
  const pinned = canPin
    ? 'gateway bound to core 0, load and subgraphs to core 1'
    : 'taskset is missing: nothing is bound to a core, and figures vary more';
  return `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; ${pinned}`;
}
