import { runApiProcess } from '@academy/platform/subgraph';
import { conocerConfig } from './config.ts';
import { defineConocer } from './subgraph.ts';

await runApiProcess(process, conocerConfig, defineConocer);
