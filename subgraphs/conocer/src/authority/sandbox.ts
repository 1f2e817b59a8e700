import { createHttpAuthority, type HttpAuthorityOptions } from './http.ts';
import type { JobAuthority } from './port.ts';

/** Where the sandbox listens when nobody says otherwise. */
export const SANDBOX_URL = 'http://127.0.0.1:4700';

/** The sandbox as the authority: the same client as for a real one, under the sandbox's name and defaults. */
export function createSandboxAuthority(
  options: Pick<HttpAuthorityOptions, 'clientId' | 'clientSecret'> & Partial<HttpAuthorityOptions>,
): JobAuthority {
  return createHttpAuthority({ name: 'SANDBOX', url: SANDBOX_URL, timeoutMs: 10_000, connections: 8, ...options });
}
