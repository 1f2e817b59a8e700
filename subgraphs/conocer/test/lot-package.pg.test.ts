import { createHash } from 'node:crypto';
import { dataErasureStarted, officialCertificateIssued, submissionSent } from '@academy/contracts';
import { DAY_MS, HOUR_MS } from '@academy/kernel';
import { auditLog } from '@academy/platform/audit';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Carried,
  celia,
  HEADER,
  inventedPerson,
  issuedLine,
  LOT,
  openCarried,
  rejectedLine,
  unpacked,
} from './lot-carried.ts';
import { raices } from './office.ts';

let lots: Carried;
beforeEach(async () => {
  lots = await openCarried();
});
afterEach(() => lots[Symbol.asyncDispose]());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const statuses = (of: readonly { certificationId: string }[]) =>
  Promise.all(of.map(async ({ certificationId }) => (await lots.office.row(certificationId))['status']));
const audited = async () =>
  (await lots.island.inTenant(raices, (tx) => tx.select().from(auditLog)))
    .sort((a, b) => a.number - b.number)
    .map(({ action, actor }) => [action, actor]);
const found = (answer: Awaited<ReturnType<Carried['imports']>>) =>
  answer.outcome?.entries.edges.map(({ node }) => [node.line, node.kind, node.certification?.id ?? null]);

