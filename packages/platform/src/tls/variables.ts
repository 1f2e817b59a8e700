import type { z as Zod } from 'zod';
import { z } from 'zod';
import type { TlsFiles } from './identity.ts';

/** The variables by which a process proves who it is to other processes of ours, and knows them. All three are set, or none. */
export const tlsVariables = {
  /** PEM: this process's certificate, and those between it and the CA, if there are any. */
  TLS_CERT_FILE: z.string().optional(),
  /** PEM: its private key. */
  TLS_KEY_FILE: z.string().optional(),
  /** PEM: the CA, or while it is exchanged the CAs, that other processes' certificates must come from. */
  TLS_CA_FILE: z.string().optional(),
};

type TlsVariables = Zod.infer<Zod.ZodObject<typeof tlsVariables>>;

/** What is wrong with the variables taken together: variable and message. */
export type TlsMistake = { readonly variable: string; readonly message: string };

/** Where the identity is; undefined when TLS is off. */
export function tlsFiles(given: TlsVariables): TlsFiles | undefined {
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile, TLS_CA_FILE: caFile } = given;
  return certFile === undefined || keyFile === undefined || caFile === undefined ? undefined : { certFile, keyFile, caFile };
}

/** Finds an identity that is given in part, and URLs of islands that do not fit: with TLS every one of them is `https`, without none is. */
export function tlsMistakes(given: TlsVariables & Readonly<Record<string, unknown>>): TlsMistake[] {
  const names = Object.keys(tlsVariables) as (keyof TlsVariables)[];
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length > 0 && missing.length < names.length) {
    return missing.map((variable) => ({ variable, message: `expected as well, as ${names.join(', ')} belong together` }));
  }
  const scheme = missing.length === 0 ? 'https:' : 'http:';
  return Object.entries(given).flatMap(([variable, value]) =>
    ISLAND_URL.test(variable) && typeof value === 'string' && new URL(value).protocol !== scheme
      ? [{ variable, message: `expected ${scheme}// since TLS is ${missing.length === 0 ? 'on' : 'off'} (TLS_CERT_FILE)` }]
      : [],
  );
}

const ISLAND_URL = /^(USERS|COURSES|CERTIFICATION|CONOCER|ANALYTICS)_URL$/;
