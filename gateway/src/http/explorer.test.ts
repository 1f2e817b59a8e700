import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify from 'fastify';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { addExplorerRoutes, EXPLORER_FILES } from './explorer.ts';

type Example = {
  readonly title: string;
  readonly needs?: Readonly<Record<string, string>>;
  readonly operation: string | ((kept: object) => string);
  readonly variables?: (kept: object) => object;
};

const FOLDER = join(import.meta.dirname, 'explorer');
const apiSdl = await readFile(new URL('../../../schema/api.graphql', import.meta.url), 'utf8');

async function load<T>(file: string): Promise<T> {
  return (await import(join(FOLDER, file))) as T;
}

describe('the page', () => {
  test('is served with each of its files, and its modules find one another', async () => {
    const app = Fastify();
    await addExplorerRoutes(app, () => apiSdl);
    expect(Object.values(EXPLORER_FILES).toSorted()).toEqual((await readdir(FOLDER)).toSorted());
    for (const [url, file] of Object.entries(EXPLORER_FILES)) {
      const { statusCode, body } = await app.inject(url);
      expect([url, statusCode, body]).toEqual([url, 200, await readFile(join(FOLDER, file), 'utf8')]);
      for (const [, wanted] of body.matchAll(/(?:from '|(?:src|href)=")([./][^'"]+)/g)) {
        const { pathname } = new URL(wanted ?? '', `http://gateway${url === '/explorer' ? '/' : url}`);
        expect([pathname, (await app.inject(pathname)).statusCode]).toEqual([pathname, 200]);
      }
    }
    await app.close();
  });

  test('loads nothing from elsewhere, and has no script or style that the security policy would stop', async () => {
    for (const file of await readdir(FOLDER)) {
      expect(await readFile(join(FOLDER, file), 'utf8')).not.toMatch(
        /https?:\/\/|<style|\sstyle=|\son\w+="|<script>|innerHTML|eval\(/,
      );
    }
  });
});

test('a person who opens the gateway in a browser is led to the page', async () => {
  const app = Fastify();
  await addExplorerRoutes(app, () => apiSdl);
  const { statusCode, headers } = await app.inject('/');
  expect([statusCode, headers.location]).toEqual([302, '/explorer']);
  await app.close();
});

describe('the examples', async () => {
  const { EXAMPLE_GROUPS } = await load<{ EXAMPLE_GROUPS: { examples: Example[] }[] }>('examples.js');
  const examples = EXAMPLE_GROUPS.flatMap((group) => group.examples);
  const schema = buildSchema(apiSdl);
  const kept = { lessonIds: ['l-1', 'l-2'], items: [], enrollmentId: 'e-1' };

  test.each(examples.map((example) => [example.title, example] as const))(
    '%s: asks for what the schema has',
    (_title, example) => {
      const document = parse(typeof example.operation === 'function' ? example.operation(kept) : example.operation);
      expect(validate(schema, document)).toEqual([]);
      const declared = document.definitions.flatMap((definition) =>
        definition.kind === 'OperationDefinition'
          ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
          : [],
      );
      expect(Object.keys(example.variables?.(kept) ?? {}).toSorted()).toEqual(declared.toSorted());
    },
  );

  test('say which other example must come first, by its title', () => {
    const titles = new Set(examples.map(({ title }) => title));
    for (const { needs = {} } of examples) expect(Object.values(needs).filter((title) => !titles.has(title))).toEqual([]);
  });
});

describe('the reader of event streams', async () => {
  const { readEvents } = await load<{ readEvents: (text: string) => { events: unknown[]; rest: string } }>('streams.js');

  test('takes whole events, keeps the beginning of the next, and passes over heartbeats', () => {
    expect(readEvents(':\n\nid: 7\nevent: next\ndata: {"a":1}\n\nevent: next\ndata: {"b"')).toEqual({
      events: [{ a: 1 }],
      rest: 'event: next\ndata: {"b"',
    });
  });

  test('passes over the end, which bears no data', () => {
    expect(readEvents('event: complete\ndata:\n\n')).toEqual({ events: [], rest: '' });
  });
});

describe('a request', async () => {
  type Request = { path: string; authorization?: string; body: { query: string; variables: object } };
  const { asCurl, isSubscription, readRequest } = await load<{
    asCurl: (request: Request, origin: string) => string;
    isSubscription: (query: string) => boolean;
    readRequest: (fields: Record<'tenant' | 'token' | 'query' | 'variables', string>) => Request;
  }>('requests.js');
  const fields = { tenant: 'raices', token: 't', query: '{ me { id } }', variables: '' };

  test('names its tenant in the path', () => {
    expect(readRequest(fields).path).toBe('/t/raices/graphql');
    expect(readRequest({ ...fields, tenant: ' ' }).path).toBe('/graphql');
  });

  test.each(['{', '[]', '3', 'null'])('is not sent with variables that are no JSON object: %s', (variables) => {
    expect(() => readRequest({ ...fields, variables })).toThrow(/^The variables (are not JSON|must be one JSON object)/);
  });

  test('is a subscription by its keyword, not by a comment or a text', () => {
    expect(isSubscription('# a subscription\nquery { a(b: "subscription") }')).toBe(false);
    expect(isSubscription('# watch\n  subscription Watch { a }')).toBe(true);
  });

  test('becomes a shell command whose quotes hold', () => {
    const request = readRequest({ ...fields, query: '{ a(b: "it\'s") }' });
    expect(asCurl(request, 'http://gateway')).toContain(String.raw`-d '{"query":"{ a(b: \"it'\''s\") }","variables":{}}'`);
  });
});

describe('plain errors', async () => {
  const { plainErrors } = await load<{ plainErrors: (body: object) => unknown }>('errors.js');

  test('are faults, each once, and refusals among the data', () => {
    const fault = { message: 'You may not.', path: ['a', 0], extensions: { code: 'FORBIDDEN' } };
    const data = { courseEnroll: { code: 'NOT_FOUND', message: 'There is no course.' }, me: null };
    expect(plainErrors({ data, errors: [fault, { ...fault, path: ['a', 1] }] })).toEqual([
      { code: 'FORBIDDEN', message: 'You may not.', where: ['a', 0], times: 2 },
      { code: 'NOT_FOUND', message: 'There is no course.', where: ['courseEnroll'], times: 1 },
    ]);
  });
});
