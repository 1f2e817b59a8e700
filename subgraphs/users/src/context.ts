import type { IslandContext } from '@academy/platform/graphql';
import type { Outside } from './outside.ts';
import type { Loaders as StoreLoaders } from './store/loaders.ts';

/** What is made anew for each operation, and the world outside, which answers reads too. */
export type Loaders = StoreLoaders & { readonly outside: Outside };

/** What every resolver of the island gets. */
export type Context = IslandContext<Loaders>;
