import { realpathSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { readCommitted, writeCommitted } from './committed-file.ts';

/** The API schema that clients were promised; changed only by `--accept`. */
const BASELINE = 'released.graphql';

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
  const api = readCommitted('api.graphql');
  if (api === null) throw new Error('schema/api.graphql is missing. Run: npm run compose');
  if (process.argv.includes('--accept')) {
    writeCommitted([{ name: BASELINE, content: api }]);
    console.log(`schema: ${BASELINE} is now the API schema; commit it with the reason`);
    return;
  }
  const released = readCommitted(BASELINE);
  if (released === null) throw new Error(`schema/${BASELINE} is missing. Run: node schema/breaking.ts --accept`);
  const changes = breakingChanges(released, api);
  if (changes.length === 0) return;
  console.error(`schema: the API breaks what was released:\n${changes.map((change) => `- ${change}`).join('\n')}`);
  console.error('Deprecate instead of removing; or, when it must be, run: node schema/breaking.ts --accept');
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) main();
