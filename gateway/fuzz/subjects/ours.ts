import type { Principal } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { getOperationAST, parse } from 'graphql';
import { openEngine } from '../../src/federation/engine.ts';
import { Unsupported } from '../../src/federation/execution/unsupported.ts';
import {
  type CallSubgraph,
  type ExecutionContext,
  type SubgraphFetch,
  variablesJson,
} from '../../src/federation/subgraph-fetch.ts';
import { localCalls } from './local-call.ts';
import { stock } from './stock.ts';
import type { Subject } from './subject.ts';

const logger = createLogger({ process: 'fuzz', level: 'silent' });
const principal: Principal = { kind: 'anonymous', tenantId: 'fuzz' };

/** Our executor; what it does not compile goes to the stock one, and is counted. */
export const ours: Subject = async (supergraphSdl, subgraphs) => {
  const local = localCalls(subgraphs);
  let jointCalls = 0;
  const call: CallSubgraph = async (fetch) => {
    if (asksForSeveral(fetch)) {
      jointCalls += 1;
      // The answer must not depend on whether a subgraph takes several fetches at once.
      if (jointCalls % REFUSED_ONE_IN === 0) return { data: null, errors: [{ message: 'Not at once.' }] };
    }
    const { data, errors } = await local(
      fetch.operation.subgraph,
      fetch.operation.text,
      JSON.parse(variablesJson(fetch)),
      fetch.operation.name,
    );
    return { data: data ?? null, ...(errors === undefined ? {} : { errors: errors as unknown as readonly [] }) };
  };
  const engine = openEngine({ supergraphSdl, call, logger });
  const other = await stock(supergraphSdl, subgraphs);
  let fallbacks = 0;
  return {
    async execute(asked) {
      const document = parse(asked.source);
      const operation = getOperationAST(document, asked.operationName);
      if (operation === null || operation === undefined) throw new Error('The document has no such operation.');
      try {
        const { dataJson, errors } = await engine.execute({ ...asked, document, operation }, contextOf());
        return { data: JSON.parse(dataJson), errors };
      } catch (thrown) {
        if (!(thrown instanceof Unsupported)) throw thrown;
        fallbacks++;
        return other.execute(asked);
      }
    },
    fallbacks: () => fallbacks,
    jointCalls: () => jointCalls,
    async stop() {
      await engine.stop();
      await other.stop();
    },
  };
};

/** One in so many calls for several fetches is refused. */
const REFUSED_ONE_IN = 5;

function asksForSeveral({ operation, representations }: SubgraphFetch): boolean {
  return representations === undefined && operation.text.includes('_entities(');
}

function contextOf(): ExecutionContext {
  return { requestId: 'fuzz', principal, signal: new AbortController().signal, dueAtMs: performance.now() + 60_000 };
}
