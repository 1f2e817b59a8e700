import { describeThrown } from '@academy/kernel';
import type { Person } from '../src/person.ts';
import type { History } from './history.ts';
import type { System } from './system.ts';
import type { OpenCase } from './writers.ts';

const ASK_EVERY_MS = 400;
/** Of so many questions one is for what the asker may not see. */
const ONE_IN = 5;
const TICK_MS = 100;

/**
 * Asks over HTTP for a case of one's own tenant, and now and then for one of another, until the returned function is called. A question that was not answered
 * before the next is no reason to wait.
 */
export function startAsking(options: {
  system: System;
  own: OpenCase;
  /** Of another tenant: it must stay unknown. */
  foreign: OpenCase;
  person: Person;
  history: History;
}): () => void {
  const { system, own, foreign, person, history } = options;
  let isStopped = false;

  // How late a timer of 100 ms is tells how long this process was not given a processor.
  let stalledMs = 0;
  let tickedAt = Date.now();
  const ticking = setInterval(() => {
    stalledMs += Math.max(0, Date.now() - tickedAt - TICK_MS);
    tickedAt = Date.now();
  }, TICK_MS);

  async function ask(id: string): Promise<void> {
    const askedAt = Date.now();
    const stalledBefore = stalledMs;
    const answered = await post(id).catch((thrown: unknown) => ({ status: 0, codes: [describeThrown(thrown)], hasData: false }));
    if (isStopped) return;
    history.add({ op: 'asked', tookMs: Date.now() - askedAt, stalledMs: stalledMs - stalledBefore, ...answered });
    if (id === foreign.id && answered.hasData)
      history.add({ op: 'broke', what: `${own.tenant} was shown a case of ${foreign.tenant}` });
  }
  async function post(id: string) {
    const response = await fetch(`${system.origin}/t/${own.tenant}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...person.headers },
      body: JSON.stringify({ query: 'query Ask($id: ID!) { certification(id: $id) { status seq } }', variables: { id } }),
    });
    const { data, errors = [] } = (await response.json()) as {
      data?: { certification: { seq: number } | null } | null;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    return {
      status: response.status,
      codes: errors.map(({ message, extensions }) => extensions?.code ?? message),
      // What may not be seen is null, and that is an answer.
      hasData: (data?.certification ?? null) !== null,
    };
  }

  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    void ask(turn % ONE_IN === 0 ? foreign.id : own.id);
  }, ASK_EVERY_MS);
  return () => {
    isStopped = true;
    clearInterval(timer);
    clearInterval(ticking);
  };
}
