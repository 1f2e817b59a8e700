import type { DisclosureResolvers } from '../../types.generated.ts';
import { PERSONA_NAMES } from '../../user/persona-names.ts';

export const Disclosure: DisclosureResolvers = {
  // Also for a learner, who could not look this person up: whoever saw her CURP is hers to know.
  shownTo: async (disclosure, _args, ctx) => (await ctx.loaders.user.load(disclosure.actorId)) ?? null,
  shownAs: (disclosure) => PERSONA_NAMES[disclosure.actorPersona],
  shownAt: (disclosure) => disclosure.disclosedAt,
};
