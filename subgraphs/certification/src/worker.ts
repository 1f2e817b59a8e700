import { runWorkerProcess } from '@academy/platform/subgraph';
import { certificationConfig } from './config.ts';
import { defineCertification } from './subgraph.ts';

await runWorkerProcess(process, certificationConfig, defineCertification);
