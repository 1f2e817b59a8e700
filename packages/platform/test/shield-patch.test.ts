import { buildSchema, execute, GraphQLError, type GraphQLFieldResolver, parse } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, and, chain, deny, not, or, race, rule, shield } from 'graphql-shield';
import { describe, expect, test } from 'vitest';

type Answer = boolean | string | Error;

const atOnce = (answer: Answer) => rule(`at once ${++names}`, { cache: 'no_cache' })(() => answer);
const later = (answer: Answer) => rule(`later ${++names}`, { cache: 'no_cache' })(async () => answer);
const throwing = () =>
  rule(`throws ${++names}`, { cache: 'no_cache' })(() => {
    throw new Error('cannot decide');
  });
const rejecting = () => rule(`rejects ${++names}`, { cache: 'no_cache' })(async () => Promise.reject(new Error('cannot decide')));
let names = 0;

/** What a schema of one field under this rule answers, and whether its resolver ran. */
function ask(
  decides: ReturnType<typeof atOnce>,
  resolve: GraphQLFieldResolver<unknown, unknown> = () => 'data',
  isLenient = true,
) {
  const schema = buildSchema('type Query { field: String }');
  let ran = 0;
  const field = schema.getQueryType()?.getFields()['field'];
  if (field === undefined) throw new Error('Expected the field of the schema.');
  field.resolve = (...given) => {
    ran += 1;
    return resolve(...given);
  };
  const fallbackError = new GraphQLError('denied', { extensions: { code: 'FORBIDDEN' } });
  const guarded = applyMiddleware(
    schema,
    shield({ Query: { field: decides } }, { fallbackRule: deny, fallbackError, allowExternalErrors: isLenient }),
  );
  const result = execute({ schema: guarded, document: parse('{ field }'), contextValue: {} });
  return { result, ran: () => ran };
}

async function verdict(decides: unknown): Promise<string> {
  const { result, ran } = ask(decides as ReturnType<typeof atOnce>);
  const { data, errors } = await result;
  const message = errors?.[0]?.message;
  expect(ran(), 'a resolver runs if, and only if, its rule allowed it').toBe(message === undefined ? 1 : 0);
  return message ?? String(data?.['field']);
}

describe('graphql-shield as we patch it', () => {
  test('decides at once when rule and resolver do', () => {
    expect(ask(atOnce(true)).result).toEqual({ data: { field: 'data' } });
    expect(ask(atOnce(false)).result).toMatchObject({ data: { field: null }, errors: [{ message: 'denied' }] });
  });

  test.each<[string, () => unknown, string]>([
    ['true', () => atOnce(true), 'data'],
    ['true, later', () => later(true), 'data'],
    ['false', () => atOnce(false), 'denied'],
    ['false, later', () => later(false), 'denied'],
    ['a sentence', () => atOnce('no'), 'no'],
    ['a sentence, later', () => later('no'), 'no'],
    ['an error', () => atOnce(new Error('no')), 'no'],
    ['an error, later', () => later(new Error('no')), 'no'],
    ['something that is neither', () => atOnce('' as unknown as boolean), ''],
    ['undefined', () => atOnce(undefined as unknown as boolean), 'denied'],
    ['1', () => atOnce(1 as unknown as boolean), 'denied'],
    ['nothing, by throwing', throwing, 'denied'],
    ['nothing, by rejecting', rejecting, 'denied'],
    ['allow', () => allow, 'data'],
    ['deny', () => deny, 'denied'],
    ['and: all', () => and(atOnce(true), later(true)), 'data'],
    ['and: not all', () => and(atOnce(true), later(false)), 'denied'],
    ['or: one', () => or(atOnce(false), later(true)), 'data'],
    ['or: none', () => or(atOnce(false), later(false), throwing()), 'denied'],
    ['not: allowed', () => not(atOnce(true)), 'denied'],
    ['not: refused', () => not(later(false)), 'data'],
    ['chain: all', () => chain(atOnce(true), later(true), allow), 'data'],
    ['chain: not all', () => chain(atOnce(true), later(false), throwing()), 'denied'],
    ['race: one', () => race(atOnce(false), later(true), throwing()), 'data'],
    ['race: none', () => race(atOnce(false), rejecting()), 'denied'],
  ])('a rule that answers %s', async (_name, decides, expected) => {
    expect(await verdict(decides())).toBe(expected);
  });

  test.each<[string, GraphQLFieldResolver<unknown, unknown>]>([
    [
      'throws',
      () => {
        throw new Error('of the resolver');
      },
    ],
    ['rejects', async () => Promise.reject(new Error('of the resolver'))],
  ])('a resolver that %s gives its own error, or the fallback where that is asked for', async (_name, resolve) => {
    expect((await ask(atOnce(true), resolve).result).errors?.[0]?.message).toBe('of the resolver');
    expect((await ask(later(true), resolve).result).errors?.[0]?.message).toBe('of the resolver');
    expect((await ask(atOnce(true), resolve, false).result).errors?.[0]?.message).toBe('denied');
    expect((await ask(later(true), resolve, false).result).errors?.[0]?.message).toBe('denied');
  });
});
