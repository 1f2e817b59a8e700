import { isPlainName } from './json-text.ts';
import { Unsupported } from './unsupported.ts';

type Tree = Record<string, unknown>;

/**
 * Finds the objects at one place of the answer, in order. With `isShared`, objects that are reachable in several ways (because entities
 * that are the same were fetched once) are found once.
 */
export type EntityCollector = (root: Tree, isShared: boolean) => Tree[];

/**
 * Compiles a path of a plan: field names, and `@` for the elements of a list. `sharedAt` holds the indexes of steps whose value may be
 * shared. Throws Unsupported for any other step.
 */
export function compileCollector(path: readonly (string | number)[], sharedAt: ReadonlySet<number>): EntityCollector {
  const open: string[] = [];
  let value = 'root';
  path.forEach((step, index) => {
    const next = `v${index}`;
    if (step === '@') {
      open.push(`if (Array.isArray(${value})) for (const ${next} of ${value}) if (${next} !== null && ${next} !== undefined) {`);
    } else {
      if (typeof step !== 'string') throw new Unsupported(`the step ${step} of a path`);
      const isNew = sharedAt.has(index) ? ` && (seen === undefined || isNew(seen, ${next}))` : '';
      open.push(`const ${next} = ${property(value, step)}; if (${next} !== null && ${next} !== undefined${isNew}) {`);
    }
    value = next;
  });
  const isNew =
    'const isNew = (seen, value) => typeof value !== "object" || (seen.has(value) ? false : (seen.add(value), true));';
  const push = `if (typeof ${value} === 'object') found.push(${value});`;
  const body = `${open.join('\n')}\n${push}${'}'.repeat(path.length)}`;
  const source = `${isNew}\nreturn (root, isShared) => { const found = []; const seen = isShared ? new Set() : undefined;\n${body}\nreturn found; };`;
  return new Function(source)() as EntityCollector;
}

/** Code that reads a property; what every object has is none of this one's. */
function property(object: string, name: string): string {
  const quoted = JSON.stringify(name);
  return isPlainName(name) ? `${object}.${name}` : `(Object.hasOwn(${object}, ${quoted}) ? ${object}[${quoted}] : undefined)`;
}

/** Every client's path to each object at one place of the answer: what the collector finds, with all ways to it. */
export function pathsAt(root: Tree, path: readonly (string | number)[]): Map<unknown, (string | number)[][]> {
  const paths = new Map<unknown, (string | number)[][]>();
  const walked: (string | number)[] = [];
  const walk = (value: unknown, index: number): void => {
    if (typeof value !== 'object' || value === null) return;
    const step = path[index];
    if (step === undefined) {
      const known = paths.get(value);
      if (known === undefined) paths.set(value, [[...walked]]);
      else known.push([...walked]);
    } else if (step === '@') {
      if (!Array.isArray(value)) return;
      for (const [position, element] of value.entries()) {
        walked.push(position);
        walk(element, index + 1);
        walked.pop();
      }
    } else {
      walked.push(step);
      walk((value as Tree)[step], index + 1);
      walked.pop();
    }
  };
  walk(root, 0);
  return paths;
}
