import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from '../invalid-input.ts';

/** What is kept of a piece of evidence: never its content. */
export type EvidenceClaim = {
  readonly label: string;
  /** SHA-256 of the content, hex in lower case. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

const DIGEST = /^[0-9a-f]{64}$/;
/** Type and subtype of RFC 6838, without parameters. */
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;
const MIN_LABEL_LENGTH = 3;
const MAX_LABEL_LENGTH = 200;
/** 64 GiB: a day of video. */
const MAX_SIZE_BYTES = 64 * 2 ** 30;

/** The claim in the form in which it is kept, or the first value of it that cannot be. */
export function parseEvidence(given: EvidenceClaim): Result<EvidenceClaim, InvalidInput> {
  const label = given.label.normalize('NFC').trim();
  const length = [...label].length;
  if (length < MIN_LABEL_LENGTH || length > MAX_LABEL_LENGTH || label.includes('\0'))
    return refuse(
      'label',
      `A label of ${MIN_LABEL_LENGTH} to ${MAX_LABEL_LENGTH} characters without NUL was expected, got ${length}.`,
    );
  const sha256 = given.sha256.trim().toLowerCase();
  if (!DIGEST.test(sha256)) return refuse('sha256', 'The SHA-256 of the content was expected: 64 hex digits.');
  const mediaType = given.mediaType.trim().toLowerCase();
  if (!MEDIA_TYPE.test(mediaType))
    return refuse('mediaType', 'A media type without parameters was expected, such as video/mp4 or application/pdf.');
  const { sizeBytes } = given;
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0 || sizeBytes > MAX_SIZE_BYTES)
    return refuse('sizeBytes', `A whole number of bytes from 0 to ${MAX_SIZE_BYTES} was expected, got ${sizeBytes}.`);
  return ok({ label, sha256, mediaType, sizeBytes });
}

function refuse(field: string, message: string): Result<never, InvalidInput> {
  return fail({ kind: 'InvalidInput', field, message });
}
