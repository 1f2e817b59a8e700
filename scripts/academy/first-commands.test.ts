import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { banner } from './banner.ts';
import { FIRST_QUERY } from './first-answer.ts';
import { FIRST_SUBSCRIPTION, queryCommand, subscriptionCommands } from './first-commands.ts';

const root = new URL('../../', import.meta.url);
const schema = buildSchema(readFileSync(new URL('schema/api.graphql', root), 'utf8'));
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** What a shell hands to `curl` after `-d`, when the commands are pasted into it and `npm` prints a certification. */
function sentBy(commands: string): { query: string; variables?: unknown } {
  const shell = `curl() { while [ "$1" != -d ]; do shift; done; printf '%s' "$2"; }; npm() { echo 'enrolled'; echo 'certification c-1'; }; ALICE=a; ${commands}`;
  const sent = execFileSync('sh', ['-c', shell], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(sent) as { query: string; variables?: unknown };
}

describe('the first commands', () => {
  test.each([
    ['query', FIRST_QUERY],
    ['subscription', FIRST_SUBSCRIPTION],
  ])('ask for what the schema has: %s', (_name, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  test('can be pasted into a shell', () => {
    expect(parse(sentBy(queryCommand('http://x/graphql', 'raices', FIRST_QUERY)).query).definitions).toHaveLength(1);
    const watched = sentBy(subscriptionCommands('http://x/graphql', 'raices'));
    expect(watched.variables).toEqual({ id: 'c-1' });
    expect(validate(schema, parse(watched.query))).toEqual([]);
  });

  test('stand in the README as they are printed', () => {
    const url = 'http://127.0.0.1:4000/graphql';
    expect(readme).toContain(queryCommand(url, 'raices', FIRST_QUERY));
    expect(readme).toContain(subscriptionCommands(url, 'raices'));
  });
});

test('what is printed ends with the addresses and how to stop', () => {
  const text = banner({
    port: 4321,
    tenantSlug: 'raices',
    tokens: [{ variable: 'ALICE', label: 'alice, learner', token: 'aaa.bbb.ccc' }],
    tokensFile: '.cache/data/tokens.env',
    dataDir: '.cache/data',
    answer: '{"data":{}}',
  });
  expect(text.split('\n').slice(-9).join('\n')).toMatch(/4321\/explorer[\s\S]*4321\/graphql[\s\S]*Ctrl-C/);
  expect(text).toContain('\naaa.bbb.ccc\n');
});
