import { SECOND_MS } from '@academy/kernel';
import type { IslandCalls, IslandRequest } from '@academy/platform/topology';
import { z } from 'zod';

/** Kinds of what is served to everybody, as the certification island names them. */
export type PublicDocumentKind = 'DID_DOCUMENT' | 'STATUS_LIST' | 'CREDENTIAL' | 'CREDENTIAL_JWT' | 'CERTIFICATE_PDF';

const published = z.object({
  publicDocument: z.object({ mediaType: z.string(), body: z.string(), isBase64: z.boolean() }).nullable(),
});
const verified = z.object({
  credentialVerification: z.object({
    outcome: z.enum(['VALID', 'REVOKED', 'EXPIRED', 'TAMPERED', 'WRONG_ISSUER', 'UNKNOWN']),
    checkedAt: z.string(),
    kind: z.enum(['COMPLETION', 'COMPETENCY']).nullable(),
    folio: z.string().nullable(),
    courseTitle: z.string().nullable(),
    standardCode: z.string().nullable(),
    officialFolio: z.string().nullable(),
    holderInitials: z.string().nullable(),
    isHolderErased: z.boolean(),
    issuer: z.string().nullable(),
    issuedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    validUntil: z.string().nullable(),
  }),
});

/** What a verification came to, as everybody may know it. */
export type ToldVerification = z.infer<typeof verified>['credentialVerification'];

/** What is told of something that the island need not be asked about. */
export function unknownVerification(now: Date): ToldVerification {
  return {
    outcome: 'UNKNOWN',
    checkedAt: now.toISOString(),
    ...{ kind: null, folio: null, courseTitle: null, standardCode: null, officialFolio: null, holderInitials: null },
    ...{ isHolderErased: false, issuer: null, issuedAt: null, revokedAt: null, validUntil: null },
  };
}

/** A document as it is served. */
export type PublishedDocument = { readonly mediaType: string; readonly bytes: Buffer };

const DOCUMENT =
  'query GatewayPublicDocument($kind: PublicDocumentKind!, $key: String, $token: String) { publicDocument(kind: $kind, key: $key, token: $token) { mediaType body isBase64 } }';
const VERIFICATION = `query GatewayVerification($input: CredentialVerificationInput!) { credentialVerification(input: $input) {
  outcome checkedAt kind folio courseTitle standardCode officialFolio holderInitials isHolderErased issuer issuedAt revokedAt validUntil } }`;
const DEADLINE_MS = 4 * SECOND_MS;

/** What the certification island tells everybody. Rejects as the transport does, and with the island's error where it has one. */
export type CertificationDesk = {
  document(
    of: { kind: PublicDocumentKind; key?: string | undefined; token?: string | undefined },
    call: { tenantId: string; requestId: string },
  ): Promise<PublishedDocument | undefined>;
  verify(
    input: { code: string } | { credential: string },
    call: { tenantId: string; requestId: string },
  ): Promise<ToldVerification>;
};

/** Asks the island as the gateway itself, which may have what is public and nothing else. */
export function createCertificationDesk(transport: IslandCalls): CertificationDesk {
  async function ask<Answer>(
    schema: z.ZodType<Answer>,
    request: IslandRequest,
    { tenantId, requestId }: { tenantId: string; requestId: string },
  ): Promise<Answer> {
    const { data, errors = [] } = await transport.call('certification', request, {
      principal: { kind: 'service', tenantId, service: 'gateway', scopes: ['credential.publish'] },
      requestId,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const [error] = errors;
    if (error !== undefined) throw new Error(`certification answered: ${error.message}`, { cause: error });
    return schema.parse(data);
  }
  return {
    async document({ kind, key, token }, call) {
      const variables = { kind, key: key ?? null, token: token ?? null };
      const request = { query: DOCUMENT, operationName: 'GatewayPublicDocument', variables };
      const { publicDocument } = await ask(published, request, call);
      if (publicDocument === null) return undefined;
      const { mediaType, body, isBase64 } = publicDocument;
      return { mediaType, bytes: Buffer.from(body, isBase64 ? 'base64' : 'utf8') };
    },
    async verify(input, call) {
      const request = { query: VERIFICATION, operationName: 'GatewayVerification', variables: { input } };
      return (await ask(verified, request, call)).credentialVerification;
    },
  };
}
