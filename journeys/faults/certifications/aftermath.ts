import { readFile } from 'node:fs/promises';
import type { Producer } from '@academy/contracts';
import { openDatabase } from '@academy/platform/db';
import { eventStreamKey } from '@academy/platform/events';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import type { System } from '../system.ts';

const ISLANDS = ['users', 'courses', 'certification', 'conocer', 'analytics'] as const satisfies readonly Producer[];
/** As the logger writes an error. */
const ERROR_LEVEL = 50;

/** Everything that an island laid aside since then. */
export async function buriedOf(system: System, since: Date): Promise<{ island: string; reference: string; attempts: number }[]> {
  const all = await Promise.all(
    ISLANDS.map(async (island) => {
      const admin = openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-buried' });
      try {
        const rows = await admin.pool<{ reference: string; attempts: number }[]>`
          select reference, attempts from dead_letters where buried_at >= ${since.toISOString()} order by buried_at`;
        return rows.map(({ reference, attempts }) => ({ island, reference, attempts }));
      } finally {
        await admin.close();
      }
    }),
  );
  return all.flat();
}

type Reading = { readonly stream: string; readonly reader: string; readonly pending: number; readonly lag: number };

/** How far each island has come with the streams that it reads. `lag`: entries that it has not read yet; Redis does not always know. */
export async function streamsOf(system: System): Promise<Reading[]> {
  const logger = createLogger({ process: 'faults', level: 'silent' });
  const { redisNamespace: namespace } = system.processes;
  const redis = openRedis({ url: system.servers.redisUrl, namespace, logger, name: 'faults' });
  try {
    const all: Reading[] = [];
    for (const stream of ISLANDS) {
      const groups = (await redis.commands.xinfo('GROUPS', eventStreamKey(redis, stream)).catch(() => [])) as unknown[][];
      for (const group of groups) {
        const of = (name: string) => group[group.indexOf(name) + 1];
        all.push({ stream, reader: String(of('name')), pending: Number(of('pending')), lag: Number(of('lag') ?? 0) });
      }
    }
    return all;
  } finally {
    await redis.close();
  }
}

/** What the processes logged as errors since then: `about` is the entry, the event or the island that it concerns. */
export async function alertsOf(system: System, since: Date): Promise<{ about: string; says: string }[]> {
  const texts = await Promise.all(system.processes.logs.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      const entry = parsed(line);
      if (entry === undefined || entry.level < ERROR_LEVEL || new Date(entry.time) < since) return [];
      return [{ about: entry.entryId ?? entry.eventId ?? entry.island ?? '', says: entry.msg ?? '' }];
    });
}

type LogLine = { level: number; time: number | string; msg?: string; island?: string; entryId?: string; eventId?: string };

/** Undefined for a line that a killed process did not end. */
function parsed(line: string): LogLine | undefined {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return undefined;
  }
}
