import { MINUTE_MS } from '@academy/kernel';
import { openDatabase, startServerClock } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { expect, inject, onTestFinished, test } from 'vitest';

const logger = createLogger({ process: 'test', level: 'silent' });

async function open(machine?: () => number) {
  const database = openDatabase({ url: inject('adminDatabaseUrl'), maxConnections: 1, name: 'server-clock' });
  const time = async () =>
    new Date((await database.pool<{ at: string }[]>`select clock_timestamp() as at`)[0]?.at ?? 0).getTime();
  const begun = await time();
  const clock = startServerClock({ database, logger, ...(machine === undefined ? {} : { machine }) });
  onTestFinished(async () => {
    await clock.stop();
    await database.close();
  });
  return { clock, begun, time };
}

test.each([-10, 10])('a machine that is %i minutes off has PostgreSQL’s time', async (minutes) => {
  // It stands still, so that nothing but the question moves it.
  const machine = Date.now() + minutes * MINUTE_MS;
  const { clock, begun, time } = await open(() => machine);
  await clock.ready;
  const after = await time();
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(begun - 1);
  expect(clock.now().getTime()).toBeLessThanOrEqual(after + 1);
});

test('a machine that is right is believed to the millisecond', async () => {
  let answer = 0;
  const { clock } = await open(() => {
    answer = Date.now();
    return answer;
  });
  await clock.ready;
  expect(clock.now().getTime()).toBe(answer);
});
