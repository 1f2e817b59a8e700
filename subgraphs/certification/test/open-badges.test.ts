import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkProof,
  didDocument,
  didWebOf,
  generateIssuerKeys,
  isProvedBy,
  isRevokedIn,
  type KnownIssuer,
  keyIdOf,
  type Signer,
  signAsJwt,
  signWithDataIntegrity,
  statusEntry,
} from '@academy/platform/credentials';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { createLocalJWKSet, importJWK, jwtVerify } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CompletionFacts, competencyCredential, completionCredential } from '../src/domain/credential/open-badge.ts';
import { isProvedIndependently } from './open-badges/independent-proof.ts';

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, 'open-badges', file), 'utf8'));
const ajv = new Ajv2019({ strict: false, allErrors: true });
addFormats.default(ajv);
const fitsSchema = ajv.compile(read('ob_v3p0_achievementcredential_schema.json'));

const BASE = 'https://academia.example:8443/t/0190c3d2-0000-7000-8000-000000000001';
const DID = didWebOf(BASE);
const AT = new Date('2026-11-25T16:00:00.123Z');

const facts: CompletionFacts = {
  id: `${BASE}/credentials/0190c3d2-0000-7000-8000-0000000000aa`,
  issuer: { did: DID, name: 'Academia Raíces', url: BASE },
  subjectId: 'urn:uuid:0190c3d2-0000-4000-8000-0000000000bb',
  identity: { sha256: 'a'.repeat(64), salt: 'c2FsdA' },
  issuedAt: AT,
  status: statusEntry(`${BASE}/status/1`, 77_123),
  courseTitle: 'Instalación fotovoltaica',
  courseId: '0190c3d2-0000-7000-8000-0000000000cc',
  standardCode: 'EC0586.01',
  folio: 'MA-26-7K3QX9-4',
};
const competency = { ...facts, officialFolio: 'D-0000001', standardCode: 'EC0586.01' };

let signer: Signer;
let issuer: KnownIssuer;
let signed: Record<string, unknown>;
let jwt: string;
beforeAll(async () => {
  signer = { did: DID, ...(await generateIssuerKeys(1)) };
  issuer = { did: DID, generations: [signer.publicKeys] };
  signed = await signWithDataIntegrity(completionCredential(facts), signer, AT);
  jwt = await signAsJwt(completionCredential(facts), signer);
});

describe('a credential of ours', () => {
  test('has the shape that 1EdTech publishes, with a proof and without', async () => {
    for (const unsigned of [
      completionCredential(facts),
      completionCredential({ ...facts, standardCode: null }),
      competencyCredential(competency),
    ]) {
      fitsSchema(unsigned);
      expect(fitsSchema.errors).toBeNull();
      fitsSchema(await signWithDataIntegrity(unsigned, signer, AT));
      expect(fitsSchema.errors).toBeNull();
    }
    const { credentialSubject: _left, ...incomplete } = completionCredential(facts);
    expect(fitsSchema(incomplete)).toBe(false);
  });

  test('signed twice is the same to the last byte', async () => {
    expect(await signWithDataIntegrity(completionCredential(facts), signer, AT)).toEqual(signed);
    expect(await signAsJwt(completionCredential(facts), signer)).toBe(jwt);
  });

  test('is found genuine by another parser, another canoniser and another Ed25519 than those that signed it', async () => {
    const key = signer.publicKeys.ed25519Multibase;
    expect(await isProvedIndependently(signed, key)).toBe(true);
    expect(await isProvedIndependently({ ...signed, name: 'Otro' }, key)).toBe(false);
    const other = (await generateIssuerKeys(2)).publicKeys.ed25519Multibase;
    expect(await isProvedIndependently(signed, other)).toBe(false);
  });

  test('as a JWT verifies by the key that the DID document has under its kid', async () => {
    const methods = didDocument(DID, issuer.generations)['verificationMethod'] as { id: string; publicKeyJwk?: object }[];
    const keys = createLocalJWKSet({
      keys: methods.flatMap(({ id, publicKeyJwk }) =>
        publicKeyJwk === undefined ? [] : [{ ...publicKeyJwk, kid: id } as never],
      ),
    });
    const { payload, protectedHeader } = await jwtVerify(jwt, keys, { issuer: DID, algorithms: ['RS256'], currentDate: AT });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT', kid: `${DID}#rs256-1` });
    expect(payload).toMatchObject({ jti: facts.id, sub: facts.subjectId, nbf: Math.floor(AT.getTime() / 1_000), iss: DID });
    const { iss: _iss, jti: _jti, nbf: _nbf, sub: _sub, ...credential } = payload;
    expect(credential).toEqual(completionCredential(facts));
  });

  test('bears no CURP and never the authority as its issuer, whatever titles, folios and academies are called', () => {
    const curp = fc.constantFrom('BOXW310820HNERXN09', 'HEGG560427MVZRRL04', 'AAPR630321HDFLRC09', 'OEAF771012HMCRGR09');
    const text = fc
      .tuple(fc.string({ maxLength: 20 }), curp, fc.constantFrom('', ' ', '-'), fc.string({ maxLength: 20 }))
      .map(([before, one, gap, after]) => `${before}${gap}${one.slice(0, 10)}${gap}${one.slice(10)}${gap}${after}`);
    const academy = fc.constantFrom(
      'CONOCER',
      'Consejo Nacional de Normalización y Certificación de Competencias Laborales',
      'Academia Conocer',
      'Academia Raíces',
    );
    fc.assert(
      fc.property(text, text, academy, (courseTitle, officialFolio, name) => {
        const told = { courseTitle, issuer: { ...facts.issuer, name } };
        for (const made of [
          completionCredential({ ...facts, ...told }),
          competencyCredential({ ...competency, ...told, officialFolio }),
        ]) {
          const plain = JSON.stringify(made).toUpperCase().replace(/[\s-]/g, '');
          for (const one of ['BOXW310820HNERXN09', 'HEGG560427MVZRRL04', 'AAPR630321HDFLRC09', 'OEAF771012HMCRGR09'])
            expect(plain).not.toContain(one);
          expect(made.issuer.id).toBe(DID);
          expect(made.issuer.name ?? '').not.toMatch(/conocer|consejo nacional/i);
        }
      }),
    );
    expect(completionCredential(facts).issuer.name).toBe('Academia Raíces');
  });
});

