import type { Layout } from './layout.ts';
import { addRandomField } from './random-fields.ts';
import type { FieldSketch, TypeSketch } from './sketch.ts';

const KEYS = new Set(['id', 'sku', 'num', 'region', 'slug', 'org', 'code']);

/** Same field in two subgraphs, `@shareable`. */
export function shareSome(layout: Layout): void {
  forFields(layout, 0.12, (home, type, one) => {
    const other = otherHome(layout, type.name, home);
    if (other === undefined || type.kind !== 'type' || one.directives.length > 0 || KEYS.has(one.name)) return;
    const there = layout.bring(other, type.name);
    if (there === undefined || there.fields.has(one.name)) return;
    if (![...namesIn(`${one.args} ${one.type}`)].every((name) => layout.mayKnow(other, name))) return;
    one.directives.push('@shareable');
    layout.add(other, there, { ...one, directives: ['@shareable'] });
  });
  // A key of one home may be an ordinary field of another: sharing must then be said.
  for (const sketch of layout.subgraphs.values()) {
    for (const type of sketch.types.values()) {
      if (layout.entity(type.name) === undefined) continue;
      for (const one of type.fields.values()) {
        const isKey = type.directives.some(
          (directive) => directive.startsWith('@key') && new RegExp(`\\b${one.name}\\b`).test(directive),
        );
        if (KEYS.has(one.name) && !isKey) one.directives.push('@shareable');
      }
    }
  }
}

/** A field moves to another home. */
export function addOverrides(layout: Layout): void {
  forFields(layout, 0.07, (home, type, one) => {
    const other = otherHome(layout, type.name, home);
    if (other === undefined || one.directives.length > 0 || KEYS.has(one.name) || type.kind !== 'type') return;
    const there = layout.bring(other, type.name);
    if (there === undefined || there.fields.has(one.name)) return;
    if (![...namesIn(`${one.args} ${one.type}`)].every((name) => layout.mayKnow(other, name))) return;
    if (type.implemented.size > 0) return;
    layout.add(other, there, { ...one, directives: [`@override(from: "${home}")`] });
  });
}

/** Fields that are computed from fields of other homes. */
export function addRequiring(layout: Layout): void {
  const { random, plan } = layout;
  const targets = [...plan.entities.map(({ name }) => name), ...(plan.mediaRoles === undefined ? [] : ['Media'])];
  for (const target of targets) {
    const homes = plan.subgraphs.filter((name) => isResolvable(layout.subgraph(name).types.get(target)));
    for (const home of random.some(homes, 0.6)) {
      const type = layout.bring(home, target);
      if (type === undefined || type.kind !== 'type') continue;
      for (let at = 0; at < 1 + random.below(2); at++) {
        const selection = requireSome(layout, home, type);
        if (selection === undefined) continue;
        const added = addRandomField(layout, home, type, 'leaf');
        added?.directives.push(`@requires(fields: "${selection}")`);
      }
    }
  }
}

/** A selection of one or two fields of other homes, made external here; undefined when there is nothing to require. */
function requireSome(layout: Layout, home: string, type: TypeSketch): string | undefined {
  const { random } = layout;
  const candidates = [...layout.subgraphs.values()]
    .filter(({ name }) => name !== home)
    .flatMap((sketch) => [...(sketch.types.get(type.name)?.fields.values() ?? [])])
    .filter((one) => isOwn(one) && (isExternal(type.fields.get(one.name)) || !type.fields.has(one.name)) && !KEYS.has(one.name));
  // A representation has one place for a field.
  const one = new Map(random.shuffled(candidates).map((candidate) => [candidate.name, candidate]));
  const parts = [...one.values()].slice(0, 1 + random.below(2)).map((candidate) => requireOne(layout, home, type, candidate));
  const selected = parts.filter((part) => part !== undefined);
  return selected.length === 0 ? undefined : [...new Set(selected)].join(' ');
}

function requireOne(layout: Layout, home: string, type: TypeSketch, one: FieldSketch): string | undefined {
  const { random } = layout;
  const named = one.type.replace(/[[\]!]/g, '');
  if (![...namesIn(`${one.args} ${one.type}`)].every((name) => layout.mayKnow(home, name))) return undefined;
  const external = { ...one, directives: ['@external'] };
  layout.add(home, type, external);
  const selection = selectionOf(layout, home, named, 0);
  if (selection === undefined) return undefined;
  const args = literalArguments(one.args, random.below(3));
  return `${one.name}${args === '' ? '' : `(${args})`}${selection === '' ? '' : ` { ${selection} }`}`;
}

/** What is required of a composite; empty for a leaf, undefined for what this subgraph cannot select. */
function selectionOf(layout: Layout, home: string, named: string, depth: number): string | undefined {
  const { random } = layout;
  const sketch = layout.subgraph(home);
  const type = sketch.types.get(named);
  if (type === undefined || type.kind === 'enum' || type.kind === 'scalar') return '';
  if (depth > 2) return undefined;
  if (type.kind === 'union') {
    return `... on ${[...type.members].map((member) => `${member} { ${selectionOf(layout, home, member, depth + 1) ?? '__typename'} }`).join(' ... on ')}`;
  }
  if (type.kind === 'interface')
    return random.chance(0.5) ? 'id' : [...type.fields.keys()].filter((name) => name === 'id').join(' ');
  const inner = [...type.fields.values()].filter(
    (one) => one.args === '' && (one.directives.includes('@shareable') || KEYS.has(one.name)),
  );
  const leaves = inner.filter((one) => !/[A-Z]\w*/.test(one.type.replace(/\b(Int|String|Float|ID|Boolean)\b/g, '')));
  // Further on, a field of a third home.
  const foreign =
    depth === 0 && layout.entity(named) !== undefined && random.chance(0.6) ? foreignLeaf(layout, home, type) : undefined;
  const chosen = [...random.some(leaves, 0.7), ...(foreign === undefined ? [] : [foreign])].map((one) => one.name);
  return chosen.length > 0 ? [...new Set(chosen)].join(' ') : leaves[0]?.name;
}

