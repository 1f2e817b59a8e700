import type { IslandContext } from '@academy/platform/graphql';

/** What every resolver of this island gets; there is nothing to batch. */
export type Context = IslandContext<object>;
