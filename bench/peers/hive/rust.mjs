// Hive Gateway with the planner and executor of Hive Router.
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

export const gatewayConfig = { unifiedGraphHandler };
