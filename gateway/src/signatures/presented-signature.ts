import { type InnerList, isInnerList, parseDictionary, serializeInnerList } from 'structured-headers';
import { fieldValue, type SignedMessage } from './signed-message.ts';

/** The signature of a request, read and not yet believed. */
export type PresentedSignature = {
  /** What it covers, each once, in its order. */
  readonly components: readonly string[];
  /** Seconds since the epoch. */
  readonly created: number;
  readonly expires: number | undefined;
  readonly nonce: string;
  readonly keyId: string;
  readonly algorithm: string | undefined;
  readonly value: Uint8Array;
  /** The text that was signed. RFC 9421 §2.5. */
  readonly base: string;
};

/** Headers of one request have room for hardly more. */
const MAX_COMPONENTS = 50;
const NONCE = /^[\x21-\x7e]{8,128}$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

/**
 * The one signature of a request; undefined when there is none or more than one, or when it is not of the form that is accepted: components without
 * parameters, each once, and at least `created`, `nonce` and `keyid`. A part of a header (`;key`), or another reading of it (`;sf`, `;bs`), is not
 * accepted as the header.
 */
export function readSignature(message: SignedMessage, scheme: 'http' | 'https'): PresentedSignature | undefined {
  try {
    const inputs = [...parseDictionary(fieldValue(message, 'signature-input') ?? '')];
    const signatures = [...parseDictionary(fieldValue(message, 'signature') ?? '')];
    const [label, input] = inputs[0] ?? [];
    const [signedLabel, signature] = signatures[0] ?? [];
    if (inputs.length !== 1 || signatures.length !== 1 || label !== signedLabel) return undefined;
    if (input === undefined || signature === undefined || !isInnerList(input) || isInnerList(signature)) return undefined;
    const [value] = signature;
    const components = componentsOf(input);
    const [, parameters] = input;
    const [created, expires, nonce, keyId, algorithm] = ['created', 'expires', 'nonce', 'keyid', 'alg'].map((name) =>
      parameters.get(name),
    );
    if (components === undefined || !(value instanceof ArrayBuffer) || typeof keyId !== 'string') return undefined;
    if (typeof created !== 'number' || !Number.isInteger(created) || typeof nonce !== 'string' || !NONCE.test(nonce))
      return undefined;
    if (expires !== undefined && typeof expires !== 'number') return undefined;
    if (algorithm !== undefined && typeof algorithm !== 'string') return undefined;
    const base = signatureBase(message, scheme, components, serializeInnerList(input));
    if (base === undefined) return undefined;
    return { components, created, expires, nonce, keyId, algorithm, value: new Uint8Array(value), base };
  } catch {
    // Thrown by the parser: no structured field at all.
    return undefined;
  }
}

/** The text that a signature over these components signs; undefined when the request does not have one of them. `parameters`: as they were sent. */
export function signatureBase(
  message: SignedMessage,
  scheme: 'http' | 'https',
  components: readonly string[],
  parameters: string,
): string | undefined {
  const lines: string[] = [];
  for (const component of components) {
    const value = component.startsWith('@') ? derivedValue(message, scheme, component) : fieldValue(message, component);
    if (value === undefined) return undefined;
    lines.push(`"${component}": ${value}`);
  }
  return [...lines, `"@signature-params": ${parameters}`].join('\n');
}

/** RFC 9421 §2.2. */
function derivedValue(message: SignedMessage, scheme: 'http' | 'https', component: string): string | undefined {
  const at = message.target.indexOf('?');
  const path = at === -1 ? message.target : message.target.slice(0, at);
  const authority = authorityOf(message, scheme);
  switch (component) {
    case '@method':
      return message.method;
    case '@target-uri':
      return authority === undefined ? undefined : `${scheme}://${authority}${message.target}`;
    case '@authority':
      return authority;
    case '@scheme':
      return scheme;
    case '@request-target':
      return message.target;
    case '@path':
      return path === '' ? '/' : path;
    case '@query':
      return at === -1 ? '?' : message.target.slice(at);
    default:
      return undefined;
  }
}

/** In lower case, without the port that its scheme has anyway. */
function authorityOf(message: SignedMessage, scheme: 'http' | 'https'): string | undefined {
  const host = fieldValue(message, 'host')?.toLowerCase();
  return host?.replace(scheme === 'https' ? /:443$/ : /:80$/, '');
}

function componentsOf([items]: InnerList): string[] | undefined {
  const names: string[] = [];
  for (const [name, parameters] of items) {
    const isName = typeof name === 'string' && (name.startsWith('@') || HEADER_NAME.test(name));
    if (!isName || parameters.size > 0 || names.includes(name)) return undefined;
    names.push(name);
  }
  return names.length > MAX_COMPONENTS ? undefined : names;
}
