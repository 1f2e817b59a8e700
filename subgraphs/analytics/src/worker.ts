import { runWorkerProcess } from '@academy/platform/subgraph';
import { analyticsConfig } from './config.ts';
import { defineAnalytics } from './subgraph.ts';

await runWorkerProcess(process, analyticsConfig, defineAnalytics);
