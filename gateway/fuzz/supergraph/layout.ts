import type { Random } from '../random.ts';
import { type EntityPlan, field, type TypePlan } from './plan-types.ts';
import { type FieldSketch, SubgraphSketch, type TypeSketch } from './sketch.ts';

/** Subgraphs while types and fields are laid out in them: a type that a subgraph mentions is brought there, as far as it can be known there. */
export class Layout {
  readonly random: Random;
  readonly plan: TypePlan;
  readonly subgraphs: ReadonlyMap<string, SubgraphSketch>;
  /** Names given away per type, over all subgraphs: a field has one owner unless it is shared. */
  readonly #taken = new Map<string, Set<string>>();

  constructor(random: Random, plan: TypePlan) {
    this.random = random;
    this.plan = plan;
    this.subgraphs = new Map(plan.subgraphs.map((name) => [name, new SubgraphSketch(name)]));
    for (const entity of plan.entities) for (const home of entity.homes) this.#bringEntity(this.subgraph(home), entity, true);
    for (const [name, role] of plan.mediaRoles ?? []) if (role !== 'members') this.bring(name, 'Media');
  }

  subgraph(name: string): SubgraphSketch {
    const found = this.subgraphs.get(name);
    if (found === undefined) throw new Error(`There is no subgraph "${name}".`);
    return found;
  }

  /** Whether a subgraph may mention this type. */
  mayKnow(subgraph: string, type: string): boolean {
    const role = this.plan.mediaRoles?.get(subgraph);
    if (type === 'Media') return role === 'interface' || role === 'object';
    if (this.entity(type)?.media === true) return role !== 'object';
    return true;
  }

  entity(name: string): EntityPlan | undefined {
    return this.plan.entities.find((entity) => entity.name === name);
  }

  /** The type of this name in this subgraph, with everything that it mentions; built in scalars are nothing to bring. */
  bring(subgraph: string, name: string): TypeSketch | undefined {
    const sketch = this.subgraph(subgraph);
    const known = sketch.types.get(name);
    if (known !== undefined) return known;
    const { enums, scalars, inputs, values, unions } = this.plan;
    const entity = this.entity(name);
    if (entity !== undefined) return this.#bringEntity(sketch, entity, false);
    if (name === 'Media') return this.#bringMedia(sketch);
    if (name === 'Node') return this.#bringNode(sketch);
    if (scalars.includes(name)) return sketch.type('scalar', name);
    const members = enums.get(name);
    if (members !== undefined) return withMembers(sketch.type('enum', name), members);
    const inputFields = inputs.get(name);
    if (inputFields !== undefined) return this.#withFields(sketch, sketch.type('input', name), inputFields);
    const valueFields = values.get(name);
    if (valueFields !== undefined) return this.#withFields(sketch, sketch.type('type', name), valueFields);
    const union = unions.get(name);
    return union === undefined ? undefined : this.#bringUnion(sketch, name, union);
  }

  /** A field of this type here, and what it mentions. The first of a name wins. */
  add(subgraph: string, type: TypeSketch, added: FieldSketch): FieldSketch {
    const known = type.fields.get(added.name);
    if (known !== undefined) return known;
    const own = { ...added, directives: [...added.directives] };
    type.fields.set(own.name, own);
    const taken = this.#taken.get(this.#family(type.name)) ?? new Set();
    this.#taken.set(this.#family(type.name), taken.add(own.name));
    for (const mentioned of `${own.args} ${own.type}`.match(/[A-Z]\w*/g) ?? []) this.bring(subgraph, mentioned);
    return own;
  }

  /** Whether some subgraph has a field of this name on the type. */
  isTaken(type: string, name: string): boolean {
    return this.#taken.get(this.#family(type))?.has(name) === true;
  }

  /** A field of the interface is one of each implementation. */
  #family(type: string): string {
    return this.entity(type)?.media === true ? 'Media' : type;
  }

  #bringEntity(sketch: SubgraphSketch, entity: EntityPlan, home: boolean): TypeSketch {
    const type = sketch.type('type', entity.name);
    const main = this.random.chance(0.9) ? entity.keys.slice(0, 1) : [];
    const chosen = home
      ? [...new Set([...main, ...this.random.some(entity.keys, 0.5)])]
      : [this.random.chance(0.7) ? entity.keys[0] : this.random.pick(entity.keys)].filter((key) => key !== undefined);
    const keys = this.random.shuffled(chosen.length > 0 ? chosen : entity.keys.slice(0, 1));
    for (const key of keys) {
      // Every home resolves the main key, or else its only ones; a stub none.
      const resolvable = home && (main.includes(key) || keys.length === 1 || this.random.chance(0.7));
      type.directives.push(`@key(fields: "${key.fields}"${resolvable ? '' : ', resolvable: false'})`);
      for (const own of key.own) {
        this.add(sketch.name, type, own);
        const owner = own.name === 'org' ? this.bring(sketch.name, own.type.replace('!', '')) : undefined;
        if (owner !== undefined) this.add(sketch.name, owner, field('id', 'ID!'));
      }
    }
    if (this.plan.nodes.includes(entity.name) && type.fields.has('id') && this.random.chance(0.8)) {
      this.bring(sketch.name, 'Node');
      type.implemented.add('Node');
    }
    return type;
  }

  #bringMedia(sketch: SubgraphSketch): TypeSketch {
    const isObject = this.plan.mediaRoles?.get(sketch.name) === 'object';
    const type = sketch.type(isObject ? 'type' : 'interface', 'Media');
    type.directives.push('@key(fields: "id")', ...(isObject ? ['@interfaceObject'] : []));
    this.add(sketch.name, type, field('id', 'ID!'));
    if (isObject) return type;
    for (const entity of this.plan.entities.filter(({ media }) => media)) {
      const implementation = this.bring(sketch.name, entity.name);
      implementation?.implemented.add('Media');
    }
    return type;
  }

  #bringNode(sketch: SubgraphSketch): TypeSketch {
    const type = sketch.type('interface', 'Node');
    this.add(sketch.name, type, field('id', 'ID!'));
    const known = this.plan.nodes.filter((name) => sketch.types.get(name)?.fields.has('id') === true);
    for (const name of known) sketch.types.get(name)?.implemented.add('Node');
    return type;
  }

  #bringUnion(sketch: SubgraphSketch, name: string, members: readonly string[]): TypeSketch | undefined {
    const allowed = members.filter((member) => this.mayKnow(sketch.name, member));
    const here = this.random.some(allowed, 0.7);
    const chosen = here.length > 0 ? here : allowed.slice(0, 1);
    if (chosen.length === 0) return undefined;
    const type = withMembers(sketch.type('union', name), chosen);
    for (const member of chosen) this.bring(sketch.name, member);
    return type;
  }

  #withFields(sketch: SubgraphSketch, type: TypeSketch, fields: readonly FieldSketch[]): TypeSketch {
    for (const one of fields) this.add(sketch.name, type, { ...one, directives: [...one.directives] });
    return type;
  }
}

function withMembers(type: TypeSketch, members: readonly string[]): TypeSketch {
  for (const member of members) type.members.add(member);
  return type;
}
