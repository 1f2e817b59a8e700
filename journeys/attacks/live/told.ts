import type { Heard } from './conversation.ts';

/** An event of a feed, as far as its client asked for it. */
export type ToldEvent = {
  readonly kind: string | undefined;
  readonly seq: number | undefined;
  readonly status: string | undefined;
  readonly resume: string | undefined;
};

/** What a message is, as steps name it: `reset` is an answer whose event says RESET, `error` anything that bears errors. */
export type HeardAs = 'ack' | 'complete' | 'error' | 'event' | 'ping' | 'pong' | 'reset' | 'snapshot' | 'other';

/** What a message is. */
export function heardAs({ json }: Heard): HeardAs {
  switch (json?.['type']) {
    case 'connection_ack':
      return 'ack';
    case 'complete':
    case 'ping':
    case 'pong':
    case 'error':
      return json['type'];
    case 'next':
      return answerAs(json['payload']);
    default:
      return 'other';
  }
}

/** The event of a message; undefined when it brings none. */
export function eventOfMessage({ json }: Heard): ToldEvent | undefined {
  return json?.['type'] === 'next' ? eventOf(json['payload']) : undefined;
}

/** The event of an answer, whatever its root field is called. */
export function eventOf(answer: unknown): ToldEvent | undefined {
  const { data, extensions } = recordOf(answer);
  const [root] = Object.values(recordOf(data));
  if (typeof root !== 'object' || root === null) return undefined;
  const { kind, seq, status, resume } = recordOf(root);
  return {
    kind: textOf(kind),
    seq: typeof seq === 'number' ? seq : undefined,
    status: textOf(status),
    resume: textOf(resume) ?? textOf(recordOf(extensions)['resume']),
  };
}

function answerAs(answer: unknown): HeardAs {
  const { errors } = recordOf(answer);
  if (Array.isArray(errors) && errors.length > 0) return 'error';
  const event = eventOf(answer);
  if (event?.kind === 'RESET') return 'reset';
  return event?.kind === 'SNAPSHOT' ? 'snapshot' : 'event';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
