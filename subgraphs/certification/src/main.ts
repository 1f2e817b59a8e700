import { runApiProcess } from '@academy/platform/subgraph';
import { certificationConfig, certificationSettings } from './config.ts';
import { defineCertification } from './subgraph.ts';

await runApiProcess(process, certificationConfig, (config) => defineCertification(certificationSettings(config)));
