import { MINUTE_MS } from '@academy/kernel';
import { FAULTS } from '../nemesis.ts';
import { pause } from '../pause.ts';
import { failStep, mendParked, STEPS } from './failing-step.ts';
import type { Row } from './row.ts';

const SHIFTED_CLOCK = new URL('shifted-clock.ts', import.meta.url).href;

/** Rows of the certification island: its processes, its relay, its saga. */
export const SAGA_ROWS = {
  F02: {
    touches: ['certification'],
    says: 'kill -9 of the certification API and of its worker, and with it the relay, between commit and publication',
    isQuick: true,
    async strike(given) {
      await Promise.all([FAULTS['kill-certification'].strike(given), FAULTS['kill-worker'].strike(given)]);
      return undefined;
    },
  },
  F36: {
    touches: ['courses', 'certification', 'conocer'],
    says: 'the clock of one process is ten minutes ahead or behind for 8 to 12 s',
    isQuick: true,
    async strike({ system, random }) {
      const { processes } = system;
      const which = random.pick(['courses', 'courses-worker', 'certification', 'certification-worker', 'conocer-worker']);
      const shiftMs = random.pick([-1, 1]) * 10 * MINUTE_MS;
      await processes.kill(which);
      await processes.start(which, { NODE_OPTIONS: `--import=${SHIFTED_CLOCK}`, CLOCK_SHIFT_MS: String(shiftMs) });
      await pause(random.whole(8_000, 12_000));
      await processes.kill(which);
      await processes.start(which);
      return `${which}, ${shiftMs < 0 ? 'behind' : 'ahead'}`;
    },
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
    isFirst: true,
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
    isFirst: true,
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
