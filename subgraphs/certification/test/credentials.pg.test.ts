import { createHash } from 'node:crypto';
import { checkProof, isRevokedIn, STATUS_LIST_LENGTH } from '@academy/platform/credentials';
import { newId } from '@academy/platform/ids';
import { person, visitor } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificationErasure } from '../src/data-erasure.ts';
import { type Certification, fieldOf, newLearner, openCertification } from './open-certification.ts';

const camilo = person('raices', 'camilo', 'certifier');
const clara = person('raices', 'clara', 'certifier');
const carla = person('raices', 'carla', 'admin');
const gateway = { ...visitor('raices'), kind: 'service', service: 'gateway', scopes: ['credential.publish'] } as const;

let academy: Certification;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());

type Shown = {
  verificationCode: string;
  folio: string;
  verificationUrl: string;
  credentialUrl: string;
  credential: string;
  credentialJwt: string;
  documentUrl: string | null;
};
const FIELDS = 'verificationCode folio verificationUrl credentialUrl credential credentialJwt';

/** A finished case with what its holder can download. */
async function issued(alice = newLearner()) {
  const id = await academy.submittedCase(alice);
  const answer = await academy.island.ask(
    alice,
    `query ($id: ID!) { certification(id: $id) { certificate { ${FIELDS} documentUrl } } }`,
    { id },
  );
  expect(answer.errors).toEqual([]);
  return { alice, id, ...fieldOf<{ certificate: Shown }>(answer, 'certification').certificate };
}

async function verifies(input: { code?: string; credential?: string }, viewer = visitor('raices')) {
  const answer = await academy.island.ask(
    viewer,
    `query ($input: CredentialVerificationInput!) { credentialVerification(input: $input) {
      outcome reason kind folio courseTitle standardCode officialFolio holderInitials isHolderErased issuer revokedAt } }`,
    { input },
  );
  expect(answer.errors).toEqual([]);
  return fieldOf<Record<string, unknown>>(answer, 'credentialVerification');
}

async function published(kind: string, key: string | null = null, token: string | null = null) {
  const answer = await academy.island.ask(
    gateway,
    'query ($kind: PublicDocumentKind!, $key: String, $token: String) { publicDocument(kind: $kind, key: $key, token: $token) { mediaType body isBase64 } }',
    { kind, key, token },
  );
  expect(answer.errors).toEqual([]);
  return fieldOf<{ mediaType: string; body: string; isBase64: boolean } | null>(answer, 'publicDocument');
}

async function revoke(certificationId: string): Promise<void> {
  const proposed = await academy.island.ask(
    camilo,
    `mutation ($input: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $input) { ... on CertificationRevocationProposeSuccess { revocation { id } } } }`,
    { input: { certificationId, reason: 'Queja fundada', idempotencyKey: newId() } },
  );
  const { revocation } = fieldOf<{ revocation: { id: string } }>(proposed, 'certificationRevocationPropose');
  const confirmed = await academy.island.ask(
    clara,
    `mutation ($input: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $input) { __typename } }`,
    { input: { revocationId: revocation.id, idempotencyKey: newId() } },
  );
  expect(fieldOf(confirmed, 'certificationRevocationConfirm')).toEqual({ __typename: 'CertificationRevocationConfirmSuccess' });
}

async function rotates(viewer = carla, idempotencyKey = newId()) {
  return academy.island.ask(
    viewer,
    `mutation ($input: IssuerKeyRotateInput!) { issuerKeyRotate(input: $input) { __typename
      ... on IssuerKeyRotateSuccess { issuer { did documentUrl keyNumber } } ... on UserError { message code } } }`,
    { input: { reason: 'Cambio anual de llaves', idempotencyKey } },
  );
}

async function isBitSet(credential: string): Promise<boolean> {
  const { statusListCredential, statusListIndex } = JSON.parse(credential).credentialStatus;
  const list = JSON.parse((await published('STATUS_LIST', statusListCredential.split('/').at(-1)))?.body ?? '');
  return isRevokedIn(list.credentialSubject.encodedList, Number(statusListIndex));
}

