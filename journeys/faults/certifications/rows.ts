import { openDatabase } from '@academy/platform/db';
import type { IslandName } from '@academy/platform/topology';
import { FAULTS, type Strike } from '../nemesis.ts';
import { pause } from '../pause.ts';
import { SECOND } from '../system.ts';
import { failStep, mendParked, STEPS } from './failing-step.ts';

/** One row of the fault matrix, on the way of a certification. */
type Row = {
  /** Rows that touch the same are not played at once. */
  readonly touches: readonly ('authority' | 'certification' | 'conocer' | 'postgres')[];
  readonly says: string;
  /** Over in some seconds: fit to be played at every change. */
  readonly isQuick: boolean;
  /** The fault has come and gone when it resolves. Returns what is worth a note. */
  strike(given: Strike): Promise<string | undefined>;
};

/** An authority's fault that is not met by then is healed. */
const MET_WITHIN_MS = 8_000;
/** A job is leased this long: a worker that stands still for longer is given up by the others. */
const LONGER_THAN_A_LEASE_MS = 33_000;

/** Every row that can be played, by its number in the matrix. */
export const ROWS = {
  F02: {
    touches: ['certification'],
    says: 'kill -9 of the certification API and of its worker, and with it the relay, between commit and publication',
    isQuick: true,
    async strike(given) {
      await Promise.all([FAULTS['kill-certification'].strike(given), FAULTS['kill-worker'].strike(given)]);
      return undefined;
    },
  },
  F03: {
    touches: ['authority', 'conocer'],
    says: 'kill -9 of the conocer worker inside a call to the authority, which has received it or not',
    isQuick: true,
    strike: (given) => killInsideCalls(given, 1),
  },
  F04: {
    touches: ['authority', 'conocer'],
    says: 'kill -9 of the conocer worker inside a call, and again when it has come back',
    isQuick: true,
    strike: (given) => killInsideCalls(given, 2),
  },
  F05: {
    touches: ['authority', 'conocer'],
    says: 'the conocer worker stands still inside a call for longer than its lease, beside a second one',
    isQuick: false,
    async strike({ system, random }) {
      const { processes } = system;
      await processes.start(SECOND.office);
      const mode = random.pick(['timeoutAfter', 'timeoutBefore']);
      await insideACall({ system, mode, count: 2 }, async () => {
        processes.signal('conocer-worker', 'SIGSTOP');
        await pause(LONGER_THAN_A_LEASE_MS);
        processes.signal('conocer-worker', 'SIGCONT');
      });
      await pause(1_000);
      await processes.kill(SECOND.office);
      return mode;
    },
  },
  F18: {
    touches: ['postgres'],
    says: 'connections of three islands to PostgreSQL are ended again and again, also right after COMMIT; so are those of the clients',
    isQuick: true,
    async strike(given) {
      const islands: IslandName[] = ['courses', 'certification', 'conocer'];
      const counts = await Promise.all([...islands.map((island) => endSessions(given, island)), cutDoor(given)]);
      return `${counts.reduce((sum, one) => sum + one, 0)} connections`;
    },
  },
  F21: {
    touches: ['postgres'],
    says: 'cases and their sagas are locked in the other order, so that transactions meet in deadlocks',
    isQuick: true,
    strike: lockTheOtherWay,
  },
  F22: {
    touches: ['authority'],
    says: 'the authority answers 500 to everything for 4 to 7 s; a test takes ten minutes of it on a virtual clock',
    isQuick: true,
    strike: (given) => outage(given, 'e500'),
  },
  F23: {
    touches: ['authority'],
    says: 'the authority records a submission and never answers',
    isQuick: true,
    strike: (given) => authority(given, ['timeoutAfter'], ['submit']),
  },
  F24: {
    touches: ['authority'],
    says: 'the authority records a submission; the connection is reset, or the answer cut in half',
    isQuick: true,
    strike: (given) => authority(given, ['resetAfter', 'truncated'], ['submit']),
  },
  F25: {
    touches: ['authority'],
    says: 'the authority never gets a submission: it is silent, or resets the connection',
    isQuick: true,
    strike: (given) => authority(given, ['timeoutBefore', 'resetBefore'], ['submit']),
  },
  F26: {
    touches: ['authority'],
    says: 'the authority says 429 or 503 with Retry-After, to submissions and to questions',
    isQuick: true,
    strike: (given) => authority(given, ['e429', 'e503retry'], ['submit', 'poll']),
  },
  F27: {
    touches: ['authority'],
    says: 'the authority answers garbage, a web page, a wrong id, 64 MiB, or elsewhere, having recorded it or not',
    isQuick: true,
    strike: (given) => authority(given, ['garbage', 'html200', 'wrongId', 'hugeBody', 'redirect'], ['submit', 'poll']),
  },
  F28: {
    touches: ['authority'],
    says: 'the authority answers a byte at a time',
    isQuick: true,
    strike: (given) => authority(given, ['slowDrip'], ['submit']),
  },
  F29: {
    touches: ['authority'],
    says: 'statuses flap, go back, or are reversed after the verdict',
    isQuick: true,
    strike: (given) => authority(given, ['flap', 'outOfOrder', 'lateReject'], ['poll']),
  },
  F30: {
    touches: ['authority'],
    says: 'the authority cannot be reached for 4 to 7 s; a test takes 24 hours of it on a virtual clock',
    isQuick: true,
    strike: (given) => outage(given, 'resetBefore'),
  },
  F42: {
    touches: ['certification'],
    says: 'the relay of certification stands still for 3 to 6 s',
    isQuick: true,
    strike: FAULTS['stop-relay'].strike,
  },
  F43: {
    touches: ['certification'],
    says: 'two relays of certification at once',
    isQuick: true,
    strike: FAULTS['two-relays'].strike,
  },
  F44: {
    touches: ['certification', 'postgres'],
    says: 'one step of the saga fails for good; what is parked is tried again through parkedStepRetry',
    isQuick: false,
    async strike(given) {
      const step = given.random.pick(STEPS);
      const heal = await failStep(given.system, step);
      try {
        await step.givenUp(given.system);
      } finally {
        await heal();
      }
      const mended = await mendParked(given.system);
      return `${step.name}, ${mended} parked`;
    },
  },
  F45: {
    touches: ['certification', 'postgres'],
    says: 'a step before the pivot fails for good, and the worker is killed again and again while the saga walks back',
    isQuick: false,
    async strike(given) {
      const [step] = STEPS;
      const { processes } = given.system;
      const heal = await failStep(given.system, step);
      let isOver = false;
      const killing = (async () => {
        for (let time = 1; time <= 4 && !isOver; time += 1) {
          await pause(given.random.whole(6_000, 9_000));
          await processes.kill('certification-worker');
          await pause(given.random.whole(200, 800));
          await processes.start('certification-worker');
        }
      })();
      try {
        await step.givenUp(given.system);
      } finally {
        isOver = true;
        await killing;
        await heal();
      }
      return step.name;
    },
  },
} satisfies Record<string, Row>;
export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];

