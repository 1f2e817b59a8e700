import { openDatabase } from '@academy/platform/db';
import type { Strike } from '../nemesis.ts';
import { pause } from '../pause.ts';

/** As the matrix says it. */
const SESSIONS = 60;
const LASTS_MS = 5_000;
const HOARDERS = 'faults-hoard';

/** Islands that a certification needs at its every step. */
export const NEEDED = ['courses', 'certification', 'conocer'] as const;
export type Needed = (typeof NEEDED)[number];

/**
 * For 5 s sixty sessions that do nothing within an open transaction take every place that an island's role has in PostgreSQL: its processes lose the
 * connections that they had, and get no other.
 */
export async function takeAllPlaces({ system, random }: Strike): Promise<string> {
  const island = random.pick(NEEDED);
  const role = `${island}_app`;
  const admin = openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-pool' });
  const hoard = openDatabase({ url: system.databaseUrl(island, 'app'), maxConnections: SESSIONS, name: HOARDERS });
  const endOthers = () => admin.pool`
    select pg_terminate_backend(pid) from pg_stat_activity where usename = ${role} and application_name <> ${HOARDERS}`;
  let isOver = false;
  let taken = 0;
  const give: (() => void)[] = [];
  async function takeOne(): Promise<void> {
    while (!isOver) {
      try {
        const session = await hoard.pool.reserve();
        await session`begin`;
        await session`select pg_backend_pid()`;
        taken += 1;
        give.push(() => session.release());
        return;
      } catch {
        // Somebody else was quicker.
        await pause(50);
      }
    }
  }
  try {
    await admin.pool.unsafe(`alter role ${role} connection limit ${SESSIONS}`);
    const taking = Array.from({ length: SESSIONS }, takeOne);
    for (const until = Date.now() + LASTS_MS; Date.now() < until; await pause(100)) if (taken < SESSIONS) await endOthers();
    isOver = true;
    await Promise.race([Promise.all(taking), pause(1_000)]);
    return `${taken} sessions of ${island}`;
  } finally {
    isOver = true;
    await admin.pool.unsafe(`alter role ${role} connection limit -1`);
    await admin.pool`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${HOARDERS}`;
    await Promise.all([admin.close(), hoard.close()]);
  }
}
