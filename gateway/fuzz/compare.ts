import type { Answer } from './subjects/subject.ts';

type Path = readonly (string | number)[];

/** One entity that is lost, at all its places, would make an answer of a thousand errors. */
const MOST_PLACES = 10;

/** Why two answers to one operation differ; undefined when a client could not tell them apart but by the words of errors. */
export type Difference = {
  readonly kind: 'refused' | 'data' | 'order' | 'lost error' | 'error without place' | 'silent null';
  readonly detail: string;
};

/**
 * Compares an answer with the one that is right. Data must be equal, and its keys in the same order. Errors are compared by their place:
 * the longest part of an error's path that is there, which must be a null. graphql-js tells of one or of several errors below a null that
 * they share, as timing has it, so each place counts once. One more is allowed to a gateway: an entity that its subgraph could not bring
 * may be told by an error on the entity; then it stands for the missing fields directly in it, and there must be one. And what is lost in
 * the same way at many places of lists need be told at ten of them only.
 */
export function compare(actual: Answer, expected: Answer): Difference | undefined {
  if (actual.data === undefined) return { kind: 'refused', detail: actual.errors[0]?.message ?? 'no answer' };
  const [actualText, expectedText] = [text(actual.data), text(expected.data)];
  if (actualText !== expectedText) {
    const isOrder = text(ordered(actual.data)) === text(ordered(expected.data));
    return { kind: isOrder ? 'order' : 'data', detail: firstDifference(actual.data, expected.data, []) };
  }
  const expectedPlaces = new Set(
    expected.errors.map(({ path }) => placeOf(expected.data, path ?? [])).map(({ place }) => key(place)),
  );
  const told = new Set<string>();
  for (const { path, message } of actual.errors) {
    if (path === undefined) return { kind: 'error without place', detail: message };
    const { place, isNull } = placeOf(actual.data, path);
    const covered = isNull ? [key(place)] : [...expectedPlaces].filter((one) => isDirectlyIn(place, one));
    if (!covered.some((one) => expectedPlaces.has(one)))
      return { kind: 'error without place', detail: `${path.join('.')}: ${message}` };
    for (const one of covered) told.add(one);
  }
  const alike = new Map<string, number>();
  for (const place of told) alike.set(pattern(place), (alike.get(pattern(place)) ?? 0) + 1);
  const isCapped = (place: string) => (alike.get(pattern(place)) ?? 0) >= MOST_PLACES;
  const silent = [...expectedPlaces].filter((place) => !told.has(place) && !isCapped(place));
  return silent.length === 0 ? undefined : { kind: 'silent null', detail: silent.join(', ') };
}

/** The place that an error lost: the first null on its path, or the whole path when what it leads to is there. */
function placeOf(data: unknown, path: Path): { place: Path; isNull: boolean } {
  let at = data;
  for (const [depth, step] of path.entries()) {
    if (at === null || at === undefined) return { place: path.slice(0, depth), isNull: true };
    at = typeof at === 'object' && Object.hasOwn(at, step) ? (at as Record<string | number, unknown>)[step] : undefined;
    if (at === undefined) return { place: path.slice(0, depth), isNull: false };
  }
  return { place: path, isNull: at === null };
}

function isDirectlyIn(place: Path, candidate: string): boolean {
  const other = JSON.parse(candidate) as Path;
  return other.length === place.length + 1 && key(other.slice(0, -1)) === key(place);
}

/** A place without its positions in lists. */
const pattern = (place: string) => (JSON.parse(place) as Path).filter((step) => typeof step === 'string').join('.');
const key = (path: Path) => JSON.stringify(path);
const text = (value: unknown) => JSON.stringify(value) ?? 'undefined';

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, ordered(one)]);
}

function firstDifference(actual: unknown, expected: unknown, path: Path): string {
  if (isObject(actual) && isObject(expected)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const [a, b] = [own(actual, name), own(expected, name)];
      if (text(a) !== text(b)) return firstDifference(a, b, [...path, name]);
    }
    return `${path.join('.')}: keys ${Object.keys(actual)}, expected ${Object.keys(expected)}`;
  }
  return `${path.join('.')}: ${text(actual).slice(0, 200)}, expected ${text(expected).slice(0, 200)}`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
