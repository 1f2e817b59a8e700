// Writes docs/permissions.md from the data of this folder. Usage: node journeys/permissions/write-document.ts
import { writeFileSync } from 'node:fs';
import { permissionsDocument } from './document.ts';

writeFileSync(new URL('../../docs/permissions.md', import.meta.url), permissionsDocument());
