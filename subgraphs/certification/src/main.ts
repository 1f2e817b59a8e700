import { runApiProcess } from '@academy/platform/subgraph';
import { certificationConfig } from './config.ts';
import { defineCertification } from './subgraph.ts';

await runApiProcess(process, certificationConfig, defineCertification);