describe('a package', () => {
  test('holds the list as CSV and PDF and a manifest that says what they are; no job sends what is in it', async () => {
    await lots.prepared([inventedPerson(1, 'María Ñuño Gámez'), inventedPerson(2, '=HYPERLINK("http://x")')]);
    await lots.office.settle();
    expect(lots.office.sandbox.ledger.submissions).toEqual([]);
    const id = await lots.ready();
    const { lotPackage, fileName, contentBase64 } = await lots.downloads(celia, id);
    expect(lotPackage).toMatchObject({ status: 'READY', size: 2, lot: { id: LOT } });
    expect(fileName).toBe(`lote-${id}.zip`);
    expect(sha256(Buffer.from(contentBase64 ?? '', 'base64'))).toBe(lotPackage?.sha256);
    const { bytes, text } = unpacked(contentBase64);
    expect([...(bytes['candidatos.csv'] ?? [])].slice(0, 3), 'byte order mark').toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = text('candidatos.csv').replace('\ufeff', '').trim().split('\r\n');
    expect(header).toBe('referencia,curp,nombre_completo,estandar,folio_plataforma,fecha_evaluacion');
    expect(rows.join('\n')).toContain('María Ñuño Gámez');
    expect(rows.join('\n'), 'no formula').toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text('candidatos.pdf').slice(0, 5)).toBe('%PDF-');
    const manifest = JSON.parse(text('manifest.json')) as { cases: number; files: { name: string; sha256: string }[] };
    expect(manifest).toMatchObject({ packageId: id, lotId: LOT, cases: 2, standards: ['EC0586.01'] });
    for (const file of manifest.files) expect(file.sha256).toBe(sha256(bytes[file.name] ?? new Uint8Array()));
    expect(text('manifest.json')).not.toContain('María');
    expect(lotPackage?.files.map(({ name }) => name)).toEqual(['candidatos.csv', 'candidatos.pdf', 'manifest.json']);
    expect(await audited()).toEqual([
      ['lot-package.export', celia.userId],
      ['lot-package.build', 'conocer-worker'],
      ['lot-package.download', celia.userId],
    ]);
  });

  test('leaves nothing of a person where it is kept', async () => {
    const [one] = await lots.prepared([inventedPerson(3, 'Ximena Zúñiga Duarte')]);
    const id = await lots.ready();
    const { storage } = lots.island.resources;
    const sealed = Buffer.from((await storage.get(raices, `lot-packages/${id}.sealed`)) ?? []).toString('utf8');
    const rows = await lots.island.inTenant(raices, async (tx) => [
      ...(await tx.execute('select * from lot_packages')),
      ...(await tx.execute('select * from lot_package_members')),
      ...(await tx.execute('select * from due_work')),
      ...(await tx.execute('select * from audit_log')),
    ]);
    for (const personal of [one?.curp ?? '', 'Zúñiga']) {
      expect(sealed).not.toContain(personal);
      expect(JSON.stringify(rows)).not.toContain(personal);
    }
    expect(sealed.length).toBeGreaterThan(1_000);
  });

  test('has none of whom users knows no CURP: she is told so, and may try again', async () => {
    const [one, other] = await lots.prepared([inventedPerson(4), inventedPerson(5)]);
    lots.others.set(other?.id ?? '', { curp: null, fullName: 'Sin CURP' });
    const id = await lots.ready();
    expect(await lots.packageNow(id)).toMatchObject({ status: 'READY', size: 1 });
    expect(await lots.office.row(other?.certificationId ?? '')).toMatchObject({ status: 'REJECTED', is_correctable: true });
    expect(await statuses([one ?? { certificationId: '' }])).toEqual(['PREPARED']);
    lots.others.set(one?.id ?? '', { curp: null, fullName: null });
    const second = await lots.ready();
    expect(await lots.packageNow(second)).toMatchObject({ status: 'FAILED', size: 0 });
    expect(await lots.exports(celia)).toMatchObject({ code: 'INVALID_STATE', message: expect.stringContaining('Nothing waits') });
  });

  test('waits while users is away, and is built when it is back', async () => {
    await lots.prepared([inventedPerson(6)]);
    lots.office.users.isAway = true;
    const { lotPackage } = await lots.exports(celia);
    await lots.island.runDueJobs().catch(() => undefined);
    expect(await lots.packageNow(lotPackage?.id ?? '')).toMatchObject({ status: 'REQUESTED' });
    lots.office.users.isAway = false;
    lots.island.clock.advance(HOUR_MS);
    await lots.island.runDueJobs();
    expect(await lots.packageNow(lotPackage?.id ?? '')).toMatchObject({ status: 'READY' });
  });

  test('takes the place of one that nobody handed over, and is discarded after a week itself', async () => {
    await lots.prepared([inventedPerson(7)]);
    const first = await lots.ready();
    const second = await lots.ready();
    expect(await lots.packageNow(first)).toMatchObject({ status: 'DISCARDED' });
    expect(await lots.downloads(celia, first)).toMatchObject({ code: 'INVALID_STATE' });
    lots.island.clock.advance(7 * DAY_MS + 1);
    await lots.island.runDueJobs();
    expect(await lots.packageNow(second)).toMatchObject({ status: 'DISCARDED' });
    expect(await lots.handsOver(celia, second)).toMatchObject({ code: 'INVALID_STATE' });
    const third = await lots.ready();
    expect(await lots.handsOver(celia, third)).toMatchObject({ lotPackage: { status: 'HANDED_OVER' } });
  });

  test('opens no more once one of its candidates was erased; the others are packed anew', async () => {
    const [one, other] = await lots.prepared([inventedPerson(8), inventedPerson(9)]);
    const id = await lots.ready();
    const data = { requestId: newId(), subjectId: one?.id ?? '' };
    await lots.island.deliver(dataErasureStarted, { tenantId: raices, subject: data.requestId, data });
    await lots.island.runDueJobs();
    expect(await lots.packageNow(id)).toMatchObject({ status: 'DISCARDED' });
    expect(await lots.downloads(celia, id)).toMatchObject({ code: 'INVALID_STATE' });
    const indexes = await lots.island.inTenant(raices, (tx) =>
      tx.execute(
        `select m.curp_index from lot_package_members m join submissions s on s.id = m.submission_id where s.candidate_id = '${one?.id}'`,
      ),
    );
    expect([...indexes].map((row) => row['curp_index'])).toEqual([null]);
    const anew = await lots.ready();
    expect(await lots.packageNow(anew)).toMatchObject({ size: 1 });
    expect(unpacked((await lots.downloads(celia, anew)).contentBase64).text('candidatos.csv')).toContain(other?.curp);
  });

  test('two who ask at once: one package waits, with everything in it', async () => {
    await lots.prepared([inventedPerson(10), inventedPerson(11)]);
    const answers = await Promise.all([lots.exports(celia), lots.exports(person('raices', 'ciro', 'certifier'))]);
    await lots.island.runDueJobs();
    const now = await Promise.all(answers.map(({ lotPackage }) => lots.packageNow(lotPackage?.id ?? '')));
    expect(now.map((one) => one?.status).sort()).toEqual(['DISCARDED', 'READY']);
    expect(now.find((one) => one?.status === 'READY')?.size).toBe(2);
  });
});

