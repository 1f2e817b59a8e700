import { DAY_MS } from '@academy/kernel';
import { findStandingCertificate } from '../../store/certificate.ts';
import { lockCase } from '../../store/certification.ts';
import { findCase } from '../../store/certification-facts.ts';
import { findCredentialOf } from '../../store/credential.ts';
import { findIssuer } from '../../store/issuer.ts';
import { openContent } from '../../store/sealed-credential.ts';
import { requestProfileUpdate } from '../ask.ts';
import { issueCredential } from '../issue-credential.ts';
import type { CertificationStep } from '../saga-state.ts';

/** The answer ends the wait; the step looks by itself this often. It asks only once: the question lies in the outbox until users has taken it. */
const LOOK_MS = DAY_MS;

/** As for notifications: what is not shown by then was buried at users. */
const SHOWN_WITHIN_MS = 3 * DAY_MS;

/** The candidate has a credential that attests her official certificate, if there is one; her portfolio shows what the case led to; nothing of a certificate that was revoked. */
export const updateLearnerProfile: CertificationStep = {
  name: 'updateLearnerProfile',
  kind: 'retriable',
  deadline: { afterMs: SHOWN_WITHIN_MS, atEnd: 'park' },
  async prepare({ tenantId, subject }, context) {
    const { database, vault } = context;
    const { row, holderName, issuer } = await database.inTenant(tenantId, 'read', async (tx) => {
      const seen = await findCase(tx, tenantId, subject);
      const certificationId = (await findStandingCertificate(tx, seen))?.certificationId ?? subject;
      const completion = await findCredentialOf(tx, { tenantId, certificationId, kind: 'COMPLETION' });
      const content = completion === undefined ? undefined : await openContent(tx, vault, completion);
      return { row: seen, holderName: content?.holderName, issuer: await findIssuer(tx, tenantId) };
    });
    const { officialFolio, standardCode } = row;
    // Nobody attests what there is not, and certificates from before credentials were signed have none.
    if (officialFolio === null || standardCode === null || holderName === undefined || issuer === undefined) return {};
    await issueCredential(context, {
      kind: 'COMPETENCY',
      row,
      holderName,
      academyName: issuer.name,
      officialFolio,
      standardCode,
    });
    return {};
  },
  async run(tx, { tenantId, subject, retries }, { clock }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    const certificate = await findStandingCertificate(tx, row);
    if (certificate?.status !== 'ISSUED') return { kind: 'done' };
    // What the case before it led to is shown already.
    if (certificate.certificationId !== subject && row.officialFolio === null) return { kind: 'done' };
    const outcome = await requestProfileUpdate(tx, row, certificate, now, retries);
    return outcome === 'answered' ? { kind: 'done' } : { kind: 'wait', until: new Date(now.getTime() + LOOK_MS) };
  },
};
