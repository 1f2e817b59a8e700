import type { IslandContext } from '@academy/platform/graphql';
import type { Loaders } from './store/loaders.ts';

/** What every resolver of this island gets. */
export type Context = IslandContext<Loaders>;
