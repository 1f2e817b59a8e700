// Started by supervisor.mjs, in a session of its own: reads the list of running processes, one JSON line per change,
// and stops what is on the last list when its input ends, however its owner ended.
import { createInterface } from 'node:readline';
import { stopProcesses } from './stopping.mjs';

let running = [];
for await (const line of createInterface({ input: process.stdin })) running = JSON.parse(line);
await stopProcesses(running);
