import type { ClientSignaturesResolvers } from '../../types.generated.ts';

export const ClientSignatures: ClientSignaturesResolvers = { keys: ({ keys }) => [...keys] };
