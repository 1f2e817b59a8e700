import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isPlainName, jsonOf, quote } from './json-text.ts';
import { type ClientOperation, fieldsOf, type Inclusion, setsUnder } from './selected-fields.ts';
import { Unsupported } from './unsupported.ts';

/**
 * Writes an object as the client asked for it. Undefined when something is not as the schema promises: then the answer is completed value by
 * value, which finds out what. With `isShared`, objects that stand in several places are written once.
 */
export type ResponseWriter = (
  root: Readonly<Record<string, unknown>>,
  isShared: boolean,
  introspected: Readonly<Record<string, string>>,
) => string | undefined;

/** Compiles the writer of what selection sets ask of objects of a type, under fixed conditions. `keyInside` tells under which key a field's value was fetched. */
export function compileWriter(
  client: ClientOperation,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  isIncluded: Inclusion,
  keyInside: (field: FieldNode) => string,
): ResponseWriter {
  const functions: string[] = [];
  const enumValues: ReadonlySet<unknown>[] = [];
  const objectWriters = new Map<string, { sets: readonly SelectionSetNode[]; name: string }[]>();
  let names = 0;
  const newName = (prefix: string) => {
    names += 1;
    return `${prefix}${names}`;
  };

  /** Statements that append the JSON of `value` to `s`, or return undefined. */
  function appendValue(type: GraphQLOutputType, value: string, sets: readonly SelectionSetNode[]): string {
    const isRequired = isNonNullType(type);
    const nullable = isNonNullType(type) ? type.ofType : type;
    const whenNull = isRequired ? 'return undefined;' : "s += 'null';";
    return `if (${value} === null || ${value} === undefined) { ${whenNull} } else { ${appendPresent(nullable, value, sets)} }`;
  }
  function appendPresent(type: GraphQLOutputType, value: string, sets: readonly SelectionSetNode[]): string {
    if (isNonNullType(type)) return appendPresent(type.ofType, value, sets);
    if (isListType(type)) {
      const [index, element] = [newName('i'), newName('e')];
      return `if (!Array.isArray(${value})) return undefined;
      s += '[';
      for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {
        if (${index} !== 0) s += ',';
        const ${element} = ${value}[${index}];
        ${appendValue(type.ofType, element, sets)}
      }
      s += ']';`;
    }
    if (isCompositeType(type)) {
      const text = newName('t');
      return `if (typeof ${value} !== 'object') return undefined;
      const ${text} = ${objectWriter(type, sets)}(${value}, memo);
      if (${text} === undefined) return undefined;
      s += ${text};`;
    }
    if (isEnumType(type)) {
      const known = `enumValues[${enumValues.push(new Set(type.getValues().map(({ name }) => name))) - 1}]`;
      return `if (!${known}.has(${value})) return undefined; s += '"' + ${value} + '"';`;
    }
    switch (type.name) {
      case 'String':
        return `if (typeof ${value} !== 'string') return undefined; s += quote(${value});`;
      case 'ID':
        return `if (typeof ${value} === 'string') s += quote(${value}); else if (Number.isInteger(${value})) s += ${value}; else return undefined;`;
      case 'Int':
        return `if (!Number.isInteger(${value})) return undefined; s += ${value};`;
      case 'Float':
        return `if (!Number.isFinite(${value})) return undefined; s += ${value};`;
      case 'Boolean':
        return `if (typeof ${value} !== 'boolean') return undefined; s += ${value};`;
      default:
        return `s += jsonOf(${value});`;
    }
  }

  /** The name of a function that writes an object of one type. */
  function objectWriter(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): string {
    const known = objectWriters.get(type.name) ?? [];
    objectWriters.set(type.name, known);
    const same = known.find((one) => one.sets.length === sets.length && one.sets.every((set, index) => set === sets[index]));
    if (same !== undefined) return same.name;
    const name = newName('write');
    known.push({ sets, name });
    functions.push(isAbstractType(type) ? abstractWriter(name, type, sets) : concreteWriter(name, type, sets));
    return name;
  }
  function abstractWriter(name: string, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): string {
    const possible = isAbstractType(type) ? client.schema.getPossibleTypes(type) : [];
    const cases = possible.map((one) => `case ${JSON.stringify(one.name)}: return ${objectWriter(one, sets)}(o, memo);`);
    const unknown = newName('write');
    functions.push(concreteWriter(unknown, type, sets));
    return `function ${name}(o, memo) { switch (o.__typename) {
      ${cases.join('\n')}
      case undefined: case ${JSON.stringify(type.name)}: return ${unknown}(o, memo);
      default: return undefined;
    } }`;
  }
  function concreteWriter(name: string, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): string {
    const parts: string[] = [];
    const definitions = 'getFields' in type ? type.getFields() : {};
    for (const [key, nodes] of fieldsOf(client, type, sets, isIncluded)) {
      const [node] = nodes;
      if (node === undefined) continue;
      const label = `${parts.length === 0 ? '' : ','}${JSON.stringify(key)}:`;
      if (node.name.value === '__typename') {
        parts.push(isObjectType(type) ? `s += ${JSON.stringify(`${label}"${type.name}"`)};` : 'return undefined;');
        continue;
      }
      if (node.name.value.startsWith('__')) {
        parts.push(`s += ${JSON.stringify(label)} + introspected[${JSON.stringify(key)}];`);
        continue;
      }
      const inside = keyInside(node);
      const field = definitions[node.name.value];
      if (field === undefined || !isPlainName(inside)) throw new Unsupported(`the field ${node.name.value}`);
      parts.push(`s += ${JSON.stringify(label)}; v = o.${inside}; ${appendField(field.type, setsUnder(nodes))}`);
    }
    const isOfType = `(o.__typename === undefined || o.__typename === ${JSON.stringify(type.name)})`;
    return `function ${name}(o, memo) { if (!${isOfType}) return undefined; let s = '{', v;\n${parts.join('\n')}\nreturn s + '}'; }`;
  }
  /** What lies under a field of entities is often the same for many of them: it is a function of its own, whose text is remembered. */
  function appendField(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): string {
    if (!hasObjectsBelow(sets)) return appendValue(type, 'v', sets);
    const name = newName('field');
    const body = appendPresent(type, 'value', sets);
    functions.push(`function ${name}(value, memo) { let s = ''; ${body} return s; }`);
    const text = newName('t');
    const whenNull = isNonNullType(type) ? 'return undefined;' : "s += 'null';";
    return `if (v === null || v === undefined) { ${whenNull} } else {
      const ${text} = memo === undefined ? ${name}(v, memo) : remembered(memo, ${names}, v, ${name});
      if (${text} === undefined) return undefined;
      s += ${text};
    }`;
  }

  const root = objectWriter(type, sets);
  const source = `let introspected;\n${functions.join('\n')}\nreturn (root, isShared, texts) => { introspected = texts; return ${root}(root, isShared ? new Map() : undefined); };`;
  const parameters = ['quote', 'jsonOf', 'enumValues', 'remembered'];
  return new Function(...parameters, source)(quote, jsonOf, enumValues, remembered) as ResponseWriter;
}

function hasObjectsBelow(sets: readonly SelectionSetNode[]): boolean {
  return sets.some(({ selections }) =>
    selections.some((selection) => selection.kind !== 'Field' || selection.selectionSet !== undefined),
  );
}

type Memo = Map<number, Map<unknown, string>>;

function remembered(
  memo: Memo,
  field: number,
  value: unknown,
  write: (value: unknown, memo: Memo) => string | undefined,
): string | undefined {
  let texts = memo.get(field);
  if (texts === undefined) {
    texts = new Map();
    memo.set(field, texts);
  }
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = write(value, memo);
  if (text !== undefined) texts.set(value, text);
  return text;
}
