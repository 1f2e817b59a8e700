import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of `/proc/PID/stat` in a second, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** What a process and its descendants have used: processor seconds since they started, and memory now. From /proc, so Linux alone. */
export type Usage = { readonly cpuSeconds: number; readonly rssMb: number };

/** The usage of a process tree; a process that ended in between counts for nothing. */
export function usageOf(pid: number): Usage {
  let ticks = 0;
  let rssKb = 0;
  for (const one of treeOf(pid)) {
    const stat = readOf(`/proc/${one}/stat`);
    // Fields are counted behind the program's name, which may have blanks: utime and stime are the 12th and 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    rssKb += Number(/VmRSS:\s+(\d+)/.exec(readOf(`/proc/${one}/status`))?.[1] ?? 0);
  }
  return { cpuSeconds: ticks / TICKS_PER_SECOND, rssMb: rssKb / 1_024 };
}

function treeOf(pid: number): number[] {
  const found = [pid];
  for (const one of found) {
    for (const thread of foldersOf(`/proc/${one}/task`)) {
      const children = readOf(`/proc/${one}/task/${thread}/children`).trim();
      if (children !== '') found.push(...children.split(/\s+/).map(Number));
    }
  }
  return found;
}

function readOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function foldersOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
