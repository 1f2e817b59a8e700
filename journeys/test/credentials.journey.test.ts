import { checkProof, isRevokedIn } from '@academy/platform/credentials';
import { newId } from '@academy/platform/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import { until } from '../src/until.ts';

const FIELDS = `certificate { folio verificationCode verificationUrl credentialUrl credential credentialJwt documentUrl }
  competencyCredentialUrl competencyCredential officialFolio`;

describe.each(['in-process', 'http'] as const)('anybody verifies what a learner shows (islands called %s)', (calls) => {
  let graph: Graph;
  let certificationId: string;
  let shown: Loose;
  beforeAll(async () => {
    graph = await bootGraph({ calls, gateway: { publicUrl: 'https://academia.example' } });
    certificationId = await graph.alice.certificationOf(await graph.alice.completesCourse('instalacion-fotovoltaica'));
    await graph.alice.seesCertification(certificationId, 'ISSUED');
    const portfolio = await until('the portfolio', async () => {
      const answer = await graph.alice.asks('{ me { portfolio(first: 20) { edges { node { title credentialUrl } } } } }');
      const entries = (answer.data as Loose).me.portfolio.edges
        .map((edge: Loose) => edge.node)
        .filter((entry: Loose) => entry.credentialUrl !== null);
      return entries.length === 2 ? entries : undefined;
    });
    const answer = await graph.alice.asks(`query ($id: ID!) { certification(id: $id) { ${FIELDS} } }`, { id: certificationId });
    expect(answer.codes).toEqual([]);
    shown = { ...(answer.data as Loose).certification, portfolio };
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  /** What is served under the path of a public address, by the gateway that is under another here. */
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(
      new URL(
        new URL(address, 'https://academia.example').pathname + new URL(address, 'https://academia.example').search,
        graph.url,
      ),
      {
        headers,
        redirect: 'error',
      },
    );

  test('by the DID document of its issuer, its status list and nothing else', async () => {
    const credential = JSON.parse(shown.certificate.credential);
    const [, , host, ...folders] = credential.issuer.id.split(':');
    const answer = await get(`https://${decodeURIComponent(host)}/${folders.join('/')}/did.json`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': expect.stringContaining('application/did+json'),
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      etag: expect.stringMatching(/^"/),
    });
    const document = (await answer.json()) as Loose;
    expect(document.id).toBe(credential.issuer.id);
    const [ed25519, rs256] = document.verificationMethod;
    const generations = [{ number: 1, ed25519Multibase: ed25519.publicKeyMultibase, rs256Jwk: rs256.publicKeyJwk }];
    const issuer = { did: document.id, generations };
    for (const text of [shown.certificate.credential, shown.certificate.credentialJwt, shown.competencyCredential])
      expect((await checkProof(text, issuer)).kind).toBe('genuine');
    const { statusListCredential, statusListIndex } = credential.credentialStatus;
    const list = await get(statusListCredential);
    const { credentialSubject } = (await list.json()) as Loose;
    expect(await isRevokedIn(credentialSubject.encodedList, Number(statusListIndex))).toBe(false);
    const again = await get(statusListCredential, { 'if-none-match': list.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('and downloads the credential in either form, as the portfolio names it', async () => {
    const urls = shown.portfolio.map((entry: Loose) => entry.credentialUrl).sort();
    expect(urls).toEqual([shown.certificate.credentialUrl, shown.competencyCredentialUrl].sort());
    expect(await (await get(shown.certificate.credentialUrl)).text()).toBe(shown.certificate.credential);
    expect(await (await get(`${shown.certificate.credentialUrl}.jwt`)).text()).toBe(shown.certificate.credentialJwt);
    const asJwt = await get(shown.certificate.credentialUrl, { accept: 'application/jwt' });
    expect(await asJwt.text()).toBe(shown.certificate.credentialJwt);
  });

  test('and has the PDF by its address alone, which no cache keeps', async () => {
    const answer = await get(shown.certificate.documentUrl);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ]);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await get(shown.certificate.documentUrl.replace(/.\.pdf$/, '.pdf'))).status).toBe(404);
  });

  test('on a page in Spanish and English, by the address in the QR code, a typed code and a pasted credential', async () => {
    const answer = await get(shown.certificate.verificationUrl);
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await answer.text();
    expect(html).toContain('<h2 id="outcome">Válido</h2>');
    expect(html).toContain(shown.certificate.folio);
    expect(html).not.toContain('Alicia');
    const base = new URL(shown.certificate.verificationUrl).pathname.replace(/\/[^/]+$/, '');
    const english = await get(`${base}?lang=en&code=${shown.certificate.folio}`);
    expect(await english.text()).toContain('<h2 id="outcome">Valid</h2>');
    const pasted = (credential: string) =>
      fetch(new URL(`${base}?lang=en`, graph.url), { method: 'POST', body: new URLSearchParams({ credential }) });
    expect(await (await pasted(shown.certificate.credentialJwt)).text()).toContain('>Valid<');
    const altered = JSON.stringify({ ...JSON.parse(shown.certificate.credential), name: '<script>' });
    const told = await (await pasted(altered)).text();
    expect(told).toContain('>Altered<');
    expect(told).not.toContain('<script');
    expect(await (await get(`${base}?code=${encodeURIComponent('"><script>')}`)).text()).not.toContain('<script');
    expect((await get('/t/nowhere/verify')).status).toBe(404);
    expect((await get('/verify.css')).headers.get('content-type')).toContain('text/css');
  });

  test('and knows of its revocation at once, in graph, page and list', async () => {
    const camilo = await graph.person('raices', 'camilo', 'certifier');
    const proposed = await camilo.asks(
      `mutation ($input: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $input) { ... on CertificationRevocationProposeSuccess { revocation { id } } } }`,
      { input: { certificationId, reason: 'Queja fundada', idempotencyKey: newId() } },
    );
    const { revocation } = (proposed.data as Loose).certificationRevocationPropose;
    await graph.carla.asks(
      `mutation ($input: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $input) { __typename } }`,
      { input: { revocationId: revocation.id, idempotencyKey: newId() } },
    );
    const answer = await graph
      .visitor('raices')
      .asks(
        `query ($input: CredentialVerificationInput!) { credentialVerification(input: $input) { outcome reason revokedAt } }`,
        {
          input: { credential: shown.certificate.credential },
        },
      );
    expect((answer.data as Loose).credentialVerification).toMatchObject({ outcome: 'REVOKED', revokedAt: expect.any(String) });
    expect(await (await get(shown.certificate.verificationUrl)).text()).toContain('>Revocado<');
    const { statusListCredential, statusListIndex } = JSON.parse(shown.certificate.credential).credentialStatus;
    const { credentialSubject } = (await (await get(statusListCredential)).json()) as Loose;
    expect(await isRevokedIn(credentialSubject.encodedList, Number(statusListIndex))).toBe(true);
  });
});
