import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Verdict } from './trial.ts';

/** A counter-example that was found once, and is tried for ever. */
export type FoundCase = Case & {
  /** What holds, as a sentence. */
  readonly title: string;
};

const FOLDER = join(import.meta.dirname, 'found');

/** Writes a counter-example where the tests find it. Returns its file. */
export function keepCase(one: Case, { difference }: Verdict): string {
  mkdirSync(FOLDER, { recursive: true });
  const title = `${difference?.kind ?? 'right'}: ${difference?.detail.slice(0, 120) ?? ''}`;
  const text = `${JSON.stringify({ title, ...one } satisfies FoundCase, undefined, 2)}\n`;
  const file = join(FOLDER, `${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`);
  writeFileSync(file, text);
  return file;
}

/** All that were kept, in the order of their titles. */
export function keptCases(): FoundCase[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  const cases = files.map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as FoundCase);
  return cases.sort((a, b) => (a.title < b.title ? -1 : 1));
}
