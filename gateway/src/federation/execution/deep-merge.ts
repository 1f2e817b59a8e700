type Tree = Record<string, unknown>;

/** Whether a type's name says less than it could: that of an interface, which a subgraph knows as an object (`@interfaceObject`). */
export type IsVague = (typeName: unknown) => boolean;

const never: IsVague = () => false;

/**
 * Adds everything of `source` to `target`: objects key by key, lists of the same length element by element, and of everything else the
 * source's value stands, but for a vague `__typename` where one is known. Keys that would reach a prototype are left out.
 */
export function deepMerge(target: Tree, source: Tree, isVague: IsVague = never): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const value = source[key];
    if (value === undefined || (key === '__typename' && target[key] !== undefined && isVague(value))) continue;
    target[key] = mergedValue(target[key], value, isVague);
  }
}

/** What stands where both values came: the first with the second merged into it, or the second. */
export function mergedValue(existing: unknown, value: unknown, isVague: IsVague = never): unknown {
  if (Array.isArray(existing) && Array.isArray(value)) {
    if (existing.length !== value.length) return value;
    for (let index = 0; index < value.length; index += 1) {
      existing[index] = mergedValue(existing[index], value[index], isVague);
    }
    return existing;
  }
  if (!isTree(existing) || !isTree(value)) return value;
  deepMerge(existing, value, isVague);
  return existing;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
