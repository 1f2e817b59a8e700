import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AllowedPlace } from './finding.ts';
import type { PersonalValue } from './forms.ts';

export const USAGE = `npm run scan:personal-data -- [--subject ID | --values FILE] [--storage FOLDER]… [--log FILE]… [--allow PLACE]… [--strict] [--no-patterns] [--json]
  --subject ID     looks for this person's name, e-mail and CURP
  --values FILE    looks for the values of a JSON object, {"e-mail": "…", "names": ["…", "…"]}: of somebody who was erased
  --strict         no place is allowed, as after an erasure
Without --subject and --values it looks for whatever has the form of a CURP or an e-mail address.
The servers are those of ADMIN_DATABASE_URL (a superuser's), DATABASE_PREFIX, REDIS_URL and REDIS_NAMESPACE, or those of the academy that npm start runs here.
Ends with 0 when nothing is found, 1 when something is, 2 when it could not look.`;

export type ScanOptions = {
  readonly subject: string | undefined;
  readonly valuesFile: string | undefined;
  readonly storage: readonly string[];
  readonly logs: readonly string[];
  readonly allowed: readonly AllowedPlace[];
  readonly isStrict: boolean;
  readonly hasPatterns: boolean;
  readonly isJson: boolean;
};

/** Reads the command line; throws an Error with what is wrong with it. */
export function readOptions(args: readonly string[]): ScanOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      subject: { type: 'string' },
      values: { type: 'string' },
      storage: { type: 'string', multiple: true, default: [] },
      log: { type: 'string', multiple: true, default: [] },
      allow: { type: 'string', multiple: true, default: [] },
      strict: { type: 'boolean', default: false },
      'no-patterns': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.subject !== undefined && values.values !== undefined)
    throw new Error('--subject or --values was expected, not both.');
  return {
    subject: values.subject,
    valuesFile: values.values,
    storage: values.storage,
    logs: values.log,
    allowed: values.allow.map((place) => ({ place, why: 'named on the command line' })),
    isStrict: values.strict,
    hasPatterns: !values['no-patterns'],
    isJson: values.json,
  };
}

const fileOfValues = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The values of a JSON object by their labels. Throws when the file holds anything else; the message shows nothing of it. */
export async function readValues(file: string): Promise<PersonalValue[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Error(`A JSON file was expected at ${file}.`);
  }
  const object = fileOfValues.safeParse(parsed);
  if (!object.success) throw new Error(`A JSON object of texts, or lists of texts, by label was expected in ${file}.`);
  return Object.entries(object.data).flatMap(([label, one]) => [one].flat().map((value) => ({ label, value })));
}
