import { expect, test } from 'vitest';
import { aliceSubmission, Client, openSandbox } from '../test/client.ts';

type Refused = { field: string; expected: string; got: string };

const CLOCK = { now: () => new Date('2025-06-02T18:00:00Z') };

const curp = 'SABC560626MDFLRN01';

test.each<[string, Record<string, unknown>, string, string]>([
  ['no external reference', { externalRef: undefined }, 'externalRef', 'nothing'],
  ['an external reference with a space', { externalRef: 'case 1' }, 'externalRef', '"case 1"'],
  ['a standard nobody knows', { standardCode: 'EC9999' }, 'standardCode', '"EC9999"'],
  ['a standard code with a no-break space', { standardCode: 'EC0249\u00a0' }, 'standardCode', '"EC0249\u00a0"'],
  ['a retired standard', { standardCode: 'EC0065' }, 'standardCode', '"EC0065"'],
  ['a number for a code', { standardCode: 586 }, 'standardCode', '586'],
  ['no candidate', { candidate: undefined }, 'candidate', 'nothing'],
  ['a candidate that is a name', { candidate: 'Alicia' }, 'candidate', 'a text of 6 characters'],
  ['no CURP', { candidate: { fullName: 'Alicia Salas' } }, 'candidate.curp', 'nothing'],
  [
    'a CURP with a wrong check digit',
    { candidate: { curp: 'OEAF771012HMCRGR09', fullName: 'Alicia Salas' } },
    'candidate.curp',
    'a text of 18 characters',
  ],
  ['no name', { candidate: { curp } }, 'candidate.fullName', 'nothing'],
  ['a name of one letter', { candidate: { curp, fullName: 'A' } }, 'candidate.fullName', 'a text of 1 characters'],
  [
    'a name with a line break',
    { candidate: { curp, fullName: 'Alicia\nSalas' } },
    'candidate.fullName',
    'a text of 12 characters',
  ],
  [
    'an e-mail of the candidate',
    { candidate: { curp, fullName: 'Alicia Salas', email: 'a@b.mx' } },
    'candidate.email',
    'a value',
  ],
  ['a day that does not exist', { evaluatedOn: '2025-02-29' }, 'evaluatedOn', '"2025-02-29"'],
  ['an evaluation tomorrow', { evaluatedOn: '2025-06-03' }, 'evaluatedOn', '"2025-06-03"'],
  ['a certificate folio that is null', { certificateFolio: null }, 'certificateFolio', 'null'],
  ['a centre code in words', { centreCode: 'el centro' }, 'centreCode', '"el centro"'],
  ['a digest that is none', { evidenceDigest: 'sha256:abc' }, 'evidenceDigest', '"sha256:abc"'],
  ['a field nobody asked for', { photo: 'x' }, 'photo', 'a value'],
])('%s is refused with field, expectation and what came', async (_case, changes, field, got) => {
  await using sandbox = await openSandbox({ clock: CLOCK, retiredStandards: ['EC0065'] });
  const client = await Client.connect(sandbox);
  const reply = await client.submit(aliceSubmission(changes));
  expect(reply.status).toBe(422);
  expect(reply.json().error).toBe('VALIDATION_FAILED');
  const errors = reply.json().errors as Refused[];
  expect(errors.map((error) => [error.field, error.got])).toEqual([[field, got]]);
  expect(errors[0]?.expected.length).toBeGreaterThan(5);
  expect(sandbox.ledger.submissions).toEqual([]);
});

test('every wrong field is named at once, and nothing personal is repeated', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const reply = await client.submit({ candidate: { curp: 'OEAF771012HMCRGR09', fullName: '\u0000Alicia' } });
  const errors = reply.json().errors as Refused[];
  expect(errors.map((error) => error.field).sort()).toEqual([
    'candidate.curp',
    'candidate.fullName',
    'evaluatedOn',
    'externalRef',
    'standardCode',
  ]);
  expect(reply.text).not.toContain('OEAF771012');
  expect(reply.text).not.toContain('Alicia');
});

test.each([
  ['a list', [1, 2], 'a list of 2'],
  ['a number', 7, '7'],
  ['null', null, 'null'],
])('a body that is %s is refused as a whole', async (_case, body, got) => {
  await using sandbox = await openSandbox();
  const reply = await (await Client.connect(sandbox)).submit(body);
  expect(reply.json().errors).toEqual([{ field: '(body)', expected: 'a JSON object', got }]);
});

test('a submission with every optional field is accepted and kept as it came', async () => {
  await using sandbox = await openSandbox();
  const full = aliceSubmission({
    certificateFolio: 'SOL-2025-000017',
    centreCode: 'CE1399-OC063-18',
    evidenceDigest: 'a'.repeat(64),
  });
  const reply = await (await Client.connect(sandbox)).submit(full);
  expect(reply.status).toBe(201);
  expect(sandbox.ledger.submissions[0]?.request).toEqual(full);
});

test.each(['OC0046', 'ECE213-15', 'CE1399-OC063-18'])('%s is a centre code', async (centreCode) => {
  await using sandbox = await openSandbox();
  expect((await (await Client.connect(sandbox)).submit(aliceSubmission({ centreCode }))).status).toBe(201);
});
