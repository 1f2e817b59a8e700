import { fail, type Result } from '@academy/kernel';
import { parseDisplayName } from './display-name.ts';
import type { InvalidInput } from './refusal.ts';

/** What people call a key: held to the rules of people's names, 1 to 80 characters. */
export function parseApiKeyName(text: string): Result<string, InvalidInput> {
  const name = parseDisplayName(text);
  return name.ok ? name : fail({ ...name.error, field: 'name' });
}
