import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import { type CallContext, CallFailure, type ReadyRequest, type SubgraphTransport } from '@academy/platform/topology';
import { people } from '@academy/testing/people';
import type { CallPolicies } from '../src/federation/call-policies.ts';
import { fetchOperationOf } from '../src/federation/fetch-operation-of.ts';
import { createSubgraphCaller, type SubgraphCallerOptions } from '../src/federation/subgraph-caller.ts';
import type { ExecutionContext, SubgraphFetch } from '../src/federation/subgraph-fetch.ts';

/** A call as the transport was given it. */
export type Sent = { subgraph: string; request: ReadyRequest; context: CallContext };
type Answering = (sent: Sent, count: number) => unknown;

/** A caller of a subgraph that answers by JSON what `answering` returns; a CallFailure that it throws is the transport's. */
export function openCaller(
  answering: Answering,
  policies: Partial<CallPolicies> = {},
  more: Partial<SubgraphCallerOptions> = {},
) {
  const sent: Sent[] = [];
  const log: string[] = [];
  const transport: SubgraphTransport = {
    async send(subgraph, request, context) {
      sent.push({ subgraph, request, context });
      const aborted = new Promise<never>((_, reject) => {
        context.signal.addEventListener('abort', () => reject(new CallFailure('aborted', undefined)));
      });
      const body = await Promise.race([answering({ subgraph, request, context }, sent.length), aborted]);
      return { json: JSON.stringify(body) };
    },
    async close() {},
  };
  const telemetry = createTelemetry({ process: 'test' });
  const logger = createLogger({ process: 'test', level: 'info', destination: { write: (line) => void log.push(line) } });
  const call = createSubgraphCaller({
    transport,
    logger,
    telemetry,
    policies: { retryBaseMs: 1, ...policies },
    random: () => 0,
    ...more,
  });
  return { call, sent, log, text: async () => (await telemetry.render()).text };
}

export const { alice, bruno } = people.raices;
export const never = () => new Promise<never>(() => {});
export const contextOf = (more: Partial<ExecutionContext> = {}): ExecutionContext => ({
  requestId: 'request-1',
  principal: alice,
  signal: new AbortController().signal,
  dueAtMs: performance.now() + 5_000,
  ...more,
});
export const due = (ms: number) => ({ dueAtMs: performance.now() + ms });
export const me: SubgraphFetch = {
  operation: fetchOperationOf('users', 'query Me { me { id } you: user { id } }'),
  variables: '',
  representations: undefined,
};
export const change: SubgraphFetch = {
  operation: fetchOperationOf('users', 'mutation { profileUpdate { id } }'),
  variables: '',
  representations: undefined,
};
export const titles = (count: number): SubgraphFetch => ({
  operation: fetchOperationOf(
    'courses',
    'query ($representations: [_Any!]!, $l: Int) { _entities(representations: $representations) { ... on Course { title } } }',
  ),
  variables: '"l":1',
  representations: Array.from({ length: count }, (_, id) => `{"__typename":"Course","id":"${id}"}`),
});
export const fine = { data: { me: { id: '1' }, you: null } };
export const codes = (result: { errors?: readonly { path?: readonly unknown[]; extensions?: { [name: string]: unknown } }[] }) =>
  result.errors?.map(({ path, extensions }) => [path, extensions?.['code']]);
export const unreachable = () => {
  throw new CallFailure('unreachable', new Error('connect ECONNREFUSED users.internal:4001'));
};
export const busy = () => {
  throw new CallFailure('busy', new Error('status 503'), 503);
};
