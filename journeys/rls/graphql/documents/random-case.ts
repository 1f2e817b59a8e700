import type { IslandName } from '@academy/platform/topology';
import { type GraphQLSchema, isUnionType } from 'graphql';
import { createRandom, type Random } from '../../../faults/random.ts';
import type { Question } from '../worlds/doors.ts';
import type { Asker } from './askers.ts';
import type { Pools } from './pools.ts';
import { DocumentWriter } from './random-document.ts';
import { randomRepresentations } from './random-representations.ts';
import { randomVariables } from './random-value.ts';
import type { RandomDocument } from './slot.ts';
import { some } from './some.ts';

/** One question of one asker, at one door. */
export type Case = {
  readonly number: number;
  readonly door: 'gateway' | IslandName;
  readonly kind: 'query' | 'mutation' | 'entities';
  readonly asker: Asker;
  readonly question: Question;
  /** Of the door: what the document is written for. */
  readonly schema: GraphQLSchema;
  /** Whether a rival asks the same first, where there are any. */
  readonly rival: Asker['rivals'][number] | undefined;
};

/** What cases are made of. */
export type Ground = {
  readonly api: GraphQLSchema;
  readonly islands: Readonly<Record<IslandName, GraphQLSchema>>;
  /** Root fields that a visitor may ask. */
  readonly publicRoots: readonly string[];
  readonly askers: readonly Asker[];
  readonly pools: Pools;
};

/** So many cases of one document follow one another, each with another asker and other values: a document is planned once. */
const CASES_OF_DOCUMENT = 5;
const RIVAL_CHANCE = 0.3;
const LET_IN = 0.8;

/** The case of this number, the same for the same seed and ground. */
export function randomCase(ground: Ground, seed: number, number: number): Case {
  const document = writeDocument(ground, createRandom(seed * 7_919 + Math.floor(number / CASES_OF_DOCUMENT)));
  const random = createRandom(seed * 1_000_003 + number);
  const { door, kind, schema } = document;
  const asker = chooseAsker(random, ground, document);
  const variables = randomVariables(random, document.slots, ground.pools, asker);
  if (kind === 'entities') variables['representations'] = randomRepresentations(random, document.types, ground.pools, asker);
  return {
    number,
    door,
    kind,
    asker,
    schema,
    question: { query: document.source, variables },
    rival: kind !== 'mutation' && random.next() < RIVAL_CHANCE ? random.pick(asker.rivals) : undefined,
  };
}

/** Mostly one who is let in; a refusal says less. A visitor is turned away where one field is not public. */
function chooseAsker(random: Random, { askers, publicRoots }: Ground, { door, kind, roots }: Drawn): Asker {
  const isPublic = door === 'gateway' && roots.every((name) => publicRoots.includes(name));
  const admitted = askers.filter(({ isVisitor, isKept }) => (!isVisitor || isPublic) && !roots.some(isKept));
  const type = kind === 'mutation' ? 'Mutation' : 'Query';
  const welcome = admitted.filter((asker) => roots.every((name) => asker.may(type, name)));
  return random.pick(welcome.length > 0 && random.next() < LET_IN ? welcome : admitted);
}

type Drawn = RandomDocument &
  Pick<Case, 'door' | 'kind' | 'schema'> & { readonly roots: readonly string[]; readonly types: readonly string[] };

function writeDocument({ api, islands, publicRoots }: Ground, random: Random): Drawn {
  const chance = random.next();
  if (chance < 0.25) {
    const door = random.pick(Object.keys(islands) as IslandName[]);
    const schema = islands[door];
    const types = entitiesOf(schema);
    const isEntities = types.length > 0 && chance < 0.18;
    const roots = rootsOf(schema, 'query');
    const writer = new DocumentWriter(random, schema);
    if (isEntities || roots.length === 0) return { ...writer.entities(types), door, kind: 'entities', schema, roots: [], types };
    const asked = some(random, roots, random.whole(1, 3));
    return { ...writer.operation('query', asked), door, kind: 'query', schema, roots: asked, types: [] };
  }
  const kind = chance < 0.41 ? 'mutation' : 'query';
  const roots = chance > 0.93 ? publicRoots : rootsOf(api, kind);
  const asked = some(random, roots, kind === 'mutation' ? 1 : random.whole(1, 3));
  const writer = new DocumentWriter(random, api);
  return { ...writer.operation(kind, asked), door: 'gateway', kind, schema: api, roots: asked, types: [] };
}

/** Mutations that cannot be tried, and why. */
const NOT_TRIED: Readonly<Record<string, string>> = {
  tenantDomainVerify: 'asks the name servers of the internet',
  webhookSet: 'looks up the address that it is given',
  passwordSet: 'takes 100 ms of CPU for each, to no other end than that',
  totpEnrol: 'the same: it asks for the password',
};

function rootsOf(schema: GraphQLSchema, kind: 'query' | 'mutation'): string[] {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.keys(type?.getFields() ?? {}).filter((name) => !name.startsWith('_') && NOT_TRIED[name] === undefined);
}

function entitiesOf(schema: GraphQLSchema): string[] {
  const entities = schema.getType('_Entity');
  return isUnionType(entities) ? entities.getTypes().map(({ name }) => name) : [];
}