describe('handed over', () => {
  test('it is sent, in the name of who carried it, once; it opens no more', async () => {
    const all = await lots.prepared([inventedPerson(12), inventedPerson(13)]);
    const id = await lots.ready();
    await lots.handsOver(celia, id);
    expect(await lots.handsOver(celia, id), 'again').toMatchObject({ lotPackage: { status: 'HANDED_OVER' } });
    expect(await statuses(all)).toEqual(['SENT', 'SENT']);
    const told = await lots.island.emitted(raices, submissionSent);
    expect(told.map(({ data }) => data.handedOverBy)).toEqual([celia.userId, celia.userId]);
    expect(await lots.downloads(celia, id)).toMatchObject({ code: 'INVALID_STATE' });
    await lots.office.settle({ hours: 48 });
    expect(await statuses(all), 'no job asks for it').toEqual(['SENT', 'SENT']);
  });
});

describe('an outcome file', () => {
  const handedOver = async (count: number, from: number) => {
    const all = await lots.prepared(Array.from({ length: count }, (_, index) => inventedPerson(from + index)));
    const id = await lots.ready();
    await lots.handsOver(celia, id);
    return { all, id };
  };

  test('of a partly rejected lot is taken in line by line, with a report of what did not fit', async () => {
    const { all, id } = await handedOver(5, 20);
    const [alice, berta, carla, dora, eva] = all as [
      (typeof all)[0],
      (typeof all)[0],
      (typeof all)[0],
      (typeof all)[0],
      (typeof all)[0],
    ];
    const content = [
      `\ufeff${HEADER}`,
      issuedLine(alice, 'D-0001'),
      rejectedLine(berta),
      issuedLine({ ...carla, curp: dora.curp }, 'D-0002'),
      issuedLine(dora, 'D-0003', 'EC0249'),
      issuedLine({ ...alice, externalRef: 'nobody:1' }, 'D-0004'),
    ].join('\r\n');
    const answer = await lots.imports(celia, id, content);
    expect(answer.outcome).toMatchObject({ issued: 1, rejected: 1, unchanged: 0, doubts: 4 });
    expect(found(answer)).toEqual([
      [2, 'ISSUED', alice.certificationId],
      [3, 'REJECTED', berta.certificationId],
      [4, 'CURP_MISMATCH', carla.certificationId],
      [5, 'STANDARD_MISMATCH', dora.certificationId],
      [6, 'UNKNOWN', null],
      [null, 'MISSING', eva.certificationId],
    ]);
    expect(await statuses(all)).toEqual(['APPROVED', 'REJECTED', 'SENT', 'SENT', 'SENT']);
    const told = async () => (await lots.office.told()).filter((kind) => kind === 'issued' || kind === 'rejected');
    expect(await told()).toEqual(['issued', 'rejected']);

    const again = await lots.imports(celia, id, content);
    expect(again.outcome?.id, 'the same file').toBe(answer.outcome?.id);
    const [corrected, rest] = [issuedLine(carla, 'D-0002'), issuedLine(eva, 'D-0005')];
    const second = await lots.imports(celia, id, [HEADER, issuedLine(alice, 'D-0001'), corrected, rest].join('\n'));
    expect(second.outcome).toMatchObject({ issued: 2, unchanged: 1, doubts: 1 });
    expect(await told()).toEqual(['issued', 'rejected', 'issued', 'issued']);
    const events = await lots.island.emitted(raices, officialCertificateIssued);
    expect(events.map(({ data }) => data.officialFolio)).toEqual(['D-0001', 'D-0002', 'D-0005']);
  });

  test('with a folio twice, or of another, issues neither; a verdict that turns is for a person', async () => {
    const { all, id } = await handedOver(3, 30);
    const [alice, berta, carla] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
    await lots.imports(celia, id, [HEADER, issuedLine(alice, 'D-1')].join('\n'));
    const answer = await lots.imports(
      celia,
      id,
      [HEADER, rejectedLine(alice), issuedLine(berta, 'D-1'), issuedLine(carla, 'D-2')].join('\n'),
    );
    expect(found(answer)?.map(([, kind]) => kind)).toEqual(['REVERSAL', 'FOLIO_OF_ANOTHER', 'ISSUED']);
    expect(await statuses(all)).toEqual(['APPROVED', 'SENT', 'APPROVED']);
    expect(await lots.office.concerns()).toEqual(expect.arrayContaining(['VERDICT_REVERSED', 'FOLIO_TWICE']));
  });

  test('that is not as it must be takes nothing in, and says by line what was expected', async () => {
    const { all, id } = await handedOver(2, 40);
    const [alice, berta] = all as [(typeof all)[0], (typeof all)[0]];
    const bad = [
      HEADER,
      issuedLine(alice, 'D-1'),
      issuedLine({ ...berta, curp: 'XXXX' }, ''),
      'one,two',
      [berta.externalRef, berta.curp, 'EC0586.01', 'QUIZÁ', '', '', '', ''].join(','),
    ].join('\n');
    const answer = await lots.imports(celia, id, bad);
    expect(answer).toMatchObject({ __typename: 'LotOutcomeUnreadableError', code: 'INVALID_INPUT' });
    expect(answer.problems?.map(({ line, column }) => [line, column])).toEqual([
      [3, 'curp'],
      [3, 'folio'],
      [4, null],
      [5, 'resultado'],
    ]);
    expect(JSON.stringify(answer), 'what came is not repeated').not.toContain('XXXX');
    expect(await statuses(all)).toEqual(['SENT', 'SENT']);
    for (const content of ['', 'a,b\n1,2', HEADER, `${HEADER}\n"open`, `${HEADER}\n${'x'.repeat(70_000)}`])
      expect(await lots.imports(celia, id, content)).toMatchObject({ __typename: 'LotOutcomeUnreadableError' });
  });

  test('of a package that was not handed over is not taken in', async () => {
    const [one] = await lots.prepared([inventedPerson(50)]);
    const id = await lots.ready();
    const content = [HEADER, issuedLine(one ?? { externalRef: '', curp: '' }, 'D-1')].join('\n');
    expect(await lots.imports(celia, id, content)).toMatchObject({ code: 'INVALID_STATE' });
    expect(await lots.imports(celia, newId(), content)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that two import at once is taken in once', async () => {
    const { all, id } = await handedOver(2, 60);
    const content = [HEADER, ...all.map((one, index) => issuedLine(one, `D-${index}`))].join('\n');
    const answers = await Promise.all([1, 2].map(() => lots.imports(celia, id, content)));
    expect(new Set(answers.map(({ outcome }) => outcome?.id)).size).toBe(1);
    expect(await lots.island.emitted(raices, officialCertificateIssued)).toHaveLength(2);
  });
});

test('only a certifier of the tenant, in person, carries lots and brings outcomes', async () => {
  await lots.prepared([inventedPerson(70)]);
  const id = await lots.ready();
  const acts = [
    (actor: typeof celia) => lots.exports(actor),
    (actor: typeof celia) => lots.downloads(actor, id),
    (actor: typeof celia) => lots.handsOver(actor, id),
    (actor: typeof celia) =>
      lots.imports(actor, id, [HEADER, issuedLine({ externalRef: 'a', curp: inventedPerson(70).curp }, 'D-1')].join('\n')),
  ];
  const others = [
    people.raices.alice,
    people.raices.bruno,
    people.raices.carla,
    person('raices', 'violeta', 'verifier'),
    person('raices', 'noe', 'centre_admin'),
    person('raices', 'pilar', 'privacy_officer'),
    { ...celia, impersonatorId: newId() },
  ];
  for (const act of acts) for (const actor of others) expect((await act(actor)).codes).toEqual(['FORBIDDEN']);
  const elsewhere = person('solaris', 'celia', 'certifier');
  expect(await lots.exports(elsewhere)).toMatchObject({ code: 'INVALID_STATE' });
  for (const act of acts.slice(1)) expect(await act(elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
  const list = await lots.island.ask(elsewhere, '{ lotPackages { edges { node { id } } } }', {});
  expect(list.data).toEqual({ lotPackages: { edges: [] } });
  expect(await lots.packageNow(id)).toMatchObject({ status: 'READY' });
});
