import { officialCertificateIssued } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { takeNews } from '../sagas/take-news.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** CONOCER issued the official certificate of competency. */
export const onOfficialCertificateIssued: Reaction<CertificationWorker> = reaction(
  'official-certificate-issued',
  officialCertificateIssued,
  async (tx, event, context) => {
    const { attempt, officialFolio } = event.data;
    await takeNews(tx, event, { kind: 'recordIssued', attempt, officialFolio }, context);
  },
);
