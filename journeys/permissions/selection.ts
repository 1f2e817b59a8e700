import { requiredArguments } from '@academy/testing/stand-ins';
import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';

/** A selected field: the type that it belongs to, what of it is selected, and whether that is an entity with rules of its own. */
export type Selected = {
  readonly type: string;
  readonly field: string;
  readonly args: string;
  readonly target?: { readonly type: string; readonly isEntity: boolean; readonly fields: readonly Selected[] };
};

/** Of a course, which stands to the viewer in its own way: asked of the course itself, and not of an enrolment. */
const CONTENT = new Set(['Lesson.body']);

/** People of whom so much is asked elsewhere that their id is enough here: with all of them a question would be more than an operation may ask. */
const IDS_ALONE = new Set([
  'CaseAssignment.assignedBy',
  'CaseJudgement.judgedBy',
  'CasePortfolio.sealedBy',
  'Enrollment.mentor',
  'EvaluationPlan.evaluator',
  'Evidence.addedBy',
  'Lot.closedBy',
  'Lot.openedBy',
  'LotPackage.requestedBy',
  'LotPackage.handedOverBy',
  'LotOutcome.importedBy',
  'LotOutcomeEntry.certification',
]);

/** Of each list so many are asked for. */
const PAGE = 3;

/**
 * All that can be selected of a type: every leaf, every object that is no entity of its own, and of the entities that it leads to, `depth` steps deep, the same.
 * Beyond that, of an entity its id alone.
 */
export function selectAll(
  schema: GraphQLSchema,
  type: string,
  entities: ReadonlySet<string>,
  depth: number,
  above: readonly string[] = [],
): Selected[] {
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is no object type of this schema.`);
  return fieldsOf(object).flatMap((field): Selected[] => {
    if (above.includes('Enrollment') && CONTENT.has(`${type}.${field.name}`)) return [];
    const target = getNamedType(field.type);
    const own = { type, field: field.name, args: argumentsOf(field) };
    if (isLeafType(target)) return [own];
    if (!isObjectType(target) || above.includes(target.name)) return [];
    const isEntity = entities.has(target.name);
    const isTooDeep = isEntity && (depth === 0 || IDS_ALONE.has(`${type}.${field.name}`));
    const fields = isTooDeep
      ? [{ type: target.name, field: 'id', args: '' }]
      : selectAll(schema, target.name, entities, isEntity ? depth - 1 : depth, isEntity ? [] : [...above, type]);
    return fields.length === 0 ? [] : [{ ...own, target: { type: target.name, isEntity, fields } }];
  });
}

/** The selection as GraphQL text, with its braces. */
export function printSelection(fields: readonly Selected[]): string {
  const text = fields.map(
    ({ field, args, target }) => `${field}${args}${target === undefined ? '' : ` ${printSelection(target.fields)}`}`,
  );
  return `{ __typename ${text.join(' ')} }`;
}

/** Names of the types that have a key in this schema, which is a supergraph's or a subgraph's. */
export function entityNames(schema: GraphQLSchema): ReadonlySet<string> {
  const union = schema.getType('_Entity');
  if (union !== undefined && 'getTypes' in union) return new Set(union.getTypes().map(({ name }) => name));
  return new Set(
    Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          type.astNode?.directives?.some(
            ({ name, arguments: args }) => name.value === 'join__type' && args?.some((one) => one.name.value === 'key'),
          ) === true,
      )
      .map(({ name }) => name),
  );
}

function fieldsOf(type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));
}

function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  return field.args.some(({ name }) => name === 'first') ? `(first: ${PAGE})` : requiredArguments(field.args);
}

/** Of each object that is led to only that it is there: what is shown of it may be refused field by field, and its being there still be told. */
export function printPresence(fields: readonly Selected[]): string {
  const objects = fields.filter(({ target }) => target !== undefined).map(({ field, args }) => `${field}${args} { __typename }`);
  return `{ __typename ${objects.join(' ')} }`;
}
