import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { BenchSubgraph } from './subgraphs.ts';

/** The supergraph of these subgraphs, each at `${baseUrl}/${name}`. Throws with the composer's words when they do not fit. */
export function composeBench(subgraphs: readonly BenchSubgraph[], baseUrl: string): string {
  const composed = composeServices(subgraphs.map(({ name, sdl }) => ({ name, url: `${baseUrl}/${name}`, typeDefs: parse(sdl) })));
  if (composed.supergraphSdl === undefined) {
    throw new Error(`The subgraphs do not compose: ${(composed.errors ?? []).map(({ message }) => message).join('; ')}`);
  }
  return composed.supergraphSdl;
}
