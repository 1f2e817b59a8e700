import { describe, expect, test } from 'vitest';
import { breakingChanges } from './breaking.ts';

const RELEASED =
  'type Query { course(id: ID!): Course } type Course { id: ID! title: String! level: Level } enum Level { BASIC ADVANCED }';

describe('a client breaks', () => {
  test('when a field goes', () => {
    expect(breakingChanges(RELEASED, RELEASED.replace('title: String!', ''))).toEqual([
      'FIELD_REMOVED: Course.title was removed.',
    ]);
  });

  test('when an argument becomes required', () => {
    expect(breakingChanges(RELEASED, RELEASED.replace('id: ID!)', 'id: ID!, tenant: ID!)'))).toEqual([
      'REQUIRED_ARG_ADDED: A required arg tenant on Query.course was added.',
    ]);
  });

  test('when a field that was never null may be', () => {
    expect(breakingChanges(RELEASED, RELEASED.replace('title: String!', 'title: String'))).toHaveLength(1);
  });
});

describe('a client does not break', () => {
  test('when a field or an optional argument is added', () => {
    const extended = RELEASED.replace('id: ID!)', 'id: ID!, locale: String)').replace('title', 'summary: String title');
    expect(breakingChanges(RELEASED, extended)).toEqual([]);
  });

  test('when a value is added to an enum, or a field is deprecated', () => {
    const extended = RELEASED.replace('BASIC', 'BASIC MEDIUM').replace(
      'level: Level',
      'level: Level @deprecated(reason: "use title")',
    );
    expect(breakingChanges(RELEASED, extended)).toEqual([]);
  });
});
