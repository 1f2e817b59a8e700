import type { GraphQLField, GraphQLSchema } from 'graphql';
import { askAct, isAct } from './acts.ts';
import { type Ask, type Reply, UNKNOWN_ID } from './ask.ts';
import { compareEntities, compareObjects, comparePresence } from './compare.ts';
import { isShown } from './expectation.ts';
import { decisionOf } from './fields.ts';
import { AWAY_MARK, STANDARD } from './fill-world.ts';
import { type Asked, differ, type Findings } from './findings.ts';
import { questionsOf } from './roots.ts';
import { entityNames, printPresence, printSelection, type Selected, selectAll } from './selection.ts';
import type { Relation } from './standing.ts';
import type { Viewer } from './viewer.ts';
import { objectsByRelation } from './world-objects.ts';

/**
 * One viewer asks an island everything: each entity through `_entities`, own, assigned, somebody else's and another tenant's, each root field, each mutation.
 * `isEnough` ends it early.
 */
export async function askIsland(
  findings: Findings,
  island: { name: string; schema: GraphQLSchema; ask: Ask },
  viewer: Viewer,
  isEnough = () => false,
): Promise<void> {
  const { schema, ask } = island;
  const entities = entityNames(schema);
  for (const type of entities) {
    await askEntities(findings, island, viewer, type, selectAll(schema, type, entities, 0));
    if (isEnough()) return;
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (!field.name.startsWith('_'))
      await askRoot(findings, `${island.name} ${field.name}`, viewer, { schema, entities, field, depth: 0, isIsland: true }, ask);
    if (isEnough()) return;
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (isAct(field)) await askAct(findings, `${island.name} ${field.name}`, viewer, field, ask);
    if (isEnough()) return;
  }
}

/** A root field is asked about everything that it can be about, and all that it leads to. */
export async function askRoot(
  findings: Findings,
  door: string,
  viewer: Viewer,
  root: {
    schema: GraphQLSchema;
    entities: ReadonlySet<string>;
    field: GraphQLField<unknown, unknown>;
    depth: number;
    isIsland: boolean;
  },
  ask: Ask,
): Promise<void> {
  const { schema, field, isIsland } = root;
  const [whole] = selectAll(schema, 'Query', root.entities, root.depth + 1).filter((one) => one.field === field.name);
  const decision = decisionOf('Query', field.name);
  if (whole === undefined || decision === undefined)
    throw new Error(`Nothing decides Query.${field.name}, or nothing can be selected of it.`);
  const fields = whole.target?.fields ?? [];
  const questions = questionsOf(field, viewer);
  const answers = new Map<Relation, unknown[]>();
  for (const { args, relation, isList } of questions) {
    const asked = { viewer, relation, door, isIsland };
    const reply = await ask(
      viewer.principal,
      `query Matrix { ${field.name}${args}${fields.length === 0 ? '' : ` ${printSelection(fields)}`} }`,
    );
    findings.requests += 1;
    refuseMarks(findings, asked, reply);
    const value = reply.data?.[field.name] ?? null;
    const isReachable = isShown(decision, viewer, relation);
    if (fields.length > 0 && !isReachable) {
      const there = await ask(viewer.principal, `query Matrix { ${field.name}${args} { __typename } }`);
      findings.requests += 1;
      if ((there.data?.[field.name] ?? null) !== null && !isOnlyADoor(field.name))
        differ(findings, asked, 'oracle', `Query.${field.name}`, 'that it is there');
    }
    if (isList) {
      if (!isReachable && value !== null) compareObjects(findings, asked, fields, [value], false);
      else if (isReachable) compareList(findings, asked, `Query.${field.name}`, fields, value);
    } else answers.set(relation, [...(answers.get(relation) ?? []), ...(value === null ? [] : [value].flat())]);
    if (relation === 'foreign' && !isReachable) {
      const unknown = await ask(
        viewer.principal,
        `query Matrix { ${field.name}${args.replace(/"[^"]+"/, `"${UNKNOWN_ID}"`)}${fields.length === 0 ? '' : ` ${printSelection(fields)}`} }`,
      );
      findings.requests += 1;
      if (faceOf(unknown) !== faceOf(reply))
        differ(findings, asked, 'oracle', `Query.${field.name}`, 'another tenant’s id is not answered as an unknown one');
    }
  }
  for (const [relation, values] of answers) {
    const asked = { viewer, relation, door, isIsland };
    const isReachable = isShown(decision, viewer, relation);
    if (whole.target === undefined) compareObjects(findings, asked, [whole], [{ [field.name]: values[0] }], true);
    else compareObjects(findings, asked, fields, values, isReachable);
  }
}

