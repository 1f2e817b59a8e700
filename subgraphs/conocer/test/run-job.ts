import type { AuthorityProcess, JobAuthority } from '../src/authority/port.ts';
import { handIn } from '../src/jobs/hand-in.ts';
import { pollSubmissionJob } from '../src/jobs/poll-submission.ts';
import { sendSubmissionJob } from '../src/jobs/send-submission.ts';
import type { Worker } from '../src/services.ts';
import { findSubmission } from '../src/store/submissions.ts';
import { type Office, raices } from './office.ts';

/** Another worker runs this job now, whatever is due; some calls of its authority go other ways. */
export async function runAside(
  office: Office,
  job: 'send' | 'poll',
  certificationId: string,
  otherWays: Partial<AuthorityProcess> = {},
): Promise<void> {
  const submissionId = String((await office.row(certificationId))['id']);
  const { context } = office.island;
  const installed = authorityOf(office);
  const authority: JobAuthority = { ...installed, process: { ...installed.process, ...otherWays } };
  const aside: Worker = {
    ...context,
    services: { ...context.services, authorities: { ...context.services.authorities, get: () => authority } },
  };
  const { database } = office.island;
  const row = await database.inTenant(raices, 'read', (tx) => findSubmission(tx, raices, submissionId));
  if (job === 'send' && row?.status === 'PREPARED') return handIn(row, AbortSignal.timeout(20_000), aside);
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

/** The authority of the office's worker. */
export function authorityOf(office: Office): JobAuthority {
  const authority = office.island.context.services.authorities.get(null);
  if (authority.servedBy !== 'JOB') throw new Error(`Expected an authority that a job serves, got ${authority.name}.`);
  return authority;
}

/** A promise that a process which died would have kept. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}
