import { Supergraph } from '@apollo/federation-internals';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  type UnionTypeDefinitionNode,
  visit,
} from 'graphql';
import { withoutUnreachable } from './reachable.ts';

/** Which tagged parts of a supergraph one kind of client may use, as in Apollo's contracts. */
export interface VariantRule {
  /** A field of an object or an interface, and a union, is left out unless it or its type bears one of these. */
  readonly include: readonly string[];
  /** Whatever bears one of these is left out. */
  readonly exclude: readonly string[];
}

/** What third parties, employers and the public may use: what somebody decided they may, and nothing by accident. */
export const PUBLIC_RULE: VariantRule = { include: ['public'], exclude: ['internal'] };

/** The schema for third parties, as SDL: sorted, with descriptions. Throws Error that names what the tags contradict. */
export function publicVariant(supergraphSdl: string): string {
  return variantOf(supergraphSdl, PUBLIC_RULE);
}

/**
 * The schema that clients see of a variant, a part of the API schema. Elements that the rule leaves out become `@inaccessible`, which
 * Apollo's own check then holds to be consistent: a field that stays may not return a type that goes. Types that no root field leads to
 * are left out too. Throws Error that lists every contradiction.
 */
export function variantOf(supergraphSdl: string, rule: VariantRule): string {
  const marked = print(markInaccessible(parse(supergraphSdl), rule));
  let schema: GraphQLSchema;
  try {
    schema = Supergraph.build(marked).apiSchema().toGraphQLJSSchema();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Error(
      `The tags leave no valid schema (include ${rule.include.join(', ')}; exclude ${rule.exclude.join(', ')}):\n${reason}`,
    );
  }
  return `${printSchema(lexicographicSortSchema(withoutUnreachable(schema)))}\n`;
}

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Tagged = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

function markInaccessible(document: DocumentNode, { include, exclude }: VariantRule): DocumentNode {
  const has = (tags: ReadonlySet<string>, list: readonly string[]) => list.some((tag) => tags.has(tag));
  const isLeftOut = (tags: ReadonlySet<string>) => has(tags, exclude) || (include.length > 0 && !has(tags, include));

  const isHidden = (node: Tagged) => node.directives?.some(({ name }) => name.value === 'inaccessible') === true;
  const hide = <Node extends Tagged>(node: Node): Node =>
    isHidden(node) ? node : { ...node, directives: [...(node.directives ?? []), INACCESSIBLE] };
  const hideExcluded = <Node extends Tagged>(node: Node): Node => (has(tagsOf(node), exclude) ? hide(node) : node);

  /** Hides the fields that go, and the type when none stays. */
  function ofFields<Node extends WithFields>(node: Node): Node {
    const inherited = tagsOf(node);
    const fields = (node.fields ?? []).map((field): FieldDefinitionNode => {
      const withArguments = { ...field, arguments: (field.arguments ?? []).map(hideExcluded) };
      return isLeftOut(new Set([...inherited, ...tagsOf(field)])) ? hide(withArguments) : withArguments;
    });
    const isGone = has(inherited, exclude) || fields.every(isHidden);
    return isGone ? hide({ ...node, fields }) : { ...node, fields };
  }
  const goneTypes = new Set<string>();
  const fieldsMarked = visit(document, {
    ObjectTypeDefinition: (node) => (isMachinery(node.name.value) ? false : note(ofFields(node))),
    InterfaceTypeDefinition: (node) => (isMachinery(node.name.value) ? false : note(ofFields(node))),
    InputObjectTypeDefinition: (node) => ({ ...hideExcluded(node), fields: (node.fields ?? []).map(hideExcluded) }),
    EnumTypeDefinition: (node) =>
      isMachinery(node.name.value) ? false : { ...hideExcluded(node), values: (node.values ?? []).map(hideExcluded) },
    ScalarTypeDefinition: (node) => (isMachinery(node.name.value) ? false : hideExcluded(node)),
  });
  function note<Node extends WithFields>(node: Node): Node {
    if (isHidden(node)) goneTypes.add(node.name.value);
    return node;
  }
  return visit(fieldsMarked, {
    UnionTypeDefinition(node: UnionTypeDefinitionNode) {
      const isEmpty = (node.types ?? []).every(({ name }) => goneTypes.has(name.value));
      return isEmpty || isLeftOut(tagsOf(node)) ? hide(node) : node;
    },
    SchemaDefinition: (node) =>
      links(node, 'inaccessible') ? node : { ...node, directives: [...(node.directives ?? []), LINK] },
    Document: {
      leave(node) {
        const isDefined = node.definitions.some(
          (definition) => definition.kind === Kind.DIRECTIVE_DEFINITION && definition.name.value === 'inaccessible',
        );
        return isDefined ? node : { ...node, definitions: [...node.definitions, ...DEFINITION] };
      },
    },
  });
}

/** Types of the supergraph's own description, which clients never see. */
function isMachinery(name: string): boolean {
  return name.startsWith('join__') || name.startsWith('link__');
}

function tagsOf(node: Tagged): Set<string> {
  const values = (node.directives ?? [])
    .filter(({ name }) => name.value === 'tag')
    .map((directive) => directive.arguments?.find(({ name }) => name.value === 'name')?.value);
  return new Set(values.flatMap((value) => (value?.kind === Kind.STRING ? [value.value] : [])));
}

function links(node: Tagged, feature: string): boolean {
  return (node.directives ?? []).some(({ arguments: given }) =>
    given?.some(({ value }) => value.kind === Kind.STRING && value.value.includes(`specs.apollo.dev/${feature}/`)),
  );
}

const [WITH_DIRECTIVES, ...DEFINITION] = parse(`
  type T @inaccessible @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
`).definitions;
const [INACCESSIBLE, LINK] = directivesOf(WITH_DIRECTIVES);

function directivesOf(definition: DocumentNode['definitions'][number] | undefined): [ConstDirectiveNode, ConstDirectiveNode] {
  const [one, other] = definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [];
  if (one === undefined || other === undefined) throw new Error('Two directives were expected.');
  return [one, other];
}
