import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Patch } from './loading.ts';

/** Plants one bug after the other, each in a process of its own. Resolves to the names of those that were not found in time. */
export async function huntAll(
  bugs: readonly Patch[],
  options: { entry: string; seconds: number; seed: string; say(line: string): void },
): Promise<string[]> {
  const missed: string[] = [];
  for (const { name } of bugs) {
    const args = [options.entry, '--plant', name, '--seconds', String(options.seconds), '--seed', options.seed];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    const [code] = await once(child, 'close');
    if (code !== 0) missed.push(name);
    options.say(`${code === 0 ? 'found ' : 'MISSED'} ${name}: ${output.join('').trim()}`);
  }
  options.say(
    `${bugs.length - missed.length} of ${bugs.length} planted bugs were found, each within ${options.seconds} s; seed ${options.seed}`,
  );
  return missed;
}
