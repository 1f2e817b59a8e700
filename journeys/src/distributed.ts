import type { ComposeService } from './compose.ts';
import { type Processes, type ProcessesOptions, startProcesses } from './processes.ts';
import { type Servers, serversOfTests } from './servers.ts';

let started = 0;

/** The processes of docker-compose.yml on PostgreSQL and Redis of the tests. `change` adjusts a service's environment. */
export function startDistributed(
  change: (service: ComposeService, folder: string) => Record<string, string> = () => ({}),
  { servers = serversOfTests(), ...options }: Pick<ProcessesOptions, 'withCertificates' | 'mains'> & { servers?: Servers } = {},
): Promise<Processes> {
  started += 1;
  return startProcesses({
    adminDatabaseUrl: servers.adminDatabaseUrl,
    redisUrl: servers.redisUrl,
    name: `d_${servers.runId}_${process.pid}_${started}`,
    change,
    ...options,
  });
}