describe('a certificate', () => {
  test('comes with a credential in two signed forms that say the same, and bears neither name nor CURP', async () => {
    const { credential, credentialJwt, credentialUrl, folio } = await issued();
    const { proof: _proof, ...signed } = JSON.parse(credential);
    const claims = JSON.parse(Buffer.from(credentialJwt.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject(signed);
    expect(signed).toMatchObject({
      id: credentialUrl,
      issuer: { id: expect.stringMatching(/^did:web:localhost%3A4000:t:/), name: 'Academia Raíces' },
      validFrom: '2026-03-02T16:00:00Z',
      credentialSubject: { licenseNumber: folio, achievement: { name: 'Instalación fotovoltaica' } },
    });
    expect(credential).not.toMatch(/Alicia|Núñez|Cruz/);
    const { identityHash, salt } = signed.credentialSubject.identifier[0];
    expect(identityHash).toBe(`sha256$${createHash('sha256').update(`Alicia Núñez de la Cruz${salt}`).digest('hex')}`);
  });

  test('of two holders has two subjects and two random bits, and none of them is her id', async () => {
    const [one, other] = [await issued(), await issued()];
    const parts = [one, other].map(({ credential }) => JSON.parse(credential));
    expect(parts[0].credentialSubject.id).not.toBe(parts[1].credentialSubject.id);
    expect(one.credential).not.toContain(one.alice.userId);
    const places = parts.map(({ credentialStatus }) => Number(credentialStatus.statusListIndex));
    expect(new Set(places).size).toBe(2);
    for (const place of places) expect(place).toBeLessThan(STATUS_LIST_LENGTH);
  });

  test('shows the address of the document, which bears a name, to its holder and the academy’s admins alone', async () => {
    const { id, documentUrl } = await issued();
    expect(documentUrl).toMatch(/\.pdf$/);
    const query = 'query ($id: ID!) { certification(id: $id) { certificate { credentialUrl documentUrl } } }';
    const asked = async (viewer: typeof carla) => academy.island.ask(viewer, query, { id });
    expect(fieldOf<{ certificate: Shown }>(await asked(carla), 'certification').certificate.documentUrl).toBe(documentUrl);
    const refused = await asked(camilo);
    expect(fieldOf<{ certificate: Shown }>(refused, 'certification').certificate.documentUrl).toBeNull();
    expect(refused.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(fieldOf(await asked(newLearner()), 'certification')).toBeNull();
  });

  test('has one credential however often its step runs', async () => {
    const alice = newLearner();
    const end = await academy.breaks('certificates', "new.status = 'ISSUED'");
    await academy.completes(alice);
    await expect(academy.island.runDueJobs()).rejects.toThrow();
    await end();
    academy.island.clock.advance(3_600_000);
    await academy.island.runDueJobs();
    const rows = await academy.island.inTenant(alice.tenantId, (tx) =>
      tx.execute(
        `select c.issued_at, f.issued_at as certificate from credentials c join certificates f using (tenant_id, certification_id) where c.holder_id = '${alice.userId}'`,
      ),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['issued_at']).toEqual(rows[0]?.['certificate']);
  });
});

describe('a verification', () => {
  test('finds a valid credential by code, folio, QR code, id, JSON and JWT', async () => {
    const { verificationCode, folio, verificationUrl, credentialUrl, credential, credentialJwt } = await issued();
    for (const input of [
      { code: verificationCode },
      { code: folio.toLowerCase() },
      { code: verificationUrl },
      { code: credentialUrl },
      { code: `${credentialUrl}.json` },
      { credential },
      { credential: credentialJwt },
    ]) {
      expect(await verifies(input)).toMatchObject({
        ...{ outcome: 'VALID', kind: 'COMPLETION', folio, courseTitle: 'Instalación fotovoltaica', standardCode: 'EC0586.01' },
        ...{ holderInitials: 'A. N. C.', isHolderErased: false, revokedAt: null },
        issuer: expect.stringMatching(/^did:web:/),
      });
    }
  });

  test('tells every flaw apart, each with its reason', async () => {
    const { id, credential, credentialJwt, verificationCode } = await issued();
    const other = { ...JSON.parse(credential), issuer: { id: 'did:web:conocer.gob.mx', type: ['Profile'] } };
    const altered = { ...JSON.parse(credential), name: 'Certificado: Cirugía' };
    const found = {
      TAMPERED: await verifies({ credential: JSON.stringify(altered) }),
      WRONG_ISSUER: await verifies({ credential: JSON.stringify(other) }),
      UNKNOWN: await verifies({ credential: '{"no":"credential"}' }),
      VALID: await verifies({ credential }),
    };
    await revoke(id);
    const REVOKED = await verifies({ credential });
    expect(await verifies({ credential: credentialJwt })).toEqual(REVOKED);
    expect(await verifies({ code: verificationCode })).toEqual(REVOKED);
    await academy.island.inTenant(carla.tenantId, (tx) =>
      tx.execute(`update credentials set revoked_at = null, valid_until = now() - interval '1 year'
      where certification_id = '${id}'`),
    );
    await academy.island.inTenant(carla.tenantId, (tx) =>
      tx.execute(`update certificates set status = 'ISSUED', revoked_at = null where certification_id = '${id}'`),
    );
    academy.island.clock.advance(1);
    const all = { ...found, REVOKED, EXPIRED: await verifies({ credential }) };
    for (const [outcome, told] of Object.entries(all)) expect(told).toMatchObject({ outcome });
    expect(new Set(Object.values(all).map(({ reason }) => reason)).size).toBe(6);
    // Whose content cannot be trusted, of it nothing is told.
    expect(found.TAMPERED).toMatchObject({ kind: null, folio: null, courseTitle: null });
  });

  test('of what is kept and was changed in the database is TAMPERED', async () => {
    const [one, other] = [await issued(), await issued()];
    const kept = (id: string) =>
      academy.island.inTenant(carla.tenantId, (tx) =>
        tx.execute(`select sealed, id from credentials where certification_id = '${id}'`),
      );
    const { openContent, sealContent } = await import('../src/store/sealed-credential.ts');
    const { findCredentialOf } = await import('../src/store/credential.ts');
    expect((await kept(one.id)).length).toBe(1);
    await academy.island.inTenant(carla.tenantId, async (tx) => {
      const { vault } = academy.island.context;
      const row = await findCredentialOf(tx, { tenantId: carla.tenantId, certificationId: one.id, kind: 'COMPLETION' });
      const key = (await vault.keysFor(tx, carla.tenantId, [one.alice.userId])).get(one.alice.userId);
      if (row === undefined || key === undefined) throw new Error('The credential that was just issued is there.');
      const content = await openContent(tx, vault, row);
      if (content === undefined) throw new Error('Its content opens.');
      const json = content.json.replace('Instalación', 'Desinstalación');
      const sealed = sealContent(key, row.id, { ...content, json });
      await tx.execute(`update credentials set sealed = '${sealed}' where id = '${row.id}'`);
    });
    expect(await verifies({ code: one.verificationCode })).toMatchObject({ outcome: 'TAMPERED' });
    expect(await verifies({ code: other.verificationCode })).toMatchObject({ outcome: 'VALID' });
  });

  test('in another academy knows nothing of it', async () => {
    const { verificationCode, credential } = await issued();
    expect(await verifies({ code: verificationCode }, visitor('solaris'))).toMatchObject({ outcome: 'UNKNOWN', kind: null });
    expect(await verifies({ credential }, visitor('solaris'))).toMatchObject({ outcome: 'WRONG_ISSUER', kind: null });
  });

  test.each([
    '',
    ' ',
    '---',
    'MA-26-000000-0',
    'https://',
    'https://a.example/%E0%A4%A',
    "' or true --",
    'A'.repeat(10_000),
    newId(),
  ])('finds nothing for the code %j', async (code) => {
    expect(await verifies({ code })).toMatchObject({ outcome: 'UNKNOWN', kind: null, folio: null });
  });

  test('wants a code or a credential of bounded length', async () => {
    for (const input of [{}, { code: 'x', credential: '{}' }, { credential: 'x'.repeat(50_001) }]) {
      const query = 'query ($input: CredentialVerificationInput!) { credentialVerification(input: $input) { outcome } }';
      const answer = await academy.island.ask(visitor('raices'), query, { input });
      expect(answer.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    }
  });
});

describe('a revocation', () => {
  test('sets the bit of the certificate’s credential, and of no other', async () => {
    const [one, other] = [await issued(), await issued()];
    expect([await isBitSet(one.credential), await isBitSet(other.credential)]).toEqual([false, false]);
    await revoke(one.id);
    expect([await isBitSet(one.credential), await isBitSet(other.credential)]).toEqual([true, false]);
  });

  test('happens with the bit or not at all', async () => {
    const { id, credential, verificationCode } = await issued();
    const end = await academy.breaks('credentials', 'new.revoked_at is not null');
    await expect(revoke(id)).rejects.toThrow();
    await end();
    expect(await verifies({ code: verificationCode })).toMatchObject({ outcome: 'VALID' });
    expect(await isBitSet(credential)).toBe(false);
  });
});

describe('what is served to everybody', () => {
  test('is asked by the gateway alone', async () => {
    for (const viewer of [visitor('raices'), carla, newLearner()]) {
      const answer = await academy.island.ask(viewer, '{ publicDocument(kind: DID_DOCUMENT) { body } }');
      expect(answer.data?.['publicDocument'] ?? null).toBeNull();
      expect(answer.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  test('are a DID document and a signed list of 131,072 bits that verify each other', async () => {
    const { credential } = await issued();
    const document = JSON.parse((await published('DID_DOCUMENT'))?.body ?? '');
    expect(document.id).toBe(JSON.parse(credential).issuer.id);
    expect(JSON.stringify(document)).not.toMatch(/secret|"d":/);
    const list = await published('STATUS_LIST', '1');
    const { credentialSubject, validFrom, validUntil, id } = JSON.parse(list?.body ?? '');
    expect(list?.mediaType).toBe('application/vc');
    expect(id).toBe(JSON.parse(credential).credentialStatus.statusListCredential);
    expect(credentialSubject).toMatchObject({ type: 'BitstringStatusList', statusPurpose: 'revocation', ttl: 300_000 });
    expect(Date.parse(validUntil) - Date.parse(validFrom)).toBe(86_400_000);
    expect(await isRevokedIn(credentialSubject.encodedList, STATUS_LIST_LENGTH - 1)).toBe(false);
    for (const key of ['0', '2', '-1', '1e3', '999', 'x', null]) expect(await published('STATUS_LIST', key)).toBeNull();
  });

  test('are the credential by its id and code, not by its folio, and the PDF by its address alone', async () => {
    const { credential, credentialJwt, credentialUrl, verificationCode, folio, documentUrl } = await issued();
    const id = credentialUrl.split('/').at(-1) ?? '';
    expect((await published('CREDENTIAL', id))?.body).toBe(credential);
    expect((await published('CREDENTIAL', verificationCode))?.body).toBe(credential);
    expect((await published('CREDENTIAL_JWT', id))?.body).toBe(credentialJwt);
    for (const key of [folio, newId(), '', 'x'.repeat(5_000), null]) expect(await published('CREDENTIAL', key)).toBeNull();
    const token = (documentUrl ?? '').split('/').at(-1)?.replace('.pdf', '') ?? '';
    const pdf = await published('CERTIFICATE_PDF', id, token);
    expect(pdf).toMatchObject({ mediaType: 'application/pdf', isBase64: true });
    expect(
      Buffer.from(pdf?.body ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    for (const wrong of ['', `${token}x`, token.slice(1), token.toLowerCase(), null])
      expect(await published('CERTIFICATE_PDF', id, wrong)).toBeNull();
    const another = await issued();
    expect(await published('CERTIFICATE_PDF', another.credentialUrl.split('/').at(-1), token)).toBeNull();
  });

  test('ends with an erasure, but for the proof: who shows the credential still finds it valid', async () => {
    const { alice, id, credential, credentialUrl, documentUrl, verificationCode } = await issued();
    await academy.conocer(alice, id).issued(`D-${newId()}`);
    await academy.island.runDueJobs();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    await academy.answers(alice, id).notificationSent();
    await academy.island.runDueJobs();
    const of = { tenantId: alice.tenantId, subjectId: alice.userId };
    expect(certificationErasure.job.contract.name).toBe('erase-person');
    const { dataErasureStarted } = await import('@academy/contracts');
    await academy.island.deliver(dataErasureStarted, {
      tenantId: of.tenantId,
      subject: newId(),
      data: { requestId: newId(), subjectId: of.subjectId },
    });
    await academy.island.runDueJobs();
    const key = credentialUrl.split('/').at(-1) ?? '';
    expect(await published('CREDENTIAL', key)).toBeNull();
    expect(await published('CERTIFICATE_PDF', key, (documentUrl ?? '').split('/').at(-1)?.replace('.pdf', '') ?? '')).toBeNull();
    const rows = await academy.island.inTenant(of.tenantId, (tx) =>
      tx.execute(`select sealed from credentials where holder_id = '${of.subjectId}'`),
    );
    expect(rows.map((row) => row['sealed'])).toEqual([null, null]);
    for (const input of [{ credential }, { code: verificationCode }])
      expect(await verifies(input)).toMatchObject({ outcome: 'VALID', holderInitials: '', isHolderErased: true });
  });
});

describe('the official certificate', () => {
  test('is attested by a credential of its own, which its revocation revokes', async () => {
    const { alice, id, credential } = await issued();
    const officialFolio = `D-${newId().slice(-7)}`;
    await academy.conocer(alice, id).issued(officialFolio);
    await academy.island.runDueJobs();
    const answer = await academy.island.ask(
      alice,
      'query ($id: ID!) { certification(id: $id) { competencyCredentialUrl competencyCredential competencyCredentialJwt } }',
      { id },
    );
    const { competencyCredential } = fieldOf<{ competencyCredential: string }>(answer, 'certification');
    const told = JSON.parse(competencyCredential);
    expect(told).toMatchObject({
      issuer: { id: JSON.parse(credential).issuer.id },
      credentialSubject: { licenseNumber: officialFolio, achievement: { humanCode: 'EC0586.01' } },
      evidence: [{ narrative: `Folio ${officialFolio} en el estándar EC0586.01, comprobado el 2026-03-02.` }],
    });
    expect(told.credentialSubject.id).not.toBe(JSON.parse(credential).credentialSubject.id);
    for (const input of [{ credential: competencyCredential }, { code: officialFolio }, { code: told.id }])
      expect(await verifies(input)).toMatchObject({ outcome: 'VALID', kind: 'COMPETENCY', officialFolio });
    const { applyTransition } = await import('../src/store/certification.ts');
    await academy.island.inTenant(alice.tenantId, (tx) =>
      applyTransition(tx, {
        ...{ tenantId: alice.tenantId, certificationId: id, now: academy.island.clock.now() },
        command: { kind: 'revokeOfficial', reason: 'Queja' },
      }),
    );
    expect(await verifies({ credential: competencyCredential })).toMatchObject({ outcome: 'REVOKED', kind: 'COMPETENCY' });
    expect([await isBitSet(competencyCredential), await isBitSet(credential)]).toEqual([true, false]);
    expect(await verifies({ credential })).toMatchObject({ outcome: 'VALID', kind: 'COMPLETION' });
  });

  test('of a case that tries the completion again is attested beside the certificate of the first', async () => {
    const { alice, id, folio } = await issued();
    const officialFolio = `D-${newId().slice(-7)}`;
    await academy.conocer(alice, id).issued(officialFolio);
    await academy.island.runDueJobs();
    // As where an evaluator judged again: the certificate stays with the case before it.
    await academy.island.inTenant(alice.tenantId, async (tx) => {
      const first = `select * from certifications where id = '${id}'`;
      const [row] = (await tx.execute(first)) as unknown as Record<string, unknown>[];
      const again = { ...row, id: newId(), official_folio: null, status: 'CLOSED', path: 'AUTOMATIC_FROM_ASSESSMENT' };
      await tx.execute(
        `insert into certifications select * from jsonb_populate_record(null::certifications, '${JSON.stringify(again)}'::jsonb)`,
      );
      await tx.execute(`update certificates set certification_id = '${again.id}' where certification_id = '${id}'`);
      await tx.execute(`update certifications set path = 'ACCREDITED_EVALUATOR' where id = '${id}'`);
    });
    expect(await verifies({ code: officialFolio })).toMatchObject({ outcome: 'VALID', kind: 'COMPETENCY', officialFolio, folio });
  });
});

describe('a rotation of keys', () => {
  test('is the admin’s, on record, once for one key, and the old credentials still verify', async () => {
    const before = await issued();
    for (const viewer of [camilo, newLearner()]) expect((await rotates(viewer)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const key = newId();
    const first = fieldOf<{ issuer: { keyNumber: number; did: string } }>(await rotates(carla, key), 'issuerKeyRotate');
    expect(fieldOf(await rotates(carla, key), 'issuerKeyRotate')).toEqual(first);
    const after = await issued();
    const method = `${first.issuer.did}#ed25519-${first.issuer.keyNumber}`;
    expect(JSON.parse(after.credential).proof[0].verificationMethod).toBe(method);
    expect(JSON.parse(before.credential).proof[0].verificationMethod).not.toBe(method);
    for (const { credential, credentialJwt, verificationCode } of [before, after]) {
      for (const input of [{ credential }, { credential: credentialJwt }, { code: verificationCode }])
        expect(await verifies(input)).toMatchObject({ outcome: 'VALID' });
    }
    const rows = await academy.island.inTenant(carla.tenantId, (tx) =>
      tx.execute('select sealed is null as gone, retired_at is null as signs from issuer_keys order by number'),
    );
    expect(rows.map((row) => row['gone'])).toEqual([...rows.slice(1).map(() => true), false]);
    const log = await academy.island.inTenant(carla.tenantId, (tx) =>
      tx.execute("select why, actor from audit_log where action = 'issuer-key.rotate'"),
    );
    expect(log.map((row) => row['why'])).toEqual(['Cambio anual de llaves']);
    const list = JSON.parse((await published('STATUS_LIST', '1'))?.body ?? '');
    expect(list.proof[0].verificationMethod).toBe(method);
  });

  test('of two at the same moment is one', async () => {
    await issued();
    const answers = await Promise.all([rotates(), rotates()]);
    expect(answers.map((answer) => fieldOf<{ __typename: string }>(answer, 'issuerKeyRotate').__typename).sort()).toEqual([
      'InvalidStateError',
      'IssuerKeyRotateSuccess',
    ]);
  });

  test('has no keys to change before the first credential', async () => {
    const answer = await rotates(person('solaris', 'fabian', 'admin'));
    expect(fieldOf(answer, 'issuerKeyRotate')).toMatchObject({ __typename: 'InvalidStateError' });
  });
});

test('keys of the issuer lie sealed, and a copied database signs nothing', async () => {
  await issued();
  const rows = await academy.island.inTenant(carla.tenantId, (tx) =>
    tx.execute('select sealed, rs256, ed25519 from issuer_keys'),
  );
  for (const { sealed, rs256, ed25519 } of rows as unknown as { sealed: string | null; rs256: object; ed25519: string }[]) {
    expect(Object.keys(rs256).sort()).toEqual(['e', 'kty', 'n']);
    expect(ed25519).toMatch(/^z6Mk/);
    if (sealed !== null) expect(sealed).toMatch(/^s1\.1\./);
  }
  expect((await checkProof('{}', { did: 'did:web:a:b', generations: [] })).kind).toBe('unreadable');
});