describe('a shown credential', () => {
  const shows = async (text: string | object, of = issuer) =>
    (await checkProof(typeof text === 'string' ? text : JSON.stringify(text), of)).kind;

  test('is genuine as JSON, as JSON that was written anew, and as a JWT', async () => {
    expect(await shows(signed)).toBe('genuine');
    expect(await shows(` ${JSON.stringify(signed, null, 2)}\n`)).toBe('genuine');
    expect(await shows(Object.fromEntries(Object.entries(signed).reverse()))).toBe('genuine');
    expect(await shows(jwt)).toBe('genuine');
  });

  test('is altered when anything in it was changed, added or left out', async () => {
    const subject = signed['credentialSubject'] as Record<string, unknown>;
    const [proof] = signed['proof'] as Record<string, unknown>[];
    const { awardedDate: _left, ...shorter } = signed;
    for (const one of [
      { ...signed, name: 'Certificado: Cirugía' },
      { ...signed, validFrom: '2020-01-01T00:00:00Z' },
      { ...signed, credentialSubject: { ...subject, licenseNumber: 'MA-26-AAAAAA-A' } },
      { ...signed, credentialStatus: { ...(signed['credentialStatus'] as object), statusListIndex: '5' } },
      { ...signed, validUntil: '2099-01-01T00:00:00Z' },
      { ...signed, undefinedWord: 'x' },
      { ...signed, '@context': [...(signed['@context'] as string[]), 'https://attacker.example/context.json'] },
      { ...signed, '@context': [...(signed['@context'] as string[]), { name: 'https://attacker.example/name' }] },
      { ...signed, proof: [{ ...proof, created: '2020-01-01T00:00:00Z' }] },
      { ...signed, proof: [{ ...proof, proofPurpose: 'authentication' }] },
      { ...signed, proof: [{ ...proof, proofValue: 'z111' }] },
      shorter,
    ])
      expect(await shows(one)).toBe('altered');
    const [header, payload, signature] = jwt.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const other = Buffer.from(JSON.stringify({ ...claims, name: 'x' })).toString('base64url');
    expect(await shows(`${header}.${other}.${signature}`)).toBe('altered');
    expect(
      await shows(
        `${Buffer.from(JSON.stringify({ alg: 'none', kid: keyIdOf(DID, 'rs256', 1) })).toString('base64url')}.${payload}.`,
      ),
    ).toBe('altered');
  });

  test('is foreign when another issuer or a key that is not the issuer’s stands in it', async () => {
    const thief: Signer = { did: DID, ...(await generateIssuerKeys(1)) };
    const [proof] = signed['proof'] as Record<string, unknown>[];
    expect(await shows({ ...signed, issuer: { id: 'did:web:other.example:t:1', type: ['Profile'] } })).toBe('foreign');
    expect(await shows({ ...signed, issuer: 'did:web:conocer.gob.mx' })).toBe('foreign');
    expect(await shows({ ...signed, proof: [{ ...proof, verificationMethod: 'did:key:z6Mk#z6Mk' }] })).toBe('foreign');
    expect(
      await shows(await signAsJwt(completionCredential(facts), { ...thief, publicKeys: { ...thief.publicKeys, number: 9 } })),
    ).toBe('foreign');
    // A thief's key under our key's name proves nothing.
    expect(await shows(await signWithDataIntegrity(completionCredential(facts), thief, AT))).toBe('altered');
    expect(await shows(await signAsJwt(completionCredential(facts), thief))).toBe('altered');
  });

  test.each([
    ['', ' ', '{}', '{"a":1}', 'null', '[]', 'not a credential', 'a.b.c', '..', '{"__proto__":{}}', '\u0000', 'x'.repeat(60_000)],
  ])('is unreadable otherwise', async (...texts) => {
    for (const text of texts) expect(await shows(text)).toBe('unreadable');
    const { proof: _none, ...unsigned } = signed;
    expect(await shows(unsigned)).toBe('unreadable');
    const [proof] = signed['proof'] as object[];
    expect(await shows({ ...signed, proof: [proof, proof] })).toBe('unreadable');
    expect(await shows({ ...signed, more: Array.from({ length: 500 }, (_, index) => ({ '@id': `_:b${index}` })) })).toBe(
      'unreadable',
    );
  });

  test('of before a rotation stays genuine, and the new generation signs beside it', async () => {
    const second: Signer = { did: DID, ...(await generateIssuerKeys(2)) };
    const rotated = { did: DID, generations: [signer.publicKeys, second.publicKeys] };
    expect(await shows(signed, rotated)).toBe('genuine');
    expect(await shows(await signWithDataIntegrity(completionCredential(facts), second, AT), rotated)).toBe('genuine');
    expect(await shows(await signAsJwt(completionCredential(facts), second), issuer)).toBe('foreign');
  });
});

