import { person, visitor, worker } from '@academy/testing/people';
import type { Asker } from './standing.ts';
import type { Viewer } from './viewer.ts';
import { ASKING, HOME } from './world-objects.ts';

/** One person of each persona, a visitor, a process without scopes, and one with each scope that a field may ask for. */
export function viewersOf(scopes: readonly string[]): readonly Viewer[] {
  const people = Object.entries(ASKING) as [Exclude<Asker, 'service' | 'visitor'>, string][];
  return [
    ...people.map(([asker, key]) => ({ name: asker, asker, principal: person(HOME, key, asker) })),
    { name: 'visitor', asker: 'visitor', principal: visitor(HOME) },
    { name: 'process without scopes', asker: 'service', principal: worker(HOME, 'matrix', []) },
    ...scopes.map(
      (scope): Viewer => ({ name: `process with ${scope}`, asker: 'service', principal: worker(HOME, 'matrix', [scope]) }),
    ),
  ];
}
