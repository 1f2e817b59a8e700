import type { FieldNode, GraphQLFormattedError } from 'graphql';
import { clientPath, notThere, unexplained } from './client-errors.ts';
import type { DeferredFragment } from './deferred-fragments.ts';
import type { Deferral, PlanRun } from './plan-run.ts';
import type { Conditions, Projection } from './projection.ts';
import { fulfils } from './rewrites.ts';
import type { ClientOperation } from './selected-fields.ts';

type Path = readonly (string | number)[];
type Tree = Record<string, unknown>;

/** The fields of one deferred fragment for one object. */
export type LaterPart = {
  readonly label: string | undefined;
  readonly path: Path;
  /** JSON text. */
  readonly dataJson: string;
  readonly errors: readonly GraphQLFormattedError[];
};

/** What a deferred fragment is projected by. */
export type DeferredPart = DeferredFragment & { readonly project: Projection };

/** The deferred parts of one execution, as they come. */
export type LaterParts = Deferral & {
  /** Must be called once with what the first answer has: parts come after it. `data` is given when it has less than was fetched. */
  begin(data: unknown): void;
  /** What came since, again and again, until nothing is left. A fragment's parts come after those of the fragment that it is in. */
  batches(): AsyncGenerator<readonly LaterPart[], void, void>;
  /** Nothing is deferred: there is no more to come. */
  isEmpty(): boolean;
};

/** Collects what is deferred of one execution. */
export function createLaterParts(options: {
  parts: ReadonlyMap<string, DeferredPart>;
  client: ClientOperation;
  conditions: Conditions;
  keyInside: (field: FieldNode) => string;
  clientKey: (key: string) => string;
}): LaterParts {
  const { parts, client, conditions } = options;
  const fetches = new Map<string, PromiseWithResolvers<void>>();
  const begun = Promise.withResolvers<void>();
  const told = new WeakMap<PlanRun, Promise<void>>();
  let firstData: unknown;
  let ready: LaterPart[] = [];
  let left = 0;
  let wake = Promise.withResolvers<void>();

  function whenFetched(id: string): PromiseWithResolvers<void> {
    const known = fetches.get(id) ?? Promise.withResolvers<void>();
    fetches.set(id, known);
    return known;
  }
  function partsOf(part: DeferredPart, run: PlanRun): LaterPart[] {
    const found: LaterPart[] = [];
    const errors = run.errors.map((error) =>
      error.path === undefined ? error : { ...error, path: clientPath(error.path, client, options.clientKey) },
    );
    for (const { object, path } of objectsAt(run.root, part.path, options.keyInside, firstData)) {
      if (!isOfType(object, part, client)) continue;
      const { json, broken } = part.project(object, run.isShared, conditions, {});
      const below = errors.filter(({ path: at }) => at !== undefined && path.every((step, index) => at[index] === step));
      const inWhole = broken.map((error) => ({ ...error, path: [...path, ...(error.path ?? [])] }));
      const missing = unexplained(notThere(inWhole, run, options.clientKey), errors);
      found.push({ label: part.clientLabel, path, dataJson: json, errors: [...below, ...missing] });
    }
    const placeless = errors.filter(({ path: at }) => at === undefined);
    const [first, ...others] = found;
    return first === undefined || placeless.length === 0
      ? found
      : [{ ...first, errors: [...first.errors, ...placeless] }, ...others];
  }

  return {
    fetched: (id) => whenFetched(id).resolve(),
    defer(parent, { label, dependsOn, step }) {
      const part = parts.get(label);
      if (part === undefined) throw new Error(`The plan defers ${label}, which nobody asked for.`);
      left += 1;
      const run: PlanRun = { ...parent, errors: [], isShared: true };
      const after = told.get(parent) ?? begun.promise;
      // What was not fetched when everything before it was told (another branch of a condition) never will be.
      const dependencies = Promise.all(dependsOn.map((id) => whenFetched(id).promise));
      const work = Promise.race([dependencies, after])
        .then(() => step(run))
        .catch(
          () => void run.errors.push({ message: 'A deferred part could not be fetched.', extensions: { code: 'INTERNAL' } }),
        );
      const telling = Promise.all([work, after])
        .then(() => partsOf(part, run))
        .catch(() => [failedPart(part)])
        .then((found) => {
          ready.push(...found);
          left -= 1;
          wake.resolve();
        });
      told.set(run, telling);
    },
    begin(data) {
      firstData = data;
      begun.resolve();
    },
    isEmpty: () => left === 0,
    async *batches() {
      while (left > 0 || ready.length > 0) {
        if (ready.length === 0) await wake.promise;
        wake = Promise.withResolvers<void>();
        const batch = ready;
        ready = [];
        yield batch;
      }
    },
  };
}

/** A part that could not be told: an answer in parts must end, and say what is missing. */
function failedPart({ clientLabel, path }: DeferredPart): LaterPart {
  const keys = path.map((field) => (field.alias ?? field.name).value);
  const error = { message: 'A deferred part could not be told.', path: keys, extensions: { code: 'INTERNAL' } };
  return { label: clientLabel, path: keys, dataJson: 'null', errors: [error] };
}

function isOfType({ __typename: name }: Tree, { type }: DeferredPart, { schema }: ClientOperation): boolean {
  return typeof name !== 'string' || fulfils(schema, name, type.name);
}

/** The objects at a path, with the client's paths to them; none where the first answer has null. */
function objectsAt(
  root: Tree,
  path: readonly FieldNode[],
  keyInside: (field: FieldNode) => string,
  firstData: unknown,
): { object: Tree; path: Path }[] {
  const found: { object: Tree; path: Path }[] = [];
  const walk = (value: unknown, shown: unknown, index: number, at: Path): void => {
    if (typeof value !== 'object' || value === null || shown === null) return;
    if (Array.isArray(value)) {
      for (const [position, element] of value.entries()) {
        walk(element, Array.isArray(shown) ? (shown[position] as unknown) : undefined, index, [...at, position]);
      }
      return;
    }
    const step = path[index];
    if (step === undefined) found.push({ object: value as Tree, path: at });
    else {
      const key = (step.alias ?? step.name).value;
      const below = typeof shown === 'object' && key in shown ? (shown as Tree)[key] : undefined;
      walk((value as Tree)[keyInside(step)], below, index + 1, [...at, key]);
    }
  };
  walk(root, firstData, 0, []);
  return found;
}
