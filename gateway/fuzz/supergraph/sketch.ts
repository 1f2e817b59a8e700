/** A field on its way to SDL. */
export type FieldSketch = {
  readonly name: string;
  /** Argument definitions without parentheses; empty for none. */
  readonly args: string;
  readonly type: string;
  readonly directives: string[];
};

/** A type, as one subgraph knows it. */
export type TypeSketch = {
  readonly kind: 'type' | 'interface' | 'union' | 'enum' | 'scalar' | 'input';
  readonly name: string;
  readonly directives: string[];
  readonly implemented: Set<string>;
  readonly fields: Map<string, FieldSketch>;
  /** Members of a union, values of an enum with their directives. */
  readonly members: Set<string>;
};

/** One subgraph on its way to SDL. */
export class SubgraphSketch {
  readonly name: string;
  readonly types = new Map<string, TypeSketch>();

  constructor(name: string) {
    this.name = name;
  }

  /** The type of this name; made on first use. */
  type(kind: TypeSketch['kind'], name: string): TypeSketch {
    const known = this.types.get(name);
    if (known !== undefined) return known;
    const made: TypeSketch = { kind, name, directives: [], implemented: new Set(), fields: new Map(), members: new Set() };
    this.types.set(name, made);
    return made;
  }

  /** The SDL of this subgraph, for composition. */
  sdl(): string {
    return [LINK, ...[...this.types.values()].map(printType)].join('\n');
  }
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])';

function printType({ kind, name, directives, implemented, fields, members }: TypeSketch): string {
  const head = [kind, name, ...(implemented.size > 0 ? [`implements ${[...implemented].join(' & ')}`] : []), ...directives].join(
    ' ',
  );
  if (kind === 'scalar') return head;
  if (kind === 'union') return `${head} = ${[...members].join(' | ')}`;
  if (kind === 'enum') return `${head} { ${[...members].join(' ')} }`;
  return `${head} {\n${[...fields.values()].map(printField).join('\n')}\n}`;
}

function printField({ name, args, type, directives }: FieldSketch): string {
  return `  ${[`${name}${args === '' ? '' : `(${args})`}: ${type}`, ...directives].join(' ')}`;
}
