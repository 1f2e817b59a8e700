import type { FindViewerCentre } from '@academy/platform/centres';
import type { IslandContext } from '@academy/platform/graphql';

/** What is made anew for each operation; there is nothing to batch. */
export type Loaders = { readonly viewerCentre: FindViewerCentre };

/** What every resolver of this island gets. */
export type Context = IslandContext<Loaders>;
