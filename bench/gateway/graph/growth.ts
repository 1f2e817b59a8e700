import { type BenchSubgraph, benchSubgraphs, subgraph } from './subgraphs.ts';

/** Subgraphs that each add one field to `Node` and one link to a chain, so that a plan can have any number of fetches up to this. */
export const MAX_FETCHES = 60;

/**
 * The benchmark's four subgraphs and `MAX_FETCHES` small ones: `node { f1 … fK }` is K fetches, all but the first at once;
 * `link1 { link2 { … linkK { value } } }` is K fetches, one after the other.
 */
export function growthSubgraphs(): BenchSubgraph[] {
  return [...benchSubgraphs(), ...Array.from({ length: MAX_FETCHES }, (_, index) => growthSubgraph(index + 1))];
}

/** A query whose plan has this many fetches, at once or one after the other. */
export function fetchesQuery(shape: 'at once' | 'in turn', fetches: number): string {
  const numbers = Array.from({ length: fetches }, (_, index) => index + 1);
  if (shape === 'at once') return `{ node { ${numbers.map((number) => `f${number}`).join(' ')} } }`;
  return `{ ${numbers.map((number) => `link${number} {`).join(' ')} value${fetches} ${'}'.repeat(fetches)} }`;
}

/** What `fetchesQuery` is answered with. */
export function fetchesAnswer(shape: 'at once' | 'in turn', fetches: number): unknown {
  const numbers = Array.from({ length: fetches }, (_, index) => index + 1);
  if (shape === 'at once') return { node: Object.fromEntries(numbers.map((number) => [`f${number}`, textOf(number)])) };
  return numbers.reduceRight<unknown>((inner, number) => ({ [`link${number}`]: inner }), {
    [`value${fetches}`]: textOf(fetches),
  });
}

function growthSubgraph(number: number): BenchSubgraph {
  const isFirst = number === 1;
  const next = number < MAX_FETCHES ? ` link${number + 1}: Link${number + 1}` : '';
  const stub = number < MAX_FETCHES ? `\ntype Link${number + 1} @key(fields: "id", resolvable: false) { id: ID! }` : '';
  const sdl = `${isFirst ? 'type Query { node: Node link1: Link1 }\n' : ''}type Node @key(fields: "id") { id: ID! f${number}: String }
type Link${number} @key(fields: "id") { id: ID! value${number}: String${next} }${stub}`;
  const byId = ({ id }: { id: string }) => ({ id });
  return subgraph(`growth${number}`, sdl, undefined, {
    ...(isFirst ? { Query: { node: () => ({ id: '1' }), link1: () => ({ id: '1' }) } } : {}),
    Node: { __resolveReference: byId, [`f${number}`]: () => textOf(number) },
    [`Link${number}`]: {
      __resolveReference: byId,
      [`value${number}`]: () => textOf(number),
      ...(next === '' ? {} : { [`link${number + 1}`]: () => ({ id: '1' }) }),
    },
  });
}

function textOf(number: number): string {
  return `the text of subgraph ${number}`;
}
