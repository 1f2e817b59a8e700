import { fail, HOUR_MS, MINUTE_MS, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/** What personal data may be shown for; the enum of the schema. */
export type DisclosurePurpose =
  | 'OWN_COPY'
  | 'IDENTITY_VERIFICATION'
  | 'CERTIFICATION_CASE'
  | 'AUDIT'
  | 'PRIVACY_REQUEST'
  | 'LEGAL_OBLIGATION';

/** So many disclosures one viewer may have in an hour: a person at work does not reach it, one who collects does within minutes. */
export const DISCLOSURES_PER_HOUR = 30;
export const DISCLOSURE_WINDOW_MS = HOUR_MS;
/** For so long the same request is the same look. */
export const SAME_LOOK_MS = 10 * MINUTE_MS;

const MIN_NOTE = 3;
const MAX_NOTE = 300;
/** Loose on purpose: a note that looks like one is refused, whether or not its check digit fits. */
const CURP_LIKE = /\p{L}{4}[\s.\-/]?\d{6}[\s.\-/]?[HMX]\p{L}{5}/iu;
const EMAIL_LIKE = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/**
 * Whether the purpose fits: everybody names OWN_COPY for herself and for nobody else, and whoever looks at herself has no other. Answers the note
 * without space around it, null when there is none; it stays in the clear, so that it may hold nothing that identifies a person.
 */
export function decideDisclosure(asked: {
  readonly isOneself: boolean;
  readonly purpose: DisclosurePurpose;
  readonly note: string | null | undefined;
}): Result<{ note: string | null }, InvalidInput> {
  if (asked.isOneself !== (asked.purpose === 'OWN_COPY')) {
    const message = asked.isOneself
      ? 'OWN_COPY was expected for your own data; name it.'
      : 'A purpose other than OWN_COPY was expected for the data of somebody else; name what you need it for.';
    return fail({ kind: 'InvalidInput', field: 'purpose', message });
  }
  if (asked.note == null) return ok({ note: null });
  const note = asked.note.trim();
  const length = [...note].length;
  if (length < MIN_NOTE || length > MAX_NOTE) {
    const message = `A note of ${MIN_NOTE} to ${MAX_NOTE} characters was expected, got ${length}; leave it out when there is nothing to say.`;
    return fail({ kind: 'InvalidInput', field: 'note', message });
  }
  if (CURP_LIKE.test(note) || EMAIL_LIKE.test(note)) {
    const message = 'A note without CURP and e-mail address was expected: it is kept in the clear. Say what for, not whom.';
    return fail({ kind: 'InvalidInput', field: 'note', message });
  }
  return ok({ note });
}
