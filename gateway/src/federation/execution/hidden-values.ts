import { type GraphQLNamedType, type GraphQLSchema, isAbstractType, isEnumType, isObjectType } from 'graphql';

/** Tells what subgraphs may answer and clients may not see. */
export type HiddenValues = {
  /** Whether a string is a value of this enum that is `@inaccessible`. */
  isHiddenValue(type: GraphQLNamedType, value: unknown): boolean;
  /** Whether a type's name is that of an `@inaccessible` type that may stand where this one is declared. */
  isHiddenType(declared: GraphQLNamedType, name: unknown): boolean;
};

/** Compares the schema that clients see with the whole supergraph's. */
export function hiddenValuesOf(clientSchema: GraphQLSchema, supergraphSchema: GraphQLSchema): HiddenValues {
  return {
    isHiddenValue({ name }, value) {
      const [seen, whole] = [clientSchema.getType(name), supergraphSchema.getType(name)];
      if (typeof value !== 'string' || !isEnumType(seen) || !isEnumType(whole)) return false;
      return seen.getValue(value) === undefined && whole.getValue(value) !== undefined;
    },
    isHiddenType({ name: declared }, name) {
      if (typeof name !== 'string' || clientSchema.getType(name) !== undefined) return false;
      const [whole, type] = [supergraphSchema.getType(declared), supergraphSchema.getType(name)];
      return isAbstractType(whole) && isObjectType(type) && supergraphSchema.isSubType(whole, type);
    },
  };
}
