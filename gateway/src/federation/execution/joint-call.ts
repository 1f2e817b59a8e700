import { CallFailure } from '@academy/platform/topology';
import { lost } from '../call-result.ts';
import type { FetchResult, SubgraphFetch } from '../subgraph-fetch.ts';
import { type JointOperation, type JointPart, joinParts } from './joint-operation.ts';
import { type SlotContent, type SlotShare, shareOut } from './joint-result.ts';
import type { RunContext } from './run-context.ts';

/** A fetch that is ready to be called, of the part with this index. */
export type ReadyFetch = { readonly index: number; readonly fetch: SubgraphFetch };

/** A call for more entities than these would be slower by what it brings than several are by their number. */
const MAX_REPRESENTATIONS = 1_000;
/** After an answer that was of no use for its parts, each is asked by itself for this long. */
const APART_MS = 10_000;
/** Compositions that are remembered: conditions, empty lists and late companions make some. */
const MAX_COMPOSITIONS = 64;

/**
 * Fetches of one subgraph that may travel in one call. Each gets what it would have got by itself: when the answer does not tell whose an
 * error is, or there is none and one of them might be why, each is asked by itself.
 */
export class JointCall {
  readonly parts: readonly JointPart[];
  readonly #compositions = new Map<string, JointOperation | undefined>();
  #apartUntilMs = 0;

  constructor(parts: readonly JointPart[]) {
    this.parts = parts;
  }

  /** A result for each of the fetches, which are of different parts, in their order: each comes as soon as it is there. */
  call(fetches: readonly ReadyFetch[], run: RunContext): Promise<FetchResult>[] {
    const alone = ({ fetch }: ReadyFetch) => run.call(fetch, run.context);
    const joint = this.#jointFor(fetches);
    if (joint === undefined) return fetches.map(alone);
    const shares = this.#ask(joint, fetches, run);
    return fetches.map(async (one, place) => (await shares)?.[place] ?? alone(one));
  }

  /** Undefined when each is to be asked by itself. */
  async #ask(
    joint: JointOperation,
    fetches: readonly ReadyFetch[],
    run: RunContext,
  ): Promise<readonly FetchResult[] | undefined> {
    const contents = contentsOf(joint, fetches);
    const texts = contents.map(({ texts }, slot) => `"${joint.slots[slot]}":[${texts.join(',')}]`);
    const own = joint.writeVariables(run);
    const variables = own === '' ? texts.join(',') : `${texts.join(',')},${own}`;
    const result = await run.call({ operation: joint.operation, variables, representations: undefined }, run.context);
    const { failure } = result;
    if (failure !== undefined && !isOfWhatWasAsked(failure)) return fetches.map(({ fetch }) => lost(fetch, failure));
    const shares = shareOut(result, joint, contents);
    if (shares === undefined) this.#apartUntilMs = performance.now() + APART_MS;
    return shares;
  }

  #jointFor(fetches: readonly ReadyFetch[]): JointOperation | undefined {
    if (fetches.length < 2 || performance.now() < this.#apartUntilMs) return undefined;
    const count = fetches.reduce((sum, { fetch }) => sum + (fetch.representations?.length ?? 0), 0);
    return count > MAX_REPRESENTATIONS ? undefined : this.#compose(fetches);
  }

  #compose(fetches: readonly ReadyFetch[]): JointOperation | undefined {
    const key = fetches.map(({ index }) => index).join(' ');
    if (this.#compositions.has(key) || this.#compositions.size >= MAX_COMPOSITIONS) return this.#compositions.get(key);
    const joint = joinParts(fetches.flatMap(({ index }) => this.parts[index] ?? []));
    this.#compositions.set(key, joint);
    return joint;
  }
}

/** Whether a call failed over what was asked, so that a part of it may not: it was too much, or refused, or threw. */
function isOfWhatWasAsked(failure: unknown): boolean {
  if (!(failure instanceof CallFailure)) return false;
  switch (failure.reason) {
    case 'too-large':
    case 'refused':
    case 'nonsense':
    case 'threw':
      return true;
    case 'unreachable':
    case 'busy':
    case 'aborted':
      return false;
  }
}

/** What each slot asks for: representations of one fetch, or of several, each once. */
function contentsOf({ slots, slotOf }: JointOperation, fetches: readonly ReadyFetch[]): SlotContent[] {
  return slots.map((_, slot) => {
    const parts = slotOf.flatMap((one, part) => (one === slot ? [part] : []));
    const textsOf = (part: number) => fetches[part]?.fetch.representations ?? [];
    const [first = 0, ...others] = parts;
    const firstTexts = textsOf(first);
    const shares: SlotShare[] = [{ part: first, count: firstTexts.length, indexes: undefined }];
    if (others.length === 0) return { texts: firstTexts, parts: shares };
    const places = new Map(firstTexts.map((text, index) => [text, index]));
    for (const part of others) {
      const indexes = textsOf(part).map((text) => {
        const index = places.get(text) ?? places.size;
        places.set(text, index);
        return index;
      });
      shares.push({ part, count: indexes.length, indexes });
    }
    return { texts: [...places.keys()], parts: shares };
  });
}
