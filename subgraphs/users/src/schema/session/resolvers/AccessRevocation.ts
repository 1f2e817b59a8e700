import type { AccessRevocationResolvers } from '../../types.generated.ts';
import { PERSONA_NAMES } from '../../user/persona-names.ts';

export const AccessRevocation: AccessRevocationResolvers = {
  persona: ({ persona }) => (persona === null ? null : PERSONA_NAMES[persona]),
};
