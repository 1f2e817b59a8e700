import type { Reply } from '../worlds/doors.ts';

/**
 * What a mutation's answer says anew each time, by the name of the field, and why; besides ids that were not there before, which become their place
 * among those of the answer. Nothing else may differ, but for ids of requests in messages, time and headers, which are not looked at.
 */
const EXEMPT_FIELDS: Readonly<Record<string, string>> = {
  secret: 'of a key or a webhook: drawn for it, told once',
  prefix: 'of a key: the part of its text that may be shown',
  recordValue: 'of a domain: a challenge that is drawn for it',
};
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** In words, where the answers of the two worlds differ; undefined when they are equal. `isKnown`: an id that was there before the question. */
export function differenceOf(
  whole: Reply,
  alone: Reply,
  isMutation: boolean,
  isKnown: (id: string) => boolean,
): string | undefined {
  const [one, other] = [whole, alone].map((reply) => comparable(reply, isMutation, isKnown)) as [Comparable, Comparable];
  if (one.status !== other.status) return `status ${one.status}, and ${other.status} without the others`;
  if (one.errors !== other.errors) return `errors ${one.errors}, and ${other.errors} without the others`;
  if (one.data === other.data) return undefined;
  return firstDifference(JSON.parse(one.data), JSON.parse(other.data), 'data');
}

type Comparable = { readonly status: number; readonly data: string; readonly errors: string };

function comparable({ status, data, errors }: Reply, isMutation: boolean, isKnown: (id: string) => boolean): Comparable {
  const drawn = new Map<string, string>();
  const withoutNew = (text: string) =>
    text.replace(UUID, (id) => {
      if (isKnown(id)) return id;
      const placeholder = drawn.get(id) ?? `new-${drawn.size + 1}`;
      drawn.set(id, placeholder);
      return placeholder;
    });
  const told = (key: string, value: unknown) =>
    isMutation && EXEMPT_FIELDS[key] !== undefined && typeof value === 'string' ? 'drawn' : value;
  const json = JSON.stringify(data, told);
  return {
    status,
    data: isMutation ? withoutNew(json) : json,
    // In which order islands answer is chance.
    errors: JSON.stringify(
      errors.map(({ code, path, message }) => [code, path.join('.'), withoutNew(message)].join(' ')).toSorted(),
    ),
  };
}

function firstDifference(one: unknown, other: unknown, path: string): string | undefined {
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = firstDifference(
        (one as Record<string, unknown>)[key],
        (other as Record<string, unknown>)[key],
        `${path}.${key}`,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return one === other ? undefined : `${path}: ${shown(one)}, and ${shown(other)} without the others`;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}
