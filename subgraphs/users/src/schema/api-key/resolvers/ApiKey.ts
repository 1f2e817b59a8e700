import { apiKeyPrefix } from '@academy/kernel';
import { apiKeyStatus } from '../../../domain/api-key-life.ts';
import { knownScopes } from '../../../domain/api-key-scopes.ts';
import type { ApiKeyResolvers } from '../../types.generated.ts';
import { SCOPE_NAMES } from '../scope-names.ts';

export const ApiKey: ApiKeyResolvers = {
  prefix: ({ publicId }) => apiKeyPrefix(publicId),
  scopes: ({ scopes }) => knownScopes(scopes).map((scope) => SCOPE_NAMES[scope]),
  status: (row, _args, { clock }) => apiKeyStatus(row, clock.now()),
  createdBy: async ({ createdBy }, _args, { loaders }) => (await loaders.user.load(createdBy)) ?? null,
  previousSecretUntil: ({ previousUntil }, _args, { clock }) =>
    previousUntil !== null && clock.now() < previousUntil ? previousUntil : null,
};
