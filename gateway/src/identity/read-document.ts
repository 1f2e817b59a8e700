import { SECOND_MS } from '@academy/kernel';
import type { OutboundFetch } from '@academy/platform/outbound';

/** The text at a URL of a provider. Rejects on a redirect, on any status but 200, after 2 s, and beyond 64 KiB. */
export type ReadDocument = (url: string) => Promise<string>;

const DOCUMENT_DEADLINE_MS = 2 * SECOND_MS;
const MAX_DOCUMENT_BYTES = 64 * 1_024;

/** Reads what the operator named: it may lie in a private network. */
export const readOperatorDocument: ReadDocument = async (url) => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DOCUMENT_DEADLINE_MS) });
  if (response.status !== 200) throw new TypeError(`the provider answered ${response.status}`);
  let text = '';
  let bytes = 0;
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_DOCUMENT_BYTES) throw new TypeError(`the provider's document is larger than ${MAX_DOCUMENT_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

/** Reads what a tenant named: on the open internet alone, unless the operator allows more. */
export function readTenantDocument(fetchOutside: OutboundFetch): ReadDocument {
  return async (url) => {
    const { status, body } = await fetchOutside(url, { deadlineMs: DOCUMENT_DEADLINE_MS, maxBytes: MAX_DOCUMENT_BYTES });
    if (status !== 200) throw new TypeError(`the provider answered ${status}`);
    return body;
  };
}
