import { GraphQLError, parseValue } from 'graphql';
import { describe, expect, test } from 'vitest';
import { DateResolver, DateTimeResolver, EmailAddressResolver } from './index.ts';

describe('DateTime', () => {
  test('leaves as UTC text and comes back as the same instant', () => {
    const instant = new Date('2026-03-01T18:30:00.120Z');
    expect(DateTimeResolver.serialize(instant)).toBe('2026-03-01T18:30:00.120Z');
    expect(DateTimeResolver.parseValue('2026-03-01T12:30:00.120-06:00')).toEqual(instant);
  });

  test('refuses an instant that does not exist', () => {
    expect(() => DateTimeResolver.serialize(new Date(Number.NaN))).toThrow(GraphQLError);
    expect(() => DateTimeResolver.parseValue('2026-02-30T00:00:00Z')).toThrow(GraphQLError);
  });
});

describe('Date', () => {
  test('is a day, as text, on both sides', () => {
    expect(DateResolver.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(DateResolver.serialize('2024-02-29')).toBe('2024-02-29');
  });

  test('refuses a day that the calendar does not have', () => {
    expect(() => DateResolver.parseValue('2026-02-29')).toThrow(GraphQLError);
    expect(() => DateResolver.serialize(new Date())).toThrow(GraphQLError);
  });
});

test('every scalar bears the name that the schema gives it', () => {
  expect([DateTimeResolver, DateResolver, EmailAddressResolver].map(({ name }) => name)).toEqual([
    'DateTime',
    'Date',
    'EmailAddress',
  ]);
});

test('a literal that is no such value is the client’s mistake, whoever wrote the question', () => {
  const literal = parseValue('"x"');
  for (const scalar of [DateTimeResolver, DateResolver]) {
    const parsing = () => scalar.parseLiteral(literal, undefined);
    expect(parsing).toThrow(expect.objectContaining({ extensions: { validationErrorCode: 'BAD_USER_INPUT' }, nodes: [literal] }));
  }
});
