#!/usr/bin/env node
// npm run doctor: what npm start would find here, and what is missing. Exits 0 when it would work.
import { examine } from './bootstrap/doctor.mjs';
import { summarise } from './bootstrap/findings.mjs';

const { text, works } = summarise(await examine());
console.log(text);
process.exitCode = works ? 0 : 1;
