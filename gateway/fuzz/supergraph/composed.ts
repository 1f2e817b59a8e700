import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema, isAbstractType, parse } from 'graphql';

/** What some subgraphs compose to. */
export type Composed = {
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly supergraphSdl: string;
  /** With what is `@inaccessible`, and with the machinery of `join`. */
  readonly supergraph: GraphQLSchema;
  /** What clients see. */
  readonly api: GraphQLSchema;
};

/** The supergraph of these subgraphs; the messages of the mistakes when they do not compose. */
export function compose(subgraphs: Readonly<Record<string, string>>): Composed | { readonly errors: readonly string[] } {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.internal/`,
    typeDefs: parse(sdl),
  }));
  const result = composeServices(services);
  if (result.supergraphSdl === undefined) return { errors: result.errors.map(({ message }) => message) };
  const api = Supergraph.build(result.supergraphSdl).apiSchema().toGraphQLJSSchema();
  const supergraph = buildSchema(result.supergraphSdl, { assumeValid: true, assumeValidSDL: true });
  const barren = Object.values(supergraph.getTypeMap()).find(
    (type) => isAbstractType(type) && supergraph.getPossibleTypes(type).length === 0,
  );
  if (barren !== undefined) return { errors: [`No object is of the type ${barren.name}.`] };
  return { subgraphs, supergraphSdl: result.supergraphSdl, supergraph, api };
}
