import { type FieldNode, type GraphQLFormattedError, Kind, type SelectionSetNode } from 'graphql';
import type { PlanRun } from './plan-run.ts';
import { type ClientOperation, setsUnder } from './selected-fields.ts';

type Path = readonly (string | number)[];

/**
 * A path of response keys inside, as the client knows it: under her own keys, and no deeper than she asked (what the plan added for itself,
 * keys and required fields, is nothing to her).
 */
export function clientPath(path: Path, client: ClientOperation, clientKey: (key: string) => string): (string | number)[] {
  const told: (string | number)[] = [];
  let sets: SelectionSetNode[] = [client.operation.selectionSet];
  for (const step of path) {
    if (typeof step === 'number') {
      told.push(step);
      continue;
    }
    const key = clientKey(step);
    const fields = fieldsWithKey(sets, key, client);
    if (fields.length === 0) break;
    told.push(key);
    sets = setsUnder(fields);
  }
  return told;
}

/**
 * Of errors, those that tell of something that the client lacks. A subgraph can be asked for more: it is asked for the fields of an
 * interface object whatever the object's type turns out to be. Without a path, or with one that leads to a null, an error stays; one of an
 * object or a list stays when something directly in it is null.
 */
export function ofClient(errors: readonly GraphQLFormattedError[], data: unknown): readonly GraphQLFormattedError[] {
  return errors.filter(({ path }) => {
    if (path === undefined) return true;
    let at = data;
    for (const step of path) {
      if (at === null || typeof at !== 'object') return true;
      if (!Object.hasOwn(at, step)) return false;
      at = (at as Record<string | number, unknown>)[step];
    }
    return at === null || typeof at !== 'object' || Object.values(at).includes(null);
  });
}

/** Of promises that were broken, those that no other error explains: one at the same place, above it or below it. */
export function unexplained(
  broken: readonly GraphQLFormattedError[],
  others: readonly GraphQLFormattedError[],
): GraphQLFormattedError[] {
  if (others.some((error) => error.path === undefined)) return [];
  const places = new Set(others.map(({ path }) => textOf(path ?? [])));
  const above = new Set(others.flatMap(({ path = [] }) => path.map((_, length) => textOf(path.slice(0, length)))));
  return broken.filter(({ path = [] }) => {
    const isBelowOne = path.some((_, length) => places.has(textOf(path.slice(0, length)))) || places.has(textOf(path));
    return !isBelowOne && !above.has(textOf(path));
  });
}

/**
 * Broken promises as they are told: what is promised of an object that a subgraph does not have, or does not show to whoever asks, is
 * `NOT_FOUND`, the same for both; any other is a fault of the graph.
 */
export function notThere(
  broken: readonly GraphQLFormattedError[],
  { root, absent }: Pick<PlanRun, 'root' | 'absent'>,
  clientKey: (key: string) => string,
): readonly GraphQLFormattedError[] {
  if (absent.size === 0) return broken;
  return broken.map((error) => {
    let at: unknown = root;
    for (const step of error.path ?? []) {
      if (typeof at !== 'object' || at === null) break;
      if (absent.has(at)) return { ...error, message: 'This object is not there.', extensions: { code: 'NOT_FOUND' } };
      const inside = typeof step === 'number' ? step : Object.keys(at).find((key) => clientKey(key) === step);
      at = inside === undefined ? undefined : (at as Record<string | number, unknown>)[inside];
    }
    return error;
  });
}

function fieldsWithKey(sets: readonly SelectionSetNode[], key: string, { fragments }: ClientOperation): FieldNode[] {
  const visited = new Set<string>();
  const within = (set: SelectionSetNode): FieldNode[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value === key ? [selection] : [];
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || visited.has(selection.name.value)) return [];
      visited.add(selection.name.value);
      return within(fragment.selectionSet);
    });
  return sets.flatMap(within);
}

function textOf(path: Path): string {
  return path.join('\n');
}
