import { type Sandbox, type SandboxOptions, startSandbox } from '@academy/sandbox';
import type { HttpAuthorityOptions } from '../src/authority/http.ts';
import type { AuthorityProcess, JobAuthority, SubmissionRequest } from '../src/authority/port.ts';
import { createSandboxAuthority } from '../src/authority/sandbox.ts';

export const CLIENT_ID = 'academia';
export const CLIENT_SECRET = 'un-secreto-de-prueba';

/** Alice as users knows her: an invented person with a CURP of the right form. */
export const ALICE = { curp: 'SABC560626MDFLRN01', fullName: 'Alicia Salas Bernal' };

/** Alice's submission for photovoltaic installation; a test changes what it is about. */
export function aliceRequest(changes: Partial<SubmissionRequest> = {}): SubmissionRequest {
  return {
    externalRef: 'raices:case-alice:1',
    standardCode: 'EC0586.01',
    candidate: ALICE,
    evaluatedOn: '2026-02-27',
    certificateFolio: 'MA-2026-000001',
    ...changes,
  };
}

export function openSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, drainMs: 100, ...options });
}

/** The real client with a short patience; closed when the test ends. */
export function connect(
  url: string,
  options: Partial<HttpAuthorityOptions> = {},
): JobAuthority & AuthorityProcess & AsyncDisposable {
  const authority = createSandboxAuthority({ url, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, timeoutMs: 400, ...options });
  return { ...authority, ...authority.process, [Symbol.asyncDispose]: () => authority.cleanup() };
}

/** Patience that a test never exhausts. */
export const calling = { signal: new AbortController().signal, withinMs: 60_000 };
