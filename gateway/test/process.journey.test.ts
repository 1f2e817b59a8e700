import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startGatewayProcess } from './gateway-process.ts';
import { raices } from './people.ts';

/** Each test starts processes, which takes seconds on a busy machine. */
const TIMEOUT_MS = 90_000;
const CLIENTS = 16;
const BODY = JSON.stringify({ query: '{ tenant { name } }' });
const ANSWER = { data: { tenant: { name: raices.name } } };

/** One request on a connection of this agent; rejects as the socket does. */
function ask(url: string, agent: Agent): Promise<{ status: number; headers: IncomingHttpHeaders; body: unknown }> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/t/raices/graphql`, { agent, method: 'POST', headers: { 'content-type': 'application/json' } });
    asking.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(text) }));
      response.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(BODY);
  });
}

/**
 * Clients that ask one request after the other, each on its own connection, until they are turned away before they could ask: the connection
 * is refused, and a balancer would take another gateway. Every other end is a failed request.
 */
function load(url: string) {
  let answered = 0;
  const failures: unknown[] = [];
  const enough = Promise.withResolvers<void>();
  async function client(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      try {
        const { status, body } = await ask(url, agent);
        if (status !== 200 || JSON.stringify(body) !== JSON.stringify(ANSWER)) failures.push({ status, body });
        answered += 1;
        if (answered === CLIENTS * 10) enough.resolve();
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'ECONNREFUSED') failures.push(thrown);
        return agent.destroy();
      }
    }
  }
  const ended = Promise.all(Array.from({ length: CLIENTS }, client));
  return { failures, enough: enough.promise, ended, answered: () => answered };
}

async function countedRequests(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = text.matchAll(/academy_gateway_request_seconds_count\{[^}]*\} (\d+)/g);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

test('a gateway under load that is told to end answers every request that reached it', { timeout: TIMEOUT_MS }, async () => {
  await using gateway = await startGatewayProcess(process);
  await gateway.lines('the gateway listens', 1);
  const running = load(gateway.url);
  await running.enough;
  const code = await gateway.end();
  await running.ended;
  expect(running.failures).toEqual([]);
  expect(running.answered()).toBeGreaterThanOrEqual(CLIENTS * 10);
  expect(code).toBe(0);
});

describe('a gateway of two workers', { timeout: TIMEOUT_MS }, () => {
  test('answers from both, replaces one that is killed, and drains them all', async () => {
    await using gateway = await startGatewayProcess(process, { WORKERS: '2' });
    const started = await gateway.lines('a worker was started', 2);
    await gateway.lines('the gateway listens', 2);

    const agents = Array.from({ length: CLIENTS }, () => new Agent({ keepAlive: true }));
    for (const agent of agents) expect(await ask(gateway.url, agent)).toMatchObject({ status: 200, body: ANSWER });
    const served = await gateway.lines('request', CLIENTS);
    expect(new Set(served.map(({ worker }) => worker)).size).toBe(2);
    // Whichever worker is asked: the measures are those of both.
    expect([await countedRequests(gateway.url), await countedRequests(gateway.url)]).toEqual([CLIENTS, CLIENTS]);
    for (const agent of agents) agent.destroy();
    // And the tokens that one issues are good for the other: they made one key.
    const keys = agents.map(async () =>
      (await fetch(`${gateway.url}/dev/jwks.json`, { headers: { connection: 'close' } })).text(),
    );
    expect(new Set(await Promise.all(keys)).size).toBe(1);

    process.kill(Number(started[0]?.['pid']), 'SIGKILL');
    const [ended] = await gateway.lines('a worker ended', 1);
    expect(ended).toMatchObject({ signal: 'SIGKILL', pid: started[0]?.['pid'] });
    const listening = await gateway.lines('the gateway listens', 3);
    expect(new Set(listening.map(({ worker }) => worker)).size).toBe(3);

    const running = load(gateway.url);
    await running.enough;
    const code = await gateway.end();
    await running.ended;
    expect(running.failures).toEqual([]);
    expect(code).toBe(0);
    const after = gateway.log.filter(({ msg, worker }) => msg === 'request' && worker === listening[2]?.['worker']);
    expect(after.length).toBeGreaterThan(0);
  });

  test('ends when what it was told cannot work, instead of trying for ever', async () => {
    await using gateway = await startGatewayProcess(process, { WORKERS: '2', SCHEMA_DIR: '/nowhere' });
    expect(await gateway.exitCode()).toBe(1);
    expect(gateway.log.filter(({ msg }) => msg === 'a worker was started')).toHaveLength(2);
  });
});
