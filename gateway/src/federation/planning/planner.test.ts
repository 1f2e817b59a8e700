import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@academy/platform/logger';
import { afterEach, describe, expect, test } from 'vitest';
import { type Planner, startPlanner } from './planner.ts';

const sdl = readFileSync(join(import.meta.dirname, '../../../../schema/supergraph.graphql'), 'utf8');
const logger = createLogger({ process: 'test', level: 'silent' });
const ask = (source: string) => ({ source, operationName: undefined, overrides: [], isDeferring: false });
const CATALOGUE = '{ courses(first: 2) { edges { node { title instructor { displayName } standards { code } } } } }';

let planner: Planner | undefined;
afterEach(() => planner?.stop());

describe('the planner', () => {
  test('plans operations that wait for each other, each as it was asked', async () => {
    planner = startPlanner({ sdl, logger });
    const [spanning, alone] = await Promise.all([planner.plan(ask(CATALOGUE)), planner.plan(ask('{ tenant { name } }'))]);
    expect(spanning.node?.kind).toBe('Sequence');
    expect(alone.node).toMatchObject({ kind: 'Fetch', serviceName: 'users' });
  });

  test('refuses what it cannot plan in time, with a thread of its own for the next', async () => {
    // Nothing that spans islands is planned within a millisecond by a thread that has just been started.
    planner = startPlanner({ sdl, logger, deadlineMs: 1 });
    await planner.ready;
    await expect(planner.plan(ask(CATALOGUE))).rejects.toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
    await expect(planner.plan(ask(CATALOGUE))).rejects.toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
  });

  test('refuses what it fails over, and goes on', async () => {
    planner = startPlanner({ sdl, logger });
    await expect(planner.plan(ask('{ nothing }'))).rejects.toMatchObject({
      code: expect.stringMatching(/INTERNAL|QUERY_TOO_COMPLEX/),
    });
    expect((await planner.plan(ask('{ tenant { name } }'))).node?.kind).toBe('Fetch');
  });

  test('of a supergraph that is none is never ready, and plans nothing', async () => {
    planner = startPlanner({ sdl: 'type Query { a: Int }', logger });
    await expect(planner.ready).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(planner.plan(ask('{ a }'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('that was stopped refuses what waits and what comes', async () => {
    planner = startPlanner({ sdl, logger });
    const waiting = planner.plan(ask(CATALOGUE));
    const stopped = planner.stop();
    await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await stopped;
    await expect(planner.plan(ask(CATALOGUE))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
