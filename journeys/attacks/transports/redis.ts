import { describeThrown } from '@academy/kernel';
import type { RedisDoor } from '@academy/platform/redis';
import { NOTHING_SAID, type Observed } from '../observed.ts';
import { type Counted, countRows } from '../redis/count-rows.ts';
import { forgeJobs, type JobEnd } from '../redis/forge-jobs.ts';
import { redisRequest } from '../redis/redis-request.ts';
import { scanKeys, textOf } from '../redis/scan-keys.ts';

/** What attacks on Redis need of the academy. */
export type RedisStage = {
  /** Connected as one who may write what it likes. */
  readonly owner: RedisDoor;
  /** Connected as the operator is. */
  readonly admin: RedisDoor;
  /** Connected as the processes of the academy are. */
  readonly app: RedisDoor;
  /** URLs of all databases, as a superuser. */
  readonly adminUrls: readonly string[];
  /** The tenant that an entry or a job names, by slug or id; the other tenant, where it names none. */
  tenantNamedIn(fields: Readonly<Record<string, unknown>>): string;
  /** The real stream of a logical one; throws for a name that is none. */
  streamOf(logical: string, fields: Readonly<Record<string, unknown>>): string;
  /** The real queue of a logical one; throws for a name that is none. */
  queueOf(logical: string): string;
  /** Has the island submit this certification while jobs for it are put into its queue. */
  submitAmong(given: {
    times: number;
    data: Readonly<Record<string, unknown>>;
  }): Promise<{ submissions: number; ends: JobEnd[] }>;
};

const LAID_ASIDE_WITHIN_MS = 8_000;
/** Rows that a forged entry or job leads to would be there by now. */
const SETTLES_MS = 1_000;
const QUIET_MS = 400;
const MOST_LOOKS = 15;

/** Does to Redis what the case wants. Throws when a key of the request is not known. */
export async function playRedis(request: unknown, stage: RedisStage): Promise<Observed> {
  const startedAt = performance.now();
  const { user, cmd, scan, keyMustMatch, valueMustNotMatch, enqueue, xadd } = redisRequest.parse(request);
  const redis = stage[user];
  const done = (seen: Partial<Observed>): Observed => ({ ...NOTHING_SAID, ...seen, ms: performance.now() - startedAt });
  if (cmd !== undefined) {
    return done(await tell(redis, cmd));
  }
  if (scan !== undefined) {
    const keys = await scanKeys(redis, scan).catch(describeThrown);
    if (typeof keys === 'string') return done({ error: keys, body: keys });
    const wrongKeys = keyMustMatch === undefined ? [] : keys.filter((key) => !new RegExp(keyMustMatch).test(key));
    const wrongValues: string[] = [];
    if (valueMustNotMatch !== undefined)
      for (const key of keys)
        if (new RegExp(valueMustNotMatch).test(await textOf(redis, key))) wrongValues.push(`value of ${key}`);
    return done({ body: keys.join('\n'), violations: [...wrongKeys, ...wrongValues] });
  }
  if (enqueue !== undefined) {
    const queue = stage.queueOf(enqueue.queue);
    if ('certificationId' in enqueue.data && queue === 'conocer') {
      const { submissions, ends } = await stage.submitAmong({ times: enqueue.times, data: enqueue.data });
      return done({ conocerSubmissions: submissions, jobEnds: ends });
    }
    const rows = () => countRows(stage.adminUrls, stage.tenantNamedIn(enqueue.data));
    const before = await whenQuiet(rows);
    const jobs = Array.from({ length: enqueue.times }, () => ({ name: enqueue.name ?? queue, data: enqueue.data }));
    const jobEnds = await forgeJobs(stage.owner, { queue, jobs });
    await pause(SETTLES_MS);
    return done({ jobEnds, ...grown(before, await rows()) });
  }
  if (xadd !== undefined) {
    const rows = () => countRows(stage.adminUrls, stage.tenantNamedIn(xadd.fields));
    const before = await whenQuiet(rows);
    const stream = stage.streamOf(xadd.stream, xadd.fields);
    const fields = Object.entries(xadd.fields).flatMap(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const key = stage.owner.namespace === '' ? stream : `${stage.owner.namespace}:${stream}`;
    for (let time = 0; time < xadd.times; time += 1) await stage.owner.commands.xadd(key, '*', ...fields);
    const deadline = performance.now() + LAID_ASIDE_WITHIN_MS;
    let after = await rows();
    while (after.deadLetters.length === before.deadLetters.length && performance.now() < deadline) {
      await pause(100);
      after = await rows();
    }
    await pause(SETTLES_MS);
    return done(grown(before, await rows()));
  }
  throw new Error('A request to Redis without a verb.');
}

/** On a connection of its own: a command may leave it in a state in which it answers no other. */
async function tell(redis: RedisDoor, [name = '', ...args]: readonly string[]): Promise<Partial<Observed>> {
  const connection = redis.connect('attack-command');
  try {
    return { body: JSON.stringify(await connection.call(name, ...args)) };
  } catch (thrown) {
    return { error: describeThrown(thrown), body: describeThrown(thrown) };
  } finally {
    connection.disconnect();
  }
}

/** The count once it has stopped changing: what a case before set going may still be on its way. */
async function whenQuiet(count: () => Promise<Counted>): Promise<Counted> {
  let last = await count();
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await pause(QUIET_MS);
    const next = await count();
    if (next.rows === last.rows && next.deadLetters.length === last.deadLetters.length) break;
    last = next;
  }
  return last;
}

function grown(
  before: Awaited<ReturnType<typeof countRows>>,
  after: typeof before,
): Pick<Observed, 'rowsWritten' | 'deadLetters'> {
  const known = new Set(before.deadLetters);
  const added = after.deadLetters.filter((row) => !known.has(row));
  // Every island that reads a stream lays the entry aside for itself: it is one entry all the same.
  const entries = new Set(added.map((row) => (JSON.parse(row) as { reference?: unknown }).reference ?? row));
  return { rowsWritten: after.rows - before.rows, deadLetters: entries.size };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
