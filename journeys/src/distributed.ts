import { inject } from 'vitest';
import type { ComposeService } from './compose.ts';
import { type Processes, type ProcessesOptions, startProcesses } from './processes.ts';

let started = 0;

/** The processes of docker-compose.yml on PostgreSQL and Redis of the tests. `change` adjusts a service's environment. */
export function startDistributed(
  change: (service: ComposeService) => Record<string, string> = () => ({}),
  options: Pick<ProcessesOptions, 'withCertificates'> = {},
): Promise<Processes> {
  started += 1;
  return startProcesses({
    adminDatabaseUrl: inject('adminDatabaseUrl'),
    redisUrl: inject('redisUrl'),
    name: `d_${inject('runId')}_${process.pid}_${started}`,
    change,
    ...options,
  });
}
