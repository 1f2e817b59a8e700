import { WebSocket } from 'ws';
import { until } from './live-clients.ts';
import { alice } from './people.ts';

/** A message of the graphql-transport-ws protocol. */
export type Message = {
  readonly type: string;
  readonly id?: string;
  readonly payload?: Record<string, unknown> & { readonly errors?: readonly { extensions: { code: string } }[] };
};

export type Greeting = {
  readonly as?: typeof alice;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly tenant?: string;
  /** Goes out with the token in the first message. */
  readonly params?: Record<string, unknown>;
};
type Academy = { readonly url: string; tokenOf(person: typeof alice): Promise<string> };

/** A socket on which a test says, word by word, what it wants to. */
export async function openSocket({ url }: Pick<Academy, 'url'>, { headers = {}, tenant = 'raices' }: Greeting = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/t/${tenant}/graphql`, 'graphql-transport-ws', { headers });
  const got: Message[] = [];
  let closed: { code: number; reason: string } | undefined;
  socket.on('message', (message) => void got.push(JSON.parse(String(message))));
  socket.on('close', (code, reason) => {
    closed = { code, reason: String(reason) };
  });
  socket.on('error', () => {});
  await until('the socket to open', () => socket.readyState !== socket.CONNECTING);
  return {
    socket,
    got,
    say: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    of: (type: string) => got.filter((message) => message.type === type),
    close: () => until('the close of the socket', () => closed),
    isOpen: () => socket.readyState === socket.OPEN,
    [Symbol.dispose]: () => socket.terminate(),
  };
}

/** The same, when its client has introduced itself and was let in, or was not. */
export async function openIntroduced(academy: Academy, greeting: Greeting = {}) {
  const socket = await openSocket(academy, greeting);
  const token = greeting.token ?? (await academy.tokenOf(greeting.as ?? alice));
  socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, ...greeting.params } });
  await until('an answer to the introduction', () => socket.of('connection_ack')[0] ?? !socket.isOpen());
  return socket;
}
