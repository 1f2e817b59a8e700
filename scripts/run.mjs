#!/usr/bin/env node
// npm run NAME [-- arguments]: a command of bootstrap/commands.mjs, with the right Node, the dependencies and, if it needs them, servers.
import { enter } from './bootstrap/enter.mjs';
import { ensureInstalled } from './bootstrap/pnpm.mjs';
import { resolveCommand } from './bootstrap/resolve-command.mjs';
import { startServices, takeServiceOptions } from './bootstrap/services.mjs';
import { claimSlot } from './bootstrap/slots.mjs';
import { runWork, serverEnvironment, workEnvironment } from './bootstrap/work.mjs';

await enter(async (supervisor) => {
  const [wanted, ...args] = process.argv.slice(2);
  const { options, rest } = takeServiceOptions(args);
  const { name, argv, needs } = resolveCommand(wanted, rest);
  const environment = workEnvironment();
  if (needs === 'tools') {
    await ensureInstalled(supervisor);
    return runWork(supervisor, name, argv, environment);
  }
  const slot = await claimSlot(supervisor, 'test');
  const servers = await startServices(supervisor, slot, options);
  return runWork(supervisor, name, argv, { ...environment, ...serverEnvironment(slot, servers) });
});
