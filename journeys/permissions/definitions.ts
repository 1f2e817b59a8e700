import type { IslandDefinition } from '@academy/platform/subgraph';
import type { IslandName } from '@academy/platform/topology';
import { defineIslands } from '@academy/scripts/academy';

/** The five islands as the matrix asks them: nobody reaches an authority from here. */
export function islandDefinitions(): Readonly<Record<IslandName, IslandDefinition<unknown, unknown>>> {
  return defineIslands({
    url: 'http://127.0.0.1:1',
    clientId: 'matrix',
    clientSecret: 'a secret of nothing at all',
    pollFirstMs: 1_000,
    pollMaxMs: 1_000,
    lookupSettleMs: 1_000,
    breakerPauseMs: 1_000,
  });
}
