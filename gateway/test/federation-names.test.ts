import { afterAll, describe, expect, test } from 'vitest';
import { federate } from './federated.ts';
import { lessonsGraph } from './lessons-graph.ts';

const graph = federate(lessonsGraph);
afterAll(() => graph.stop());

describe('names that a client chooses', () => {
  test.each([
    [
      'under the name of a key, another field (federation issue 3036)',
      '{ lesson(id: "l1") { id: rank seats } }',
      { id: 'r9', seats: 10 },
    ],
    [
      'under the name of a required field, another field',
      '{ lesson(id: "l1") { title: slug label } }',
      { title: 'panel', label: 'Panels, 30 min' },
    ],
    [
      'under the name of a field inside a required object, another field, in a fragment',
      'query { lesson(id: "l1") { ...Byline byline } } fragment Byline on Lesson { author { name: city } }',
      { author: { name: 'Puebla' }, byline: 'Ana' },
    ],
    [
      'under the name of a key, the type’s name, and the key under another name',
      '{ lesson(id: "l1") { id: __typename key: id seats } }',
      { id: 'Lesson', key: 'l1', seats: 10 },
    ],
    [
      'under three names, one key',
      '{ lesson(id: "l1") { a: id b: id slug: id seats } }',
      { a: 'l1', b: 'l1', slug: 'l1', seats: 10 },
    ],
  ])('%s', async (_, query, lesson) => {
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ lesson });
  });

  test('in a list, another field under the name of a key', async () => {
    const { data, errors } = await graph.ask('{ lessons { id: rank seats } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      lessons: [
        { id: 'r9', seats: 10 },
        { id: 'r8', seats: 20 },
      ],
    });
  });

  test('names that every JavaScript object has, and names that might be ours', async () => {
    const { data, errors } = await graph.ask(
      '{ constructor: lesson(id: "l1") { __proto__: slug toString: title key0__id: rank fixed0__price: seats hasOwnProperty: label } }',
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(
      '{"constructor":{"__proto__":"panel","toString":"Panels","key0__id":"r9","fixed0__price":10,"hasOwnProperty":"Panels, 30 min"}}',
    );
  });

  test('a variable that is called representations', async () => {
    const { data, errors } = await graph.ask(
      'query ($representations: [String!]!) { search(representations: $representations) { slug seats } }',
      { representations: ['inverter'] },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ search: [{ slug: 'inverter', seats: 20 }] });
  });

  test('an error of a field under another’s name has the client’s path', async () => {
    const { data, errors } = await graph.ask('{ lesson(id: "broken") { seats title: slug label } }');
    expect(data).toEqual({ lesson: null });
    expect(errors?.map(({ path }) => path)).toEqual([['lesson', 'title']]);
  });
});

describe('@requires with arguments', () => {
  test.each([
    [
      'a client’s own arguments are not those of the requirement',
      '{ lesson(id: "l1") { price(currency: "USD") tagMxn } }',
      { price: 30, tagMxn: 'MXN 600' },
    ],
    [
      'nor are those that come from a variable',
      'query ($off: Int = 100) { lesson(id: "l1") { tagMxn price(currency: "MXN", discount: $off) cheap: price(currency: "USD") } }',
      { tagMxn: 'MXN 600', price: 500, cheap: 30 },
    ],
    [
      'two requirements with different arguments each get their own',
      '{ lesson(id: "l1") { tagMxn tagUsd label } }',
      { tagMxn: 'MXN 600', tagUsd: 'USD 30', label: 'Panels, 30 min' },
    ],
    [
      'inside a required object too, with and without arguments, beside the client’s own',
      '{ lesson(id: "l1") { credit byline author { name(form: "full") } } }',
      { credit: 'Ana Ruiz (Puebla)', byline: 'Ana', author: { name: 'Ana Ruiz' } },
    ],
  ])('%s', async (_, query, lesson) => {
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ lesson });
  });

  test('under two aliases, for two lessons', async () => {
    const { data, errors } = await graph.ask('{ a: lesson(id: "l1") { tagMxn } b: lesson(id: "l2") { tagUsd tagMxn } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: { tagMxn: 'MXN 600' }, b: { tagUsd: 'USD 45', tagMxn: 'MXN 900' } });
  });
});
