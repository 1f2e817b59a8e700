import { runWorkerProcess } from '@academy/platform/subgraph';
import { certificationConfig, certificationSettings } from './config.ts';
import { defineCertification } from './subgraph.ts';

await runWorkerProcess(process, certificationConfig, (config) => defineCertification(certificationSettings(config)));
