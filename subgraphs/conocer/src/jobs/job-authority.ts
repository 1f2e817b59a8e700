import type { JobAuthority } from '../authority/port.ts';
import type { Worker } from '../services.ts';
import type { SubmissionRow } from '../tables/submissions.ts';

/** The authority that the submission was begun with. Throws for one that people serve: no job is to be due for it. */
export function jobAuthorityOf(row: Pick<SubmissionRow, 'id' | 'authority'>, { services }: Worker): JobAuthority {
  const authority = services.authorities.get(row.authority);
  if (authority.servedBy === 'PEOPLE') throw new Error(`People serve ${authority.name}: no job can be due for ${row.id}.`);
  return authority;
}
