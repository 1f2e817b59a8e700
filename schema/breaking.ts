import { realpathSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { readCommitted, writeCommitted } from './committed-file.ts';

/** What each kind of client sees, and what it was promised; the latter is changed only by `--accept`. */
const PROMISES = [
  { seen: 'api.graphql', released: 'released.graphql' },
  { seen: 'public.graphql', released: 'released-public.graphql' },
];

/**
 * What a client written for `before` may find broken in `after`, one sentence each, sorted; empty when nothing is.
 * Adding a value to an enum or a member to a union is not among them: clients must bear both.
 */
export function breakingChanges(before: string, after: string): string[] {
  return findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ type, description }) => `${type}: ${description}`)
    .sort();
}

function main(): void {
  const isAccepted = process.argv.includes('--accept');
  for (const { seen, released } of PROMISES) {
    const now = readCommitted(seen);
    if (now === null) throw new Error(`schema/${seen} is missing. Run: npm run compose`);
    if (isAccepted) {
      const changed = writeCommitted([{ name: released, content: now }]);
      if (changed.length > 0) console.log(`schema: ${released} is now what ${seen} says; commit it with the reason`);
    } else check(seen, now, released);
  }
}

function check(seen: string, now: string, released: string): void {
  const promised = readCommitted(released);
  if (promised === null) throw new Error(`schema/${released} is missing. Run: node schema/breaking.ts --accept`);
  const changes = breakingChanges(promised, now);
  if (changes.length === 0) return;
  console.error(`schema: ${seen} breaks what was released:\n${changes.map((change) => `- ${change}`).join('\n')}`);
  console.error('Deprecate instead of removing; or, when it must be, run: node schema/breaking.ts --accept');
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) main();
