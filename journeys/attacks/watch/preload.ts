// Loaded before the main file of a process under attack (node --import), so that what it does behind the scenes is seen: WATCH_FILE.
import { watchThisProcess } from './watch-this-process.ts';

const file = process.env['WATCH_FILE'];
if (file === undefined) throw new Error('Expected WATCH_FILE, where to write what is seen.');
watchThisProcess(file);
