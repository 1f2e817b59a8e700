import type { CredentialKind } from '../../domain/credential/open-badge.ts';
import type { IssuerRow } from '../../store/issuer.ts';
import type { Loaders } from '../../store/loaders.ts';
import type { OpenContent } from '../../store/sealed-credential.ts';

/** A credential as objects of the graph show it. */
export type ShownCredential = {
  readonly url: string;
  /** Undefined when its holder was erased. */
  content(): Promise<OpenContent | undefined>;
  documentUrl(token: string): string;
};

/** Addresses of what the gateway serves for an issuer. */
export function urlsOf({ baseUrl }: IssuerRow) {
  return {
    verification: (code: string) => `${baseUrl}/verify/${code}`,
    credential: (id: string) => `${baseUrl}/credentials/${id}`,
    document: (id: string, token: string) => `${baseUrl}/certificates/${id}/${token}.pdf`,
    did: `${baseUrl}/did.json`,
  };
}

/** The credential of this kind of a case; undefined when it has none. */
export async function credentialOf(
  certificationId: string,
  kind: CredentialKind,
  loaders: Loaders,
): Promise<ShownCredential | undefined> {
  const row = (await loaders.credentialsOf.load(certificationId)).find((one) => one.kind === kind);
  const issuer = row === undefined ? undefined : await loaders.issuer();
  if (row === undefined || issuer === undefined) return undefined;
  const urls = urlsOf(issuer);
  return {
    url: urls.credential(row.id),
    content: () => loaders.content.load(row),
    documentUrl: (token) => urls.document(row.id, token),
  };
}
