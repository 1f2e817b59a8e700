import {
  GraphQLBoolean,
  type GraphQLError,
  GraphQLFloat,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Tells what is wrong with the values of a request; empty when they takes what the operation declares. */
export type VariableCheck = (variables: Readonly<Record<string, unknown>>) => readonly GraphQLError[];

/** Whether a value surely fits its type. A false answer only means that graphql-js is to decide. */
type Test = (value: unknown) => boolean;

/** What graphql-js gives a scalar that has no `parseValue` of its own: it takes everything. */
const TAKES_EVERYTHING = new GraphQLScalarType({ name: 'Anything' }).parseValue;
const MAX_INT = 2_147_483_647;

/**
 * Compiles the check of an operation's variables. Values that surely fit pass through compiled tests; all others go to graphql-js, whose
 * word is the last and whose errors are told, at most `maxErrors` and one more that says so.
 */
export function compileVariableCheck(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  maxErrors: number,
): VariableCheck {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return () => [];
  const made = new Map<GraphQLInputType, Test>();
  const tests = definitions.map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    const takes = isInputType(type) ? testOf(type, made) : () => false;
    const mayBeLeftOut = defaultValue !== undefined || !isNonNullType(type);
    return { name: variable.name.value, takes, mayBeLeftOut };
  });
  return (variables) => {
    const isSure = tests.every(({ name, takes, mayBeLeftOut }) =>
      Object.hasOwn(variables, name) && variables[name] !== undefined ? takes(variables[name]) : mayBeLeftOut,
    );
    return isSure ? [] : (getVariableValues(schema, definitions, variables, { maxErrors }).errors ?? []);
  };
}

function testOf(type: GraphQLInputType, made: Map<GraphQLInputType, Test>): Test {
  const known = made.get(type);
  if (known !== undefined) return known;
  // An input object may hold itself: whoever asks meanwhile gets a test that looks up the finished one.
  made.set(type, (value) => made.get(type)?.(value) === true);
  const test = makeTest(type, made);
  made.set(type, test);
  return test;
}

function makeTest(type: GraphQLInputType, made: Map<GraphQLInputType, Test>): Test {
  if (isNonNullType(type)) {
    const inner = testOf(type.ofType, made);
    return (value) => value !== null && value !== undefined && inner(value);
  }
  const present = presentTest(type, made);
  return (value) => value === null || value === undefined || present(value);
}

function presentTest(type: GraphQLInputType, made: Map<GraphQLInputType, Test>): Test {
  if (isListType(type)) {
    const item = testOf(type.ofType, made);
    return (value) => Array.isArray(value) && value.every(item);
  }
  if (isInputObjectType(type)) {
    if (type.isOneOf) return () => false;
    const fields = Object.values(type.getFields()).map(({ name, type: fieldType, defaultValue }) => ({
      name,
      takes: testOf(fieldType, made),
      mayBeLeftOut: defaultValue !== undefined || !isNonNullType(fieldType),
    }));
    const names = new Set(fields.map(({ name }) => name));
    return (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).every((name) => names.has(name)) &&
      fields.every(({ name, takes, mayBeLeftOut }) => {
        const given = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
        return given === undefined ? mayBeLeftOut : takes(given);
      });
  }
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => typeof value === 'string' && names.has(value);
  }
  return isScalarType(type) ? scalarTest(type) : () => false;
}

function scalarTest(type: GraphQLScalarType): Test {
  switch (type.name) {
    case GraphQLInt.name:
      return (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_INT;
    case GraphQLFloat.name:
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case GraphQLString.name:
      return (value) => typeof value === 'string';
    case GraphQLBoolean.name:
      return (value) => typeof value === 'boolean';
    case GraphQLID.name:
      return (value) => typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value));
    default:
      return type.parseValue === TAKES_EVERYTHING ? () => true : () => false;
  }
}
