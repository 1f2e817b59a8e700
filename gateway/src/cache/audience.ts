import type { Principal } from '@academy/kernel';
import type { CachePlan } from './cache-plan.ts';

/**
 * For whom an answer of this scope is kept when this principal asks: a text that goes into its hash. A PRIVATE one is for her session under
 * her persona alone, so a new sign-in, a role given or taken, begins with nothing. undefined: nothing is kept for her, which holds for
 * every process (its scopes show more than a person sees) and, of what is PRIVATE, for the anonymous.
 */
export function audienceOf({ scope }: Pick<CachePlan, 'scope'>, principal: Principal): string | undefined {
  switch (principal.kind) {
    case 'service':
      return undefined;
    case 'anonymous':
      return scope === 'PUBLIC' ? 'public' : undefined;
    case 'user':
      return scope === 'PUBLIC' ? 'public' : JSON.stringify([principal.userId, principal.persona, principal.sessionId]);
  }
}
