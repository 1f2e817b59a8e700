import type { Principal } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { ClientCertificates } from '../direct/client-certificates.ts';
import { type Address, type DirectAnswer, sendDirect } from '../direct/send.ts';
import { type ForgedCall, type Signing, signing, signRequest } from '../direct/sign-request.ts';
import { codesIn, NOTHING_SAID, type Observed } from '../observed.ts';

/** A call past the gateway, placeholders filled. */
export type DirectRequest = {
  readonly subgraph: string;
  readonly method?: string | undefined;
  /** `/` is where the island listens, whatever that is called. */
  readonly path?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly json?: unknown;
  readonly body?: string | undefined;
  readonly sign?: unknown;
  /** Whose certificate is shown: a service's name, or what `readClientCertificates` knows beside; null for none. */
  readonly clientCert?: string | null | undefined;
};

export type DirectStage = {
  /** Where an island listens, `https:` where it demands a certificate; throws for a name that is none. */
  addressOf(island: string): Address;
  readonly graphqlPath: string;
  readonly key: SigningKey;
  /** Who is vouched for, by the tenant's letter. */
  readonly principals: Readonly<Record<'A' | 'B', Principal>>;
  /** Undefined when islands demand none. */
  readonly certificates: ClientCertificates | undefined;
};

/** Calls an island as the case wants. A replay is the second of two equal calls, of which the first must have been answered. */
export async function playDirect(request: DirectRequest, stage: DirectStage): Promise<Observed> {
  const method = request.method ?? 'POST';
  const body = request.body ?? (request.json === undefined ? '' : JSON.stringify(request.json));
  const path = (request.path ?? '/').replace(/^\/(?=\?|$)/, stage.graphqlPath);
  const unsigned = { method, path, body };
  const headers = { 'content-type': 'application/json', ...request.headers };
  const address = stage.addressOf(request.subgraph);
  const how = request.sign === undefined ? undefined : signing.parse(request.sign);
  const send = (call: ForgedCall, certificate = stage.certificates?.own) =>
    sendDirect(address, { ...call, headers: { ...headers, ...call.headers } }, certificate);
  if (request.clientCert !== undefined) {
    const { certificates } = stage;
    if (certificates === undefined) return failed('the islands demand no client certificates; the case needs them to');
    // Signed as the gateway signs, and answered with its certificate: another's must be why it is refused.
    const signed = () => sign(unsigned, how ?? { tenant: 'A' }, stage);
    const trusted = await send(signed());
    if (trusted.status !== 200) return failed(`with the gateway's own certificate it was not answered: ${told(trusted)}`);
    const answers = await Promise.all(
      certificates.named(String(request.clientCert)).map((certificate) => send(signed(), certificate)),
    );
    const [worst] = [...answers].sort((one, other) => Number(other.status === 200) - Number(one.status === 200));
    return worst === undefined ? failed('no certificate was shown') : seen(worst);
  }
  const call = how === undefined ? { ...unsigned, headers: {} } : sign(unsigned, how, stage);
  const first = await send(call);
  if (how?.replay !== true) return seen(first);
  if (first.status !== 200) return failed(`the call that was to be replayed was not answered at first: ${told(first)}`);
  return seen(await send(call));
}

function told({ status, refused, body }: DirectAnswer): string {
  return `${status ?? refused ?? 'nothing in time'} ${body.slice(0, 200)}`;
}

function sign(call: { method: string; path: string; body: string }, how: Signing, { principals, key }: DirectStage) {
  const letter = how.tenant;
  if (letter !== 'A' && letter !== 'B') throw new Error(`sign.tenant must be A or B, got ${letter}.`);
  return signRequest(call, how, { principal: principals[letter], others: principals[letter === 'A' ? 'B' : 'A'], key });
}

function seen({ status, refused, headers, body, ms }: DirectAnswer): Observed {
  const isLate = status === undefined && refused === undefined;
  return {
    status,
    refused,
    headers,
    body,
    ms,
    codes: codesIn(body),
    failures: isLate ? ['the island did not answer in time'] : [],
  };
}

function failed(why: string): Observed {
  return { ...NOTHING_SAID, ms: 0, failures: [why] };
}
