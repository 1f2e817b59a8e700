import { officialCertificateDisputed } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { takeNews } from '../sagas/take-news.ts';
import { findCaseByFolio } from '../store/certification-facts.ts';
import type { CertificationWorker } from '../worker-context.ts';

const REASONS = {
  UNKNOWN: 'La autoridad ya no reconoce el certificado que emitió.',
  WITHDRAWN: 'La autoridad retiró el certificado que emitió.',
} as const;

/** CONOCER no longer stands by a certificate that it issued: the verdict stays as it is, and a case of its own waits for a person to decide. */
export const onOfficialCertificateDisputed: Reaction<CertificationWorker> = reaction(
  'official-certificate-disputed',
  officialCertificateDisputed,
  async (tx, event, context) => {
    const { tenantId, data } = event;
    const { certificationId, attempt, finding, foundFolio } = data;
    if (finding !== 'ANOTHER_FOLIO') {
      await takeNews(tx, event, { kind: 'recordRejected', attempt, reason: REASONS[finding], isCorrectable: false }, context);
      return;
    }
    if (foundFolio === null) throw new Error('The authority names another folio, and the event does not say which.');
    const bearer = await findCaseByFolio(tx, tenantId, foundFolio);
    const folioOf = bearer === undefined || bearer === certificationId ? null : bearer;
    await takeNews(tx, event, { kind: 'recordIssued', attempt, officialFolio: foundFolio, folioOf }, context);
  },
);
