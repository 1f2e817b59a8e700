import { runWorkerProcess } from '@academy/platform/subgraph';
import { coursesConfig } from './config.ts';
import { defineCourses } from './subgraph.ts';

await runWorkerProcess(process, coursesConfig, defineCourses);
