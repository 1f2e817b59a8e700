import type { OutboundFetch } from '@academy/platform/outbound';
import type { WorkerContext } from '@academy/platform/subgraph';
import type { Mailer } from './mail/mail-message.ts';

/** What the island's worker has beyond what every worker has. */
export type Services = {
  /** Calls what tenants name, under the operator's policy. */
  readonly fetchOutbound: OutboundFetch;
  /** In [0, 1): spreads what is tried again. */
  readonly random: () => number;
  /** How e-mail leaves the academy; undefined: it does not. */
  readonly mailer: Mailer | undefined;
  /** Where people find the academy; undefined: e-mail has no link. */
  readonly portalUrl: string | undefined;
};

/** What the island's reactions and jobs get. */
export type UsersWorker = WorkerContext<Services>;
