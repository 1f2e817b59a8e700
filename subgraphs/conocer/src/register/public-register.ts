import { createOutboundFetch, OutboundFailure, type OutboundPolicy, type ResolveHost } from '@academy/platform/outbound';
import type { SyncFailure } from '../domain/sync-failure.ts';
import type { RegisterReading, RegisterSource } from './register-source.ts';

/** The list has about 1,500 rows of 400 bytes: 0.6 MB. Ten times as much is no register. */
const MOST_BYTES = 6 * 2 ** 20;

/** A job must end within 25 s, and stores what was read after this. */
const DEADLINE_MS = 15_000;

/** Also from C1: some answers bear raw control characters inside of strings, which JSON forbids. */
const CONTROLS = /\p{Cc}/gu;

/**
 * CONOCER's public list, `GET …/CONOCERBACKCITAS/sectoresProductivos/getEstandaresAll`: one JSON array, no login. Only the address that was configured is
 * called, and no redirect followed.
 */
export function createPublicRegister(options: {
  readonly url: string;
  readonly policy: OutboundPolicy;
  readonly deadlineMs?: number;
  readonly resolve?: ResolveHost;
}): RegisterSource {
  const { url, policy, deadlineMs = DEADLINE_MS } = options;
  const fetch = options.resolve === undefined ? createOutboundFetch(policy) : createOutboundFetch(policy, options.resolve);
  return {
    name: 'public-register',
    async read({ signal }) {
      try {
        const answer = await fetch(url, { headers: { accept: 'application/json' }, deadlineMs, maxBytes: MOST_BYTES, signal });
        if (answer.status !== 200) return failed('REFUSED', `HTTP_${answer.status}`);
        return rowsIn(answer.body);
      } catch (thrown) {
        if (thrown instanceof OutboundFailure) return failed(failureOf(thrown), thrown.reason);
        throw thrown;
      }
    },
  };
}

function rowsIn(body: string): RegisterReading {
  let json: unknown;
  try {
    json = JSON.parse(body.replace(CONTROLS, ' '));
  } catch {
    return failed('UNREADABLE', 'NOT_JSON');
  }
  return Array.isArray(json) ? { kind: 'rows', rows: json } : failed('UNREADABLE', 'NOT_A_LIST');
}

function failureOf({ reason }: OutboundFailure): SyncFailure {
  if (reason === 'DEADLINE') return 'LATE';
  if (reason === 'TOO_LARGE') return 'TOO_LARGE';
  return reason === 'REDIRECT' ? 'REFUSED' : 'UNREACHABLE';
}

function failed(failure: SyncFailure, detail: string): RegisterReading {
  return { kind: 'failed', failure, detail };
}
