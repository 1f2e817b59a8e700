import { fail, ok, type Persona, type Result } from '@academy/kernel';
import type { InvalidState, NotFound } from './refusal.ts';

type GrantedPersona = Exclude<Persona, 'service'>;

/**
 * Who gives and takes which personas (DOMAIN §3, role.assign): an admin those of her tenant; a certifier those of certification; a centre's admin, to the people
 * of her centre, those of who learns, teaches and evaluates there. Who rules on a centre's evaluations (verifier) and who runs anything is never hers to appoint.
 */
const ASSIGNS: Partial<Record<Persona, ReadonlySet<GrantedPersona>>> = {
  centre_admin: new Set<GrantedPersona>(['learner', 'instructor', 'mentor', 'evaluator']),
  certifier: new Set<GrantedPersona>(['learner', 'evaluator', 'verifier', 'centre_admin']),
  admin: new Set<GrantedPersona>([
    'learner',
    'instructor',
    'mentor',
    'evaluator',
    'verifier',
    'certifier',
    'centre_admin',
    'analyst',
    'auditor',
    'employer',
    'privacy_officer',
    'admin',
  ]),
};

type Actor = { readonly userId: string; readonly persona: Persona };

/** Whether the actor may give this persona to this person. `hasAdmin`: whether the tenant has one already. */
export function mayGrant(
  actor: Actor,
  grant: { readonly userId: string; readonly persona: GrantedPersona; readonly hasAdmin: boolean },
): Result<void, InvalidState> {
  if (actor.userId === grant.userId) return refuse('Nobody grants a persona to herself; ask another admin.');
  if (actor.persona === 'super_admin') {
    if (grant.persona !== 'admin') return refuse('The platform appoints the first admin of a tenant, who grants the rest.');
    return grant.hasAdmin ? refuse('The tenant has an admin, who grants personas there.') : ok(undefined);
  }
  return isAssignable(actor, grant.persona);
}

/** Whether the actor may take this persona. `isLastAdmin`: whether it is the admin's, of the only one that the tenant has. */
export function mayTake(
  actor: Actor,
  grant: { readonly persona: GrantedPersona; readonly isLastAdmin: boolean },
): Result<void, InvalidState> {
  if (grant.isLastAdmin) return refuse('A tenant keeps one admin at least; appoint another one first.');
  return isAssignable(actor, grant.persona);
}

/**
 * Whether the actor may end all sessions of a person who holds these personas: an admin anybody's, a centre's admin those of the people whose every persona she
 * could give. That the person is of her centre is made sure of apart.
 */
export function mayEndSessions(actor: Pick<Actor, 'persona'>, held: readonly GrantedPersona[]): boolean {
  return actor.persona === 'admin' || held.every((persona) => ASSIGNS[actor.persona]?.has(persona) === true);
}

/** There is no such person, or not for the actor. */
export const NO_SUCH_PERSON: NotFound = { kind: 'NotFound', message: 'There is no such person in the tenant.' };

function isAssignable(actor: Actor, persona: GrantedPersona): Result<void, InvalidState> {
  if (ASSIGNS[actor.persona]?.has(persona) === true) return ok(undefined);
  return refuse(`As ${actor.persona} one neither gives nor takes the persona ${persona}.`);
}

function refuse(message: string): Result<never, InvalidState> {
  return fail({ kind: 'InvalidState', message });
}
