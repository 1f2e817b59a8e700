import type { Clock, Principal } from '@academy/kernel';
import type { RequestDatabase } from '../db/index.ts';
import type { Logger } from '../logger/index.ts';
import type { StoredObjects } from '../storage/index.ts';
import type { Vault } from '../vault/index.ts';

/** What every resolver of an island gets. An island adds its loaders. */
export type IslandContext<Loaders> = {
  /** Verified: by signature, or by the gateway in this process. */
  readonly principal: Principal;
  readonly tenantId: string;
  readonly db: RequestDatabase;
  readonly loaders: Loaders;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly storage: StoredObjects;
  /** Seals and opens secrets and personal data; throws where the island has no key-encryption key. */
  readonly vault: Vault;
  readonly requestId: string;
};
