import { policiesOf } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

const SOLAR = 'instalacion-fotovoltaica';
/** They stand in the academy itself: a lot is of one centre. */
const CANDIDATES = ['learner-03', 'learner-06', 'learner-09', 'learner-12'] as const;
const OUTCOME_HEADER = 'referencia,curp,estandar,resultado,folio,fecha_emision,motivo,corregible';

let graph: Graph;
let celia: Person;
let violeta: Person;
const cases = new Map<string, { person: Person; id: string }>();
beforeAll(async () => {
  graph = await bootGraph();
  [celia, violeta] = await Promise.all([
    graph.person('raices', 'celia', 'certifier'),
    graph.person('raices', 'violeta', 'verifier'),
  ]);
});
afterAll(() => graph?.[Symbol.asyncDispose]());

/** The mutation succeeds; what of its answer is asked for. */
async function does(actor: Person, name: string, input: object, selection: string): Promise<Loose> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } ... on ${type}Success { ${selection} } } }`;
  const answer = (await actor.gets(query, { input: { idempotencyKey: newId(), ...input } }))[name];
  if (answer.__typename !== `${type}Success`) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer;
}

const idOf = (key: string) => cases.get(key)?.id ?? '';

test('the academy chooses lots by hand: what its learners complete waits for a dictamen', async () => {
  const tenantId = tenantIdOf('raices');
  await graph.carla.gets('mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename } }', {
    input: { authority: 'MANUAL_LOT' },
  });
  await until('certification to know of it', () =>
    graph.academy.resources.certification.database.inTenant(tenantId, 'read', async (tx) =>
      (await policiesOf(tx, tenantId)).authority === 'MANUAL_LOT' ? true : undefined,
    ),
  );
  for (const key of CANDIDATES) {
    const person = await graph.person('raices', key, 'learner');
    const id = await person.certificationOf(await person.completesCourse(SOLAR));
    cases.set(key, { person, id });
    await person.seesCertification(id, 'RESULTS_DELIVERED');
  }
});

test('they are verified, put in a lot and ruled on by two who neither taught nor evaluated them; one must be redone', async () => {
  for (const key of CANDIDATES) {
    const personId = userIdOf('raices', 'violeta');
    await does(celia, 'caseAssign', { certificationId: idOf(key), personId, duty: 'VERIFIER' }, 'assignment { id }');
    await does(violeta, 'certificationVerify', { certificationId: idOf(key) }, 'certification { status }');
  }
  const { lot } = await does(celia, 'lotCreate', { standardCode: 'EC0586' }, 'lot { id }');
  await does(celia, 'lotAdd', { lotId: lot.id, certificationIds: CANDIDATES.map(idOf) }, 'lot { size }');
  const closed = await does(celia, 'lotClose', { lotId: lot.id }, 'lot { sampleSize sampleSeed }');
  expect(closed.lot).toMatchObject({ sampleSize: 4, sampleSeed: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const opinions = CANDIDATES.map((key) => {
    const certificationId = idOf(key);
    return key === 'learner-12'
      ? { certificationId, outcome: 'INVALID', reason: 'La evidencia no corresponde al instrumento.' }
      : { certificationId, outcome: 'VALID' };
  });
  for (const ruler of [celia, violeta]) await does(ruler, 'dictamenRule', { lotId: lot.id, opinions }, 'lot { id }');
  for (const key of ['learner-03', 'learner-06', 'learner-09']) await celia.seesCertification(idOf(key), 'SUBMISSION_PREPARED');
  const redone = cases.get('learner-12');
  await redone?.person.seesCertification(redone.id, 'REDO_REQUIRED');
  const redo = await does(
    redone?.person as Person,
    'certificationRedo',
    { certificationId: redone?.id },
    'certification { followsAs path }',
  );
  expect(redo.certification).toEqual({ followsAs: 'REDO', path: 'ACCREDITED_EVALUATOR' });
});

test('the package is carried to the authority, which issues two and rejects one; no job sent anything', async () => {
  const { certification } = await celia.gets('query ($id: ID!) { certification(id: $id) { lot { id } } }', {
    id: idOf('learner-03'),
  });
  const waiting = async () => {
    const exported = await celia.asks(
      'mutation ($input: LotPackageExportInput!) { lotPackageExport(input: $input) { ... on LotPackageExportSuccess { lotPackage { id size } } } }',
      { input: { lotId: certification.lot.id, idempotencyKey: newId() } },
    );
    const made = (exported.data as Loose)?.lotPackageExport?.lotPackage;
    return made?.size === 3 ? made : undefined;
  };
  const { id: lotPackageId } = await until('all three to wait at conocer', waiting);
  await until('the package', async () => {
    const { lotPackage } = await celia.gets('query ($id: ID!) { lotPackage(id: $id) { status } }', { id: lotPackageId });
    return lotPackage.status === 'READY' ? true : undefined;
  });
  const { contentBase64 } = await does(celia, 'lotPackageDownload', { lotPackageId }, 'contentBase64');
  const files = unzipSync(Buffer.from(contentBase64, 'base64'));
  const rows = parse(strFromU8(files['candidatos.csv'] ?? new Uint8Array()), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(rows).toHaveLength(3);
  await does(celia, 'lotPackageHandOver', { lotPackageId }, 'lotPackage { status }');
  for (const key of ['learner-03', 'learner-06', 'learner-09']) await celia.seesCertification(idOf(key), 'SUBMITTED');

  const lines = rows.map(({ referencia, curp, estandar }, index) =>
    referencia?.includes(idOf('learner-06'))
      ? [referencia, curp, estandar, 'RECHAZADO', '', '', 'La fotografía no cumple.', 'NO'].join(',')
      : [referencia, curp, estandar, 'EMITIDO', `D-2026-${index}`, '2026-03-05', '', ''].join(','),
  );
  const content = [OUTCOME_HEADER, ...lines].join('\r\n');
  const { outcome } = await does(celia, 'lotOutcomeImport', { lotPackageId, content }, 'outcome { issued rejected doubts }');
  expect(outcome).toEqual({ issued: 2, rejected: 1, doubts: 0 });
  const again = await does(celia, 'lotOutcomeImport', { lotPackageId, content }, 'outcome { issued rejected doubts }');
  expect(again.outcome).toEqual(outcome);
  for (const key of ['learner-03', 'learner-09']) {
    const { person, id } = cases.get(key) as { person: Person; id: string };
    const issued = await person.seesCertification(id, 'ISSUED');
    expect(issued.officialFolio).toMatch(/^D-2026-/);
    const states = issued.history.edges.map(({ node }: Loose) => node.status);
    expect(states.slice(3)).toEqual([
      ...['RESULTS_DELIVERED', 'VERIFIED', 'IN_LOT', 'RULED_VALID', 'SUBMISSION_PREPARED'],
      ...['SUBMITTED', 'IN_PROCESS', 'ISSUED'],
    ]);
  }
  await cases.get('learner-06')?.person.seesCertification(idOf('learner-06'), 'CLOSED');
  expect(graph.sandbox.ledger.submissions).toEqual([]);
});
