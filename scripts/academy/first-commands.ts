/** The subscription that a newcomer watches: it spans certification, courses and users. */
export const FIRST_SUBSCRIPTION = `subscription ($id: ID!) {
  certificationStatusChanged(certificationId: $id) {
    kind seq previousStatus status
    certification { officialFolio certificate { folio } course { title instructor { displayName } } }
  }
}`;

/** A shell command that asks a query as a visitor of the tenant. */
export function queryCommand(graphqlUrl: string, tenantSlug: string, query: string): string {
  return `curl -s ${graphqlUrl} -H 'content-type: application/json' -H 'x-tenant-id: ${tenantSlug}' \\
  -d '${JSON.stringify({ query: oneLine(query) })}'`;
}

/** Shell commands that let the learner of `$ALICE` complete a course, and watch the certification that follows until Ctrl-C. */
export function subscriptionCommands(graphqlUrl: string, tenantSlug: string): string {
  const query = JSON.stringify(oneLine(FIRST_SUBSCRIPTION));
  return `ID=$(npm run -s complete-course -- "$ALICE" ${graphqlUrl} | tee /dev/stderr | sed -n 's/^certification //p')
curl -sN ${graphqlUrl} -H 'accept: text/event-stream' -H 'content-type: application/json' \\
  -H 'x-tenant-id: ${tenantSlug}' -H "authorization: Bearer $ALICE" \\
  -d '{"query":${query},"variables":{"id":"'"$ID"'"}}'`;
}

function oneLine(query: string): string {
  return query.replace(/\s+/g, ' ');
}
