import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { Person } from '../../src/person.ts';
import { pause } from '../pause.ts';
import { STAFF } from '../staff.ts';
import type { System } from '../system.ts';
import { TENANTS } from './tenants.ts';

/** Six failures with 1, 2, 4, 8 and 16 s between them: 31 s, and as much again for a busy machine. */
const GIVEN_UP_WITHIN_MS = 75_000;

/** A step of the saga that fails because the database refuses what it writes. */
export type FailingStep = {
  readonly name: string;
  readonly table: string;
  readonly condition: string;
  /** Resolves when a saga was taken back, or parked, because of it. Rejects when none was. */
  givenUp(system: System): Promise<void>;
};

const step = (name: string, table: string, condition: string, phase: 'UNDONE' | 'PARKED'): FailingStep => ({
  name,
  table,
  condition,
  async givenUp(system) {
    const admin = openDatabase({ url: system.databaseUrl('certification', 'admin'), maxConnections: 1, name: 'faults-saga' });
    // Sagas of runs before are no sign of this fault: it is in force before the first of this run begins.
    const since = new Date().toISOString();
    try {
      for (const deadline = Date.now() + GIVEN_UP_WITHIN_MS; Date.now() < deadline; await pause(250)) {
        // While the worker is being killed nothing moves.
        const [row] = await admin.pool<{ moving: number; over: number }[]>`
          select count(*) filter (where phase in ('FORWARD', 'BACKWARD'))::int as moving, count(*) filter (where phase = ${phase})::int as over
          from sagas where started_at >= ${since}`;
        if (row !== undefined && row.over > 0 && row.moving === 0) return;
      }
    } finally {
      await admin.close();
    }
    throw new Error(`No saga was ${phase} within ${GIVEN_UP_WITHIN_MS / 1_000} s because of ${name}.`);
  },
});

/** Steps that can be made to fail; the first two before the pivot. */
export const STEPS = [
  step('generateCertificate', 'certificates', "new.status = 'ISSUED'", 'UNDONE'),
  step('validateCompletion', 'certificates', "new.status = 'REQUESTED'", 'UNDONE'),
  step('updateLearnerProfile', 'requests', "new.kind = 'PROFILE_UPDATE'", 'PARKED'),
  step('sendNotification', 'requests', "new.kind = 'NOTIFICATION'", 'PARKED'),
] as const;

/** The step fails from now on, in whatever process it is tried. The returned function heals it. */
export async function failStep(system: System, { table, condition }: FailingStep): Promise<() => Promise<void>> {
  const admin = openDatabase({ url: system.databaseUrl('certification', 'admin'), maxConnections: 1, name: 'faults-saga' });
  await admin.pool.unsafe(`
    create function fault_of_a_step() returns trigger language plpgsql as $$ begin raise exception 'the step fails'; end $$;
    create trigger fault_of_a_step before insert or update on ${table} for each row when (${condition}) execute function fault_of_a_step();`);
  return async () => {
    await admin.pool.unsafe('drop function fault_of_a_step() cascade');
    await admin.close();
  };
}

/** Every parked step of every tenant is due to be tried again, through the gateway, as a certifier does it. Answers how many there were. */
export async function mendParked(system: System): Promise<number> {
  let mended = 0;
  for (const tenant of TENANTS) {
    const key = STAFF[tenant].certifier;
    const { headers } = await system.processes.person(tenant, key, 'certifier');
    const token = headers['authorization']?.replace('Bearer ', '');
    const certifier = new Person({ url: `${system.origin}/graphql`, tenant, key, persona: 'certifier', token });
    const { parkedSteps } = await certifier.gets('query Parked { parkedSteps(first: 100) { edges { node { id } } } }');
    for (const { node } of parkedSteps.edges as { node: { id: string } }[]) {
      const { parkedStepRetry } = await certifier.gets(
        'mutation Mend($input: ParkedStepRetryInput!) { parkedStepRetry(input: $input) { __typename } }',
        { input: { parkedStepId: node.id, idempotencyKey: newId() } },
      );
      if (parkedStepRetry.__typename !== 'ParkedStepRetrySuccess')
        throw new Error(`A parked step was not taken up again: ${JSON.stringify(parkedStepRetry)}.`);
      mended += 1;
    }
  }
  return mended;
}
