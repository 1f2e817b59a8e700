import { runWorkerProcess } from '@academy/platform/subgraph';
import { usersConfig, usersSettings } from './config.ts';
import { defineUsers } from './subgraph.ts';

await runWorkerProcess(process, usersConfig, (config) => defineUsers(usersSettings(config)));
