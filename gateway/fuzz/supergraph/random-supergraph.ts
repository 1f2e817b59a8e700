import { randomFrom } from '../random.ts';
import { Layout } from './layout.ts';
import { planTypes } from './plan-types.ts';
import { addOverrides, addProvided, addRequiring, dropIdleExternals, hideSome, shareSome } from './random-directives.ts';
import { addRandomField, randomComposite, randomNamedType, randomWrapping } from './random-fields.ts';
import type { TypeSketch } from './sketch.ts';

/** SDL of some subgraphs by name. They mostly compose; those who ask drop the ones that do not. */
export function randomSubgraphs(seed: string): Record<string, string> {
  const random = randomFrom(`supergraph ${seed}`);
  const layout = new Layout(random, planTypes(random));
  addOwnFields(layout);
  addSharedInterfaceFields(layout);
  addRoots(layout);
  shareSome(layout);
  addOverrides(layout);
  addRequiring(layout);
  addProvided(layout);
  hideSome(layout);
  dropIdleExternals(layout);
  return Object.fromEntries([...layout.subgraphs].map(([name, sketch]) => [name, sketch.sdl()]));
}

function addOwnFields(layout: Layout): void {
  const { random } = layout;
  for (const entity of layout.plan.entities) {
    for (const home of entity.homes) {
      const type = layout.bring(home, entity.name);
      if (type !== undefined) times(1 + random.below(3), () => addRandomField(layout, home, type));
    }
  }
  for (const [subgraph, role] of layout.plan.mediaRoles ?? []) {
    const media = layout.subgraph(subgraph).types.get('Media');
    if (role === 'object' && media !== undefined) times(1 + random.below(3), () => addRandomField(layout, subgraph, media));
  }
}

/** Where interfaces live with their implementations, they promise more than an id. */
function addSharedInterfaceFields(layout: Layout): void {
  const { random, plan } = layout;
  for (const [subgraph, role] of plan.mediaRoles ?? []) {
    const media = layout.subgraph(subgraph).types.get('Media');
    if (role !== 'interface' || media === undefined) continue;
    const promised = addRandomField(layout, subgraph, media);
    if (promised === undefined) continue;
    for (const { name } of plan.entities.filter(({ media: is }) => is)) {
      const type = layout.bring(subgraph, name);
      if (type !== undefined) layout.add(subgraph, type, promised);
    }
  }
  const home = random.pick(plan.subgraphs);
  const node = layout.subgraph(home).types.get('Node');
  const known = plan.nodes.filter((name) => layout.subgraph(home).types.get(name)?.implemented.has('Node') === true);
  if (node === undefined || known.length < plan.nodes.length || !known.every((name) => layout.entity(name)?.homes.includes(home)))
    return;
  const promised = layout.add(home, node, {
    name: 'caption',
    args: '',
    type: random.pick(['String', 'String!', '[Int]']),
    directives: [],
  });
  for (const name of known) {
    const type = layout.bring(home, name);
    if (type !== undefined) layout.add(home, type, promised);
  }
}

function addRoots(layout: Layout): void {
  const { random, plan } = layout;
  for (const subgraph of plan.subgraphs) {
    const query = layout.subgraph(subgraph).type('type', 'Query');
    times(1 + random.below(3), (at) => addRoot(layout, subgraph, query, `${subgraph}${at}`, 0.85));
    if (!random.chance(0.3)) continue;
    const mutation = layout.subgraph(subgraph).type('type', 'Mutation');
    times(1 + random.below(2), (at) => addRoot(layout, subgraph, mutation, `do${subgraph}${at}`, 0.6));
  }
}

function addRoot(layout: Layout, subgraph: string, root: TypeSketch, name: string, composite: number): void {
  const { random } = layout;
  const named = (random.chance(composite) ? randomComposite(layout, subgraph) : undefined) ?? randomNamedType(layout, subgraph);
  const args = random.chance(0.5) ? '' : random.pick(['n: Int', 'n: Int = 2', 'id: ID, first: Int', 'n: Int!']);
  layout.add(subgraph, root, { name, args, type: randomWrapping(layout, named), directives: [] });
}

function times(count: number, act: (at: number) => void): void {
  for (let at = 0; at < count; at++) act(at);
}
