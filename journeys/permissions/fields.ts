import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { type Decisions, type FieldDecision, parent } from './decision.ts';
import { ANALYTICS } from './fields/analytics.ts';
import { CERTIFICATION } from './fields/certification.ts';
import { CONOCER } from './fields/conocer.ts';
import { COURSES } from './fields/courses.ts';
import { USERS } from './fields/users.ts';

/** Who decides which field, by the island that adds it. A new field needs a line in one of them. */
const ALL: readonly Decisions[] = [USERS, COURSES, CERTIFICATION, CONOCER, ANALYTICS];

const SHAPE = parent('The shape of a list, or of a refusal: it holds nothing of its own.');

/** Every decision that a line was written for. */
export function allDecisions(): readonly FieldDecision[] {
  return ALL.flatMap((decisions) => Object.values(decisions).flatMap((fields) => Object.values(fields)));
}

/** The same with the fields that they are on. */
export function namedDecisions(): readonly { readonly coordinate: string; readonly decision: FieldDecision }[] {
  return ALL.flatMap((decisions) =>
    Object.entries(decisions).flatMap(([type, fields]) =>
      Object.entries(fields).map(([field, decision]) => ({ coordinate: `${type}.${field}`, decision })),
    ),
  );
}

/** What decides a field; undefined when nothing does. */
export function decisionOf(type: string, field: string): FieldDecision | undefined {
  return ALL.map((decisions) => decisions[type]?.[field]).find((found) => found !== undefined) ?? shapeOf(type, field);
}

/** Fields of the schema that nothing decides, and decisions on fields that are not there or are decided twice. */
export function undecided(schema: GraphQLSchema): { readonly missing: string[]; readonly superfluous: string[] } {
  const coordinates = coordinatesOf(schema).map(({ type, field }) => `${type}.${field}`);
  const known = new Set(coordinates);
  const decided = ALL.flatMap((decisions) =>
    Object.entries(decisions).flatMap(([type, fields]) => Object.keys(fields).map((field) => `${type}.${field}`)),
  );
  return {
    missing: coordinates.filter((one) => {
      const [type = '', field = ''] = one.split('.');
      return decisionOf(type, field) === undefined;
    }),
    superfluous: decided.filter((one, i) => !known.has(one) || decided.indexOf(one) !== i),
  };
}

/** Every field of every object type that clients or the gateway can ask for. */
function coordinatesOf(schema: GraphQLSchema): { readonly type: string; readonly field: string }[] {
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !/^(_|join__|link__)/.test(type.name))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => !field.startsWith('_'))
        .map((field) => ({ type: type.name, field })),
    );
}

/** Connections, edges, page ends, and what every refusal says are decided by their shape: a field beyond it needs a line. */
function shapeOf(type: string, field: string): FieldDecision | undefined {
  const fields = /Connection$/.test(type)
    ? ['edges', 'pageInfo']
    : /Edge$/.test(type)
      ? ['cursor', 'node']
      : /Error$/.test(type)
        ? ['message', 'code', 'field']
        : type === 'PageInfo'
          ? ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']
          : [];
  return fields.includes(field) ? SHAPE : undefined;
}
