import { type AbortNotice, CallAbort } from '@academy/platform/resilience';
import type { Telemetry } from '@academy/platform/telemetry';
import { OperationTypeNode } from 'graphql';
import type { CheckedOperation } from '../operations.ts';
import { identityOf } from './call-sharing.ts';
import type { Federation, Outcome } from './federation.ts';
import type { ExecutionContext } from './subgraph-fetch.ts';

type Execute = Federation['execute'];

/** An execution that others may join. */
class Shared {
  readonly dueAtMs: number;
  readonly #abort = new CallAbort();
  #outcome: Promise<Outcome> | undefined;
  #waiting = 0;

  constructor(dueAtMs: number) {
    this.dueAtMs = dueAtMs;
  }

  /** Aborts when nobody waits any more. */
  get signal(): AbortNotice {
    return this.#abort;
  }

  begin(outcome: Promise<Outcome>): void {
    this.#outcome = outcome;
  }

  /** Nobody joins any more. A map that was outgrown points to what was in it until the next major collection: that should not be answers. */
  end(): void {
    this.#outcome = undefined;
  }

  /** Waits for the outcome. Once the signals of all who wait have aborted, nothing more is done for it. */
  async join(signal: AbortNotice): Promise<Outcome> {
    if (this.#outcome === undefined) throw new Error('Nobody joins what has not begun.');
    const leave = () => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#abort.abort();
    };
    this.#waiting += 1;
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await this.#outcome;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}

/**
 * The same execution, of which queries that are alike (same operation, same variables, same principal) and under way at the same time are
 * one. None of hers that began before the end of a mutation of hers is joined after it. A client that hangs up takes nothing
 * from the others; the last one ends it. What comes in parts, or asks for a fresh answer, is not shared.
 */
export function shareExecutions(execute: Execute, telemetry: Telemetry): Execute {
  const joined = telemetry.counter('academy_gateway_executions_joined_total', 'Queries answered by an execution under way.');
  const byIdentity = new Map<string, Map<CheckedOperation['prepared'], Map<string, Shared>>>();

  function lead(
    operation: CheckedOperation,
    context: ExecutionContext,
    hers: Map<string, Shared>,
    key: string,
    onEnd: () => void,
  ): Shared {
    const shared = new Shared(context.dueAtMs);
    const { signal: _clients, ...rest } = context;
    const end = () => {
      if (hers.get(key) === shared) hers.delete(key);
      shared.end();
      onEnd();
    };
    shared.signal.addEventListener('abort', end, { once: true });
    shared.begin(execute(operation, { ...rest, signal: shared.signal }, false).finally(end));
    hers.set(key, shared);
    return shared;
  }

  return (operation, context, takesParts = false) => {
    const identity = identityOf(context);
    if (operation.kind === OperationTypeNode.MUTATION) {
      const close = () => byIdentity.delete(identity);
      close();
      return execute(operation, context, takesParts).finally(close);
    }
    const mode = context.cache?.mode ?? 'default';
    if (operation.kind !== OperationTypeNode.QUERY || takesParts || mode !== 'default') {
      return execute(operation, context, takesParts);
    }
    const operations = byIdentity.get(identity) ?? new Map<CheckedOperation['prepared'], Map<string, Shared>>();
    byIdentity.set(identity, operations);
    const hers = operations.get(operation.prepared) ?? new Map<string, Shared>();
    operations.set(operation.prepared, hers);
    const key = JSON.stringify(operation.variables);
    const known = hers.get(key);
    if (known !== undefined && known.dueAtMs <= context.dueAtMs) {
      joined.inc();
      return known.join(context.signal).then((outcome) => retold(outcome, context.requestId));
    }
    const onEnd = () => {
      if (hers.size === 0 && operations.get(operation.prepared) === hers) operations.delete(operation.prepared);
      if (operations.size === 0 && byIdentity.get(identity) === operations) byIdentity.delete(identity);
    };
    return lead(operation, context, hers, key, onEnd).join(context.signal);
  };
}

/** The outcome under another request's id. */
function retold(outcome: Outcome, requestId: string): Outcome {
  if (outcome.errors === undefined) return outcome;
  const errors = outcome.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return { ...outcome, errors };
}
