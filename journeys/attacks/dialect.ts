import { Kind, parse, print, type SelectionSetNode, visit } from 'graphql';

/** Lists of the corpus that are connections here: field → name. */
const CONNECTIONS = new Set(['certifications', 'enrollments', 'portfolio', 'courses']);
/** Fields of the corpus that have another name here; the answer bears the corpus' name. */
const RENAMED: Readonly<Record<string, string>> = { owner: 'candidate' };
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  certificationStatusChanged: { id: 'certificationId' },
};
const MAX_TRANSLATED = 20_000;

/**
 * The document in the words of our schema: selections of connections are put within `edges { node { … } }`, names as the tables say. A
 * document that does not parse, is long, or says nothing of these reaches the door as it is.
 */
export function translated(query: string): string {
  if (query.length > MAX_TRANSLATED || !/certif|enrol|portfolio|courses|owner/.test(query)) return query;
  try {
    const changed = visit(parse(query, { noLocation: true }), {
      Field: {
        leave(node) {
          const name = node.name.value;
          if (name === 'ownerId') return { ...node, name: named('candidate'), alias: node.alias, selectionSet: idOnly() };
          const renamed = RENAMED[name];
          const words = ARGUMENTS[name];
          const given = node.arguments?.map((one) => ({ ...one, name: named(words?.[one.name.value] ?? one.name.value) }));
          return {
            ...node,
            ...(given === undefined ? {} : { arguments: given }),
            ...(renamed === undefined ? {} : { name: named(renamed), alias: node.alias ?? named(name) }),
            ...(CONNECTIONS.has(name) && node.selectionSet !== undefined && !isPaged(node.selectionSet)
              ? { selectionSet: selecting('edges', selecting('node', node.selectionSet)) }
              : {}),
          };
        },
      },
    });
    return print(changed);
  } catch {
    return query;
  }
}

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const isPaged = ({ selections }: SelectionSetNode) =>
  selections.some((one) => one.kind === Kind.FIELD && ['edges', 'pageInfo'].includes(one.name.value));
const selecting = (name: string, selectionSet: SelectionSetNode): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: named(name), selectionSet }],
});
const idOnly = (): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: named('id') }] });