/** Rows of the matrix that these runs do not play, and why. */
export const NOT_PLAYED = {
  F31: 'a flood of 10,000 submissions of one tenant needs more people than the seed has; the bench of the backlog measures it',
  F46: 'data-subject erasure during a saga',
  F47: 'forged jobs and stream entries are played by npm run attack',
} as const;

/** Modes whose plan says whether the authority records before it fails. */
const BY_PLAN: ReadonlySet<string> = new Set(['e500', 'e503retry', 'garbage', 'html200', 'redirect', 'hugeBody']);

/** One of the modes, by chance, for the next two to five calls of these kinds; healed when they were met, or after a while. */
async function authority(
  { system, random }: Strike,
  modes: readonly string[],
  routes: readonly ('submit' | 'poll')[],
): Promise<string> {
  const mode = random.pick(modes);
  const isOfPolls = mode === 'flap' || mode === 'outOfOrder' || mode === 'lateReject';
  const committed = BY_PLAN.has(mode) && random.next() < 0.5;
  const count = random.whole(2, 5);
  const { sandbox } = system.processes;
  await sandbox.plan({ mode, routes: isOfPolls ? ['poll'] : routes, count, retryAfterSeconds: 1, committed });
  await pause(MET_WITHIN_MS);
  await sandbox.plan({ mode: 'ok' });
  return `${mode}${committed ? ', recorded' : ''}, at most ${count} times`;
}

