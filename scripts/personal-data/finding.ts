import type { Hit, Matcher } from './matcher.ts';

/** Where something was found: `postgres users.outbox.data`, `redis t:*:live`, `file storage/…`. */
export type Finding = Hit & {
  readonly place: string;
  /** The first few rows, keys or files: enough to go and look, at most 5. */
  readonly at: readonly string[];
  readonly count: number;
};

/** Something that a place holds. */
export type Piece = { readonly place: string; readonly at: string; readonly bytes: Buffer };

/** A place where personal data is at home, and why. `label` narrows it to one kind of value. */
export type AllowedPlace = { readonly place: string; readonly label?: string; readonly why: string };

const MAX_LOCATIONS = 5;

/** Gathers what is found, place by place. */
export function createFindings(matcher: Matcher, allowed: readonly AllowedPlace[]) {
  const findings = new Map<string, { hit: Hit; place: string; at: string[]; count: number }>();
  const isAllowed = (place: string, label: string) =>
    allowed.some((one) => one.place === place && (one.label === undefined || one.label === label));
  let pieces = 0;
  return {
    /** The piece is looked through, and so is the name of where it is. */
    look({ place, at, bytes }: Piece): void {
      pieces += 1;
      for (const hit of matcher.search(bytes)) note(place, at, hit);
    },
    /** A name (of a key, a file, a table) is looked through like what it names. */
    lookAtName(place: string, name: string): boolean {
      const hits = matcher.search(Buffer.from(name, 'utf8'));
      for (const hit of hits) note(`${place} (its name)`, `a name of ${name.length} characters`, hit);
      return hits.length > 0;
    },
    result(): { findings: readonly Finding[]; pieces: number } {
      return { findings: [...findings.values()].map(({ hit, place, at, count }) => ({ ...hit, place, at, count })), pieces };
    },
  };

  function note(place: string, at: string, hit: Hit): void {
    if (isAllowed(place, hit.label)) return;
    const key = `${place} ${hit.label} ${hit.form}`;
    const one = findings.get(key) ?? { hit, place, at: [], count: 0 };
    one.count += 1;
    if (one.at.length < MAX_LOCATIONS) one.at.push(at);
    findings.set(key, one);
  }
}

export type Findings = ReturnType<typeof createFindings>;
