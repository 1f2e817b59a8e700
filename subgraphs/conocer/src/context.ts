import type { AuthorityName } from '@academy/contracts';
import type { IslandContext } from '@academy/platform/graphql';
import type { Loaders as StoreLoaders } from './store/loaders.ts';

/** What is made anew for each operation, and which authorities the processes work with. */
export type Loaders = StoreLoaders & {
  readonly authorities: { readonly defaultName: AuthorityName; readonly names: readonly AuthorityName[] };
};

/** What every resolver of this island gets. */
export type Context = IslandContext<Loaders>;
