import type { X509Certificate } from 'node:crypto';

/**
 * The first of `names` that is in the certificate's subject alternative names, letter by letter: a DNS name (`gateway`), or a URI
 * (`spiffe://academy/gateway`). Undefined when there is none, and for every certificate of a CA. The common name counts for nothing, and a
 * wildcard is no name.
 */
export function nameIn(certificate: X509Certificate, names: readonly string[]): string | undefined {
  if (certificate.ca) return undefined;
  const stated = alternativeNames(certificate.subjectAltName);
  return names.find((name) => stated.has(`${name.includes('://') ? 'URI' : 'DNS'}:${name}`));
}

/** What a service calls itself in the principals that it signs: the name, or the last part of a URI. */
export function serviceOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** A value that could be taken for something else is in quotes, as a JSON text (CVE-2021-44532); what cannot be read holds no name. */
const ENTRY = /([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,"]*)(?:, |$)/gy;

function alternativeNames(text: string | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  let readTo = 0;
  for (const [whole, kind = '', value = ''] of text?.matchAll(ENTRY) ?? []) {
    readTo += whole.length;
    names.add(`${kind}:${value.startsWith('"') ? String(JSON.parse(value)) : value}`);
  }
  return readTo === (text?.length ?? 0) ? names : new Set();
}
