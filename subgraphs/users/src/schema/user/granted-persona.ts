import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from '../../domain/refusal.ts';
import type { GrantedPersona } from '../../store/users.ts';
import type { Persona } from '../types.generated.ts';
import { PERSONA_NAMES } from './persona-names.ts';

/** The persona of a word of the graph. Refuses SERVICE, which no person holds. */
export function grantedPersona(name: Persona): Result<GrantedPersona, InvalidInput> {
  for (const [persona, own] of Object.entries(PERSONA_NAMES)) if (own === name) return ok(persona as GrantedPersona);
  return fail({ kind: 'InvalidInput', field: 'persona', message: 'A persona that a person can hold was expected, got SERVICE.' });
}
