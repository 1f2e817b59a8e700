import type { Random } from '../random.ts';
import type { FieldSketch } from './sketch.ts';

/** An entity: its keys, and the subgraphs that can resolve it. */
export type EntityPlan = {
  readonly name: string;
  /** Every key that some home may declare, with the fields it is made of. */
  readonly keys: readonly { readonly fields: string; readonly own: readonly FieldSketch[] }[];
  readonly homes: readonly string[];
  /** Set for an implementation of the interface with a key. */
  readonly media: boolean;
};

/** What the whole supergraph is made of, before each subgraph gets its part. */
export type TypePlan = {
  readonly subgraphs: readonly string[];
  readonly entities: readonly EntityPlan[];
  /** Object types without identity, the same wherever they are. */
  readonly values: ReadonlyMap<string, readonly FieldSketch[]>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly scalars: readonly string[];
  readonly inputs: ReadonlyMap<string, readonly FieldSketch[]>;
  /** Interface without a key: entities with an `id` implement it. */
  readonly nodes: readonly string[];
  /** Union members. */
  readonly unions: ReadonlyMap<string, readonly string[]>;
  /** What each subgraph makes of the interface `Media` that has a key; undefined when there is none. */
  readonly mediaRoles: ReadonlyMap<string, MediaRole> | undefined;
};

/** `interface`: knows the implementations. `object`: `@interfaceObject`. `members`: knows implementations, not the interface. */
export type MediaRole = 'interface' | 'object' | 'members';

export const field = (name: string, type: string, ...directives: string[]): FieldSketch => ({ name, args: '', type, directives });

/** Decides which types there are and where they live. */
export function planTypes(random: Random): TypePlan {
  const subgraphs = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].slice(0, 2 + random.below(4));
  const scalars = random.chance(0.5) ? ['Blob'] : [];
  const enums = new Map([['Color', ['RED', 'GREEN', random.chance(0.2) ? 'HIDDEN @inaccessible' : 'BLUE']]]);
  const inputs = new Map<string, readonly FieldSketch[]>();
  if (random.chance(0.6)) inputs.set('Range', [field('min', 'Int = 1'), field('max', 'Int'), field('color', 'Color')]);
  if (inputs.size > 0 && random.chance(0.6)) {
    inputs.set('Filter', [field('range', 'Range'), field('tags', '[String!]'), field('id', 'ID'), field('not', 'Filter')]);
  }
  const plain = random.shuffled(['Product', 'User', 'Order', 'Shop']).slice(0, 1 + random.below(4));
  const mediaRoles = subgraphs.length > 1 && random.chance(0.4) ? planMediaRoles(random, subgraphs) : undefined;
  const entities = plain.map((name, at) => planEntity(random, name, plain.slice(0, at), subgraphs));
  if (mediaRoles !== undefined) entities.push(...planMedia(random, mediaRoles));
  const values = new Map<string, FieldSketch[]>();
  for (const name of random.some(['Money', 'Place', 'Note'], 0.55))
    values.set(name, valueFields(random, [...values.keys(), ...random.shuffled(plain)], scalars));
  const unions = new Map<string, string[]>();
  for (const name of random.some(['Found', 'Mixed'], 0.45)) {
    const members = random.some([...entities.map((entity) => entity.name), ...values.keys()], 0.6);
    if (members.length > 0) unions.set(name, members);
  }
  const nodes = random.chance(0.55) ? random.some(plain, 0.7) : [];
  return { subgraphs, entities, values, enums, scalars, inputs, nodes, unions, mediaRoles };
}

function planMediaRoles(random: Random, subgraphs: readonly string[]): Map<string, MediaRole> {
  const home = random.pick(subgraphs);
  return new Map(subgraphs.map((name) => [name, name === home ? 'interface' : random.chance(0.6) ? 'object' : 'members']));
}

function planMedia(random: Random, roles: ReadonlyMap<string, MediaRole>): EntityPlan[] {
  const names = ['Book', 'Film', 'Song'].slice(0, 1 + random.below(3));
  const homes = [...roles]
    .filter(([, role]) => role === 'interface' || (role === 'members' && random.chance(0.7)))
    .map(([name]) => name);
  return names.map((name) => ({ name, keys: [{ fields: 'id', own: [field('id', 'ID!')] }], homes, media: true }));
}

function planEntity(random: Random, name: string, earlier: readonly string[], subgraphs: readonly string[]): EntityPlan {
  const keys = [{ fields: 'id', own: [field('id', 'ID!')] }];
  if (random.chance(0.3)) keys.push({ fields: 'sku', own: [field('sku', 'String!')] });
  if (random.chance(0.2)) keys.push({ fields: 'num', own: [field('num', 'Int!')] });
  if (random.chance(0.25)) keys.push({ fields: 'region slug', own: [field('region', 'Int!'), field('slug', 'String!')] });
  // Then entities are told apart by the second part only.
  if (keys.length > 1 && random.chance(0.35)) keys.reverse();
  const owner = earlier[0];
  if (owner !== undefined && random.chance(0.3)) {
    keys.push({ fields: 'org { id } code', own: [field('org', `${owner}!`), field('code', 'String!')] });
  }
  const homes = random.some(subgraphs, 0.65);
  return { name, keys, homes: homes.length > 0 ? homes : [random.pick(subgraphs)], media: false };
}

function valueFields(random: Random, others: readonly string[], scalars: readonly string[]): FieldSketch[] {
  const fields = [
    field('amount', random.pick(['Int', 'Float', 'Int!']), '@shareable'),
    field('label', random.pick(['String', 'String!', '[String!]', '[[Int]!]']), '@shareable'),
  ];
  if (scalars.length > 0 && random.chance(0.5)) fields.push(field('blob', 'Blob', '@shareable'));
  const inner = others[0];
  if (inner !== undefined && random.chance(0.6))
    fields.push(field('inner', random.pick([inner, `${inner}!`, `[${inner}]`]), '@shareable'));
  return fields;
}
