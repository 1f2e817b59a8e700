import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';

/** One of these is a value of any scalar of ours. */
const CANDIDATES: readonly unknown[] = [
  'x',
  1,
  true,
  new Date(0),
  '2026-03-01T18:30:00.000Z',
  '2026-03-01',
  'alice@raices.mx',
  'https://raices.mx',
  'GODE561231HDFRRN09',
  {},
];

/** Values of scalars that a schema which was built from SDL alone knows by name, and would take anything for. */
const BY_NAME: Readonly<Record<string, unknown>> = { Date: '2026-03-01', DateTime: '2026-03-01T18:30:00.000Z' };

/** What a resolver of a field of this type could return: lists are empty, objects have no fields. */
export function outputStandIn(schema: GraphQLSchema, type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return outputStandIn(schema, type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isScalarType(type)) return accepted(type, (value) => type.serialize(value));
  if (isAbstractType(type)) return { __typename: schema.getPossibleTypes(type)[0]?.name };
  return {};
}

/** The arguments that a field cannot do without, as GraphQL text with its parentheses; empty for none. */
export function requiredArguments(args: readonly GraphQLArgument[]): string {
  const given = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${literal(type)}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isScalarType(type)) return JSON.stringify(BY_NAME[type.name] ?? accepted(type, (value) => type.parseValue(value)));
  if (!isInputObjectType(type)) throw new Error(`Expected an input type, got ${String(type)}.`);
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
}

function accepted(type: GraphQLScalarType, accepts: (value: unknown) => unknown): unknown {
  for (const candidate of CANDIDATES) {
    try {
      accepts(candidate);
      return candidate;
    } catch {
      // The next one, then.
    }
  }
  throw new Error(`No stand-in fits the scalar ${type.name}: add a value of it to the candidates.`);
}
