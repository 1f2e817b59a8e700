import type { CertificationAuthority } from '../src/authority/port.ts';
import { pollSubmissionJob } from '../src/jobs/poll-submission.ts';
import { sendSubmissionJob } from '../src/jobs/send-submission.ts';
import type { Worker } from '../src/services.ts';
import { type Office, raices } from './office.ts';

/** Another worker runs this job now, whatever is due; some calls of its authority go other ways. */
export async function runAside(
  office: Office,
  job: 'send' | 'poll',
  certificationId: string,
  authority: Partial<CertificationAuthority> = {},
): Promise<void> {
  const submissionId = String((await office.row(certificationId))['id']);
  const { context } = office.island;
  const aside: Worker = {
    ...context,
    services: { ...context.services, authority: { ...context.services.authority, ...authority } },
  };
  const handler = job === 'send' ? sendSubmissionJob : pollSubmissionJob;
  const work = {
    tenantId: raices,
    key: submissionId,
    payload: { submissionId },
    handout: 1,
    signal: AbortSignal.timeout(20_000),
  };
  await handler.run(work as never, aside);
}

/** A promise that a process which died would have kept. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}
