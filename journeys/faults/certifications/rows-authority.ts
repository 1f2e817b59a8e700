import type { Strike } from '../nemesis.ts';
import { pause } from '../pause.ts';
import { SECOND } from '../system.ts';
import type { Row } from './row.ts';

/** An authority's fault that is not met by then is healed. */
const MET_WITHIN_MS = 8_000;
/** A job is leased this long: a worker that stands still, or is cut off, for longer is given up by the others. */
const LONGER_THAN_A_LEASE_MS = 33_000;

/** Rows of the authority, and of the worker that calls it. */
export const AUTHORITY_ROWS = {
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
  F22: {
    touches: ['authority'],
    says: 'the authority answers 500 to everything for 4 to 7 s; a test takes ten minutes of it on a virtual clock',
    isQuick: true,
    isFirst: true,
    strike: (given) => outage(given, 'e500'),
  },
  F23: {
    touches: ['authority'],
    says: 'the authority records a submission and never answers',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['timeoutAfter'], ['submit']),
  },
  F24: {
    touches: ['authority'],
    says: 'the authority records a submission; the connection is reset, or the answer cut in half',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['resetAfter', 'truncated'], ['submit']),
  },
  F25: {
    touches: ['authority'],
    says: 'the authority never gets a submission: it is silent, or resets the connection',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['timeoutBefore', 'resetBefore'], ['submit']),
  },
  F26: {
    touches: ['authority'],
    says: 'the authority says 429 or 503 with Retry-After, to submissions and to questions',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['e429', 'e503retry'], ['submit', 'poll']),
  },
  F27: {
    touches: ['authority'],
    says: 'the authority answers garbage, a web page, a wrong id, 64 MiB, or elsewhere, having recorded it or not',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['garbage', 'html200', 'wrongId', 'hugeBody', 'redirect'], ['submit', 'poll']),
  },
  F28: {
    touches: ['authority'],
    says: 'the authority answers a byte at a time',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['slowDrip'], ['submit']),
  },
  F29: {
    touches: ['authority'],
    says: 'statuses flap, go back, or are reversed after the verdict',
    isQuick: true,
    isFirst: true,
    strike: (given) => authority(given, ['flap', 'outOfOrder', 'lateReject'], ['poll']),
  },
  F30: {
    touches: ['authority'],
    says: 'the authority cannot be reached for 4 to 7 s; a test takes 24 hours of it on a virtual clock',
    isQuick: true,
    isFirst: true,
    strike: (given) => outage(given, 'resetBefore'),
  },
  F35: {
    touches: ['authority', 'conocer'],
    says: 'the conocer worker is cut off from Redis inside a call for longer than its lease, beside a second one; what was connected stays silent',
    isQuick: false,
    async strike({ system, random }) {
      const { processes, officeRedisProxy } = system;
      await processes.start(SECOND.office);
      const mode = random.pick(['timeoutAfter', 'timeoutBefore']);
      await insideACall({ system, mode, count: 2 }, async () => {
        officeRedisProxy.isPartitioned = true;
        await pause(LONGER_THAN_A_LEASE_MS);
        officeRedisProxy.isPartitioned = false;
      });
      await pause(1_000);
      await processes.kill(SECOND.office);
      return mode;
    },
  },
} satisfies Record<string, Row>;

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
