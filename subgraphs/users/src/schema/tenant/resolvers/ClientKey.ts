import type { ClientKeyResolvers } from '../../types.generated.ts';
import { ALGORITHM_NAMES } from '../algorithm-names.ts';

export const ClientKey: ClientKeyResolvers = { algorithm: ({ algorithm }) => ALGORITHM_NAMES[algorithm] };
