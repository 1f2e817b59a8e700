import type { Principal, UserPrincipal } from '@academy/kernel';

/** The signed-in person behind a field. Throws when there is none: the field's rule must have let nobody else through. */
export function actorOf(principal: Principal): UserPrincipal {
  if (principal.kind === 'user') return principal;
  throw new Error('Only a signed-in person can act; the access table must keep everybody else from this field.');
}