async function outage({ system, random }: Strike, mode: 'e500' | 'resetBefore'): Promise<string> {
  const { sandbox } = system.processes;
  await sandbox.plan({ mode });
  const lasts = random.whole(4_000, 7_000);
  await pause(lasts);
  await sandbox.plan({ mode: 'ok' });
  return `${lasts} ms`;
}

async function killInsideCalls({ system, random }: Strike, times: number): Promise<string> {
  const mode = random.pick(['timeoutAfter', 'timeoutBefore']);
  for (let time = 1; time <= times; time += 1) {
    await insideACall({ system, mode, count: 2 }, () => system.processes.kill('conocer-worker'));
    await pause(random.whole(200, 1_000));
    await system.processes.start('conocer-worker');
  }
  return mode;
}

/** Does something to a worker that waits for the authority's answer to a submission; or after a while, when there was none. */
async function insideACall(
  { system, mode, count }: { system: Strike['system']; mode: string; count: number },
  work: () => Promise<void>,
): Promise<void> {
  const { sandbox } = system.processes;
  const submits = async () => (await sandbox.ledger()).calls.filter(({ route }) => route === 'submit').length;
  const before = await submits();
  await sandbox.plan({ mode, routes: ['submit'], count });
  for (const deadline = Date.now() + MET_WITHIN_MS; (await submits()) === before && Date.now() < deadline; ) await pause(50);
  await work();
  await sandbox.plan({ mode: 'ok' });
}

/** Ends the sessions of an island's processes for 3 s, every now and then. */
async function endSessions({ system, random }: Strike, island: IslandName): Promise<number> {
  const admin = openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-cuts' });
  let count = 0;
  try {
    for (const deadline = Date.now() + 3_000; Date.now() < deadline; ) {
      const ended = await admin.pool`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename <> current_user and pid <> pg_backend_pid() and random() < 0.5`;
      count += ended.length;
      await pause(random.whole(20, 400));
    }
  } finally {
    await admin.close();
  }
  return count;
}

async function cutDoor({ system, random }: Strike): Promise<number> {
  let count = 0;
  for (const deadline = Date.now() + 3_000; Date.now() < deadline; ) {
    await pause(random.whole(200, 900));
    count += system.door.cut();
  }
  return count;
}

async function lockTheOtherWay({ system }: Strike): Promise<string> {
  const admin = openDatabase({ url: system.databaseUrl('certification', 'admin'), maxConnections: 2, name: 'faults-locks' });
  let deadlocks = 0;
  let rounds = 0;
  try {
    for (const deadline = Date.now() + 5_000; Date.now() < deadline; ) {
      const [open] = await admin.pool<{ id: string }[]>`
        select subject as id from sagas where phase in ('FORWARD', 'BACKWARD') order by random() limit 1`;
      if (open === undefined) {
        await pause(50);
        continue;
      }
      rounds += 1;
      await admin.pool
        .begin(async (sql) => {
          await sql`select id from certifications where id = ${open.id} for update`;
          await pause(30);
          await sql`select id from sagas where subject = ${open.id} for update`;
        })
        .catch(() => {
          deadlocks += 1;
        });
    }
  } finally {
    await admin.close();
  }
  return `${rounds} times, of which ${deadlocks} lost here`;
}
