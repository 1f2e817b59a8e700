import { lookupKey } from '../crockford.ts';

/** Longer than any code or folio, and than the address in a QR code. */
const MAX_LENGTH = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a credential may be looked up by: its own id, or a code or folio in the form of `lookupKey` and as it was typed. */
export type ShownCode =
  | { readonly kind: 'credential'; readonly id: string }
  | { readonly kind: 'code'; readonly key: string; readonly typed: string };

/** What somebody typed or scanned: a code, a folio, or an address of ours that ends in one. Undefined when it can be none of them. */
export function shownCode(text: string): ShownCode | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const typed = lastPart(text.trim());
  if (UUID.test(typed)) return { kind: 'credential', id: typed.toLowerCase() };
  const key = lookupKey(typed);
  return key === '' || key.length > 64 ? undefined : { kind: 'code', key, typed };
}

/** Of an address the last part of its path, without an ending such as `.json`; any other text as it is. */
function lastPart(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
  const last =
    new URL(text).pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last).replace(/\.(json|jwt|pdf)$/i, '');
  } catch {
    return '';
  }
}
