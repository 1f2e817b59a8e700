import { runApiProcess } from '@academy/platform/subgraph';
import { usersConfig } from './config.ts';
import { defineUsers } from './subgraph.ts';

await runApiProcess(process, usersConfig, defineUsers);
