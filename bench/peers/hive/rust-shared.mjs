// With the planner and executor of Hive Router; requests under way that are alike share one execution.
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

export const gatewayConfig = { unifiedGraphHandler, inboundInflightRequestDeduplication: true };
