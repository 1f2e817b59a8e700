import { fileURLToPath } from 'node:url';
import {
  accessRevoked,
  apiKeyChanged,
  notificationSent,
  profileUpdated,
  tenantConfigured,
  tenantReactivated,
  tenantSuspended,
} from '@academy/contracts';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import type { UsersSettings } from './config.ts';
import { onNotificationRequested } from './events/certification-notification-requested.ts';
import { onProfileUpdateRequested } from './events/certification-profile-update-requested.ts';
import { resolvers } from './schema/resolvers.generated.ts';
import { typeDefs } from './schema/type-defs.generated.ts';
import { createLoaders, type Loaders } from './store/loaders.ts';
import type { Services } from './worker-context.ts';

/** The users island as one value: tenants, people, portfolios and notifications. */
export function defineUsers(_settings: UsersSettings = {}): IslandDefinition<Loaders, Services> {
  return {
    name: 'users',
    typeDefs,
    resolvers,
    access,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    createLoaders,
    emits: [tenantConfigured, tenantSuspended, tenantReactivated, accessRevoked, apiKeyChanged, profileUpdated, notificationSent],
    reactions: [onProfileUpdateRequested, onNotificationRequested],
    jobs: [],
    scopes: [],
    isSealing: true,
    openServices: () => ({}),
  };
}
