import { randomUUID } from 'node:crypto';
import { type Database, outbox, type Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import type { SagaView } from '@academy/platform/saga';
import { and, asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noted, play, type State, type Step, tenantId } from './saga-play.ts';
import { openWorld, type World } from './world.ts';

/** Sagas played; each is some thirty transactions. */
const PLAYS = 40;

type Fate = 'well' | 'fails once' | 'fails for good' | 'refuses' | 'is answered' | 'waits in vain';
type Plan = {
  readonly kind: Step['kind'];
  readonly fate: Fate;
  readonly prepares: boolean;
  readonly undo: 'well' | 'fails once' | 'fails for good';
};
/** The process dies when it has begun so many transactions since it started: before the last one is committed, or right after. */
type Crash = { readonly after: number; readonly isCommitted: boolean };
type Story = { readonly plans: readonly Plan[]; readonly crashes: readonly Crash[]; readonly settles: 'retry' | 'resolve' };

const FATES: readonly Fate[] = ['fails once', 'fails for good', 'refuses', 'is answered', 'waits in vain'];
const plan = (kind: Step['kind']) =>
  fc.record<Plan>({
    kind: fc.constant(kind),
    fate: fc.oneof({ weight: 3, arbitrary: fc.constant<Fate>('well') }, { weight: 2, arbitrary: fc.constantFrom(...FATES) }),
    prepares: fc.boolean(),
    undo: fc.constantFrom('well', 'well', 'fails once', 'fails for good'),
  });
const story = fc.record<Story>({
  plans: fc
    .tuple(
      fc.array(plan('compensable'), { minLength: 1, maxLength: 3 }),
      plan('pivot'),
      fc.array(plan('retriable'), { maxLength: 2 }),
    )
    .map(([before, pivot, after]) => [...before, pivot, ...after]),
  crashes: fc.array(fc.record<Crash>({ after: fc.integer({ min: 1, max: 12 }), isCommitted: fc.boolean() }), { maxLength: 4 }),
  settles: fc.constantFrom('retry', 'resolve'),
});

/** What has effect, in order, by the definition of a saga: `s1`, and `-s1` where it is taken back. A person settles what is parked, after which all goes well. */
function expectedOf({ plans, settles }: Story): { effects: string[]; phase: 'DONE' | 'UNDONE'; parks: number } {
  const effects: string[] = [];
  let parks = 0;
  for (const [index, { kind, fate }] of plans.entries()) {
    const name = `s${index}`;
    const isAsked = fate === 'is answered' || fate === 'waits in vain';
    if (isAsked || fate === 'well' || fate === 'fails once') effects.push(name);
    if (fate === 'well' || fate === 'fails once' || fate === 'is answered' || parks > 0) {
      if (parks > 0 && !effects.includes(name)) effects.push(name);
      continue;
    }
    const walksBack = kind === 'compensable' || (kind === 'pivot' && fate === 'refuses');
    if (walksBack) {
      const first = fate === 'refuses' ? index - 1 : index;
      for (let back = first; back >= 0; back -= 1) {
        const isStuck = plans[back]?.undo === 'fails for good' && parks === 0;
        if (isStuck) parks += 1;
        if (!isStuck || settles === 'retry') effects.push(`-s${back}`);
      }
      return { effects, phase: 'UNDONE', parks };
    }
    parks += 1;
    if (settles === 'retry' && !effects.includes(name)) effects.push(name);
  }
  return { effects, phase: 'DONE', parks };
}

class Died extends Error {}

/** The database as a process sees it that dies: what it was writing is rolled back or just committed, and it writes nothing more until it is revived. */
function mortal(database: Database, crashes: Crash[]): { database: Database; revive(): void } {
  let begun = 0;
  let isDead = false;
  return {
    revive() {
      isDead = false;
      begun = 0;
    },
    database: {
      ...database,
      async inTenant(tenant, mode, work) {
        if (isDead) throw new Died('there is no process');
        begun += 1;
        const [next] = crashes;
        const crash = next !== undefined && begun >= next.after ? crashes.shift() : undefined;
        isDead = crash !== undefined;
        const done = await database.inTenant(tenant, mode, async (tx) => {
          const answer = await work(tx);
          if (crash?.isCommitted === false) throw new Died('before the commit');
          return answer;
        });
        if (crash !== undefined) throw new Died('after the commit');
        return done;
      },
    },
  };
}

/** Effects are rows of the outbox: what is rolled back has none. */
async function addEffect(tx: Tx, { sagaId }: SagaView<State>, what: string): Promise<void> {
  await tx
    .insert(outbox)
    .values({ tenantId, id: newId(), type: 'effect', subject: sagaId, data: { what }, occurredAt: sql`now()` });
}
async function effectsOf(tx: Tx, sagaId: string): Promise<string[]> {
  const rows = await tx
    .select({ data: outbox.data })
    .from(outbox)
    .where(and(eq(outbox.tenantId, tenantId), eq(outbox.subject, sagaId)))
    .orderBy(asc(outbox.position));
  return rows.map(({ data }) => (data as { what: string }).what);
}

async function playOut(world: World, { plans, crashes, settles }: Story) {
  let isMended = false;
  const failed = new Set<string>();
  function mayFail(name: string, fate: Fate): void {
    if (isMended || (fate !== 'fails for good' && (fate !== 'fails once' || failed.has(name)))) return;
    failed.add(name);
    throw new Error(`${name} fails`);
  }
  const steps = plans.map(({ kind, fate, prepares, undo }, index): Step => {
    const name = `s${index}`;
    return noted(name, kind, {
      deadline: { afterMs: 1_000, atEnd: kind === 'compensable' ? 'fail' : 'park' },
      ...(prepares ? { prepare: async () => ({}) } : {}),
      async run(tx, saga, { clock }) {
        if (fate === 'refuses' && !isMended) return { kind: 'refused', reason: 'no' };
        const isWaiting = fate === 'is answered' || fate === 'waits in vain';
        // Who asks does so once.
        if (!isWaiting || !(await effectsOf(tx, saga.sagaId)).includes(name)) await addEffect(tx, saga, name);
        mayFail(name, fate);
        return isWaiting && !isMended ? { kind: 'wait', until: new Date(clock.now().getTime() + 400) } : { kind: 'done' };
      },
      ...(kind === 'compensable'
        ? {
            async undo(tx: Tx, saga: SagaView<State>) {
              await addEffect(tx, saga, `-${name}`);
              mayFail(`-${name}`, undo);
            },
          }
        : {}),
    });
  });
  const saga = await play(world, steps);
  const process = mortal(world.db.database, [...crashes]);
  const context = saga.contextOn(process.database);
  const by = randomUUID();

  for (let handout = 1; handout <= 150; handout += 1) {
    const { phase, step } = await saga.read();
    if (phase === 'DONE' || phase === 'UNDONE') break;
    const [open] = (await saga.parked()).filter((row) => row.subject === saga.subject && row.settlement === null);
    if (open !== undefined) {
      isMended = true;
      const settling = { tenantId, parkedId: open.id, by, reason: 'settled', now: saga.clock.now() };
      await saga.write((tx) =>
        settles === 'retry' ? saga.engine.retryParked(tx, settling) : saga.engine.resolveParked(tx, settling),
      );
    }
    await saga.advance(context).catch((thrown: unknown) => {
      if (thrown instanceof Died) process.revive();
      else if (!/ fails$/.test(String(thrown))) throw thrown;
    });
    const { id, step: now } = await saga.read();
    const isWaiting = (await saga.steps()).some((row) => row.sagaId === id && row.step === `s${now}` && row.status === 'WAITING');
    if (isWaiting && now >= step && plans[now]?.fate === 'is answered') await saga.answer(`s${now}`);
    saga.clock.advance(300);
  }
  const { id, phase } = await saga.read();
  const effects = await saga.write((tx) => effectsOf(tx, id));
  const parks = (await saga.parked()).filter((row) => row.subject === saga.subject);
  return { phase, effects, parks: parks.length };
}

test('whatever fails, and whenever the process dies, each step has its effect once, or is taken back once, in reverse', async () => {
  await using world = await openWorld();
  await fc.assert(
    fc.asyncProperty(story, async (given) => {
      expect(await playOut(world, given)).toEqual(expectedOf(given));
    }),
    { numRuns: PLAYS },
  );
}, 120_000);
