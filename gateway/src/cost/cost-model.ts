import { DEFAULT_PAGE_SIZE } from '@academy/kernel';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { type ListSize, readCostDirectives } from './cost-directives.ts';

/**
 * What things cost in one supergraph: `@cost` and `@listSize` of the IBM GraphQL Cost Directive specification, with Apollo's default weights
 * (objects, interfaces, unions and input objects 1, scalars and enums 0, a mutation 10 more).
 * https://ibm.github.io/graphql-specs/cost-spec.html, https://www.apollographql.com/docs/graphos/routing/security/demand-control
 */
export type CostModel = {
  /** What a list has that nothing sizes. */
  readonly assumedListSize: number;
  /** One object or value of a field. */
  weightOfField(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, type: GraphQLNamedType): number;
  /** One value of an argument, coordinate `Type.field(argument:)`, or of an input field, coordinate `Input.field`. */
  weightOfInput(coordinate: string, type: GraphQLNamedType): number;
  /** Size of a field's list, or of the lists below it; undefined when nothing says so. */
  listSizeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): ListSize | undefined;
};

/** What a list has that nothing sizes, where nothing else is said. */
const ASSUMED_LIST_SIZE = 10;
/** What every mutation costs beside its fields. */
export const MUTATION_BASE_COST = 10;

/** Reads the directives of a supergraph's SDL; `schema` is the one that clients see of it. */
export function createCostModel(
  supergraphSdl: string,
  schema: GraphQLSchema,
  assumedListSize: number = ASSUMED_LIST_SIZE,
): CostModel {
  const { weights, sizes } = readCostDirectives(parse(supergraphSdl));

  function weightOfType(type: GraphQLNamedType): number {
    const own = weights.get(type.name);
    if (own !== undefined) return own;
    // Weights of types stand on objects alone: an abstract type costs what the dearest of its objects does.
    if (isAbstractType(type)) return Math.max(1, ...schema.getPossibleTypes(type).map((object) => weights.get(object.name) ?? 1));
    return isCompositeType(type) || isInputObjectType(type) ? 1 : 0;
  }
  /** What is said of a field, or of the same field of the objects behind an interface. */
  function saidOf<Said>(said: ReadonlyMap<string, Said>, parent: GraphQLNamedType, field: string): readonly Said[] {
    const own = said.get(`${parent.name}.${field}`);
    if (own !== undefined) return [own];
    if (!isInterfaceType(parent)) return [];
    const objects = schema.getPossibleTypes(parent).map((object) => said.get(`${object.name}.${field}`));
    return objects.filter((one) => one !== undefined);
  }

  return {
    assumedListSize,
    weightOfField(parent, { name }, type) {
      const said = saidOf(weights, parent, name);
      return said.length === 0 ? weightOfType(type) : Math.max(...said);
    },
    weightOfInput: (coordinate, type) => weights.get(coordinate) ?? weightOfType(type),
    listSizeOf(parent, field) {
      const [said] = saidOf(sizes, parent, field.name);
      if (said !== undefined) return said;
      return field.args.some(({ name }) => name === 'first') ? pageOf(field) : undefined;
    },
  };
}

/** A page by the convention of the house, where the SDL says nothing: `first` bounds every list directly below. */
function pageOf(field: GraphQLField<unknown, unknown>): ListSize {
  const type = getNamedType(field.type);
  const below = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return {
    assumedSize: DEFAULT_PAGE_SIZE,
    slicingArguments: [['first']],
    sizedFields: below.filter((one) => isListType(getNullableType(one.type))).map(({ name }) => name),
    requiresOne: false,
  };
}
