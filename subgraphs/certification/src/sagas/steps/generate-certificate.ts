import { DAY_MS } from '@academy/kernel';
import { certificateDocument } from '../../domain/certificate-document.ts';
import { holderInitials } from '../../domain/holder-initials.ts';
import { findCertificateOf, findStandingCertificate, issueCertificate, revokeCertificate } from '../../store/certificate.ts';
import { putDocument } from '../../store/certificate-document.ts';
import { applyTransition, lockCase } from '../../store/certification.ts';
import { findCase } from '../../store/certification-facts.ts';
import type { CertificationWorker } from '../../worker-context.ts';
import { issueCredential } from '../issue-credential.ts';
import { required } from '../required-transition.ts';
import type { CertificationStep } from '../saga-state.ts';

/** All that is asked of users: the name as certificates bear it, and the academy's. */
const NAME_QUERY =
  'query CertificateName($people: [_Any!]!) { tenant { name } _entities(representations: $people) { ... on User { fullName } } }';

/** A case that is held is looked at again this often. */
const LOOK_MS = DAY_MS;

/** A case that is held for a year is for a person. */
const HELD_WITHIN_MS = 365 * DAY_MS;

/**
 * The certificate's document is stored, its credential signed, the certificate ISSUED, and the results are delivered; where an evaluator judges, the centre delivers them. It
 * never waits for CONOCER, nor for an evaluator. A case that tries again has its certificate already.
 * A rerun writes the same object again, and issues nothing twice.
 */
export const generateCertificate: CertificationStep = {
  name: 'generateCertificate',
  kind: 'compensable',
  deadline: { afterMs: HELD_WITHIN_MS, atEnd: 'park' },
  async prepare({ tenantId, subject }, context) {
    const { row, certificate } = await context.database.inTenant(tenantId, 'read', async (tx) => {
      const seen = await findCase(tx, tenantId, subject);
      return { row: seen, certificate: await findStandingCertificate(tx, seen) };
    });
    if (certificate !== undefined && certificate.certificationId !== subject) return {};
    if (certificate === undefined) throw new Error(`Certification ${subject} has no certificate to issue.`);
    const { holderName, academyName } = await askNames(context, tenantId, row.candidateId);
    const credential = await issueCredential(context, { kind: 'COMPLETION', row, certificate, holderName, academyName });
    if (credential === undefined)
      throw new Error(`The candidate of certification ${subject} was erased: nothing is issued to her.`);
    // One instant on all of it, also when this runs again.
    const { issuedAt } = credential;
    const { folio, verificationCode } = certificate;
    const { courseTitle, standardCode } = row;
    const text = certificateDocument({ holderName, courseTitle, standardCode, folio, verificationCode, issuedAt });
    const holderId = row.candidateId;
    const stored = await putDocument(context, { tenantId, holderId, certificateId: certificate.id, text });
    return { document: { ...stored, holderInitials: holderInitials(holderName), issuedAt: issuedAt.toISOString() } };
  },
  async run(tx, { tenantId, subject, state }, { clock }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    // Where an evaluator judges, what is held is the case: the certificate is of the course.
    if (row.status === 'ON_HOLD' && row.path !== 'ACCREDITED_EVALUATOR')
      return { kind: 'wait', until: new Date(now.getTime() + LOOK_MS) };
    if (row.status === 'WITHDRAWN' || row.status === 'CLOSED')
      return { kind: 'refused', reason: `The case ended as ${row.status}.` };
    const certificate = await findStandingCertificate(tx, row);
    if (certificate !== undefined && certificate.certificationId !== subject)
      return certificate.status === 'ISSUED'
        ? { kind: 'done' }
        : { kind: 'refused', reason: 'The certificate of the completion was revoked.' };
    if (certificate === undefined || state.document === undefined)
      throw new Error(`Certification ${subject} has no document to issue.`);
    const { issuedAt, ...document } = state.document;
    const isIssued = await issueCertificate(tx, certificate, { ...document, issuedAt: new Date(issuedAt) }, now);
    if (!isIssued) return { kind: 'refused', reason: `The certificate is ${certificate.status} and cannot be issued.` };
    if (row.path === 'ACCREDITED_EVALUATOR') return { kind: 'done' };
    const command = { kind: 'deliverResults', portfolioRoot: null } as const;
    await required(
      applyTransition(tx, { tenantId, certificationId: subject, command, now, detail: { folio: certificate.folio } }),
    );
    return { kind: 'done' };
  },
  async undo(tx, { tenantId, subject }, { clock }) {
    await lockCase(tx, tenantId, subject);
    const certificate = await findCertificateOf(tx, tenantId, subject);
    if (certificate !== undefined) await revokeCertificate(tx, certificate, 'La certificación no pudo completarse.', clock.now());
  },
};

type Named = {
  readonly tenant: { readonly name: string } | null;
  readonly _entities: readonly ({ readonly fullName: string | null } | null)[];
};

async function askNames(
  { graph }: CertificationWorker,
  tenantId: string,
  candidateId: string,
): Promise<{ holderName: string; academyName: string }> {
  const { tenant, _entities: people } = await graph.ask<Named>('users', tenantId, {
    query: NAME_QUERY,
    variables: { people: [{ __typename: 'User', id: candidateId }] },
  });
  const name = people[0]?.fullName;
  if (name === undefined || name === null || name.trim() === '')
    throw new Error(`Users knows no full name of candidate ${candidateId}.`);
  if (tenant === null) throw new Error(`Users knows no tenant ${tenantId}.`);
  return { holderName: name, academyName: tenant.name };
}
