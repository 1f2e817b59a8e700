import { accreditationEnded, accreditationRecorded, caseAssigned, personaGranted, personPlaced } from '@academy/contracts';
import type { Persona, UserPrincipal } from '@academy/kernel';
import { auditLog } from '@academy/platform/audit';
import { newId } from '@academy/platform/ids';
import { person } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, raices } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const celia = person('raices', 'celia', 'certifier');
const fabian = person('solaris', 'fabian', 'certifier');

type Answer = { __typename: string; code?: string; message?: string; field?: string; accreditation?: Record<string, unknown> };
const FIELDS = 'id person { id } kind standardMajor folio issuedOn validThrough endedAt endReason';

async function does(actor: UserPrincipal, verb: 'Record' | 'End', input: object) {
  const { data, errors } = await office.island.ask(
    actor,
    `mutation ($input: Accreditation${verb}Input!) { accreditation${verb}(input: $input) { __typename
      ... on Accreditation${verb}Success { accreditation { ${FIELDS} } }
      ... on UserError { code message } ... on InvalidInputError { field } } }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  return { codes: errors.map(({ code }) => code), answer: data?.[`accreditation${verb}`] as Answer | null };
}

/** A new person who may evaluate. */
async function evaluator(): Promise<UserPrincipal> {
  const one = { ...person('raices', 'bruno', 'evaluator'), userId: newId() };
  const data = { userId: one.userId, persona: 'evaluator' };
  await office.island.deliver(personaGranted, { tenantId: raices, subject: one.userId, data });
  return one;
}

const cedula = (who: UserPrincipal, more: object = {}) => ({
  personId: who.userId,
  kind: 'CEDULA',
  standardCode: 'EC0586.01',
  folio: newId().slice(0, 20),
  issuedOn: '2026-03-01',
  ...more,
});

async function records(who: UserPrincipal, more: object = {}): Promise<string> {
  const { answer } = await does(celia, 'Record', cedula(who, more));
  if (answer?.accreditation === undefined) throw new Error(`An accreditation was expected, got ${JSON.stringify(answer)}.`);
  return String(answer.accreditation['id']);
}

type Page = { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
async function sees(viewer: UserPrincipal, filter = ''): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const { data, errors } = await office.island.ask(
      viewer,
      `{ accreditations(first: 2${after}${filter}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toEqual([]);
    const { edges, pageInfo } = (data as { accreditations: Page }).accreditations;
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

test('a certifier puts a cédula on record: for every version, to the first 30 June, told and on the log', async () => {
  const bruna = await evaluator();
  const { answer } = await does(celia, 'Record', cedula(bruna, { folio: ' EVAL-0586/26 ' }));
  expect(answer?.accreditation).toMatchObject({
    ...{ person: { id: bruna.userId }, kind: 'CEDULA', standardMajor: 'EC0586', folio: 'EVAL-0586/26' },
    ...{ issuedOn: '2026-03-01', validThrough: '2026-06-30', endedAt: null },
  });
  const id = answer?.accreditation?.['id'];
  const told = await office.island.emitted(raices, accreditationRecorded);
  expect(told.find(({ subject }) => subject === id)?.data).toEqual({
    ...{ accreditationId: id, personId: bruna.userId, kind: 'CEDULA', standardMajor: 'EC0586' },
    ...{ issuedOn: '2026-03-01', validThrough: '2026-06-30', version: 1 },
  });
  const log = await office.island.inTenant(raices, (tx) => tx.select().from(auditLog));
  expect(log.find(({ subject }) => subject === id)).toMatchObject({ action: 'accreditation.record', actor: celia.userId });
});

test('it ends once, with the reason on the log, and that is told', async () => {
  const bruna = await evaluator();
  const id = await records(bruna);
  const end = { accreditationId: id, reason: 'La cédula se emitió por error.' };
  expect((await does(celia, 'End', end)).answer?.accreditation).toMatchObject({ id, endReason: end.reason });
  expect((await does(celia, 'End', end)).answer).toMatchObject({ code: 'INVALID_STATE' });
  const told = await office.island.emitted(raices, accreditationEnded);
  expect(told.filter(({ subject }) => subject === id).map(({ data }) => data.version)).toEqual([2]);
  expect(await sees(celia, `, filter: { personId: "${bruna.userId}", validOn: "2026-04-01" }`)).toEqual([]);
});

test.each([
  ['of the future', { issuedOn: '2026-03-03' }, 'issuedOn'],
  ['with a last day of its own', { validThrough: '2026-12-31' }, 'validThrough'],
  ['for no standard', { standardCode: null }, 'standardCode'],
  ['for a standard that the register does not know', { standardCode: 'EC9999' }, 'standardCode'],
  ['without a folio', { folio: '--' }, 'folio'],
  ['for nobody', { personId: 'x' }, 'personId'],
])('a cédula %s is refused, with what was expected', async (_name, more, field) => {
  const { answer } = await does(celia, 'Record', cedula(await evaluator(), more));
  expect(answer).toMatchObject({ __typename: 'InvalidInputError', field, message: expect.stringContaining('expected') });
});

test('EC0076 is for no standard, and has a last day only when its document has one', async () => {
  const bruna = await evaluator();
  const ec0076 = { kind: 'EC0076', standardCode: null };
  expect((await does(celia, 'Record', cedula(bruna, { kind: 'EC0076' }))).answer).toMatchObject({ field: 'standardCode' });
  expect((await does(celia, 'Record', cedula(bruna, { ...ec0076, validThrough: '2026-02-28' }))).answer).toMatchObject({
    field: 'validThrough',
  });
  const { answer } = await does(celia, 'Record', cedula(bruna, ec0076));
  expect(answer?.accreditation).toMatchObject({ kind: 'EC0076', standardMajor: null, validThrough: null });
});

test('nobody accredits herself, who is no evaluator, or by one document twice', async () => {
  const bruna = await evaluator();
  const stranger = { ...bruna, userId: newId() };
  expect((await does(celia, 'Record', cedula(stranger))).answer).toMatchObject({ code: 'INVALID_STATE' });
  const both = { ...bruna, persona: 'certifier' } as UserPrincipal;
  expect((await does(both, 'Record', cedula(bruna))).answer).toMatchObject({ message: expect.stringContaining('herself') });
  const id = await records(bruna, { folio: 'TWICE-1' });
  expect((await does(celia, 'Record', cedula(bruna, { folio: 'TWICE-1' }))).answer).toMatchObject({ code: 'INVALID_STATE' });
  expect((await does(both, 'End', { accreditationId: id, reason: 'Me equivoqué.' })).answer).toMatchObject({
    message: expect.stringContaining('herself'),
  });
});

test('a key answers the same again, and another input with it is a conflict', async () => {
  const asked = { ...cedula(await evaluator()), idempotencyKey: newId() };
  const first = await does(celia, 'Record', asked);
  expect(await does(celia, 'Record', asked)).toEqual(first);
  expect((await does(celia, 'Record', { ...asked, folio: 'ANOTHER' })).answer).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
});

test('only certifiers accredit, in their own name and tenant', async () => {
  const bruna = await evaluator();
  const id = await records(bruna);
  const end = { accreditationId: id, reason: 'No debería poder.' };
  const others: Persona[] = ['learner', 'instructor', 'evaluator', 'verifier', 'centre_admin', 'admin', 'auditor'];
  for (const persona of others) {
    const viewer = person('raices', 'carla', persona as 'admin');
    expect((await does(viewer, 'Record', cedula(bruna))).codes).toEqual(['FORBIDDEN']);
    expect((await does(viewer, 'End', end)).codes).toEqual(['FORBIDDEN']);
  }
  expect((await does({ ...celia, impersonatorId: newId() }, 'Record', cedula(bruna))).codes).toEqual(['FORBIDDEN']);
  expect((await does(fabian, 'End', end)).answer).toEqual(
    (await does(celia, 'End', { ...end, accreditationId: newId() })).answer,
  );
  expect(await sees(fabian)).toEqual([]);
});

test('an evaluator reads her own, a centre’s admin those of her people, an auditor those of whom she audits', async () => {
  const [bruna, other] = [await evaluator(), await evaluator()];
  const mine = [await records(bruna), await records(bruna, { kind: 'EC0076', standardCode: null })].reverse();
  const theirs = await records(other);
  const noe = { ...person('raices', 'noe', 'centre_admin'), userId: newId() };
  const centreId = newId();
  for (const who of [bruna, noe]) {
    const data = { userId: who.userId, centreId, placement: 1 };
    await office.island.deliver(personPlaced, { tenantId: raices, subject: who.userId, data });
  }
  const aurelia = { ...person('raices', 'aurelio', 'auditor'), userId: newId() };
  expect(await sees(bruna)).toEqual(mine);
  expect(await sees(noe)).toEqual(mine);
  expect(await sees(aurelia)).toEqual([]);
  const certificationId = newId();
  for (const [who, duty] of [
    [bruna, 'EVALUATOR'],
    [aurelia, 'AUDITOR'],
  ] as const) {
    const of = { assignmentId: newId(), certificationId, candidateId: newId(), personId: who.userId, duty, version: 1 };
    await office.island.deliver(caseAssigned, { tenantId: raices, subject: certificationId, data: of });
  }
  expect(await sees(aurelia)).toEqual(mine);
  const all = await sees(celia);
  expect(all).toEqual(expect.arrayContaining([...mine, theirs]));
  expect(await sees(celia, `, filter: { personId: "${bruna.userId}", standardCode: "EC0586" }`)).toEqual([mine[1]]);
  expect(await sees({ ...bruna, persona: 'learner' } as UserPrincipal), 'her own, whatever her persona').toEqual(mine);
});

test('an instrument is a sample that says so, for assessors and the process that pins it, and never for a candidate', async () => {
  const query =
    '{ standard(code: "EC0586.01") { isActive instrument { origin minimumScore reactivos { id weight criterion kind } } } }';
  const seen = await office.island.ask(celia, query);
  expect(seen.data?.['standard']).toMatchObject({ isActive: true, instrument: { origin: 'SAMPLE', minimumScore: 85 } });
  for (const persona of ['learner', 'instructor', 'admin'] as const) {
    const { data, errors } = await office.island.ask(person('raices', 'alice', persona), query);
    expect(data?.['standard']).toEqual({ isActive: true, instrument: null });
    expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  }
});
