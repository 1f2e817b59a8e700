import { Person } from '../../src/person.ts';
import type { History } from '../history.ts';
import type { System } from '../system.ts';

const ASK_EVERY_MS = 700;
const QUERY = 'query Audit { conocerAuditLog(first: 50) { edges { node { number hash action } } } }';

type Entry = { readonly number: number; readonly hash: string; readonly action: string };

/** An auditor reads the newest entries of conocer's audit log after `lastEntry` every now and then until the returned function is called; what she was shown of calls to the authority is in the history. */
export async function startAuditing(system: System, history: History, lastEntry: number): Promise<() => void> {
  const tenant = 'raices';
  const { headers } = await system.processes.person(tenant, 'aurelio', 'auditor');
  const token = headers['authorization']?.replace('Bearer ', '');
  const auditor = new Person({ url: `${system.origin}/graphql`, tenant, key: 'aurelio', persona: 'auditor', token });
  async function read(): Promise<void> {
    const answer = await auditor.asks(QUERY);
    const log = answer.data?.['conocerAuditLog'] as { edges: { node: Entry }[] } | null | undefined;
    for (const { node } of log?.edges ?? [])
      if (node.number > lastEntry && node.action.startsWith('authority.'))
        history.add({ op: 'shown', tenant, number: node.number, hash: node.hash });
  }
  // An outage is no news here: the queries of others tell of it.
  const timer = setInterval(() => void read().catch(() => {}), ASK_EVERY_MS);
  return () => clearInterval(timer);
}
