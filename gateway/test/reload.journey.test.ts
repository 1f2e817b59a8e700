import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

let graph: Awaited<ReturnType<typeof openGateway>>;
let supergraphSdl: string;
let withMotto: string;

const CATALOGUE = '{ courses(first: 5) { edges { node { title instructor { displayName } standards { code } } } } }';
const MOTTO = '{ tenant { name motto } }';

beforeAll(async () => {
  graph = await openGateway();
  supergraphSdl = await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
  withMotto = supergraphSdl.replace(/(type Tenant\b[^{]*\{)/, '$1\n  motto: String @join__field(graph: USERS)\n');
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('another supergraph', () => {
  test('is taken while requests go on, and none of them fails', async () => {
    expect((await graph.ask(alice, MOTTO)).body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const statuses: number[] = [];
    let isLoading = true;
    const asking = [0, 1, 2].map(async () => {
      while (isLoading) {
        const { status, body } = await graph.ask(alice, CATALOGUE);
        statuses.push(body.errors === undefined ? status : 0);
      }
    });
    await graph.gateway.reload({ supergraphSdl: withMotto, apiSdl: 'type Query { later: Int }' });
    isLoading = false;
    await Promise.all(asking);
    expect(statuses.length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { body } = await graph.ask(alice, MOTTO);
    expect(body.data).toMatchObject({ tenant: { name: 'Academia Raíces', motto: null } });
    const reference = await fetch(`${graph.url}/explorer/api.graphql`);
    expect(await reference.text()).toContain('later: Int');
  });

  test('that does not fit is refused, and the one before goes on', async () => {
    await expect(graph.gateway.reload({ supergraphSdl: 'type Query { a: Int }', apiSdl: '' })).rejects.toThrow();
    await expect(graph.gateway.reload({ supergraphSdl: 'no SDL at all', apiSdl: '' })).rejects.toThrow();
    const { status, body } = await graph.ask(alice, CATALOGUE);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
  });

  test('has the operations that were used lately compiled before it is asked', async () => {
    await graph.gateway.reload({ supergraphSdl, apiSdl: '' });
    // Planned for the one before only.
    expect((await graph.ask(alice, MOTTO)).body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await graph.ask(alice, CATALOGUE)).status).toBe(200);
    expect(graph.log.filter((line) => line.includes('a known operation could not be compiled'))).toHaveLength(1);
  });
});
