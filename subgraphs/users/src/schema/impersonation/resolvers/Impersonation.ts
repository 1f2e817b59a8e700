import type { ImpersonationResolvers } from '../../types.generated.ts';
import { PERSONA_NAMES } from '../../user/persona-names.ts';

export const Impersonation: ImpersonationResolvers = {
  persona: ({ persona }) => PERSONA_NAMES[persona],
};
