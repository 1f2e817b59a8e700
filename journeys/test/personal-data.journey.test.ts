import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { valuesOf } from '@academy/scripts/person-values';
import { AT_HOME, scanPersonalData } from '@academy/scripts/personal-data';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';

const raices = tenantIdOf('raices');
const aliceId = userIdOf('raices', 'alice');
const [FULL_NAME, DISPLAY_NAME, EMAIL] = ['Alicia Robles Cárdenas', 'Alicia Robles', 'alice@raices.example.mx'];

let graph: Graph;
let curp: string;
const lines: string[] = [];
beforeAll(async () => {
  graph = await bootGraph({ onLog: (line) => lines.push(line) });
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

async function scan(hasPatterns = true) {
  const { dataDir, ...servers } = graph.places;
  const logs = join(dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  await writeFile(join(logs, 'journey.log'), lines.join(''));
  const values = valuesOf({ fullName: FULL_NAME, displayName: DISPLAY_NAME, email: EMAIL, curp });
  return scanPersonalData({ ...servers, storage: [join(dataDir, 'storage')], logs: [logs] }, values, { hasPatterns });
}

test('after a whole journey nothing personal lies where it must not: tables, Redis, jobs, streams, dead letters, documents, logs', async () => {
  const enrollmentId = await graph.alice.completesCourse('instalacion-fotovoltaica');
  await graph.alice.seesCertification(await graph.alice.certificationOf(enrollmentId), 'ISSUED');
  const celia = await graph.person('raices', 'celia', 'certifier');
  const revealed = await celia.gets(
    `mutation ($input: CurpRevealInput!) { curpReveal(input: $input) { ... on CurpRevealSuccess { curp } } }`,
    { input: { userId: aliceId, purpose: 'IDENTITY_VERIFICATION', idempotencyKey: 'one' } },
  );
  curp = revealed.curpReveal.curp;
  await graph.alice.gets('{ me { fullName email curpMasked displayName disclosures { edges { node { purpose } } } } }');
  // The authority was told; it keeps a ledger of its own, which is not ours to look into.
  expect(await readFile(join(graph.places.dataDir, 'ledger.jsonl'), 'utf8')).toContain(curp);

  const { findings, pieces } = await scan();
  expect(findings).toEqual([]);
  expect(pieces).toBeGreaterThan(5_000);
  expect(lines.length).toBeGreaterThan(0);
}, 180_000);

test('every planted value is found, whatever it lies in and however it is written', async () => {
  const { places } = graph;
  const open = (island: string) => {
    const url = new URL(places.adminDatabaseUrl);
    url.pathname = `/${places.databasePrefix}_${island}`;
    return openDatabase({ url: url.toString(), maxConnections: 1, name: 'planting' });
  };
  const plantedIn = async (island: string, ...statements: string[]) => {
    const database = open(island);
    for (const statement of statements) await database.pool.unsafe(statement);
    await database.close();
  };
  const hex = (text: string) => Buffer.from(text).toString('hex');
  const id = () => randomUUID();
  await plantedIn(
    'certification',
    `insert into outbox (tenant_id, id, type, subject, data, occurred_at, published_at)
      values ('${raices}', '${id()}', 'x', 's', '{"to": "${EMAIL.toUpperCase()}"}', now(), now())`,
    `insert into sagas values ('${raices}', '${id()}', 'n', 's', '{"holder": "Alicia Robles C\\\\u00e1rdenas"}', 'DONE', 1, 1, now(), now())`,
    `insert into due_work values ('${raices}', 'job', 'k', '{"mail": "${encodeURIComponent(EMAIL)}"}', now() + interval '1 year')`,
  );
  await plantedIn(
    'conocer',
    `insert into dead_letters (tenant_id, id, source, reference, payload, error, attempts)
      values ('${raices}', '${id()}', 'job:x', 'r', '{}', 'Failed: ${curp} is not known', 3)`,
    `insert into idempotency_keys values ('${raices}', '${id()}', 'op', 'k', 'h', '{"sealed": "${Buffer.from(`:${curp}`).toString('base64')}"}')`,
  );
  await plantedIn(
    'courses',
    `create schema planted`,
    `create table planted.bytes (packed bytea, listed text[])`,
    `insert into planted.bytes values (decode('${gzipSync(`name: ${FULL_NAME}`).toString('hex')}', 'hex'), array['a', 'alicia.robles.cardenas'])`,
    `select lo_from_bytea(0, decode('${hex(`CURP ${curp}`)}', 'hex'))`,
  );
  await plantedIn(
    'analytics',
    `create table planted_pseudonyms (pseudonym text)`,
    `insert into planted_pseudonyms values ('${createHash('sha256').update(curp).digest('hex')}')`,
  );
  await plantedIn(
    'users',
    `select set_config('app.tenant_id', '${raices}', false)`,
    `insert into audit_log (tenant_id, number, action, actor_kind, actor, subject, why, recorded_at, previous_hash, hash)
      values ('${raices}', 1, 'x.y', 'user', 'a', 's', 'because of ${EMAIL}', now(), '', '')`,
    `insert into portfolio_entries values ('${raices}', '${id()}', '${aliceId}', '${id()}', 'PLATFORM_CERTIFICATE', 'De ${FULL_NAME.toUpperCase()}', null, now())`,
  );

  const logger = createLogger({ process: 'planting', level: 'silent' });
  const door = openRedis({ url: places.redisUrl, namespace: places.redisNamespace, logger, name: 'planting' });
  const redis = door.commands;
  const key = (rest: string) => door.key(`t:${rest}`);
  await redis.set(key('string'), hex(EMAIL));
  await redis.set(key(`by-mail:${EMAIL}`), '1');
  await redis.hset(`${places.redisNamespace}:bull:users:job-1`, 'failedReason', `no such person: ${FULL_NAME}`);
  await redis.rpush(key('list'), 'a', Buffer.from(`xy${EMAIL}`).toString('base64url'));
  await redis.sadd(key('set'), curp.toLowerCase());
  await redis.zadd(key('zset'), 1, `m=${encodeURIComponent(FULL_NAME)}`);
  await redis.xadd(key('stream'), '*', 'data', JSON.stringify({ email: EMAIL }));
  await redis.set(key('unknown'), 'mail to somebody.else@correo.example');
  await door.close();

  const storage = join(places.dataDir, 'storage', raices, 'planted');
  await mkdir(storage, { recursive: true });
  await writeFile(join(storage, 'document.svg'), `<text>Alicia Robles C&#225;rdenas</text>`);
  await writeFile(join(storage, 'alicia-robles-cardenas.txt'), 'nothing');
  const logs = join(places.dataDir, 'logs');
  await writeFile(join(logs, 'gateway.log'), `${'x'.repeat(4 * 1024 * 1024 - 5)}${EMAIL}\n`);
  await writeFile(join(logs, 'old.log.gz'), gzipSync(`{"curp":"${curp}"}`));
  await writeFile(join(logs, 'unknown.log'), 'who is BOXW310820HNERXN09?');

  const { findings } = await scan();
  const found = findings.map((one) => `${one.place}: ${one.label}, ${one.form}`);
  const PLANTED = [
    'postgres certification.outbox.data: e-mail, plain',
    'postgres certification.sagas.state: full name, json',
    'postgres certification.due_work.payload: e-mail, url',
    'postgres conocer.dead_letters.error: CURP, plain',
    'postgres conocer.idempotency_keys.answer: CURP, base64',
    'postgres courses.planted.bytes.packed: full name, plain',
    'postgres courses.planted.bytes.listed: full name, words joined',
    'postgres courses large object: CURP, plain',
    'postgres analytics.planted_pseudonyms.pseudonym: CURP, sha256 without a key',
    'postgres users.audit_log.why: e-mail, plain',
    'postgres users.portfolio_entries.title: full name, plain',
    'redis t:string: e-mail, hex',
    'redis t:by-mail:* (its name): e-mail, plain',
    'redis bull:users:*: full name, plain',
    'redis t:list: e-mail, base64',
    'redis t:set: CURP, plain',
    'redis t:zset: full name, url',
    'redis t:stream: e-mail, plain',
    'redis t:unknown: an e-mail address, plain',
    'storage */planted/document.svg: full name, html',
    'storage */planted/alicia-robles-cardenas.txt (its name): full name, words joined',
    'log gateway.log: e-mail, plain',
    'log old.log.gz: CURP, plain',
    'log unknown.log: a CURP, plain',
  ];
  for (const one of PLANTED) expect(found).toContain(one);
  // What is found is told without being repeated.
  const told = JSON.stringify(findings);
  for (const value of [FULL_NAME, EMAIL, curp]) expect(told).not.toContain(value);
}, 120_000);

test('the places where personal data is at home are few, and each has its reason', async () => {
  expect(AT_HOME.map((one) => one.place)).toEqual(['postgres users.users.display_name']);
  for (const { why } of AT_HOME) expect(why.length).toBeGreaterThan(20);
});
