// The graph in one process, once for each variant of security, over the same databases. Usage: started by bench/security.ts with BENCH_SECURITY in the
// environment; tells over IPC where each variant's gateway is and what to ask; `cpu` is answered with the processor time used so far, `stop` ends it.

import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { prepareGround } from './assembly.ts';
import { type BenchOperation, typicalOperations } from './operations.ts';
import { VARIANTS } from './parts.ts';

/** How the process is told what to be. */
export type AcademySetup = {
  readonly adminDatabaseUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
  /** Names of variants. */
  readonly variants: readonly string[];
};

/** Where everything is. */
export type AcademyPlace = {
  readonly port: number;
  readonly ports: Readonly<Record<string, number>>;
  readonly operations: readonly BenchOperation[];
};

/** What it may be asked. */
export type AcademyWish = 'cpu' | 'stop' | 'profile' | { readonly profileTo: string };

const setup = JSON.parse(process.env['BENCH_SECURITY'] ?? '') as AcademySetup;
const ground = await prepareGround(setup);
const operations = await typicalOperations(ground);
const ports: Record<string, number> = {};
for (const variant of VARIANTS.filter(({ name }) => setup.variants.includes(name))) {
  ports[variant.name] = (await ground.open(variant)).port;
}
const inspector = new Session();
process.on('message', (wish) => void answer(wish as AcademyWish));
process.once('disconnect', () => void stop());
process.send?.({ port: 0, ports, operations } satisfies AcademyPlace);

async function answer(wish: AcademyWish): Promise<void> {
  if (wish === 'stop') return stop();
  if (wish === 'cpu') process.send?.(process.cpuUsage());
  else if (wish === 'profile') {
    inspector.connect();
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.start');
    process.send?.({});
  } else {
    const { profile } = await inspector.post('Profiler.stop');
    inspector.disconnect();
    await writeFile(wish.profileTo, JSON.stringify(profile));
    process.send?.({});
  }
}

let stopping: Promise<void> | undefined;
function stop(): Promise<void> {
  stopping ??= ground.close().finally(() => {
    if (process.connected) process.send?.({});
    process.exit(0);
  });
  return stopping;
}
