import { runApiProcess } from '@academy/platform/subgraph';
import { coursesConfig } from './config.ts';
import { defineCourses } from './subgraph.ts';

await runApiProcess(process, coursesConfig, defineCourses);
