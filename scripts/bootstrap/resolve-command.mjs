import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { commands } from './commands.mjs';
import { root } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * What `npm run NAME -- args` means. Throws SetupError, with what there is to choose from, for an unknown name.
 * @returns {{ name: string, argv: string[], needs: 'tools' | 'services' }}
 */
export function resolveCommand(name, args, table = commands, folder = root) {
  const command = Object.hasOwn(table, name ?? '') ? table[name] : undefined;
  if (command === undefined)
    throw new SetupError(
      `${name === undefined ? 'A command is needed' : `There is no command "${name}"`}. These exist:\n${listed(table)}`,
    );
  const { needs, scripts } = command;
  if (scripts === undefined) return { name, needs, argv: mustExist(name, [...command.argv, ...args], folder) };
  const [script, ...rest] = args;
  const known = namesIn(path.join(folder, scripts));
  if (script === undefined || !known.includes(script)) throw new SetupError(whichScript(name, script, known));
  return { name: `${name} ${script}`, needs, argv: [...command.argv, path.join(scripts, `${script}.ts`), ...rest] };
}

function mustExist(name, argv, folder) {
  const file = argv[0] === 'node' ? argv[1] : undefined;
  if (file === undefined || existsSync(path.join(folder, file))) return argv;
  throw new SetupError(`npm run ${name} should run ${file}, and this checkout has no such file.`);
}

function listed(table) {
  return Object.entries(table)
    .map(([name, { description }]) => `  npm run ${name.padEnd(10)} ${description}`)
    .join('\n');
}

/** Tests and parts that are shared by several scripts are none: a script is a file directly in the folder. */
function namesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
}

function whichScript(name, script, known) {
  const asked = script === undefined ? `npm run ${name} needs a name` : `There is no "${script}" for npm run ${name}`;
  return known.length === 0
    ? `${asked}, and this checkout has none yet.`
    : `${asked}. These exist:\n${known.map((one) => `  npm run ${name} -- ${one}`).join('\n')}`;
}
