import { courseCompleted, officialCertificateIssued, type Producer } from '@academy/contracts';
import { eventStreamKey, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { scanPersonalData } from '@academy/scripts/personal-data';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { forgeJobs } from '../../attacks/redis/forge-jobs.ts';
import { readCompose } from '../../src/compose.ts';
import { pause } from '../pause.ts';
import { alertsOf, buriedOf, streamsOf } from './aftermath.ts';
import { placesOf } from './erasure.ts';
import type { CaseStrike } from './row.ts';

const OVERSIZED = 4 * 1_024 * 1_024;
const SETTLES_WITHIN_MS = 20_000;
const QUEUES = ['certification', 'conocer'] as const;
const ISLANDS = ['users', 'courses', 'certification', 'conocer', 'analytics'] as const;

type Planted = {
  readonly kind: string;
  readonly stream: Producer;
  readonly fields: readonly string[];
  readonly reference?: string;
};

/**
 * Entries are written into the streams and jobs into the queues as whoever reaches Redis could: unsigned, signed by another key, changed after they were signed,
 * without sense, far too long; and one that is signed by us, which no reaction can take. What became of them is in the history.
 */
export async function plantForgeries(given: CaseStrike): Promise<string> {
  const { system, history } = given;
  const marker = `forged-${newId()}`;
  const enrollmentId = newId();
  const since = new Date();
  const planted = await forged(given, { marker, enrollmentId });
  await withRedis(system, async (redis) => {
    for (const { kind, stream, fields, reference } of planted) {
      const entryId = await redis.commands.xadd(eventStreamKey(redis, stream), '*', ...fields);
      history.add({ op: 'planted', kind, where: stream, reference: reference ?? String(entryId) });
    }
    for (const queue of QUEUES) {
      const kinds = ['senseless job', 'oversized job', 'job that there is not'] as const;
      const jobs = [
        { name: marker, data: { marker } },
        { name: marker, data: { marker: 'x'.repeat(OVERSIZED) } },
        { name: marker, data: { tenantId: tenantIdOf('raices'), job: marker, key: newId(), handout: 1 } },
      ];
      const ends = await forgeJobs(redis, { queue, jobs });
      for (const [index, end] of ends.entries()) {
        const kind = kinds[index] ?? 'job';
        history.add({ op: 'planted', kind, where: queue, reference: `${queue} ${kind}` });
        if (end === 'completed') history.add({ op: 'taken-in', what: `a ${kind}`, where: `the queue of ${queue}` });
      }
    }
  });

  given.whenOver(async () => {
    const references = planted.map(({ reference }) => reference);
    for (const deadline = Date.now() + SETTLES_WITHIN_MS; Date.now() < deadline; await pause(300)) {
      const [streams, buried] = [await streamsOf(system), await buriedOf(system, since)];
      const isStill = streams.every(({ pending, lag }) => pending === 0 && lag === 0);
      if (isStill && references.every((one) => one === undefined || buried.some(({ reference }) => reference === one))) break;
    }
    for (const one of await buriedOf(system, since)) history.add({ op: 'buried', ...one });
    for (const one of await streamsOf(system)) history.add({ op: 'stream', ...one });
    for (const one of await alertsOf(system, since)) history.add({ op: 'alerted', ...one });
    const values = [
      { label: 'a forgery', value: marker },
      { label: 'a forged enrolment', value: enrollmentId },
    ];
    const allowed = [
      ...ISLANDS.map((island) => ({ place: `postgres ${island}.dead_letters.payload`, why: 'laid aside there' })),
      ...ISLANDS.map((island) => ({ place: `redis sys:events:${island}`, why: 'written there' })),
      ...QUEUES.map((queue) => ({ place: `redis bull:${queue}:events`, why: 'BullMQ tells there that a job came, and failed' })),
    ];
    const places = { ...placesOf(system), logs: [] };
    const { findings } = await scanPersonalData(places, values, { allowed, hasPatterns: false });
    for (const { label, place } of findings) history.add({ op: 'taken-in', what: label, where: place });
  });
  return `${planted.length} entries, ${3 * QUEUES.length} jobs`;
}

async function forged(given: CaseStrike, { marker, enrollmentId }: { marker: string; enrollmentId: string }): Promise<Planted[]> {
  const tenantId = tenantIdOf('raices');
  const ours = await signingKey();
  const completion = {
    enrollmentId,
    courseId: newId(),
    courseTitle: marker,
    learnerId: userIdOf('raices', 'learner-05'),
    instructorId: userIdOf('raices', 'ines'),
    standardCode: 'EC0586.01',
    scorePercent: 100,
    minimumScorePercent: 80,
    reactivos: [],
  };
  const event = (occurredAt = new Date().toISOString()) => ({
    id: newId(),
    type: courseCompleted.type,
    tenantId,
    subject: enrollmentId,
    occurredAt,
    data: completion,
  });
  const certificationId = await Promise.race([
    pause(1_000).then(() => newId()),
    ...given.candidates.map(({ certification }) => certification),
  ]);
  const verdict = {
    ...event(),
    type: officialCertificateIssued.type,
    subject: certificationId,
    data: { certificationId, attempt: 1, officialFolio: marker, issuedOn: '2026-01-01' },
  };
  const foreign = { id: ours.id, secret: 'a key that is none of ours, whatever it says' };
  const changed = toEntry(event(), ours).map((field) => field.replace('"scorePercent":100', '"scorePercent":99'));
  // It is signed, and has an event's shape; but when it happened is no time, and no reaction can keep that.
  const poison = event('at no time at all');
  return [
    { kind: 'unsigned', stream: 'courses', fields: ['event', JSON.stringify(event())] },
    { kind: 'signed by another key', stream: 'courses', fields: toEntry(event(), foreign) },
    { kind: 'changed', stream: 'courses', fields: changed },
    { kind: 'senseless', stream: 'courses', fields: ['event', `{"marker":"${marker}`, 'mac', '\0'] },
    { kind: 'oversized', stream: 'courses', fields: ['event', marker.padEnd(OVERSIZED, 'x')] },
    { kind: 'unsigned verdict', stream: 'conocer', fields: ['event', JSON.stringify(verdict)] },
    { kind: 'verdict signed by another key', stream: 'conocer', fields: toEntry(verdict, foreign) },
    { kind: 'poison', stream: 'courses', fields: toEntry(poison, ours), reference: poison.id },
  ];
}

async function signingKey(): Promise<{ id: string; secret: string }> {
  const users = (await readCompose()).find(({ name }) => name === 'users');
  const [id, secret] = users?.environment['SIGNING_KEYS']?.split(':') ?? [];
  if (id === undefined || secret === undefined) throw new Error('docker-compose.yml should have SIGNING_KEYS for users.');
  return { id, secret };
}

async function withRedis(system: CaseStrike['system'], work: (redis: RedisDoor) => Promise<void>): Promise<void> {
  const logger = createLogger({ process: 'faults', level: 'silent' });
  const { redisNamespace: namespace } = system.processes;
  const redis = openRedis({ url: system.servers.redisUrl, namespace, logger, name: 'faults' });
  try {
    await work(redis);
  } finally {
    await redis.close();
  }
}
