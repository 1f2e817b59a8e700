import { Fault, type Principal, type UserPrincipal } from '@academy/kernel';

/** The signed-in person behind a mutation. The mutation's rule lets nobody else through; should it, this throws FORBIDDEN. */
export function actorOf(principal: Principal): UserPrincipal {
  if (principal.kind === 'user') return principal;
  throw new Fault('FORBIDDEN', 'Only a signed-in person may do this.');
}
