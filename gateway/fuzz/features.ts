import { Kind, parse, visit } from 'graphql';
import type { Answer, Operation } from './subjects/subject.ts';

const OF_SUPERGRAPHS: Readonly<Record<string, RegExp>> = {
  interface: /^interface/m,
  'interface with a key': /^interface \w+[^{]*@key/m,
  '@interfaceObject': /@interfaceObject\s*\{/,
  union: /^union/m,
  'input object': /^input/m,
  'custom scalar': /^scalar/m,
  '@requires': /@requires\(/,
  '@requires with arguments': /@requires\(fields: "[^"]*\(/,
  '@requires of fields of fields': /@requires\(fields: "[^"]*\{/,
  '@provides': /@provides\(/,
  '@override': /@override\(/,
  '@inaccessible': /@inaccessible\s*$|@inaccessible [^"]/m,
  '@shareable': /@shareable\s*$/m,
  'several keys': /@key\([^)]*\) @key/,
  'compound key': /@key\(fields: "\w+ \w+/,
  'key of a field of a field': /@key\(fields: "\w+ \{/,
  'key that is not resolvable': /resolvable: false/,
  'nested list': /\[\[/,
  mutation: /^type Mutation/m,
};

/** Features of a supergraph, by name. */
export function featuresOfSupergraph(subgraphs: Readonly<Record<string, string>>): string[] {
  const all = Object.values(subgraphs).map((sdl) => sdl.replace(/^extend schema.*$/m, ''));
  return Object.entries(OF_SUPERGRAPHS).flatMap(([name, pattern]) => (all.some((sdl) => pattern.test(sdl)) ? [name] : []));
}

/** Features of an operation and of its answer, by name. */
export function featuresOfOperation({ source, variables, operationName }: Operation, { data, errors }: Answer): string[] {
  const features = new Set<string>();
  const document = parse(source, { noLocation: true });
  let depth = 0;
  visit(document, {
    OperationDefinition(node) {
      if (node.operation === 'mutation') features.add('mutation');
      if (node.selectionSet.selections.length > 1) features.add('several root fields');
    },
    Field: {
      enter({ alias, name, arguments: args }) {
        depth += 1;
        if (depth > 5) features.add('deeper than 5');
        if (alias !== undefined) features.add(alias.value in Object.prototype ? 'alias of every object' : 'alias');
        if (name.value === '__typename') features.add('__typename');
        else if (name.value.startsWith('__')) features.add('introspection');
        if ((args ?? []).length > 0) features.add('arguments');
      },
      leave() {
        depth -= 1;
      },
    },
    Directive: ({ name, arguments: args }) => {
      features.add(`@${name.value} by ${args?.[0]?.value.kind === Kind.VARIABLE ? 'variable' : 'literal'}`);
    },
    FragmentSpread: () => void features.add('named fragment'),
    InlineFragment: () => void features.add('inline fragment'),
    VariableDefinition: ({ defaultValue }) =>
      void features.add(defaultValue === undefined ? 'variable' : 'variable with a default'),
  });
  if (document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION).length > 1) features.add('several operations');
  if (operationName !== undefined) features.add('operationName');
  if (Object.hasOwn(variables, 'representations')) features.add('variable named representations');
  const text = JSON.stringify(data);
  if (text.includes('null')) features.add('null in the answer');
  if (text.includes('[]')) features.add('empty list in the answer');
  if (text.length > 5_000) features.add('answer over 5 kB');
  if (errors.length > 0) features.add('error in the answer');
  return [...features];
}
