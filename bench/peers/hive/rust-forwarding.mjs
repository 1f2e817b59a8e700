// With the planner and executor of Hive Router; the client's token goes to the subgraphs, so that nobody's answer is made of what another asked for.
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

export const gatewayConfig = {
  unifiedGraphHandler,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }),
  },
};
