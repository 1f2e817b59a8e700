import type { GraphQLFormattedError } from 'graphql';
import { pathsAt } from './entity-collector.ts';
import type { PlanRun } from './plan-run.ts';
import type { Representations } from './representations.ts';

type Path = readonly (string | number)[];

/** An error of an entity that stands at many places of the answer is told at this many of them. */
const MAX_PLACES = 10;

/** Notes the errors of a call of root fields, under the places that it was about. */
export function noteRootErrors(run: PlanRun, path: Path, errors: readonly GraphQLFormattedError[]): void {
  const places = path.length === 0 ? [[]] : [...pathsAt(run.root, path).values()].flat().slice(0, MAX_PLACES);
  for (const error of errors) {
    const { path: inside } = error;
    if (inside === undefined) run.errors.push(error);
    else for (const place of places) run.errors.push({ ...error, path: [...place, ...inside] });
  }
}

/** Notes the errors of a call of entities: `['_entities', 3, 'title']` becomes the title of each object that is entity 3. */
export function noteEntityErrors(
  run: PlanRun,
  path: Path,
  errors: readonly GraphQLFormattedError[],
  { targets, indexes }: Representations,
): void {
  let places: Map<unknown, (string | number)[][]> | undefined;
  for (const error of errors) {
    const [entities, index, ...inside] = error.path ?? [];
    if (entities !== '_entities' || typeof index !== 'number') {
      run.errors.push(error.path === undefined ? error : withoutPath(error));
      continue;
    }
    places ??= pathsAt(run.root, path);
    const found = targets.flatMap((target, position) => (indexes[position] === index ? (places?.get(target) ?? []) : []));
    for (const place of found.slice(0, MAX_PLACES)) run.errors.push({ ...error, path: [...place, ...inside] });
  }
}

function withoutPath({ path: _path, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  return error;
}
