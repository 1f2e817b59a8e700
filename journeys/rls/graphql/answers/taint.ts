import { ISLANDS, type IslandName } from '@academy/platform/topology';
import type { Sql } from '../../sql/connection.ts';
import type { Reply } from '../worlds/doors.ts';

/** Finds in an answer what belongs to others alone; undefined when there is nothing. */
export type TaintCheck = (reply: Reply, sent: unknown) => string | undefined;

/** Shorter texts are states, codes and numbers that anybody may have. */
const SHORTEST = 5;
const CURSORS = new Set(['cursor', 'startCursor', 'endCursor']);

/** A check against these texts; a text that bears one of `marks` anywhere is the others' too. What the asker sent herself is hers. */
export function createTaintCheck(theirs: ReadonlySet<string>, marks: readonly string[]): TaintCheck {
  const isTheirs = (text: string) => theirs.has(text) || marks.some((mark) => text.includes(mark));
  return ({ data, errors }, sent) => {
    const sentTexts = new Set<string>();
    visitTexts(sent, '', (text) => sentTexts.add(text));
    const wasSent = (text: string) => sentTexts.has(text) || [...sentTexts].some((one) => one.includes(text));
    const found: string[] = [];
    const look = (text: string, where: string) => {
      for (const part of CURSORS.has(where) ? [text, ...partsOfCursor(text)] : [text]) {
        if (isTheirs(part) && !wasSent(part)) found.push(`${where}: ${part}`);
      }
    };
    visitTexts(data, '', look);
    // A message may quote; so every word of it is looked at.
    for (const { message } of errors) for (const word of message.split(/[^\w-]+/)) look(word, 'a message');
    return found.length === 0 ? undefined : found.slice(0, 5).join(', ');
  };
}

/** Every text of rows of other tenants that no row of the asking one, or of nobody, has. */
export async function readTaint(admin: Readonly<Record<IslandName, Sql>>, ownTenantId: string): Promise<Set<string>> {
  const [own, others] = [new Set<string>(), new Set<string>()];
  for (const island of ISLANDS) {
    const tables = await admin[island]<{ name: string; bearer: string | null }[]>`
      select c.relname as name, (select a.attname from pg_attribute a where a.attrelid = c.oid
        and a.attname = case when c.relname = 'tenant_directory' then 'id' else 'tenant_id' end) as bearer
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;
    for (const { name, bearer } of tables) {
      const rows = await admin[island].unsafe<{ row: Record<string, unknown>; is_own: boolean }[]>(
        `select to_jsonb(t) as row, ${bearer === null ? 'true' : `t."${bearer}" = '${ownTenantId}'`} as is_own from public."${name}" t`,
      );
      for (const { row, is_own: isOwn } of rows) visitTexts(row, '', (text) => (isOwn ? own : others).add(text));
    }
  }
  return new Set([...others].filter((text) => text.length >= SHORTEST && !own.has(text) && !INSTANT.test(text)));
}

/** Is said otherwise in answers than in rows. */
const INSTANT = /^\d{4}-\d{2}-\d{2}/;

function visitTexts(value: unknown, key: string, visit: (text: string, key: string) => void): void {
  if (typeof value === 'string') visit(value, key);
  else if (Array.isArray(value)) for (const item of value) visitTexts(item, key, visit);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) visitTexts(inner, name, visit);
}

function partsOfCursor(cursor: string): string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed.filter((part) => typeof part === 'string') : [];
  } catch {
    return [];
  }
}
