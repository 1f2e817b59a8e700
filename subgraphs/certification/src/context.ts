import type { IslandContext } from '@academy/platform/graphql';
import type { Loaders } from './store/loaders.ts';

/** What every resolver of the island gets. */
export type Context = IslandContext<Loaders>;
