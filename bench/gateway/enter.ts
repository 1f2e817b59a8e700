import { join } from 'node:path';
import type { Arena, Contender } from './contenders.ts';
import { installPeer } from './processes/peers.ts';
import { freePort, type Spawned, start } from './processes/spawned.ts';

/** A contender that is up. */
export type Running = { readonly contender: Contender; readonly process: Spawned; readonly port: number };

/** Gateways run on the first core, load and subgraphs on the second. */
export const GATEWAY_CORE = 0;
export const OTHER_CORE = 1;

const UP_MS = 60_000;
const POLL_MS = 200;

/** The contender answers afterwards; otherwise the reason why it does not. */
export async function enter(contender: Contender, arena: Arena): Promise<Running | { readonly missing: string }> {
  let installed = '';
  if (contender.peer !== undefined) {
    const peer = installPeer(contender.peer);
    if ('missing' in peer) return peer;
    installed = peer.folder;
  }
  const wanted = await freePort();
  const logFile = join(arena.workDir, `${contender.name}.log`);
  try {
    const process = await start({
      ...contender.spawn(arena, installed, wanted),
      core: GATEWAY_CORE,
      logFile,
      ...(installed === '' ? {} : { cwd: installed }),
    });
    const port = Number.isNaN(process.port) ? wanted : process.port;
    const running = { contender, process, port };
    const trouble = await untilUp(running);
    if (trouble === undefined) return running;
    await process.stop();
    return { missing: `it did not come up: ${trouble}; its log is ${logFile}` };
  } catch (thrown) {
    return { missing: String(thrown) };
  }
}

async function untilUp({ process, port, contender }: Running): Promise<string | undefined> {
  const until = performance.now() + UP_MS;
  let last = 'no answer';
  while (performance.now() < until) {
    const ended = process.exitReason();
    if (ended !== undefined) return ended;
    try {
      const response = await fetch(`http://127.0.0.1:${port}${contender.path}`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return undefined;
    } catch (thrown) {
      last = String((thrown as Error).cause ?? thrown);
    }
    await new Promise((wait) => setTimeout(wait, POLL_MS));
  }
  return last;
}
