import { createHash } from 'node:crypto';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type NameNode,
  type ObjectFieldNode,
  print,
  type ValueNode,
  visit,
} from 'graphql';
import type { PreparedSupergraph } from './supergraph-preparation.ts';

/** How response keys and variables of clients are called while an operation is executed. */
export type ResponseNames = {
  /** The same operation with names inside that collide with nothing. */
  rename(document: DocumentNode): DocumentNode;
  /** The response key that a field of the client's operation has inside. */
  keyInside(field: FieldNode): string;
  /** The client's name of a response key, for paths of errors. */
  clientKey(key: string): string;
};

const VARIABLE = 'representations';
/** What the variable `$representations` of a client is called inside: calls of entities bring one of their own. */
export const RENAMED_VARIABLE = 'representations_of_client';

/**
 * Names for the operations of one supergraph. The planner adds keys and required fields to what a client selects, under their own names, so
 * a client may not use those names for something else: a response key gets a prefix when it is another field's name, or when it is such a
 * field with arguments of the client's. So does a key that JavaScript objects have by nature (`constructor`, `__proto__`). Of an interface
 * object the planner makes one field of those that have one key under several types: with arguments each has a key of its own.
 */
export function responseNamesOf(supergraph: PreparedSupergraph): ResponseNames {
  const prefix = prefixFor('key', supergraph.fieldNames);
  const argumentsPrefix = prefixFor('arguments', supergraph.fieldNames);

  function isRisky(field: FieldNode): boolean {
    const { value: name } = field.name;
    const key = field.alias?.value ?? name;
    if (key in Object.prototype || key.startsWith(prefix) || key.startsWith(argumentsPrefix)) return true;
    if (key !== name) return key.startsWith('__') || key.startsWith('fixed') || supergraph.fieldNames.has(key);
    return (field.arguments ?? []).length > 0 && supergraph.inputNames.has(name);
  }
  function keyInside(field: FieldNode): string {
    if (field.name.value === '__typename') return '__typename';
    const key = field.alias?.value ?? field.name.value;
    if ((field.arguments ?? []).length > 0 && supergraph.interfaceObjectFields.has(field.name.value)) {
      return `${argumentsPrefix}${digestOf(field.arguments ?? [])}__${key}`;
    }
    return isRisky(field) ? `${prefix}${key}` : key;
  }

  return {
    keyInside,
    rename(document) {
      return visit(document, {
        Field(field) {
          const key = keyInside(field);
          const { alias: _clients, ...plain } = field;
          if (key === field.name.value) return field.alias === undefined ? undefined : plain;
          if (key === field.alias?.value) return undefined;
          const alias: NameNode = { kind: Kind.NAME, value: key };
          return { ...plain, alias };
        },
        Variable(variable) {
          if (variable.name.value !== VARIABLE) return undefined;
          return { ...variable, name: { kind: Kind.NAME, value: RENAMED_VARIABLE } };
        },
      });
    },
    clientKey(key) {
      if (key.startsWith(prefix)) return key.slice(prefix.length);
      return key.startsWith(argumentsPrefix) ? key.slice(argumentsPrefix.length + DIGEST_LENGTH + '__'.length) : key;
    },
  };
}

const DIGEST_LENGTH = 12;

/** The same for arguments that GraphQL takes for the same: neither their order nor that of an object's fields counts. */
function digestOf(given: readonly ArgumentNode[]): string {
  return createHash('sha256').update(sortedText(given)).digest('hex').slice(0, DIGEST_LENGTH);
}

function sortedText(fields: readonly (ArgumentNode | ObjectFieldNode)[]): string {
  return fields
    .map(({ name, value }) => `${name.value}:${textOf(value)}`)
    .sort()
    .join(',');
}

function textOf(value: ValueNode): string {
  if (value.kind === Kind.OBJECT) return `{${sortedText(value.fields)}}`;
  return value.kind === Kind.LIST ? `[${value.values.map(textOf).join(',')}]` : print(value);
}

/** A prefix that no field's name begins with. */
function prefixFor(word: string, names: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const prefix = `${word}${number}__`;
    if (![...names].some((name) => name.startsWith(prefix))) return prefix;
  }
}
