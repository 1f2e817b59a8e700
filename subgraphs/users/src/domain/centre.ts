import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput, InvalidState } from './refusal.ts';

/** A centre's code in the register (DOMAIN §2.1): centre, certifier (OC or ECE), year of accreditation. */
const CODE = /^CE\d{4}-(?:OC|ECE)\d{3,4}-\d{2}$/;

const MIN_NAME = 3;
const MAX_NAME = 120;

/** The code as the register writes it. */
export function parseCentreCode(text: string): Result<string, InvalidInput> {
  const code = text.trim().toUpperCase();
  if (CODE.test(code)) return ok(code);
  const message = 'A code such as CE1399-OC063-18 was expected: CE and 4 digits, OC or ECE and 3 or 4, 2 of the year.';
  return fail({ kind: 'InvalidInput', field: 'code', message });
}

/** The name without space around it. */
export function parseCentreName(text: string): Result<string, InvalidInput> {
  const name = text.trim();
  const length = [...name].length;
  if (length >= MIN_NAME && length <= MAX_NAME && !/\p{Cc}/u.test(name)) return ok(name);
  const message = `A name of ${MIN_NAME} to ${MAX_NAME} characters was expected, without control characters; got ${length}.`;
  return fail({ kind: 'InvalidInput', field: 'name', message });
}

/** Whether a person may be placed: nobody places herself, and nobody is placed in a centre that is closed. */
export function mayPlace(placing: { readonly isOneself: boolean; readonly isCentreActive: boolean }): Result<void, InvalidState> {
  if (placing.isOneself) return refuse('Nobody places herself; ask another admin.');
  return placing.isCentreActive ? ok(undefined) : refuse('The centre is closed; place the person in another.');
}

/** Whether a centre may be closed: `people` stand in it. */
export function mayClose(centre: { readonly isActive: boolean; readonly people: number }): Result<void, InvalidState> {
  if (!centre.isActive) return refuse('The centre is closed already.');
  return centre.people === 0 ? ok(undefined) : refuse(`${centre.people} people stand in the centre; place them elsewhere first.`);
}

function refuse(message: string): Result<never, InvalidState> {
  return fail({ kind: 'InvalidState', message });
}
