import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DOOR_CHECKS } from './expectations/http.ts';
import { IO_CHECKS } from './expectations/io.ts';
import { GENERATORS } from './generators.ts';

const attack = z.object({
  id: z.string(),
  title: z.string().optional(),
  transport: z.string(),
  as: z.string().optional(),
  request: z.record(z.string(), z.any()),
  expectation: z.record(z.string(), z.any()),
  needs: z.array(z.string()).optional(),
});
export type Attack = z.infer<typeof attack>;

export const DEFAULT_CORPUS = join(import.meta.dirname, 'corpus/attacks.jsonl');
const vocabulary = z.object({
  placeholders: z.array(z.string()),
  generators: z.array(z.string()),
  expectationKeys: z.array(z.string()),
  transports: z.array(z.string()),
  requestKeys: z.array(z.string()),
});

/** The cases of a file of one JSON object a line. Throws with the line that is none. */
export function readCorpus(file: string): Attack[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [attack.parse(JSON.parse(line))];
      } catch (thrown) {
        throw new Error(`${file}:${at + 1} is no case.`, { cause: thrown });
      }
    });
}

/** Names of the vocabulary that nothing here maps. */
export function unmappedNames(placeholders: ReadonlySet<string>): string[] {
  const known = vocabulary.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'corpus/attack-vocabulary.json'), 'utf8')));
  const missing = (what: string, names: readonly string[], has: (name: string) => boolean) =>
    names.filter((name) => !has(name)).map((name) => `${what} ${name}`);
  return [
    ...missing('placeholder', known.placeholders, (name) => placeholders.has(name)),
    ...missing('generator', known.generators, (name) => Object.hasOwn(GENERATORS, name.replace(/\(.*/, ''))),
    ...missing('expectation', known.expectationKeys, isChecked),
  ];
}

/** What nothing maps of one case: then it cannot be played, and fails. */
export function unmappedIn({ request, expectation }: Attack, placeholders: ReadonlySet<string>): string[] {
  const text = JSON.stringify({ request, expectation });
  const named = new Set([...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name = '']) => name));
  return [
    ...[...named].filter((name) => name !== 'i' && !placeholders.has(name)).map((name) => `placeholder ${name}`),
    ...Object.keys(expectation)
      .filter((key) => !isChecked(key))
      .map((key) => `expectation ${key}`),
  ];
}

function isChecked(key: string): boolean {
  return Object.hasOwn(DOOR_CHECKS, key) || Object.hasOwn(IO_CHECKS, key);
}
