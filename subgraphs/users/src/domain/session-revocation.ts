import { fail, ok, type Persona, type Result } from '@academy/kernel';
import type { InvalidInput, NotFound } from './refusal.ts';

/** The longest id that the gateway accepts in a token. */
const MAX_LENGTH = 128;

/** So many single sessions of a person may be ended and matter still; whoever has more to end ends all at once. */
export const MAX_REVOKED_SESSIONS = 200;

/** A session's id: 1 to 128 characters, none of them NUL. */
export function parseSessionId(text: string): Result<string, InvalidInput> {
  if (text.length >= 1 && text.length <= MAX_LENGTH && !text.includes('\0')) return ok(text);
  const message = `The jti of a token, 1 to ${MAX_LENGTH} characters, was expected, got ${text.length}.`;
  return fail({ kind: 'InvalidInput', field: 'sessionId', message });
}

/** Everybody ends her own sessions, an admin those of her tenant; to everybody else there are none. */
export function mayEndSessionOf(
  actor: { readonly userId: string; readonly persona: Persona },
  userId: string,
): Result<void, NotFound> {
  if (actor.userId === userId || actor.persona === 'admin') return ok(undefined);
  return fail({ kind: 'NotFound', message: 'There is no such session of yours.' });
}
