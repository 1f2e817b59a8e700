import { type Conversation, converse, type Ending, type Heard } from './conversation.ts';
import type { Awaited, Step } from './steps.ts';
import { eventOfMessage, heardAs, type ToldEvent } from './told.ts';
import { type Asked, askedAfter } from './watch-document.ts';

/** Where a conversation takes place. */
export type Stage = {
  readonly url: string;
  readonly protocol: string | null | undefined;
  readonly headers: Readonly<Record<string, string>>;
  trigger(name: string, count: number, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** The text that a generator of the corpus makes. */
  generate(given: unknown): string | Buffer;
};

/** What came of it. */
export type Played = {
  /** Steps that did not go as they should, in words; the conversation ends with the first. */
  readonly failures: readonly string[];
  /** Everything that was heard, on every socket. */
  readonly transcript: string;
  readonly ending: Ending | undefined;
  readonly collected: readonly ToldEvent[];
  /** What came after a resume, by `collectFrom`. */
  readonly resumed: { readonly after: number; readonly events: readonly ToldEvent[] } | undefined;
  readonly ms: number;
};

const EXPECT_MS = 3_000;
const POLL_MS = 5;
/** What a subscription may be told when its session ends under it. */
const SESSION_IS_OVER = /"(UNAUTHENTICATED|FORBIDDEN|TENANT_MISMATCH)"/;
/** Whoever makes something happen waits so long for what was subscribed to have begun: what happens before belongs to the snapshot. */
const BEGIN_MS = 3_000;

/** Plays the steps in order. */
export async function playSteps(steps: readonly Step[], stage: Stage): Promise<Played> {
  const startedAt = performance.now();
  const sockets: Conversation[] = [];
  let at = 0;
  let socket = await open();
  let lastSubscribe: Readonly<Record<string, unknown>> | undefined;
  let begun = { asked: 0, socket };
  const collected: ToldEvent[] = [];
  let resumed: Played['resumed'];
  const failures: string[] = [];
  const never: string[] = [];

  async function open(): Promise<Conversation> {
    const opened = await converse(stage.url, stage);
    sockets.push(opened);
    at = 0;
    return opened;
  }
  function say(message: unknown): void {
    const { type } = message as { type?: unknown };
    if (type === 'subscribe') {
      begun = { asked: begun.socket === socket ? begun.asked + 1 : 1, socket };
      lastSubscribe = message as Record<string, unknown>;
    }
    socket.say(JSON.stringify(message));
  }
  /** The first message from here on for which this holds; what is before it is passed over. Undefined when none comes in time. */
  async function next(holds: (heard: Heard) => boolean, withinMs: number): Promise<Heard | undefined> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      for (; at < socket.heard.length; at += 1) {
        const heard = socket.heard[at];
        if (heard !== undefined && holds(heard)) {
          at += 1;
          return heard;
        }
      }
      if (socket.ending() !== undefined || performance.now() > deadline) return undefined;
      await pause(POLL_MS);
    }
  }
  async function ended(withinMs: number): Promise<Ending | undefined> {
    socket.read(true);
    const deadline = performance.now() + withinMs;
    while (socket.ending() === undefined && performance.now() < deadline) await pause(POLL_MS);
    return socket.ending();
  }
  const state = () => {
    const ending = socket.ending();
    const last = socket.heard.at(-1)?.text.slice(0, 300) ?? 'nothing';
    return `the socket is ${ending === undefined ? 'open' : JSON.stringify(ending)}, last heard: ${last}`;
  };
  const isChange = (heard: Heard) => heardAs(heard) === 'event' || heardAs(heard) === 'reset';

  async function collect(count: number, withinMs: number): Promise<ToldEvent[]> {
    const events: ToldEvent[] = [];
    const deadline = performance.now() + withinMs;
    while (events.length < count) {
      const heard = await next(isChange, deadline - performance.now());
      const event = heard === undefined ? undefined : eventOfMessage(heard);
      if (event === undefined) break;
      events.push(event);
    }
    return events;
  }

  /** Plays one step; answers what went wrong. */
  async function play(step: Step): Promise<string | undefined> {
    const withinMs = step.withinMs ?? EXPECT_MS;
    if (step.never !== undefined) never.push(...[step.never].flat());
    if (step.reconnect === true) {
      socket.close();
      socket = await open();
    }
    if (step.send !== undefined) say(step.send);
    if (step.sendMany !== undefined) {
      const template = JSON.stringify(step.sendMany.template);
      for (let index = 0; index < step.sendMany.n; index += 1) socket.say(template.replaceAll('{{i}}', String(index)));
    }
    if (step.sendRaw !== undefined) socket.say(step.sendRaw);
    if (step.sendRawGen !== undefined) socket.say(stage.generate(step.sendRawGen));
    if (step.resumeFrom !== undefined) {
      if (lastSubscribe === undefined) return 'nothing was subscribed to that could be resumed';
      const token = typeof step.resumeFrom === 'string' ? step.resumeFrom : collected[step.resumeFrom - 1]?.resume;
      if (token === undefined) return `event ${step.resumeFrom} of ${collected.length} bore no resume token`;
      say({ ...lastSubscribe, payload: askedAfter(lastSubscribe['payload'] as Asked, token) });
    }
    if (step.pauseReading !== undefined) {
      socket.read(step.pauseReading === false);
      const paused = socket;
      if (typeof step.pauseReading === 'number') setTimeout(() => paused.read(true), step.pauseReading).unref();
    }
    if (step.trigger !== undefined) {
      await haveBegun();
      await stage.trigger(step.trigger, step.count ?? 1, step.payload ?? {});
    }
    if (step.waitMs !== undefined) await pause(step.waitMs);
    if (step.quietMs !== undefined) {
      const from = socket.heard.length;
      await pause(step.quietMs);
      const loud = socket.heard.slice(from).find(isChange);
      if (loud !== undefined) return `it should have been quiet, and this came: ${loud.text.slice(0, 300)}`;
    }
    if (step.expect !== undefined) {
      const wanted = step.expect;
      for (let count = 0; count < (step.count ?? 1); count += 1)
        if ((await next((heard) => includes(heard.json, wanted), withinMs)) === undefined) return state();
    }
    if (step.expectAny !== undefined && !(await anyOf(step.expectAny, withinMs))) return state();
    if (step.expectClose !== undefined && !isClosedWith(await ended(withinMs), step.expectClose)) return state();
    if (step.expectCloseOrComplete !== undefined) {
      const codes = step.expectCloseOrComplete;
      socket.read(true);
      const from = socket.heard.length;
      const done = await next((heard) => heardAs(heard) === 'complete' || heard.json?.['type'] === 'error', withinMs);
      if (done === undefined && !isClosedWith(socket.ending(), codes)) return state();
      const stray = socket.heard.slice(from).filter((heard) => heardAs(heard) === 'error' && !SESSION_IS_OVER.test(heard.text));
      if (stray[0] !== undefined) return `it ended for another reason: ${stray[0].text.slice(0, 300)}`;
    }
    if (step.expectCloseOrRefuse !== undefined) {
      const ending = await ended(withinMs);
      if (ending?.kind !== 'refused' && !isClosedWith(ending, step.expectCloseOrRefuse)) return state();
    }
    if (step.expectRefuse !== undefined && step.expectRefuse !== false) {
      const ending = await ended(withinMs);
      const statuses = Array.isArray(step.expectRefuse) ? step.expectRefuse : undefined;
      if (ending?.kind !== 'refused') return state();
      if (statuses !== undefined && ending.status !== undefined && !statuses.includes(ending.status)) return state();
    }
    if (step.collect !== undefined) {
      socket.read(true);
      const events = await collect(step.collect, withinMs);
      collected.push(...events);
      if (events.length < step.collect) return `collected ${events.length} of ${step.collect} events; ${state()}`;
    }
    if (step.collectFrom !== undefined) {
      const { after, count } = step.collectFrom;
      const events = await collect(count, withinMs);
      resumed = { after, events };
      if (events.length < count) return `collected ${events.length} of ${count} events after a resume; ${state()}`;
    }
    return undefined;
  }
  async function anyOf(awaited: readonly Awaited[], withinMs: number): Promise<boolean> {
    socket.read(true);
    const names: readonly string[] = awaited;
    const found = await next((heard) => names.includes(heardAs(heard)), withinMs);
    return found !== undefined || (awaited.includes('close') && socket.ending() !== undefined);
  }
  async function haveBegun(): Promise<void> {
    const { asked, socket: on } = begun;
    const isAnswer = (heard: Heard) => ['snapshot', 'event', 'reset', 'error', 'complete'].includes(heardAs(heard));
    const deadline = performance.now() + BEGIN_MS;
    while (on.ending() === undefined && performance.now() < deadline && on.heard.filter(isAnswer).length < asked)
      await pause(POLL_MS);
  }

  try {
    for (const [index, step] of steps.entries()) {
      const wrong = await play(step);
      if (wrong === undefined) continue;
      failures.push(`step ${index + 1} ${JSON.stringify(step).slice(0, 120)}: ${wrong}`);
      break;
    }
  } finally {
    for (const one of sockets) one.close();
  }
  const transcript = sockets.flatMap(({ heard }) => heard.map(({ text }) => text)).join('\n');
  for (const pattern of never)
    if (new RegExp(pattern).test(transcript)) failures.push(`was told what should never be: /${pattern.slice(0, 80)}/`);
  return { failures, transcript, ending: socket.ending(), collected, resumed, ms: performance.now() - startedAt };
}

function isClosedWith(ending: Ending | undefined, codes: readonly number[]): boolean {
  return ending?.kind === 'closed' && codes.includes(ending.code);
}

/** Whether a message has all of this, however deep. */
function includes(given: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return given === wanted;
  if (typeof given !== 'object' || given === null) return false;
  return Object.entries(wanted).every(([key, value]) => includes((given as Record<string, unknown>)[key], value));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
