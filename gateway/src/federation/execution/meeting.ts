import type { FetchResult, SubgraphFetch } from '../subgraph-fetch.ts';
import type { JointCall, ReadyFetch } from './joint-call.ts';
import type { RunContext } from './run-context.ts';

/** A fetch does not wait longer for those that may travel with it: what they wait for may be slow, or never come. */
const PATIENCE_MS = 20;

type Waiting = ReadyFetch & { readonly resolve: (result: Promise<FetchResult>) => void };

/**
 * Where the fetches of one execution that may share a call wait for one another. They leave together when all are there that will come; who
 * waited long enough leaves with those that are there, and the others wait for each other again.
 */
export class Meeting {
  readonly #joint: JointCall;
  readonly #run: RunContext;
  #waiting: Waiting[] = [];
  #awaited: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(joint: JointCall, run: RunContext) {
    this.#joint = joint;
    this.#run = run;
    this.#awaited = joint.parts.length;
  }

  /** Calls for the part with this index, with others or without. To be called once for each part, unless it is absent. */
  call(index: number, fetch: SubgraphFetch): Promise<FetchResult> {
    this.#awaited -= 1;
    if (this.#awaited === 0 && this.#waiting.length === 0) return this.#run.call(fetch, this.#run.context);
    const { promise, resolve } = Promise.withResolvers<FetchResult>();
    this.#waiting.push({ index, fetch, resolve });
    if (this.#awaited === 0) this.#leave();
    else this.#timer ??= setTimeout(leaveLate, PATIENCE_MS, this);
    return promise;
  }

  /** One part will not call. */
  absent(): void {
    this.#awaited -= 1;
    if (this.#awaited === 0 && this.#waiting.length > 0) this.#leave();
  }

  leaveLate(): void {
    this.#leave();
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const leaving = this.#waiting;
    this.#waiting = [];
    const results = this.#joint.call(leaving, this.#run);
    for (const [place, { resolve }] of leaving.entries()) resolve(results[place] as Promise<FetchResult>);
  }
}

function leaveLate(meeting: Meeting): void {
  meeting.leaveLate();
}

/** The meetings of one execution. */
export type Meetings = Map<JointCall, Meeting>;

/** The meeting of those that may share this call, in this execution. */
export function meetingOf(run: RunContext & { readonly meetings: Meetings }, joint: JointCall): Meeting {
  const known = run.meetings.get(joint);
  if (known !== undefined) return known;
  const meeting = new Meeting(joint, run);
  run.meetings.set(joint, meeting);
  return meeting;
}
