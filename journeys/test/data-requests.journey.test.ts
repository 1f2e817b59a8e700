import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { valuesOf } from '@academy/scripts/person-values';
import { scanPersonalData } from '@academy/scripts/personal-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

const SOLAR = 'instalacion-fotovoltaica';
const ISLANDS = ['USERS', 'COURSES', 'CERTIFICATION', 'CONOCER', 'ANALYTICS'];

const REQUEST = `fragment Request on DataRequest {
  id kind status receiptCode isOverdue businessDaysLeft answerDueAt effectDueAt
  subject { id displayName } parts { island status waitingFor records sha256 } receipt { statement sha256 }
}`;
const EXPORT = `mutation ($input: DataExportRequestInput!) { answer: dataExportRequest(input: $input) { __typename
  ... on DataExportRequestSuccess { request { ...Request } } ... on UserError { code message } } } ${REQUEST}`;
const ERASURE = `mutation ($input: DataErasureRequestInput!) { answer: dataErasureRequest(input: $input) { __typename
  ... on DataErasureRequestSuccess { request { ...Request } } ... on UserError { code message } } } ${REQUEST}`;
const RESOLVE = `mutation ($input: DataRequestResolveInput!) { answer: dataRequestResolve(input: $input) { __typename
  ... on DataRequestResolveSuccess { request { id status } } ... on UserError { code message } } }`;
const ONE = `query ($id: ID!) { dataRequest(id: $id) { id kind status subject { id displayName }
  parts { island status waitingFor records sha256 } receipt { statement sha256 } } }`;
const READ = `mutation ($input: DataExportReadInput!) { answer: dataExportRead(input: $input) { __typename
  ... on DataExportReadSuccess { text piece pieces documentSha256 } ... on UserError { code message } } }`;
const RECEIPT = `query ($code: String!) { dataReceipt(code: $code) { kind status completedAt statement sha256 } }`;

