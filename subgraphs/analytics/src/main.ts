import { runApiProcess } from '@academy/platform/subgraph';
import { analyticsConfig } from './config.ts';
import { defineAnalytics } from './subgraph.ts';

await runApiProcess(process, analyticsConfig, defineAnalytics);
