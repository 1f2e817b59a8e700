/** Something that a person can put right before anything is sent. */
export class NotSent extends Error {}

/** Where, as whom and what is asked. Throws NotSent when the variables are no JSON object. */
export function readRequest({ tenant, token, query, variables }) {
  const slug = tenant.trim();
  const bearer = token.trim();
  if (query.trim() === '') throw new NotSent('There is no operation. Choose an example, or write one.');
  return {
    path: slug === '' ? '/graphql' : `/t/${encodeURIComponent(slug)}/graphql`,
    authorization: bearer === '' ? undefined : `Bearer ${bearer}`,
    body: { query, variables: readVariables(variables) },
  };
}

/** Whether the operation waits for events. Comments and strings do not count. */
export function isSubscription(query) {
  return /^\s*subscription\b/m.test(query.replace(/#[^\n]*|"[^"\n]*"/g, ''));
}

/** Headers of a request that wants an answer of this type. */
export function headersOf({ authorization }, accept) {
  return { 'content-type': 'application/json', accept, ...(authorization === undefined ? {} : { authorization }) };
}

/** One answer, with its status and the time it took. */
export async function ask(request) {
  const startedAt = performance.now();
  const response = await fetch(request.path, {
    method: 'POST',
    headers: headersOf(request, 'application/graphql-response+json'),
    body: JSON.stringify(request.body),
  });
  const body = await response.json();
  const ms = Math.round(performance.now() - startedAt);
  return { status: response.status, ms, body };
}

/** A command for a shell that asks the same. */
export function asCurl(request, origin) {
  const isStream = isSubscription(request.body.query);
  const headers = Object.entries(headersOf(request, isStream ? 'text/event-stream' : 'application/json'));
  return [
    `curl ${isStream ? '-N' : '-s'} ${quote(origin + request.path)}`,
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    `-d ${quote(JSON.stringify(request.body))}`,
  ].join(' \\\n  ');
}

function readVariables(text) {
  if (text.trim() === '') return {};
  let value;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new NotSent(`The variables are not JSON: ${thrown.message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new NotSent('The variables must be one JSON object, e.g. { "first": 5 }.');
  }
  return value;
}

const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
