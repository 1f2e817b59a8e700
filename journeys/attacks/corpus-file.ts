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
  actors: z.array(z.string()),
  features: z.array(z.string()),
  triggers: z.array(z.string()),
});

/** Names that the transports and the player act upon; steps are read strictly by the transports themselves. */
const KNOWN = {
  transports: ['db', 'http', 'raw', 'redis', 'sse', 'subgraph-direct', 'ws'],
  actors: ['A.admin', 'A.burst', 'A.short', 'A.student', 'anon', 'app', 'custom', 'ops'],
  features: ['fault-endpoint', 'mtls', 'sse', 'trigger'],
  triggers: ['revoke', 'statusA', 'statusB'],
  requestKeys: [
    ...['body', 'bodyGen', 'clientCert', 'compare', 'compareTiming', 'concurrency', 'db', 'headers', 'json', 'method', 'path'],
    ...['payload', 'raw', 'redis', 'repeat', 'sign', 'subgraph', 'token', 'trigger', 'ws'],
  ],
} as const;

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
    ...missing('transport', known.transports, (name) => isKnown('transports', name)),
    ...missing('actor', known.actors, (name) => isKnown('actors', name)),
    ...missing('feature', known.features, (name) => isKnown('features', name)),
    ...missing('trigger', known.triggers, (name) => isKnown('triggers', name)),
    ...missing('key of a request', known.requestKeys, (name) => isKnown('requestKeys', name)),
  ];
}

/** What nothing maps of one case: then it cannot be played, and fails. */
export function unmappedIn(
  { request, expectation, transport, as, needs = [] }: Attack,
  placeholders: ReadonlySet<string>,
): string[] {
  const text = JSON.stringify({ request, expectation });
  const named = new Set([...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name = '']) => name));
  return [
    ...[...named].filter((name) => name !== 'i' && !placeholders.has(name)).map((name) => `placeholder ${name}`),
    ...Object.keys(expectation)
      .filter((key) => !isChecked(key))
      .map((key) => `expectation ${key}`),
    ...(isKnown('transports', transport) ? [] : [`transport ${transport}`]),
    ...(as === undefined || isKnown('actors', as) ? [] : [`actor ${as}`]),
    ...needs.filter((name) => !isKnown('features', name)).map((name) => `feature ${name}`),
    ...requestsOf(request)
      .flatMap(Object.keys)
      .filter((key) => !isKnown('requestKeys', key))
      .map((key) => `key ${key} of a request`),
  ];
}

/** The request itself, and those that it compares. */
function requestsOf(request: Attack['request']): Attack['request'][] {
  const timed = request['compareTiming'] as { a: Attack['request']; b: Attack['request'] } | undefined;
  const compared = (request['compare'] as Attack['request'][] | undefined) ?? [];
  return [request, ...compared, ...(timed === undefined ? [] : [timed.a, timed.b])];
}

function isKnown(kind: keyof typeof KNOWN, name: string): boolean {
  return (KNOWN[kind] as readonly string[]).includes(name);
}

function isChecked(key: string): boolean {
  return Object.hasOwn(DOOR_CHECKS, key) || Object.hasOwn(IO_CHECKS, key);
}
