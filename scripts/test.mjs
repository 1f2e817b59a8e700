#!/usr/bin/env node
// npm test [-- vitest arguments]: every test, on servers and data of its own.
import path from 'node:path';
import { enter } from './bootstrap/enter.mjs';
import { cache } from './bootstrap/paths.mjs';
import { say } from './bootstrap/progress.mjs';
import { startServices, takeServiceOptions } from './bootstrap/services.mjs';
import { claimSlot } from './bootstrap/slots.mjs';
import { runWork, serverEnvironment, workEnvironment } from './bootstrap/work.mjs';

await enter(async (supervisor) => {
  const { options, rest } = takeServiceOptions(process.argv.slice(2));
  const environment = workEnvironment();
  const slot = await claimSlot(supervisor, 'test');
  const servers = await startServices(supervisor, slot, options);
  say('running the tests');
  return runWork(supervisor, 'vitest', ['node', 'node_modules/vitest/vitest.mjs', 'run', ...rest], {
    ...environment,
    ...serverEnvironment(slot, servers),
    // Processes that tests start, and the tests' own, find what an earlier one compiled; Node tells by content what is still good.
    NODE_COMPILE_CACHE: path.join(cache, 'compiled'),
  });
});
