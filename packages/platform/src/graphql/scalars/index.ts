import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLEmailAddress, GraphQLLocalDate } from 'graphql-scalars';

/**
 * `DateTime`: a `Date` inside; RFC 3339 with any offset in, UTC with milliseconds out, as a string, so that a result is the
 * same whether or not it has crossed a wire. Throws GraphQLError on anything that is not an instant.
 */
export const DateTimeResolver = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => GraphQLDateTime.serialize(value).toISOString(),
});

/** `Date`: `YYYY-MM-DD` inside and out, a day that the calendar has. Throws GraphQLError on anything else. */
export const DateResolver = new GraphQLScalarType<string, string>({ ...GraphQLLocalDate.toConfig(), name: 'Date' });

/** `EmailAddress`: a string as HTML's e-mail input accepts it; not proof that anybody reads it. Throws GraphQLError on anything else. */
export const EmailAddressResolver = GraphQLEmailAddress;
