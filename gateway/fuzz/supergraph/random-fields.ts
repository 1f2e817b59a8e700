import type { Layout } from './layout.ts';
import type { FieldSketch, TypeSketch } from './sketch.ts';

/** Some are properties of every JavaScript object: a careless merge meets them there. */
const NAMES = [
  'name',
  'title',
  'size',
  'price',
  'tag',
  'color',
  'rank',
  'note',
  'data',
  'owner',
  'parent',
  'items',
  'first',
  'value',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
];
const LEAVES = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Color'];

/** A field that nobody defines yet, added to this type in this subgraph; undefined when all names are taken. */
export function addRandomField(layout: Layout, subgraph: string, type: TypeSketch, only?: 'leaf'): FieldSketch | undefined {
  const { random } = layout;
  const name = random.shuffled(NAMES).find((candidate) => !layout.isTaken(type.name, candidate));
  if (name === undefined) return undefined;
  const named = randomNamedType(layout, subgraph, only);
  return layout.add(subgraph, type, { name, args: randomArguments(layout), type: randomWrapping(layout, named), directives: [] });
}

/** A leaf or composite type that this subgraph may mention. */
export function randomNamedType(layout: Layout, subgraph: string, only?: 'leaf'): string {
  const { random, plan } = layout;
  if (only === 'leaf' || random.chance(0.5)) return random.pick([...LEAVES, ...plan.scalars]);
  return randomComposite(layout, subgraph) ?? random.pick(LEAVES);
}

/** An object, interface or union type that this subgraph may mention. */
export function randomComposite(layout: Layout, subgraph: string): string | undefined {
  const { random, plan } = layout;
  const entities = plan.entities.map(({ name }) => name);
  const abstract = [
    ...(plan.nodes.length > 0 && layout.subgraph(subgraph).types.has('Node') ? ['Node', 'Node'] : []),
    ...(plan.mediaRoles === undefined ? [] : ['Media', 'Media']),
  ];
  const unions = [...plan.unions]
    .filter(([, members]) => members.some((member) => layout.mayKnow(subgraph, member)))
    .map(([name]) => name);
  const candidates = [...entities, ...plan.values.keys(), ...unions, ...abstract].filter((name) =>
    layout.mayKnow(subgraph, name),
  );
  return candidates.length === 0 ? undefined : random.pick(candidates);
}

export function randomWrapping({ random }: Layout, named: string): string {
  const bang = () => (random.chance(0.3) ? '!' : '');
  const item = `${named}${bang()}`;
  if (random.chance(0.65)) return item;
  const list = `[${item}]${bang()}`;
  return random.chance(0.85) ? list : `[${list}]${bang()}`;
}

function randomArguments({ random, plan }: Layout): string {
  if (random.chance(0.6)) return '';
  const kinds = [
    'Int',
    'Int! = 3',
    'String',
    'String = "a\\"b"',
    'ID',
    'Boolean',
    'Float',
    '[Int!]',
    '[String]',
    'Color',
    'Color = GREEN',
    ...plan.scalars,
    ...plan.inputs.keys(),
  ];
  const inputs = [...plan.inputs.keys()].map((name) => `${name}!`);
  const names = random.shuffled(['first', 'id', 'where', 'unit', 'constructor']).slice(0, 1 + random.below(2));
  return names.map((name) => `${name}: ${random.pick(random.chance(0.2) && inputs.length > 0 ? inputs : kinds)}`).join(', ');
}
