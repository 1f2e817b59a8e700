import { openDatabase } from '@academy/platform/db';
import type { IslandName } from '@academy/platform/topology';
import { FAULTS, type Strike } from '../nemesis.ts';
import { pause } from '../pause.ts';
import { fillDisk, noSmallDisk } from './full-disk.ts';
import { takeAllPlaces } from './hoard.ts';
import type { Row } from './row.ts';

/** Rows of PostgreSQL. */
export const POSTGRES_ROWS = {
  F16: {
    touches: ['postgres'],
    says: 'fast restart of PostgreSQL: sessions are ended, data written',
    isQuick: true,
    strike: FAULTS['postgres-restart'].strike,
  },
  F17: {
    touches: ['postgres'],
    says: 'kill -9 of PostgreSQL, back after 0.2 to 1.5 s',
    isQuick: true,
    strike: FAULTS['postgres-kill'].strike,
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
  F19: {
    touches: ['postgres'],
    says: 'sixty sessions idle in a transaction take every place of an island for 5 s, and it loses the connections that it had',
    isQuick: true,
    strike: takeAllPlaces,
  },
  F20: {
    touches: ['postgres'],
    says: 'the disk that an island writes to is full for 4 to 7 s',
    isQuick: true,
    missing: noSmallDisk,
    strike: fillDisk,
  },
  F21: {
    touches: ['postgres'],
    says: 'cases and their sagas are locked in the other order, so that transactions meet in deadlocks',
    isQuick: true,
    strike: lockTheOtherWay,
  },
} satisfies Record<string, Row>;

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