describe('what 1EdTech signed', () => {
  const credential = read('1edtech-status-revoked.json');
  const list = read('1edtech-status-list.json');
  const [controller, publicKeyMultibase] = credential.proof.verificationMethod.split('#');
  const key = { id: credential.proof.verificationMethod, controller, publicKeyMultibase };

  test('is found genuine by our verifier and by the independent one, and altered by both once it is changed', async () => {
    for (const document of [credential, list]) {
      expect(await isProvedBy(document, key)).toBe(true);
      expect(await isProvedBy({ ...document, validFrom: '2022-01-01T00:00:00Z' }, key)).toBe(false);
    }
    // Not the credential: rdfjs-c14n writes its bare number (statusListIndex) as Turtle, not as N-Quads.
    expect(await isProvedIndependently(list, publicKeyMultibase)).toBe(true);
    expect(await isProvedIndependently({ ...list, validFrom: '2022-01-01T00:00:00Z' }, publicKeyMultibase)).toBe(false);
  });

  test('says that its example is revoked, and the neighbour is not', async () => {
    const { statusListIndex } = credential.credentialStatus;
    expect(await isRevokedIn(list.credentialSubject.encodedList, statusListIndex)).toBe(true);
    expect(await isRevokedIn(list.credentialSubject.encodedList, statusListIndex + 1)).toBe(false);
  });

  test('fits the vendored schema once its proof is a list, and what breaks the shape does not', () => {
    const example = { ...credential, proof: [credential.proof] };
    fitsSchema(example);
    expect(fitsSchema.errors).toBeNull();
    const { achievement, ...subject } = example.credentialSubject;
    for (const broken of [
      { ...example, type: ['VerifiableCredential'] },
      { ...example, issuer: { ...example.issuer, type: ['Issuer'] } },
      { ...example, '@context': ['https://www.w3.org/ns/credentials/v2'] },
      { ...example, credentialSubject: { ...subject, achievement: { ...achievement, criteria: undefined } } },
      { ...example, credentialSubject: { ...example.credentialSubject, type: ['Subject'] } },
      { ...example, credentialSubject: { ...example.credentialSubject, identifier: [{ type: 'Other' }] } },
      { ...example, evidence: [{ type: ['Proof'] }] },
      { ...example, validFrom: 'yesterday' },
    ])
      expect(fitsSchema(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });
});

test('a DID follows from the URL that its document is served under', () => {
  expect(DID).toBe('did:web:academia.example%3A8443:t:0190c3d2-0000-7000-8000-000000000001');
  expect(() => didWebOf('https://academia.example')).toThrow(RangeError);
});

test('a JWT of another algorithm under our kid is altered', async () => {
  expect((await importJWK(signer.publicKeys.rs256Jwk, 'RS256')).constructor.name).toBe('CryptoKey');
  const [, payload] = jwt.split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: keyIdOf(DID, 'rs256', 1) })).toString('base64url');
  expect((await checkProof(`${header}.${payload}.AAAA`, issuer)).kind).toBe('altered');
});
