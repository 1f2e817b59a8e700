import { runWorkerProcess } from '@academy/platform/subgraph';
import { usersConfig } from './config.ts';
import { defineUsers } from './subgraph.ts';

await runWorkerProcess(process, usersConfig, defineUsers);
