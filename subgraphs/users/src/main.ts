import { runApiProcess } from '@academy/platform/subgraph';
import { usersConfig, usersSettings } from './config.ts';
import { defineUsers } from './subgraph.ts';

await runApiProcess(process, usersConfig, (config) => defineUsers(usersSettings(config)));
