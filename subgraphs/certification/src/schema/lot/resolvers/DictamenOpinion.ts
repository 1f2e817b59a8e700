import { personOf } from '../../person.ts';
import type { DictamenOpinionResolvers } from '../../types.generated.ts';

export const DictamenOpinion: DictamenOpinionResolvers = {
  ruler: ({ rulerId }, _args, { loaders }) => personOf(rulerId, loaders),
};
