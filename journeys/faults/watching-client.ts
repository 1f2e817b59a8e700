import type { Feed } from './feeds.ts';
import type { History } from './history.ts';
import type { Random } from './random.ts';
import { type Answer, type Sink, TRANSPORTS, type TransportName } from './transports.ts';

/** Someone who watches a feed and, whenever the connection ends, comes back with the last resume token. */
export type WatchingClient = {
  readonly name: string;
  readonly feed: Feed;
  /** Number of the newest event it was told; undefined: none. */
  readonly place: number | undefined;
  stop(): void;
};

/** Waits before it comes back: 100 ms doubling to 1 s, from anew once it was answered, each give or take a quarter. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1_000;
/** A server that has not answered by then is given up, and asked again. */
const ANSWER_WITHIN_MS = 8_000;

/** Watches until it is stopped; everything that it sees is in the history. */
export function startWatching(options: {
  name: string;
  feed: Feed;
  transport: TransportName;
  origin: string;
  authorization: string;
  history: History;
  random: Random;
}): WatchingClient {
  const { name, feed, transport, history, random } = options;
  let connection = 0;
  let waitMs = FIRST_WAIT_MS;
  let place: number | undefined;
  let token: string | undefined;
  let isStopped = false;
  let close: () => void = () => {};
  let timer: NodeJS.Timeout | undefined;

  function begin(): void {
    connection += 1;
    history.add({
      op: 'opens',
      client: name,
      connection,
      feed: feed.name,
      tenant: feed.tenant,
      transport,
      ...(feed.isCoalesced ? { isCoalesced: true } : {}),
      ...(token === undefined || place === undefined ? {} : { after: place }),
    });
  }

  function open(): void {
    if (isStopped) return;
    begin();
    let isOver = false;
    const isGone = () => isOver || isStopped;
    const giveUp = setTimeout(() => {
      if (isGone()) return;
      closeThis();
      sink.ended(`no answer within ${ANSWER_WITHIN_MS / 1_000} s`);
    }, ANSWER_WITHIN_MS);
    const sink: Sink = {
      accepted() {
        if (isGone()) return;
        clearTimeout(giveUp);
        waitMs = FIRST_WAIT_MS;
        history.add({ op: 'accepted', client: name, connection });
      },
      answer(answer) {
        if (!isGone()) take(answer);
      },
      ended(why, comesBack = false) {
        if (isGone()) return;
        history.add({ op: 'ended', client: name, connection, why });
        if (comesBack) return begin();
        isOver = true;
        clearTimeout(giveUp);
        timer = setTimeout(open, waitMs * (0.75 + random.next() / 2));
        waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
      },
    };
    const closeThis = TRANSPORTS[transport](
      {
        origin: options.origin,
        path: `/t/${feed.tenant}/graphql`,
        authorization: options.authorization,
        query: feed.query,
        variables: { ...feed.variables, after: token ?? null },
      },
      sink,
    );
    close = () => {
      clearTimeout(giveUp);
      closeThis();
    };
  }

  function take({ data, errors, extensions }: Answer): void {
    const codes = (errors ?? []).map((error) => String(error.extensions?.code ?? error.message));
    if (codes.length > 0) history.add({ op: 'refused', client: name, connection, codes });
    const event = data === undefined || data === null ? null : feed.eventOf(data);
    if (event === null) return;
    const content = feed.contentOf(event);
    place = feed.numberOf(event);
    // Either place must do: as a field, and beside the data.
    token = connection % 2 === 0 ? event.resume : (extensions?.resume ?? event.resume);
    history.add({
      op: 'told',
      client: name,
      connection,
      kind: event.kind,
      number: place,
      ...(content === undefined ? {} : { content }),
    });
  }

  open();
  return {
    name,
    feed,
    get place() {
      return place;
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      close();
    },
  };
}
