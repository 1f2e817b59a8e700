import { isImpersonated, type Persona, type Principal, personaOf } from '@academy/kernel';

/** What a rule may look at: who asks, and the object that the field belongs to. */
export type Question<Parent> = { readonly principal: Principal; readonly parent: Parent };

/**
 * Decides whether a field may be read. It decides from what is at hand: it must not do I/O, so that an outage never looks like a refusal.
 * `description` is what the generated permission table prints.
 */
export type Rule<Parent = unknown> = {
  readonly description: string;
  /** A mutation may be done in another's name only when its rule says so. */
  readonly isOpenToImpersonation?: true;
  allows(question: Question<Parent>): boolean;
};

/** Everybody, signed in or not. */
export const everyone: Rule = { description: 'everyone', allows: () => true };

/** Nobody: for what only the platform itself answers. */
export const nobody: Rule = { description: 'nobody', allows: () => false };

/** Any signed-in user; not a process. */
export const signedIn: Rule = { description: 'signed in', allows: ({ principal }) => principal.kind === 'user' };

/** Users who act under one of these personas. */
export function personas(...allowed: readonly Exclude<Persona, 'service'>[]): Rule {
  return {
    description: allowed.join(', '),
    allows: ({ principal }) => {
      const persona = personaOf(principal);
      return persona !== undefined && (allowed as readonly Persona[]).includes(persona);
    },
  };
}

/** A process that was given this scope. */
export function scope(name: string): Rule {
  return {
    description: `service with ${name}`,
    allows: ({ principal }) => principal.kind === 'service' && principal.scopes.includes(name),
  };
}

/** The user whom `ownerOf` names; null or undefined names nobody. */
export function owner<Parent>(ownerOf: (parent: Parent) => string | null | undefined): Rule<Parent> {
  return {
    description: 'owner',
    allows: ({ principal, parent }) => {
      if (principal.kind !== 'user') return false;
      const ownerId = ownerOf(parent);
      return ownerId !== null && ownerId !== undefined && ownerId === principal.userId;
    },
  };
}

/** A centre's admin, for what is of her own evaluation centre: the row says whether it is, as it was read for this viewer. */
export const ofCentre: Rule<{ readonly isOfViewersCentre: boolean }> = {
  description: 'centre_admin of the centre',
  // Nothing but true: a row that was read without the question says nothing.
  allows: ({ principal, parent }) => personaOf(principal) === 'centre_admin' && parent.isOfViewersCentre === true,
};

/** Whoever one of the rules allows. */
export function anyOf<Parent>(...rules: readonly Rule<Parent>[]): Rule<Parent> {
  return {
    description: rules.map((rule) => rule.description).join('; or '),
    allows: (question) => rules.some((rule) => rule.allows(question)),
  };
}

/** Whoever all of the rules allow. Throws when there is none: nobody would be kept out. */
export function allOf<Parent>(...rules: readonly Rule<Parent>[]): Rule<Parent> {
  if (rules.length === 0) throw new RangeError('At least one rule was expected.');
  return {
    description: rules.map((rule) => rule.description).join('; and '),
    allows: (question) => rules.every((rule) => rule.allows(question)),
  };
}

/** Nobody who acts in another's name. Mutations need it not: theirs are closed to impersonation unless opened. */
export const notImpersonated: Rule = { description: 'in person', allows: ({ principal }) => !isImpersonated(principal) };

/** The same rule, on a mutation that may be done in another's name as well: it can neither judge, rule, submit nor revoke, and reveals nothing. */
export function alsoImpersonated<Parent>(rule: Rule<Parent>): Rule<Parent> {
  return { ...rule, isOpenToImpersonation: true };
}
