// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is found and put in its place is source that has placeholders
import type { Patch } from './loading.ts';

/** Bugs that an executor of plans can have, one from each of its parts. The fuzz is worth its time as long as it finds each of them. */
export const bugs: readonly Patch[] = [
  {
    name: 'entities with the same first part of a key are taken for one',
    file: 'execution/representations.ts',
    find: 'while (!identity.isSame(object, examples[index] as Tree)) {',
    replace: 'while (index < 0) {',
  },
  {
    name: 'entities are merged in the opposite order',
    file: 'execution/compile-fetch.ts',
    find: 'merge(targets[index] as Tree, entity as Tree);',
    replace: 'merge(targets[targets.length - 1 - index] as Tree, entity as Tree);',
  },
  {
    name: 'what was fetched replaces what was there instead of being merged into it',
    file: 'execution/compile-fetch.ts',
    find: 't.${key} = w === undefined || w === null ? v : mergedValue(w, v, isVague); }`,',
    replace: 't.${key} = v; }`,',
  },
  {
    name: 'a variable that is null is not sent',
    file: 'execution/fetch-variables.ts',
    find: 'if (value !== undefined) text +=',
    replace: 'if (value !== undefined && value !== null) text +=',
  },
  {
    name: 'errors beside data are lost',
    file: 'execution/compile-fetch.ts',
    find: 'if (errors !== undefined) noteEntityErrors(',
    replace: 'if (errors !== undefined && data === null) noteEntityErrors(',
  },
  {
    name: 'an error of an entity is told at its first place only',
    file: 'execution/fetch-errors.ts',
    find: 'found.slice(0, MAX_PLACES)',
    replace: 'found.slice(0, 1)',
  },
  {
    name: 'entities after the second of a list are not fetched',
    file: 'execution/entity-collector.ts',
    find: 'for (const ${next} of ${value}) if',
    replace: 'for (const ${next} of ${value}.slice(0, 2)) if',
  },
  {
    name: 'of what several fetches share each takes the first',
    file: 'execution/joint-result.ts',
    find: 'return indexes.map((index) => entities[index]);',
    replace: 'return indexes.map((_, index) => entities[index]);',
  },
  {
    name: 'errors in a call for several fetches are lost',
    file: 'execution/joint-result.ts',
    find: 'broken?.flatMap((error) => toldTo(error, share)) ?? []',
    replace: '[] as GraphQLFormattedError[]',
  },
  {
    name: 'a call for several fetches that failed is not made again for each',
    file: 'execution/joint-result.ts',
    find: 'if (data === null) return undefined;',
    replace: 'if (data === null) return slotOf.map(() => ({ data, errors }));',
  },
  {
    name: 'a null where a value is promised stays where it is',
    file: 'execution/response-writer.ts',
    find: `const whenNull = isRequired ? 'return undefined;' : "s += 'null';";`,
    replace: `const whenNull = isRequired ? "s += 'null';" : "s += 'null';";`,
  },
  {
    name: 'errors are told under the names that keys have inside',
    file: 'execution/client-errors.ts',
    find: 'const key = clientKey(step);',
    replace: 'const key = step;',
  },
  {
    name: 'the writer for other values of the conditions is used',
    file: 'execution/projection.ts',
    find: 'const known = writers.get(key);',
    replace: 'const known = writers.get(key) ?? [...writers.values()][0];',
  },
  {
    name: 'defaults of boolean variables do not count',
    file: 'execution/compiled-operation.ts',
    find: 'return given === undefined ? defaults.get(name) === true : given === true;',
    replace: 'return given === true;',
  },
  {
    name: 'type conditions on interfaces hold for nobody',
    file: 'execution/rewrites.ts',
    find: 'return isAbstractType(on) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(on, type);',
    replace: 'return isAbstractType(on) && isInterfaceType(type) && schema.isSubType(on, type);',
  },
  {
    name: 'aliases collide with keys and required fields',
    file: 'planning/response-names.ts',
    find: '|| supergraph.fieldNames.has(key);',
    replace: ';',
  },
  {
    name: 'keys that cannot be resolved are used',
    file: 'planning/supergraph-preparation.ts',
    find: 'directives: resolvableFirst(type)',
    replace: 'directives: type.directives ?? []',
  },
];
