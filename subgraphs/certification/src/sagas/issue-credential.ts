import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { signAsJwt, signWithDataIntegrity, statusEntry } from '@academy/platform/credentials';
import { newId } from '@academy/platform/ids';
import { type BadgeFacts, competencyCredential, completionCredential } from '../domain/credential/open-badge.ts';
import type { CertificateRow } from '../store/certificate.ts';
import type { CertificationRow } from '../store/certification.ts';
import { addCredential, type CredentialRow, drawStatusPlace, findCredentialOf } from '../store/credential.ts';
import { makeIssuer, openIssuer } from '../store/issuer.ts';
import { sealContent } from '../store/sealed-credential.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** What a credential is to attest, and who is told by it. */
type Attested = { readonly row: CertificationRow; readonly holderName: string; readonly academyName: string } & (
  | { readonly kind: 'COMPLETION'; readonly certificate: CertificateRow }
  | { readonly kind: 'COMPETENCY'; readonly officialFolio: string; readonly standardCode: string }
);

/** A bit of a status list is taken by somebody else between the draw and the insert once in 130,000 credentials at most. */
const TRIES = 3;

/**
 * The case has a signed credential of this kind, kept sealed under its holder's key; the one that it has already, if it has. Undefined for a holder who was erased. It is
 * nobody's before the certificate is issued, and its bit in the status list is set when that is revoked.
 */
export async function issueCredential(context: CertificationWorker, attested: Attested): Promise<CredentialRow | undefined> {
  const { database, vault, services, clock } = context;
  const { row, kind, academyName: name } = attested;
  const { tenantId, id: certificationId, candidateId: holderId } = row;
  const of = { tenantId, certificationId, kind };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { there, place, key, opened } = await database.inTenant(tenantId, 'write', async (tx) => ({
      there: await findCredentialOf(tx, of),
      place: await drawStatusPlace(tx, tenantId),
      key: (await vault.keysFor(tx, tenantId, [holderId])).get(holderId),
      opened: await openIssuer(tx, vault, tenantId),
    }));
    if (there !== undefined) return there;
    if (key === undefined) return undefined;
    const base = { tenantId, publicUrl: services.publicUrl, name };
    const { issuer, signer } = opened ?? (await makeIssuer(context, base, clock.now()));
    const id = newId();
    const issuedAt = clock.now();
    const { did, baseUrl } = issuer;
    const unsigned = credentialOf(attested, {
      id: `${baseUrl}/credentials/${id}`,
      issuer: { did, name: issuer.name, url: baseUrl },
      subjectId: `urn:uuid:${randomUUID()}`,
      identity: saltedIdentity(attested.holderName),
      issuedAt,
      status: statusEntry(`${baseUrl}/status/${place.list}`, place.index),
      courseTitle: row.courseTitle,
    });
    const json = JSON.stringify(await signWithDataIntegrity(unsigned, signer, issuedAt));
    const jwt = await signAsJwt(unsigned, signer);
    const added = await database.inTenant(tenantId, 'write', (tx) =>
      addCredential(tx, {
        ...of,
        ...{ id, holderId, issuedAt },
        keyNumber: signer.publicKeys.number,
        statusList: place.list,
        statusIndex: place.index,
        sealed: sealContent(key, id, { holderName: attested.holderName, json, jwt }),
        sha256: createHash('sha256').update(json, 'utf8').digest('hex'),
      }),
    );
    if (added !== undefined) return added;
  }
  throw new Error(`No credential could be kept for certification ${certificationId} in ${TRIES} tries; it is tried again.`);
}

function credentialOf(attested: Attested, facts: BadgeFacts) {
  if (attested.kind === 'COMPETENCY') {
    const { standardCode, officialFolio } = attested;
    return competencyCredential({ ...facts, standardCode, officialFolio });
  }
  const { courseId, standardCode } = attested.row;
  return completionCredential({ ...facts, courseId, standardCode, folio: attested.certificate.folio });
}

/** As Open Badges 3.0 has it: SHA-256 of the name followed by the salt. */
function saltedIdentity(holderName: string) {
  const salt = randomBytes(16).toString('base64url');
  return { salt, sha256: createHash('sha256').update(`${holderName}${salt}`, 'utf8').digest('hex') };
}
