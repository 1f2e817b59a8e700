import type { AuthorityName } from '@academy/contracts';
import type { JobAuthority, Unavailable } from './port.ts';

const NOT_CONFIGURED: Unavailable = { kind: 'unavailable', cause: 'NOT_CONFIGURED' };

/** In the place of a plug-in that this process was not configured with: whatever was begun with it waits until it is. */
export function unconfigured(name: AuthorityName): JobAuthority {
  const answer = async () => NOT_CONFIGURED;
  return {
    name,
    version: '0',
    servedBy: 'JOB',
    initialize: answer,
    process: { submit: answer, find: answer, status: answer, standards: answer },
    cleanup: async () => undefined,
  };
}
