#!/usr/bin/env node
// npm start [-- --once] [--embedded] [--no-path]: everything, from nothing but Node and npm.
import { enter } from './bootstrap/enter.mjs';
import { startServices, takeServiceOptions } from './bootstrap/services.mjs';
import { SetupError } from './bootstrap/setup-error.mjs';
import { claimSlot } from './bootstrap/slots.mjs';
import { runWork, serverEnvironment, workEnvironment } from './bootstrap/work.mjs';

await enter(
  async (supervisor) => {
    const { options, rest } = takeServiceOptions(process.argv.slice(2));
    const unknown = rest.find((arg) => arg !== '--once');
    if (unknown !== undefined)
      throw new SetupError(`npm start knows --once, --embedded and --no-path (after --), and got "${unknown}".`);
    const environment = workEnvironment();
    const slot = await claimSlot(supervisor, 'start');
    const servers = await startServices(supervisor, slot, options);
    return runWork(supervisor, 'the academy', ['node', 'scripts/embedded.ts', ...rest], {
      ...environment,
      ...serverEnvironment(slot, servers),
    });
  },
  { isEndedBySignal: true },
);
