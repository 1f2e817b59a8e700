import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { FrameReader, pongFrame, textFrame } from './frames.ts';
import type { Tally, Told } from './tally.ts';

/** What a watcher is told beforehand. */
export type WatcherOptions = {
  /** Gateways, of which it begins with the one at `first`, and goes to the next when one does not take it. */
  readonly ports: readonly number[];
  readonly first: number;
  readonly path: string;
  readonly token: string;
  readonly query: string;
  /** Every answer must have this in it. */
  readonly mustHave: string | undefined;
  readonly certification: string;
  /** Source address: ports of one address do not suffice for everybody. */
  readonly localAddress: string | undefined;
  /** How long it stays away after it was cut off. */
  readonly awayMs: () => number;
  readonly tally: Tally;
};

type Message = {
  readonly type: string;
  readonly id?: string;
  readonly payload?: {
    readonly data?: Readonly<Record<string, Told | null>> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
    readonly extensions?: { readonly resume?: string };
  };
};

const RETRY_MS = 250;

/** One client on one connection with one subscription, over graphql-transport-ws; it comes back with its last resume token. */
export class Watcher {
  readonly #options: WatcherOptions;
  #certification: string;
  #turn: number;
  #socket: Socket | undefined;
  #operation = 0;
  #lastSeq = 0;
  #resume: string | undefined;
  #isClosed = false;
  #cutAt = 0;
  #opening = Promise.withResolvers<void>();
  #subscribed = Promise.withResolvers<void>();
  /** From being cut off to the first answer after it, ms. */
  readonly resumedMs: number[] = [];

  constructor(options: WatcherOptions) {
    this.#options = options;
    this.#certification = options.certification;
    this.#turn = options.first;
  }

  get certification(): string {
    return this.#certification;
  }
  /** Number of the last event that it was told; 0: none yet. */
  get lastSeq(): number {
    return this.#lastSeq;
  }
  /** Cut off, and nothing was told since. */
  get isAway(): boolean {
    return this.#cutAt > 0;
  }
  /** Resolves with its first answer. */
  get opened(): Promise<void> {
    return this.#opening.promise;
  }
  /** Resolves when the subscription has been asked for. */
  get subscribed(): Promise<void> {
    return this.#subscribed.promise;
  }

  open(): void {
    const { ports, localAddress, path } = this.#options;
    const port = ports[this.#turn % ports.length] ?? 0;
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, ...(localAddress === undefined ? {} : { localAddress }) });
    this.#socket = socket;
    const reader = new FrameReader({
      onText: (text) => this.#take(JSON.parse(text) as Message),
      onPing: (payload) => void socket.write(pongFrame(payload)),
      onClose: (code, reason) => {
        if (!this.#isClosed) this.#options.tally.note(`closed with ${code} ${reason}`);
        socket.end();
      },
    });
    let head = '';
    let isOpen = false;
    socket.on('data', (chunk: Buffer) => {
      if (isOpen) return reader.push(chunk);
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!head.startsWith('HTTP/1.1 101')) {
        this.#options.tally.note(`no upgrade: ${head.slice(0, head.indexOf('\r\n'))}`);
        return void socket.destroy();
      }
      isOpen = true;
      this.#say({ type: 'connection_init', payload: { authorization: `Bearer ${this.#options.token}` } });
      const rest = Buffer.from(head.slice(end + 4), 'latin1');
      if (rest.length > 0) reader.push(rest);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!isOpen) this.#options.tally.note(`no connection: ${error.code}`);
    });
    socket.once('close', () => this.#gone(socket, isOpen));
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
    );
  }

  /** Its connection breaks, as a network's does. Resolves when it has asked again for what it watches. */
  cut(): Promise<void> {
    this.#subscribed = Promise.withResolvers();
    this.#socket?.resetAndDestroy();
    return this.#subscribed.promise;
  }

  /** Watches another certification, from its snapshot, on the same connection. */
  rewatch(certification: string): void {
    this.#say({ type: 'complete', id: String(this.#operation) });
    this.#certification = certification;
    this.#lastSeq = 0;
    this.#resume = undefined;
    this.#opening = Promise.withResolvers();
    this.#subscribe();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.destroy();
  }

  #gone(socket: Socket, wasOpen: boolean): void {
    if (this.#isClosed || this.#socket !== socket) return;
    if (this.#cutAt === 0) this.#cutAt = Date.now();
    const waitMs = wasOpen ? this.#options.awayMs() : RETRY_MS;
    if (!wasOpen) this.#turn += 1;
    setTimeout(() => {
      if (!this.#isClosed) this.open();
    }, waitMs);
  }

  #subscribe(): void {
    if (this.#isClosed) return;
    this.#operation += 1;
    const variables = { id: this.#certification, ...(this.#resume === undefined ? {} : { after: this.#resume }) };
    this.#say({ type: 'subscribe', id: String(this.#operation), payload: { query: this.#options.query, variables } });
    this.#subscribed.resolve();
  }

  #say(message: object): void {
    this.#socket?.write(textFrame(JSON.stringify(message)));
  }

  #take(message: Message): void {
    if (message.type === 'connection_ack') this.#subscribe();
    else if (message.type === 'ping') this.#say({ type: 'pong' });
    else if (message.id === String(this.#operation)) this.#hear(message);
  }

  #hear({ type, payload }: Message): void {
    const { tally, mustHave } = this.#options;
    if (type !== 'next') {
      tally.note(`${type} ${JSON.stringify(payload ?? '').slice(0, 200)}`);
      this.#operation += 1;
      setTimeout(() => this.#subscribe(), RETRY_MS);
      return;
    }
    const { data, errors, extensions } = payload ?? {};
    const told = Object.values(data ?? {})[0];
    for (const { message: text, extensions: more } of errors ?? []) tally.note(`${more?.code ?? 'error'}: ${text}`);
    if (told === undefined || told === null) {
      tally.note('an answer without data');
      return;
    }
    if (this.#cutAt > 0) {
      this.resumedMs.push(Date.now() - this.#cutAt);
      this.#cutAt = 0;
    }
    this.#check(told);
    if (mustHave !== undefined && !JSON.stringify(told).includes(mustHave)) tally.count('incomplete');
    this.#lastSeq = told.kind === 'CHANGE' ? Math.max(this.#lastSeq, told.seq) : told.seq;
    if (extensions?.resume !== undefined) this.#resume = extensions.resume;
    this.#opening.resolve();
  }

  #check({ kind, seq, occurredAt }: Told): void {
    const { tally } = this.#options;
    if (kind !== 'CHANGE') {
      if (this.#lastSeq > 0) tally.count('resets');
      return;
    }
    tally.delivered(Date.parse(occurredAt));
    if (this.#lastSeq === 0) return;
    if (seq <= this.#lastSeq) tally.count('duplicates');
    else tally.count('lost', seq - this.#lastSeq - 1);
  }
}
