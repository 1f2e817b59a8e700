import type { Principal } from '@academy/kernel';
import { createTelemetry } from '@academy/platform/telemetry';
import { OperationTypeNode } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CheckedOperation } from '../operations.ts';
import type { Outcome } from './federation.ts';
import { shareExecutions } from './shared-executions.ts';
import type { ExecutionContext } from './subgraph-fetch.ts';

const prepared = {} as CheckedOperation['prepared'];
const operationOf = (kind: OperationTypeNode, variables: Record<string, unknown> = {}) =>
  ({ kind, variables, prepared }) as unknown as CheckedOperation;
const query = (variables?: Record<string, unknown>) => operationOf(OperationTypeNode.QUERY, variables);
const mutation = operationOf(OperationTypeNode.MUTATION);
const alice: Principal = { kind: 'service', tenantId: 'raices', service: 'alice', scopes: [] };
const bruno: Principal = { kind: 'service', tenantId: 'raices', service: 'bruno', scopes: [] };

/** Executions that were begun, in order; a test ends them. */
let begun: { context: ExecutionContext; end(outcome: Outcome): void; fail(thrown: Error): void }[];
let execute: ReturnType<typeof shareExecutions>;

function contextOf(principal: Principal, more: Partial<ExecutionContext> = {}): ExecutionContext {
  return { requestId: 'one', principal, signal: new AbortController().signal, dueAtMs: performance.now() + 5_000, ...more };
}

beforeEach(() => {
  begun = [];
  execute = shareExecutions(
    (_operation, context) => {
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
      begun.push({ context, end: resolve, fail: reject });
      return promise;
    },
    createTelemetry({ process: 'test' }),
  );
});

describe('queries under way at the same time', () => {
  test('are one when they are alike, and each has the answer', async () => {
    const both = [execute(query({ n: 1 }), contextOf(alice)), execute(query({ n: 1 }), contextOf({ ...alice }))];
    expect(begun).toHaveLength(1);
    begun[0]?.end({ dataJson: '{"n":1}' });
    expect(await Promise.all(both)).toEqual([{ dataJson: '{"n":1}' }, { dataJson: '{"n":1}' }]);
    void execute(query({ n: 1 }), contextOf(alice));
    expect(begun).toHaveLength(2);
  });

  test.each<[string, CheckedOperation, ExecutionContext]>([
    ['of another person', query(), contextOf(bruno)],
    ['of another session', query(), contextOf({ ...alice, scopes: ['more'] })],
    ['of another tenant', query(), contextOf({ ...alice, tenantId: 'other' })],
    ['with other variables', query({ n: 2 }), contextOf(alice)],
    ['of another operation', { ...query(), prepared: {} as CheckedOperation['prepared'] }, contextOf(alice)],
    ['with other headers to the subgraphs', query(), contextOf(alice, { headers: { authorization: 'other' } })],
    ['that wants a fresh answer', query(), contextOf(alice, { cache: { mode: 'reload', oldestAsOfMs: undefined } })],
    ['that is due earlier', query(), contextOf(alice, { dueAtMs: performance.now() + 10 })],
  ])('are not one with a query %s', (_which, other, context) => {
    void execute(query(), contextOf(alice));
    void execute(other, context);
    expect(begun).toHaveLength(2);
  });

  test('in parts are not shared', () => {
    void execute(query(), contextOf(alice), true);
    void execute(query(), contextOf(alice), true);
    expect(begun).toHaveLength(2);
  });

  test('have errors under the id of each request', async () => {
    const error = {
      message: 'gone',
      extensions: { code: 'UNAVAILABLE' as const, requestId: 'first-request', docs: '/docs/errors#UNAVAILABLE' },
    };
    const first = execute(query(), contextOf(alice, { requestId: 'first-request' }));
    const second = execute(query(), contextOf(alice, { requestId: 'second-request' }));
    begun[0]?.end({ dataJson: 'null', errors: [error] });
    expect((await first).errors?.[0]?.extensions.requestId).toBe('first-request');
    expect((await second).errors?.[0]?.extensions).toEqual({
      code: 'UNAVAILABLE',
      requestId: 'second-request',
      docs: '/docs/errors#UNAVAILABLE',
    });
  });

  test('go on for the others when one client hangs up, and end when the last one does', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    void execute(query(), contextOf(alice, { signal: first.signal }));
    void execute(query(), contextOf(alice, { signal: second.signal }));
    first.abort();
    expect(begun[0]?.context.signal.aborted).toBe(false);
    second.abort();
    expect(begun[0]?.context.signal.aborted).toBe(true);
    void execute(query(), contextOf(alice));
    expect(begun).toHaveLength(2);
  });

  test('fail together, and the next one tries again', async () => {
    const both = [execute(query(), contextOf(alice)), execute(query(), contextOf(alice))];
    begun[0]?.fail(new Error('too complex'));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    void execute(query(), contextOf(alice));
    expect(begun).toHaveLength(2);
  });
});

describe('a mutation', () => {
  test('is always executed', () => {
    void execute(mutation, contextOf(alice));
    void execute(mutation, contextOf(alice));
    expect(begun).toHaveLength(2);
  });

  test('lets nobody who asks after it join what began before it, or while it ran', async () => {
    void execute(query(), contextOf(alice));
    const changing = execute(mutation, contextOf(alice));
    void execute(query(), contextOf(alice));
    expect(begun).toHaveLength(3);
    begun[1]?.end({ dataJson: '{}' });
    await changing;
    void execute(query(), contextOf(alice));
    expect(begun).toHaveLength(4);
  });

  test('of somebody else closes nothing', () => {
    void execute(query(), contextOf(alice));
    void execute(mutation, contextOf(bruno));
    void execute(query(), contextOf(alice));
    expect(begun).toHaveLength(2);
  });
});
