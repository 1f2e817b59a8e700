import type { QueryResolvers } from '../../../types.generated.ts';
export const completionReport: NonNullable<QueryResolvers['completionReport']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.completionReport resolver logic here */
};
