import { GraphQLError, GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';
import { GraphQLDateTime, GraphQLEmailAddress, GraphQLLocalDate } from 'graphql-scalars';

/**
 * `DateTime`: a `Date` inside; RFC 3339 with any offset in, UTC with milliseconds out, as a string, so that a result is the
 * same whether or not it has crossed a wire. Throws GraphQLError on anything that is not an instant.
 */
export const DateTimeResolver = new GraphQLScalarType<Date, string>({
  ...ofTheClient(GraphQLDateTime.toConfig()),
  serialize: (value) => GraphQLDateTime.serialize(value).toISOString(),
});

/** `Date`: `YYYY-MM-DD` inside and out, a day that the calendar has. Throws GraphQLError on anything else. */
export const DateResolver = new GraphQLScalarType<string, string>({ ...ofTheClient(GraphQLLocalDate.toConfig()), name: 'Date' });

/** `EmailAddress`: a string as HTML's e-mail input accepts it; not proof that anybody reads it. Throws GraphQLError on anything else. */
export const EmailAddressResolver = GraphQLEmailAddress;

/**
 * The gateway knows our scalars by their names alone: a literal that is none of them is found here first, and is the client's mistake as the value of a
 * variable would be, not one of who wrote the gateway's question.
 */
function ofTheClient<In, Out>(config: GraphQLScalarTypeConfig<In, Out>): GraphQLScalarTypeConfig<In, Out> {
  const { parseLiteral } = config;
  if (parseLiteral === undefined) return config;
  return {
    ...config,
    parseLiteral(...parts) {
      try {
        return parseLiteral(...parts);
      } catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : 'A value of another form was expected.';
        throw new GraphQLError(message, { nodes: parts[0], extensions: { validationErrorCode: 'BAD_USER_INPUT' } });
      }
    },
  };
}
