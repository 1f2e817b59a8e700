import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWebSocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Loose } from './loose.ts';
import { until } from './until.ts';

export type Subscription = {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly query: string;
  readonly variables: Record<string, unknown>;
};

/** An open subscription: what arrived so far, and how it ended. */
export type Watch = {
  /** Data of each event, in order of arrival. */
  readonly events: Loose[];
  /** Errors of the subscription itself, or how it was closed. */
  readonly ends: unknown[];
  /** Waits until an event for which this holds has arrived. */
  sees(what: string, holds: (event: Loose) => boolean): Promise<Loose>;
  /** Waits until the subscription ended. */
  ended(): Promise<unknown>;
  stop(): void;
};

/** Watches with a stock graphql-ws client. */
export function watchOverWebSocket(subscription: Subscription): Watch {
  const { authorization, 'x-tenant-id': tenant } = subscription.headers;
  const client = createWebSocketClient({
    url: subscription.url.replace(/^http/, 'ws').replace('/graphql', `/t/${tenant}/graphql`),
    webSocketImpl: WebSocket,
    connectionParams: authorization === undefined ? {} : { authorization },
    retryAttempts: 0,
  });
  return collect((sink) => {
    client.subscribe({ query: subscription.query, variables: subscription.variables }, sink);
    return () => void client.dispose();
  });
}

/** Watches with a stock graphql-sse client. */
export function watchOverSse(subscription: Subscription): Watch {
  const client = createSseClient({ url: subscription.url, headers: subscription.headers, retryAttempts: 0 });
  return collect((sink) => {
    client.subscribe({ query: subscription.query, variables: subscription.variables }, sink);
    return () => client.dispose();
  });
}

type Sink = { next(result: Loose): void; error(error: unknown): void; complete(): void };

function collect(open: (sink: Sink) => () => void): Watch {
  const events: Loose[] = [];
  const ends: unknown[] = [];
  const close = open({
    next: (result) => {
      if (result.errors === undefined) events.push(result.data);
      else ends.push(result.errors);
    },
    error: (error) => void ends.push(error),
    complete: () => void ends.push('complete'),
  });
  return {
    events,
    ends,
    sees: (what, holds) =>
      until(`an event: ${what}`, async () => {
        const found = events.find(holds);
        if (found === undefined && ends.length > 0)
          throw new Error(`The subscription ended before ${what}: ${JSON.stringify(ends)}`);
        return found;
      }),
    ended: () => until('the subscription to end', async () => ends[0]),
    stop: close,
  };
}
