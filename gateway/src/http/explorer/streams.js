import { headersOf } from './requests.js';

const CLOSED = {
  1000: 'ended',
  1006: 'the connection was lost',
  1012: 'the gateway is restarting: start again',
  1013: 'the gateway is too busy, or this page read too slowly',
  4400: 'the gateway did not understand',
  4401: 'not signed in, or the session ended',
  4403: 'refused: the tenant, pages from here, or what this session may do has changed',
  4429: 'too many connections, or messages',
};

/**
 * Watches over Server-Sent Events; `take` gets every answer, `end` the reason why there will be no more, once.
 * Returns what stops it.
 */
export function watchOverSse(request, { take, end }) {
  const abort = new AbortController();
  readStream(request, abort.signal, take).then(end, (thrown) =>
    end(abort.signal.aborted ? 'stopped' : `the connection was lost (${thrown.message})`),
  );
  return () => abort.abort();
}

/** The same over WebSocket, with the protocol graphql-transport-ws. */
export function watchOverWebSocket(request, { take, end }) {
  const url = new URL(request.path, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url, 'graphql-transport-ws');
  const say = (message) => socket.send(JSON.stringify(message));
  let isStopped = false;
  socket.onopen = () => say({ type: 'connection_init', payload: { authorization: request.authorization } });
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: request.body });
    if (type === 'ping') say({ type: 'pong' });
    if (type === 'next') take(payload);
    if (type === 'error') take({ errors: payload });
    if (type === 'complete' || type === 'error') socket.close(1000);
  };
  socket.onclose = ({ code, reason }) =>
    end(isStopped ? 'stopped' : `${CLOSED[code] ?? 'closed'} (${[code, reason].join(' ').trim()})`);
  return () => {
    isStopped = true;
    socket.close(1000);
  };
}

/** The events of a stream's text, and the rest that is not yet one. Lines of comment, e.g. heartbeats, are no events. */
export function readEvents(text) {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop();
  const events = blocks.flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('data:'));
    const data = lines.map((line) => line.slice('data:'.length).trim()).join('\n');
    return data === '' ? [] : [JSON.parse(data)];
  });
  return { events, rest };
}

async function readStream(request, signal, take) {
  const response = await fetch(request.path, {
    method: 'POST',
    headers: headersOf(request, 'text/event-stream'),
    body: JSON.stringify(request.body),
    signal,
  });
  if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
    take(await response.json());
    return `refused with ${response.status}`;
  }
  let text = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return 'ended';
    const { events, rest } = readEvents(text + value);
    text = rest;
    for (const event of events) take(event);
  }
}
