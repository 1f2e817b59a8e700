import { composeServices } from '@apollo/composition';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { overrideLabelList, readOverrideLabels } from './override-labels.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@override"])';

/** A supergraph in which the fields of Course move from `old` to `next`, each under its label. */
function supergraphOf(moves: Readonly<Record<string, string>>): string {
  const fields = Object.keys(moves);
  const result = composeServices([
    {
      name: 'old',
      typeDefs: parse(
        `${LINK} type Query { course: Course } type Course @key(fields: "id") { id: ID! ${fields.map((field) => `${field}: String`).join(' ')} }`,
      ),
    },
    {
      name: 'next',
      typeDefs: parse(
        `${LINK} type Course @key(fields: "id") { id: ID! ${fields.map((field) => `${field}: String @override(from: "old", label: "${moves[field]}")`).join(' ')} }`,
      ),
    },
  ]);
  if (result.supergraphSdl === undefined) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

const MOVES = { title: 'percent(10)', summary: 'percent(50.5)', price: 'new-prices' };
const activeOf = (conditions: ReadonlyMap<string, boolean>) => [...conditions].filter(([, isOn]) => isOn).map(([label]) => label);

describe('the labels of @override', () => {
  test('every label of the supergraph is decided, each once', () => {
    const sdl = supergraphOf({ ...MOVES, level: 'new-prices' });
    const { labels, decide } = readOverrideLabels(sdl, { active: [], random: () => 0.999 });
    expect(labels).toEqual(['new-prices', 'percent(10)', 'percent(50.5)']);
    expect([...decide().conditions]).toEqual(labels.map((label) => [label, false]));
  });

  test.each([
    [0, ['percent(10)', 'percent(50.5)']],
    [0.09999, ['percent(10)', 'percent(50.5)']],
    [0.1, ['percent(50.5)']],
    [0.50499, ['percent(50.5)']],
    [0.505, []],
    [0.99999, []],
  ])('a request that draws %d is in the shares %j', (drawn, expected) => {
    const { decide } = readOverrideLabels(supergraphOf(MOVES), { active: [], random: () => drawn });
    expect(activeOf(decide().conditions)).toEqual(expected);
  });

  test.each([0, 0.5, 0.999999])('nobody is in percent(0) and everybody in percent(100), also who draws %d', (drawn) => {
    const { decide } = readOverrideLabels(supergraphOf({ title: 'percent(0)', price: 'percent(100)' }), {
      active: [],
      random: () => drawn,
    });
    expect(activeOf(decide().conditions)).toEqual(['percent(100)']);
  });

  test('a label of the configuration is on for every request, and one that no subgraph names is told', () => {
    const given = { active: ['new-prices', 'long-gone'], random: () => 0.999 };
    const { unknown, decide } = readOverrideLabels(supergraphOf(MOVES), given);
    expect(activeOf(decide().conditions)).toEqual(['new-prices']);
    expect(unknown).toEqual(['long-gone']);
  });

  test('decisions that differ have cache keys that differ; those of n shares are n + 1', () => {
    const draws = Array.from({ length: 100 }, (_, index) => index / 100);
    const { decide } = readOverrideLabels(supergraphOf(MOVES), { active: ['new-prices'], random: () => draws.pop() ?? 0 });
    const seen = new Map(Array.from({ length: 100 }, decide).map(({ cacheKey, conditions }) => [cacheKey, activeOf(conditions)]));
    expect([...seen].sort()).toEqual([
      ['new-prices', ['new-prices']],
      ['new-prices,percent(10),percent(50.5)', ['new-prices', 'percent(10)', 'percent(50.5)']],
      ['new-prices,percent(50.5)', ['new-prices', 'percent(50.5)']],
    ]);
  });

  test('a supergraph without labels draws nothing, and its key is empty', () => {
    const sdl = composeServices([{ name: 'only', typeDefs: parse(`${LINK} type Query { course: ID }`) }]).supergraphSdl ?? '';
    const random = () => {
      throw new Error('nothing is to be drawn');
    };
    expect(readOverrideLabels(sdl, { active: [], random }).decide()).toEqual({ conditions: new Map(), cacheKey: '' });
  });

  test('the planner follows the decision', () => {
    const sdl = supergraphOf(MOVES);
    const supergraph = Supergraph.buildForTests(sdl);
    const planner = new QueryPlanner(supergraph);
    const subgraphsOf = (drawn: number) => {
      const { conditions } = readOverrideLabels(sdl, { active: [], random: () => drawn }).decide();
      const operation = operationFromDocument(supergraph.apiSchema(), parse('{ course { title } }'));
      const plan = planner.buildQueryPlan(operation, { overrideConditions: conditions });
      return [...JSON.stringify(plan).matchAll(/"serviceName":"(\w+)"/g)].map(([, name]) => name);
    };
    expect(subgraphsOf(0.05)).toEqual(['old', 'next']);
    expect(subgraphsOf(0.95)).toEqual(['old']);
  });
});

describe('OVERRIDE_LABELS', () => {
  test('names labels, separated by commas, each counted once', () => {
    expect(overrideLabelList.parse(' new-prices, eu:prices/v2,,new-prices')).toEqual(['new-prices', 'eu:prices/v2']);
    expect(overrideLabelList.parse('')).toEqual([]);
  });

  test.each(['percent(5)', '9lives', 'two words'])('refuses %j', (text) => {
    expect(overrideLabelList.safeParse(text).error?.issues[0]?.message).toContain('expected labels of @override');
  });
});
