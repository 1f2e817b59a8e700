import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../gateway/measure/figures.ts';

type Node = {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
};
type Profile = { readonly nodes: readonly Node[]; readonly samples: readonly number[]; readonly timeDeltas: readonly number[] };

const ROOT = resolve(import.meta.dirname, '../..');
const SHOWN = 25;

/** The work, and where a process spent its time meanwhile: its profile in `file`, its hottest functions on the terminal. */
export async function profiled<Answer>(inspectorPort: number, file: string, work: () => Promise<Answer>): Promise<Answer> {
  const inspector = await attach(inspectorPort);
  await inspector.send('Profiler.enable');
  await inspector.send('Profiler.setSamplingInterval', { interval: 500 });
  await inspector.send('Profiler.start');
  const answer = await work();
  const { profile } = await inspector.send<{ profile: Profile }>('Profiler.stop');
  inspector.close();
  writeFileSync(file, JSON.stringify(profile));
  console.log(`profile: ${file}\n${hottest(profile)}\n`);
  return answer;
}

async function attach(port: number) {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { webSocketDebuggerUrl: string }[];
  if (target === undefined) throw new Error(`Nothing can be profiled on port ${port}.`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await new Promise((open) => socket.addEventListener('open', open, { once: true }));
  return {
    send<Result>(method: string, params: object = {}): Promise<Result> {
      last += 1;
      const { promise, resolve: answered } = Promise.withResolvers<unknown>();
      waiting.set(last, answered);
      socket.send(JSON.stringify({ id: last, method, params }));
      return promise as Promise<Result>;
    },
    close: () => socket.close(),
  };
}

function hottest({ nodes, samples, timeDeltas }: Profile): string {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const micros = new Map<string, number>();
  let all = 0;
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '?';
    const took = timeDeltas[index] ?? 0;
    if (name === '(idle)') continue;
    all += took;
    micros.set(name, (micros.get(name) ?? 0) + took);
  }
  const rows = [...micros].sort(([, one], [, other]) => other - one).slice(0, SHOWN);
  return table(
    ['function, by its own time', 'ms', '% of busy'],
    rows.map(([name, took]) => [name, (took / 1_000).toFixed(0), ((took / all) * 100).toFixed(1)]),
  );
}

function nameOf({ functionName, url, lineNumber }: Node['callFrame']): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  const file = url.startsWith('file:') ? relative(ROOT, fileURLToPath(url)).replace(/^.*node_modules\//, '') : url;
  return `${name} ${file}:${lineNumber + 1}`;
}