function foreignLeaf(layout: Layout, home: string, type: TypeSketch): FieldSketch | undefined {
  const candidates = [...layout.subgraphs.values()]
    .filter(({ name }) => name !== home)
    .flatMap((sketch) => [...(sketch.types.get(type.name)?.fields.values() ?? [])])
    .filter((one) => isOwn(one) && !type.fields.has(one.name) && !KEYS.has(one.name) && one.args === '' && isLeaf(one.type));
  if (candidates.length === 0) return undefined;
  return layout.add(home, type, { ...layout.random.pick(candidates), directives: ['@external'] });
}

/** Paths on which a subgraph answers for another. */
export function addProvided(layout: Layout): void {
  forFields(layout, 0.2, (home, _type, one) => {
    const named = one.type.replace(/[[\]!]/g, '');
    const type = layout.subgraph(home).types.get(named);
    if (layout.entity(named) === undefined || type === undefined || one.directives.length > 0) return;
    const known = [...type.fields.values()].find(
      (candidate) => isExternal(candidate) && isLeaf(candidate.type) && candidate.args === '',
    );
    const provided = known ?? foreignLeaf(layout, home, type);
    const owners = [...layout.subgraphs.values()].map((sketch) => sketch.types.get(named)?.fields.get(provided?.name ?? ''));
    if (
      provided === undefined ||
      owners.some((owner) => owner?.directives.some((text) => /requires|override/.test(text)) === true)
    )
      return;
    one.directives.push(`@provides(fields: "${provided.name}")`);
    for (const owner of owners) if (owner?.directives.length === 0) owner.directives.push('@shareable');
  });
}

/** What third parties do not see. */
export function hideSome(layout: Layout): void {
  forFields(layout, 0.03, (_home, type, one) => {
    if (type.implemented.size === 0 && !KEYS.has(one.name) && !isExternal(one)) one.directives.push('@inaccessible');
  });
}

/** An `@external` that no selection names does not compose. */
export function dropIdleExternals(layout: Layout): void {
  for (const { types } of layout.subgraphs.values()) {
    const all = [...types.values()].flatMap((type) => [
      ...type.directives,
      ...[...type.fields.values()].flatMap((one) => one.directives),
    ]);
    const named = new Set(all.filter((text) => text.includes('fields:')).flatMap((text) => text.match(/\w+/g) ?? []));
    for (const type of types.values()) {
      for (const one of type.fields.values()) if (isExternal(one) && !named.has(one.name)) type.fields.delete(one.name);
    }
  }
}

function forFields(layout: Layout, probability: number, act: (home: string, type: TypeSketch, one: FieldSketch) => void): void {
  for (const sketch of layout.subgraphs.values()) {
    for (const type of [...sketch.types.values()]) {
      if (type.kind !== 'type' || layout.plan.values.has(type.name)) continue;
      for (const one of layout.random.some([...type.fields.values()], probability)) act(sketch.name, type, one);
    }
  }
}

function otherHome(layout: Layout, type: string, home: string): string | undefined {
  const others = layout.entity(type)?.homes.filter((name) => name !== home) ?? [];
  return others.length === 0 ? undefined : layout.random.pick(others);
}

function literalArguments(args: string, choice: number): string {
  const chosen = args
    .split(/, (?=\w+:)/)
    .map((arg) => /^(\w+): (\w+)(!)?( =)?/.exec(arg))
    .filter((match) => match !== null)
    .map(([, name, type, required, hasDefault]) => ({
      name,
      value: LITERALS[type ?? '']?.[choice],
      needed: required !== undefined && hasDefault === undefined,
    }))
    .filter(({ value, needed }) => value !== undefined && (needed || choice > 0));
  return chosen.map(({ name, value }) => `${name}: ${value}`).join(', ');
}

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '2', '3'],
  Boolean: ['true', 'true', 'false'],
  Float: ['0.5', '1', '2.5'],
  Color: ['RED', 'RED', 'GREEN'],
  Range: ['{}', '{ min: 4 }', '{ color: RED }'],
  Filter: ['{}', '{ range: { min: 4 } }', '{ tags: null }'],
};

const isLeaf = (type: string) => /^[[\]!]*(Int|String|Float|ID|Boolean|Color|Blob)[[\]!]*$/.test(type);
const isExternal = (one: FieldSketch | undefined) => one?.directives.includes('@external') === true;
/** A field that is answered where it is declared. */
const isOwn = (one: FieldSketch) =>
  !isExternal(one) && !one.directives.some((directive) => /^@(inaccessible|requires)/.test(directive));
const isResolvable = (type: TypeSketch | undefined) =>
  type?.directives.some((one) => one.startsWith('@key') && !one.includes('resolvable: false')) === true;
const namesIn = (text: string) => new Set(text.match(/[A-Z]\w*/g) ?? []);
