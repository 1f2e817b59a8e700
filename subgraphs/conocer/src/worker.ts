import { runWorkerProcess } from '@academy/platform/subgraph';
import { conocerConfig } from './config.ts';
import { defineConocer } from './subgraph.ts';

await runWorkerProcess(process, conocerConfig, defineConocer);