async function askEntities(
  findings: Findings,
  island: { name: string; ask: Ask },
  viewer: Viewer,
  type: string,
  fields: readonly Selected[],
): Promise<void> {
  const door = `${island.name} _entities ${type}`;
  const byRelation: [Relation, readonly { readonly id: string }[]][] = [...objectsByRelation(type, viewer)];
  if (byRelation.length === 0) byRelation.push(...(await standardsOf(island, type)));
  if (byRelation.length === 0)
    throw new Error(`There is no ${type} in the world: add some to journeys/permissions/world-objects.ts.`);
  const asked = byRelation.flatMap(([relation, objects]) => objects.map(({ id }) => ({ relation, id })));
  const all = [...asked, { relation: undefined, id: UNKNOWN_ID }];
  const reply = await island.ask(
    viewer.principal,
    `query Matrix($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${type} ${printSelection(fields)} } }`,
    { r: all.map(({ id }) => ({ __typename: type, id })) },
  );
  findings.requests += 1;
  const found = (reply.data?.['_entities'] ?? all.map(() => null)) as readonly unknown[];
  for (const [relation, of] of Map.groupBy(
    asked.map((one, i) => ({ ...one, value: found[i] })),
    (one) => one.relation,
  )) {
    const about: Asked = { viewer, relation, door, isIsland: true };
    const values = of.map(({ value }) => value).filter((value) => value !== null);
    compareObjects(findings, about, fields, values, true);
    const hidden = relation === 'foreign' ? of.find(({ value, id }) => !isAlike(value, id, found.at(-1))) : undefined;
    if (hidden !== undefined && !isAnyShown(fields, viewer, relation))
      differ(findings, about, 'oracle', type, 'another tenant’s id is not answered as an unknown one');
  }
  refuseMarks(findings, { viewer, relation: 'foreign', door, isIsland: true }, reply);
  await askPresence(findings, island, viewer, { type, fields, asked: all });
}

/** Nothing but `__typename` is asked of what is hidden: an object whose every field is refused is still told of, unless its reference resolves to nothing. */
async function askPresence(
  findings: Findings,
  island: { name: string; ask: Ask },
  viewer: Viewer,
  about: { type: string; fields: readonly Selected[]; asked: readonly { relation: Relation | undefined; id: string }[] },
): Promise<void> {
  const { type, fields, asked } = about;
  const reply = await island.ask(
    viewer.principal,
    `query Matrix($r: [_Any!]!) { bare: _entities(representations: $r) { __typename } full: _entities(representations: $r) { __typename ... on ${type} ${printPresence(fields)} } }`,
    { r: asked.map(({ id }) => ({ __typename: type, id })) },
  );
  findings.requests += 1;
  const listOf = (name: string) => (reply.data?.[name] ?? asked.map(() => null)) as readonly unknown[];
  const [bare, full] = [listOf('bare'), listOf('full')];
  asked.forEach(({ relation }, i) => {
    if (relation === undefined) return;
    const of: Asked = { viewer, relation, door: `${island.name} _entities ${type}`, isIsland: true };
    comparePresence(findings, of, fields, full[i] === null ? [] : [full[i]], true);
    if (bare[i] !== null && bare.at(-1) === null && !isAnyShown(fields, viewer, relation))
      differ(findings, of, 'oracle', type, 'that it is there');
  });
}

/** Standards are the register's and no tenant's: the one is asked about of which the world knows everything. */
async function standardsOf(island: { ask: Ask }, type: string): Promise<[Relation, { id: string }[]][]> {
  if (type !== 'Standard') return [];
  const { data } = await island.ask({ kind: 'anonymous', tenantId: UNKNOWN_ID }, `{ standard(code: "${STANDARD}") { id } }`);
  const found = (data?.['standard'] as { id: string } | null | undefined) ?? null;
  return [['tenant', found === null ? [] : [found]]];
}

function compareList(findings: Findings, asked: Asked, name: string, fields: readonly Selected[], value: unknown): void {
  findings.compared += 1;
  const edges = (value as { edges?: { node?: unknown }[] } | null)?.edges ?? [];
  // An audit log, or a list of keys, may have nothing to show yet.
  const mayBeEmpty = /(uditLog|apiKeys)$/.test(name) && value !== null;
  if (edges.length === 0 && !mayBeEmpty) differ(findings, asked, 'missing', name, 'an empty list');
  const node = fields.find(({ field }) => field === 'edges')?.target?.fields.find(({ field }) => field === 'node')?.target;
  const { principal, asker } = asked.viewer;
  const isOwnActs = name.endsWith('uditLog') && asker === 'super_admin' && principal.kind === 'user';
  if (isOwnActs && edges.some(({ node: act }) => (act as { actorId?: unknown } | null)?.actorId !== principal.userId)) {
    differ(findings, asked, 'leak', name, 'acts of somebody else');
  }
  if (node !== undefined)
    compareEntities(
      findings,
      asked,
      node.fields,
      edges.map((edge) => edge.node).filter((one) => one != null),
    );
}

/** The academy at whose door one stands is there for everybody. */
function isOnlyADoor(field: string): boolean {
  return field === 'tenant';
}

function isAnyShown(fields: readonly Selected[], viewer: Viewer, relation: Relation): boolean {
  return fields.some(({ type, field }) => {
    const decision = decisionOf(type, field);
    return decision?.kind === 'capability' && isShown(decision, viewer, relation);
  });
}

function isAlike(value: unknown, id: string, unknown: unknown): boolean {
  return JSON.stringify(value).replaceAll(id, UNKNOWN_ID) === JSON.stringify(unknown);
}

function faceOf({ data, codes }: Reply): string {
  return JSON.stringify([data, codes]);
}

/** No text of the other tenant in any answer. */
function refuseMarks(findings: Findings, asked: Asked, reply: Reply): void {
  if (JSON.stringify(reply.data).includes(AWAY_MARK)) differ(findings, asked, 'leak', 'a text of the other tenant');
}
