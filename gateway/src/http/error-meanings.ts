import type { FaultCode } from '@academy/kernel';

/** What a code means, and what whoever gets it can do: the table of docs/errors.md, with Markdown's back quotes. */
export type ErrorMeaning = { readonly status: string; readonly meaning: string; readonly whatToDo: string };

/** Every code that a client may meet. */
export const ERROR_MEANINGS: Readonly<Record<FaultCode, ErrorMeaning>> = {
  ANALYTICS_UNAVAILABLE: {
    status: '200',
    meaning: 'No figures can be served, not even stale ones.',
    whatToDo: 'Try again later.',
  },
  BAD_REQUEST: {
    status: '400, 404, 405, 406, 415',
    meaning:
      'Not a GraphQL request, or not sent as one: method, media type, body, `operationName`, a subscription without a stream.',
    whatToDo: 'Correct the request.',
  },
  BAD_USER_INPUT: {
    status: '400 or 200',
    meaning:
      'A variable or an argument is not of its type or range, or an address that [may not be called](tenants.md#what-may-be-called).',
    whatToDo: 'Correct the value.',
  },
  DOCUMENT_NOT_TRUSTED: {
    status: '403',
    meaning: 'Only registered documents are answered here, and this one is not among them.',
    whatToDo: "Register the document with the client's release.",
  },
  FORBIDDEN: {
    status: '200 or 403',
    meaning:
      'The persona of this session may not see or do this, or may not have it explained (403); of a stream: what the session may do was changed.',
    whatToDo: 'Use a session of another persona.',
  },
  GONE: {
    status: '410',
    meaning: 'This version of the API has ended.',
    whatToDo: 'Use the path that the message names; see [api-versions.md](api-versions.md).',
  },
  GRAPHQL_PARSE_FAILED: { status: '400', meaning: 'The document is not GraphQL.', whatToDo: 'Correct the document.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: '400',
    meaning: 'The document does not fit the schema; at most three mistakes are told at once.',
    whatToDo: 'Correct the document.',
  },
  INTERNAL: { status: '200 or 500', meaning: 'A mistake of ours.', whatToDo: 'Report the id.' },
  INTROSPECTION_DISABLED: {
    status: '400',
    meaning: 'The schema is not read from this gateway.',
    whatToDo: 'Read the published schema.',
  },
  NOT_FOUND: {
    status: '200 or 404',
    meaning: 'No such thing, or none that this session may know of.',
    whatToDo: 'Check the id, and whose session it is.',
  },
  PAYLOAD_TOO_LARGE: { status: '413', meaning: 'The body or the document is larger than 100 kB.', whatToDo: 'Send less.' },
  PERSISTED_QUERY_NOT_FOUND: {
    status: '400',
    meaning: 'No document is registered under this id; the message is `PersistedQueryNotFound`.',
    whatToDo: "Send the document itself; Apollo's clients do so by themselves.",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: '400',
    meaning: 'No documents are registered here at all; the message is `PersistedQueryNotSupported`.',
    whatToDo: 'Send documents instead of ids.',
  },
  QUERY_TOO_COMPLEX: {
    status: '400',
    meaning: 'The document is too deep, too wide or too costly; the message names the bound and what came.',
    whatToDo: 'Ask for less, or for smaller pages.',
  },
  RATE_LIMITED: {
    status: '429 or 200',
    meaning:
      'More was asked than a minute allows ([rate-limits.md](rate-limits.md)), too many subscriptions, streams or operations are open at once ([live.md](live.md)), or one viewer was shown many CURPs in an hour ([personal data](personal-data.md)).',
    whatToDo: 'Wait as long as `retry-after`, or `extensions.retryAfterSeconds`, says, or close some.',
  },
  TENANT_MISMATCH: {
    status: '403',
    meaning:
      'This address, or this token, does not belong to a tenant that may be used here. One answer for every reason; `extensions.reason: "TENANT_SUSPENDED"` only to a good token of that very tenant.',
    whatToDo: 'Check the address and the token.',
  },
  TIMEOUT: {
    status: '200 or 504',
    meaning: "A part of the system took longer than the request's 4.8 s.",
    whatToDo: 'Try again; a mutation with the same `idempotencyKey`.',
  },
  UNAUTHENTICATED: {
    status: '401',
    meaning:
      'No token or API key, one that is not accepted (one answer for every flaw), or no signature where the tenant demands one.',
    whatToDo: 'Sign in; with a program, use a valid key, and sign as the message says.',
  },
  UNAVAILABLE: {
    status: '200 or 503',
    meaning: 'A part of the system does not answer.',
    whatToDo: 'Try again; a mutation with the same `idempotencyKey`.',
  },
};
