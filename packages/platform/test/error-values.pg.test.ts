import { inspect } from 'node:util';
import { describeThrown } from '@academy/kernel';
import { acrossTenants, idempotencyKeys, isUniqueViolation, sqlState, type Tx } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';

const raices = tenantIdOf('raices');
const SECRET = 'alice@raices.example.mx';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const row = { tenantId: raices, actorId: raices, operation: 'o', key: SECRET, inputHash: SECRET, answer: { to: SECRET } };

/** Everything that a log, a dead letter or a job could come to hold of it. */
function everythingOf(thrown: unknown): string {
  const lines: string[] = [];
  createLogger({ process: 'test', level: 'info', destination: { write: (line) => lines.push(line) } }).error(
    { err: thrown },
    'failed',
  );
  const error = thrown as Error;
  return [
    lines.join(),
    describeThrown(error),
    error.stack,
    error.cause instanceof Error ? error.cause.stack : '',
    inspect(thrown, { depth: 9, showHidden: true }),
  ].join('\n');
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('It was expected to fail.');
    },
    (thrown: unknown) => thrown,
  );
}

describe('an error of the database tells no value', () => {
  test('of a row that is there already, and still says which constraint refused it', async () => {
    const add = () => world.db.database.inTenant(raices, 'write', (tx) => tx.insert(idempotencyKeys).values(row));
    await add();
    const thrown = await thrownBy(add());
    expect(everythingOf(thrown)).not.toContain(SECRET);
    expect(isUniqueViolation(thrown, 'idempotency_keys_pkey')).toBe(true);
    expect(describeThrown(thrown)).toContain('insert into "idempotency_keys"');
  });

  test.each([
    ['that is no UUID', `select $1::uuid`],
    ['that is no number', `select $1::int`],
    ['that is no date', `select $1::date`],
    ['that is no JSON', `select $1::jsonb`],
  ])('%s', async (_what, statement) => {
    const work = (tx: Tx) => tx.execute(statement.replace('$1', `'${SECRET}'`));
    const thrown = await thrownBy(world.db.database.inTenant(raices, 'read', work));
    expect(sqlState(thrown), String(thrown)).toMatch(/^22/);
    // The statement is this test's own, with the value in it; ours have placeholders.
    const own = (thrown as { query: string }).query;
    expect(
      everythingOf((thrown as Error).cause)
        .split(own)
        .join(''),
    ).not.toContain(SECRET);
  });

  test('where it was thrown to whoever works across tenants, once it is logged', async () => {
    const work = world.db.relayDatabase.pool.begin((client) => acrossTenants(client).insert(idempotencyKeys).values(row));
    expect(everythingOf(await thrownBy(work))).not.toContain(SECRET);
  });
});

test('an error of another kind stays as it is', () => {
  const lines: string[] = [];
  const logger = createLogger({ process: 'test', level: 'info', destination: { write: (line) => lines.push(line) } });
  logger.error({ err: new Error('detail: 7', { cause: new Error('why') }) }, 'failed');
  expect(lines.join()).toContain('detail: 7: why');
});