let graph: Graph;
let pilar: Person;
const lines: string[] = [];
beforeAll(async () => {
  graph = await bootGraph({ onLog: (line) => lines.push(line) });
  pilar = await graph.person('raices', 'pilar', 'privacy_officer');
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

const open = async (who: Person, mutation: string, idempotencyKey: string = newId()): Promise<Loose> =>
  (await who.gets(mutation, { input: { idempotencyKey } })).answer;
const resolve = async (requestId: string, input: Record<string, unknown>): Promise<Loose> =>
  (await pilar.gets(RESOLVE, { input: { requestId, idempotencyKey: newId(), ...input } })).answer;
const completed = (who: Person, id: string, deadlineMs = 60_000): Promise<Loose> =>
  until(
    `the request ${id} to be completed`,
    async () => {
      const { dataRequest } = await who.gets(ONE, { id });
      return dataRequest?.status === 'COMPLETED' ? dataRequest : undefined;
    },
    deadlineMs,
  );

async function documentOf(who: Person, requestId: string): Promise<{ text: string; sha256: string }> {
  let text = '';
  for (let piece = 0; ; piece += 1) {
    const { answer } = await who.gets(READ, { input: { requestId, piece } });
    expect(answer.__typename).toBe('DataExportReadSuccess');
    text += answer.text;
    if (piece + 1 === answer.pieces) return { text, sha256: answer.documentSha256 };
  }
}

test('a person reads everything that is kept of her in all five islands, and nobody else does', async () => {
  const { alice } = graph;
  const certificationId = await alice.certificationOf(await alice.completesCourse(SOLAR));
  const issued = await alice.seesCertification(certificationId, 'ISSUED');
  await until('the facts to be counted', async () => {
    const rows = await query(
      'analytics',
      `select count(*)::int as n from facts where kind = 'OFFICIAL_CERTIFICATE_ISSUED' and learner_id = $1`,
      [await idOf(alice)],
    );
    return (rows[0]?.['n'] as number) > 0 ? true : undefined;
  });
  await until('alice to be notified', async () => {
    const { me } = await alice.gets('{ me { notifications(first: 5) { edges { node { topic } } } } }');
    return me.notifications.edges.some((edge: Loose) => edge.node.topic === 'certification.issued') ? true : undefined;
  });
  const key = newId();
  const first = await open(alice, EXPORT, key);
  expect(first.request).toMatchObject({ kind: 'EXPORT', status: 'RECEIVED', isOverdue: false, businessDaysLeft: 20, parts: [] });
  const { id } = first.request;
  expect((await open(alice, EXPORT, key)).request).toMatchObject({ id, receiptCode: first.request.receiptCode });
  expect(await open(alice, EXPORT)).toMatchObject({ __typename: 'InvalidStateError' });
  expect((await graph.carla.gets(ONE, { id })).dataRequest).toBeNull();
  expect((await graph.diego.gets(ONE, { id })).dataRequest).toBeNull();

  expect(await resolve(id, { decision: 'ACCEPT' })).toMatchObject({ request: { id } });
  const done = await completed(alice, id);
  expect(done.parts.map((part: Loose) => part.island)).toEqual(ISLANDS);
  const document = await documentOf(alice, id);
  expect(createHash('sha256').update(document.text).digest('hex')).toBe(document.sha256);
  const data: Loose = JSON.parse(document.text);
  const kinds = (island: string) => new Set(data[island].map((record: Loose) => record.kind));
  expect(data.users[0]).toMatchObject({ kind: 'person', fullName: 'Alicia Robles Cárdenas', email: 'alice@raices.example.mx' });
  expect(data.users[0].curp).toMatch(/^[A-Z]{4}\d{6}/);
  expect(data.users[0]).toHaveProperty('centre');
  expect([...kinds('users')]).toEqual(expect.arrayContaining(['persona', 'portfolio-entry', 'notification', 'data-request']));
  expect([...kinds('courses')]).toEqual(['enrollment', 'lesson-completion', 'assessment-attempt']);
  expect([...kinds('certification')]).toEqual([
    'completion',
    'certification',
    'certification-event',
    'certificate',
    'credential',
  ]);
  expect(
    data.certification.find((one: Loose) => one.kind === 'certificate' && one.certificationId === certificationId),
  ).toMatchObject({ folio: issued.certificate.folio });
  expect(data.conocer.find((one: Loose) => one.certificationId === certificationId)).toMatchObject({ status: 'APPROVED' });
  expect(data.analytics.map((one: Loose) => one.what)).toContain('COURSE_COMPLETED');
  for (const [island, part] of done.parts.entries())
    expect(data[part.island.toLowerCase()]).toHaveLength(done.parts[island].records);

  for (const other of [pilar, graph.carla, graph.diego]) {
    const { answer } = await other.gets(READ, { input: { requestId: id, piece: 0 } });
    expect(answer).toMatchObject({ code: 'NOT_FOUND' });
  }
  const { auditLog } = await pilar.gets(`{ auditLog(first: 50, filter: { action: "arco" }) { edges { node { action why } } } }`);
  const actions = new Set(auditLog.edges.map((edge: Loose) => edge.node.action));
  expect([...actions].sort()).toEqual(['arco.accept', 'arco.complete', 'arco.export-read', 'arco.open', 'arco.part-gather']);
}, 180_000);

test('an erasure leaves nothing of a person anywhere, though a case of hers is under way, and her certificate stays verifiable', async () => {
  const { alice } = graph;
  const aliceId = await idOf(alice);
  const { me } = await alice.gets('{ me { fullName displayName email } }');
  const { curpReveal } = await alice.gets(
    `mutation ($input: CurpRevealInput!) { curpReveal(input: $input) { ... on CurpRevealSuccess { curp } } }`,
    { input: { userId: aliceId, purpose: 'OWN_COPY' } },
  );
  // The authority is away: what she finishes now waits to be sent.
  await graph.authorityGoesAway();
  const waiting = await alice.certificationOf(await alice.completesCourse('huerto-educativo'));
  await until('the case to be prepared for the authority', async () => {
    const { certification } = await alice.gets('query ($id: ID!) { certification(id: $id) { status } }', { id: waiting });
    return ['SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'RESULTS_DELIVERED'].includes(certification.status) ? true : undefined;
  });
  const { certifications } = await alice.gets(
    `{ certifications(first: 20) { edges { node { id status certificate { folio verificationCode status } } } } }`,
  );
  const valid = certifications.edges.map((edge: Loose) => edge.node).find((one: Loose) => one.status === 'ISSUED').certificate;

  const { request } = await open(alice, ERASURE);
  expect(request).toMatchObject({ kind: 'ERASURE', status: 'RECEIVED' });
  const { id, receiptCode } = request;
  const visitor = graph.visitor('raices');
  expect((await visitor.gets(RECEIPT, { code: receiptCode })).dataReceipt).toMatchObject({ status: 'RECEIVED', statement: null });
  await resolve(id, { decision: 'ACCEPT' });

  // Blocked at once: her sessions end, and who she is is shown only to whom the law sends.
  await until(
    'her token to be refused',
    async () => ((await alice.asks('{ me { id } }')).status === 401 ? true : undefined),
    5_000,
  );
  expect((await graph.person('raices', 'alice', 'learner').then((again) => again.asks('{ me { id } }'))).status).toBe(401);
  const shown = `query ($id: ID!) { user(id: $id) { displayName fullName email } }`;
  expect((await graph.carla.gets(shown, { id: aliceId })).user).toMatchObject({ displayName: 'Cuenta suprimida', email: null });

  // What may have reached the authority is followed to its verdict; what did not is never sent.
  await graph.authorityReturns();
  const analyticsReturns = await analyticsGoesAway();
  await until(
    'all parts but one',
    async () => {
      const { dataRequest } = await pilar.gets(ONE, { id });
      const done = dataRequest.parts.filter((part: Loose) => part.status === 'DONE').map((part: Loose) => part.island);
      expect(dataRequest.status).not.toBe('COMPLETED');
      return done.length === 3 && !done.includes('ANALYTICS') ? true : undefined;
    },
    90_000,
  );
  await analyticsReturns();
  const done = await completed(pilar, id, 90_000);
  expect(done.subject).toEqual({ id: aliceId, displayName: 'Cuenta suprimida' });
  expect(done.parts.every((part: Loose) => part.status === 'DONE')).toBe(true);
  expect((await pilar.gets(shown, { id: aliceId })).user).toEqual({
    displayName: 'Cuenta suprimida',
    fullName: null,
    email: null,
  });

  const found = (await visitor.gets(RECEIPT, { code: receiptCode.toUpperCase() })).dataReceipt;
  expect(createHash('sha256').update(found.statement).digest('hex')).toBe(found.sha256);
  const statement: Loose = JSON.parse(found.statement);
  expect(statement.parts.map((part: Loose) => part.island.toUpperCase())).toEqual(ISLANDS);
  expect(statement.parts.filter((part: Loose) => part.keyHash !== null).map((part: Loose) => part.island)).toEqual([
    'users',
    'certification',
  ]);
  expect(found.statement).not.toContain(aliceId);
  for (const part of statement.parts) {
    const [entry] = await query(
      part.island,
      `select action, encode(hash, 'hex') as hash, subject from audit_log where tenant_id = (select tenant_id from audit_log where subject = $1 limit 1) and number = $2`,
      [aliceId, part.auditNumber],
    );
    expect(entry).toEqual({ action: 'arco.part-erase', hash: part.auditHash, subject: aliceId });
  }
  expect((await visitor.gets(RECEIPT, { code: 'ffff-ffff-ffff-ffff-ffff-ffff-ffff-ffff' })).dataReceipt).toBeNull();

  const { certificateVerification } = await visitor.gets(
    `query ($code: String!) { certificateVerification(code: $code) { folio isValid status holderInitials isHolderErased officialFolio } }`,
    { code: valid.folio },
  );
  expect(certificateVerification).toMatchObject({
    folio: valid.folio,
    isValid: true,
    status: 'ISSUED',
    holderInitials: '',
    isHolderErased: true,
  });
  expect(certificateVerification.officialFolio).toEqual(expect.any(String));

  const { dataDir, ...servers } = graph.places;
  const logs = join(dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  await writeFile(join(logs, 'journey.log'), lines.join(''));
  const values = valuesOf({ ...me, curp: curpReveal.curp });
  expect(values).toHaveLength(5);
  const targets = { ...servers, storage: [join(dataDir, 'storage')], logs: [logs] };
  const { findings, pieces } = await scanPersonalData(targets, values, { allowed: [], hasPatterns: false });
  expect(findings).toEqual([]);
  expect(pieces).toBeGreaterThan(5_000);
  const initials = await query(
    'certification',
    `select 1 from sagas where state::text like '%holderInitials%A. R. C.%' and subject = $1`,
    [waiting],
  );
  expect(initials).toEqual([]);
}, 240_000);

/** Nobody gets past the pseudonyms of analytics until the returned function is called: its worker tries in vain. */
async function analyticsGoesAway(): Promise<() => Promise<void>> {
  const url = new URL(graph.places.adminDatabaseUrl);
  url.pathname = `/${graph.places.databasePrefix}_analytics`;
  const database = openDatabase({ url: url.toString(), maxConnections: 1, name: 'away' });
  const locked = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const holding = database.pool.begin(async (sql) => {
    await sql`lock table erased_learners in access exclusive mode`;
    locked.resolve();
    await over.promise;
  });
  await locked.promise;
  return async () => {
    over.resolve();
    await holding;
    await database.close();
  };
}

async function idOf(who: Person): Promise<string> {
  return (await who.gets('{ me { id } }')).me.id;
}

async function query(island: string, text: string, values: readonly (string | number)[]): Promise<Record<string, unknown>[]> {
  const url = new URL(graph.places.adminDatabaseUrl);
  url.pathname = `/${graph.places.databasePrefix}_${island}`;
  const database = openDatabase({ url: url.toString(), maxConnections: 1, name: 'looking' });
  try {
    return [...(await database.pool.unsafe(text, [...values]))];
  } finally {
    await database.close();
  }
}
