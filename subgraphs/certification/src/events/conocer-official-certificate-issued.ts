import { officialCertificateIssued } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { takeNews } from '../sagas/take-news.ts';
import { recordLastDay } from '../store/certificate-expiry.ts';
import { findCaseByFolio } from '../store/certification-facts.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** CONOCER issued the official certificate of competency, under a folio that no other case bears. Where it has a last day its holder is reminded of it. */
export const onOfficialCertificateIssued: Reaction<CertificationWorker> = reaction(
  'official-certificate-issued',
  officialCertificateIssued,
  async (tx, event, context) => {
    const { attempt, officialFolio, certificationId, validThrough } = event.data;
    const bearer = await findCaseByFolio(tx, event.tenantId, officialFolio);
    const folioOf = bearer === undefined || bearer === certificationId ? null : bearer;
    const row = await takeNews(tx, event, { kind: 'recordIssued', attempt, officialFolio, folioOf }, context);
    if (row === undefined || validThrough === null) return;
    await recordLastDay(tx, { tenantId: event.tenantId, certificationId }, validThrough, context.clock.now());
  },
);
