import { readFile } from 'node:fs/promises';
import type { Sighting } from './watch-this-process.ts';

/** What processes were seen to do. */
export type Sightings = { readonly connections: readonly string[]; readonly everyObjectHas: readonly string[] };

export const NOTHING_SEEN: Sightings = { connections: [], everyObjectHas: [] };

/** Everything in the file so far, in order. */
export async function readSightings(file: string): Promise<Sightings> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const seen = lines.map((line) => JSON.parse(line) as Sighting);
  return {
    connections: seen.flatMap((one) => ('connectsTo' in one ? [one.connectsTo] : [])),
    everyObjectHas: seen.flatMap((one) => ('everyObjectHas' in one ? [one.everyObjectHas] : [])),
  };
}

/** What came after `before`: connections to where nothing of the academy had connected until then, and properties of all objects. */
export function newSightings(before: Sightings, after: Sightings): Sightings {
  const known = new Set(before.connections);
  return {
    connections: after.connections.slice(before.connections.length).filter((one) => !known.has(one)),
    everyObjectHas: after.everyObjectHas.slice(before.everyObjectHas.length),
  };
}
