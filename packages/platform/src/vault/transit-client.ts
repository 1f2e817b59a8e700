import { Fault } from '@academy/kernel';
import { Agent, request } from 'undici';
import { z } from 'zod';

/** How Vault is reached. */
export type TransitSettings = {
  /** `https://…`; plain http is for development. */
  readonly address: string;
  /** Path of the transit engine. */
  readonly mount: string;
  /** Name of the key in it. */
  readonly key: string;
  readonly login:
    | { readonly kind: 'token'; readonly token: string }
    | { readonly kind: 'approle'; readonly roleId: string; readonly secretId: string };
  /** Certificates (PEM) that may have signed Vault's own; the system's when undefined. */
  readonly ca?: string | undefined;
  /** Vault Enterprise and OpenBao. */
  readonly namespace?: string | undefined;
  /** A call may take this long in all. */
  readonly deadlineMs: number;
};

const UNAVAILABLE = 'Protected data cannot be read or written right now; try again shortly.';
const MAX_ANSWER_BYTES = 1024 * 1024;
/** Statuses by which Vault says that it cannot serve now: rate limit, standby, sealed, a fault of its own. */
const AWAY = new Set([412, 429, 472, 473, 500, 502, 503, 504]);

const loggedIn = z.object({ auth: z.object({ client_token: z.string(), lease_duration: z.number() }) });
const refused = z.object({
  errors: z.array(z.string()).default([]),
  data: z.object({ batch_results: z.array(z.object({ error: z.string().default('') })) }).optional(),
});

/** Calls to one transit engine, with its login kept. */
export function createTransitClient(settings: TransitSettings) {
  const { login, deadlineMs } = settings;
  const agent = new Agent({
    connections: 8,
    connect: { timeout: deadlineMs, ...(settings.ca === undefined ? {} : { ca: settings.ca }) },
  });
  let token = login.kind === 'token' ? Promise.resolve(login.token) : undefined;

  async function send(path: string, body: unknown, withToken: string | undefined): Promise<{ status: number; text: string }> {
    try {
      const answer = await request(new URL(`/v1/${path}`, settings.address), {
        method: 'POST',
        dispatcher: agent,
        signal: AbortSignal.timeout(deadlineMs),
        headers: {
          'content-type': 'application/json',
          'x-vault-request': 'true',
          ...(withToken === undefined ? {} : { 'x-vault-token': withToken }),
          ...(settings.namespace === undefined ? {} : { 'x-vault-namespace': settings.namespace }),
        },
        body: JSON.stringify(body),
      });
      let bytes = 0;
      const parts: Buffer[] = [];
      for await (const part of answer.body as AsyncIterable<Buffer>) {
        bytes += part.length;
        if (bytes > MAX_ANSWER_BYTES) throw new Error(`Vault answered more than ${MAX_ANSWER_BYTES} bytes.`);
        parts.push(part);
      }
      return { status: answer.statusCode, text: Buffer.concat(parts).toString('utf8') };
    } catch (thrown) {
      throw new Fault('UNAVAILABLE', UNAVAILABLE, { cause: new Error(`Vault did not answer on ${path}.`, { cause: thrown }) });
    }
  }

  /** Reads a 200, and tells an outage from a refusal. Vault's own words are kept for the log; they hold no key. */
  function read<Answer>(path: string, schema: z.ZodType<Answer>, { status, text }: { status: number; text: string }): Answer {
    if (status === 200) {
      const parsed = schema.safeParse(asJson(text));
      if (parsed.success) return parsed.data;
      throw new Error(`Vault answered ${path} with a failed item, or in a form that is not known.`);
    }
    const told = refused.safeParse(asJson(text)).data;
    const words = [...(told?.errors ?? []), ...(told?.data?.batch_results.map((item) => item.error) ?? [])]
      .filter(Boolean)
      .join('; ')
      .slice(0, 300);
    const cause = new Error(`Vault answered ${status} on ${path}${words === '' ? '' : `: ${words}`}`);
    if (AWAY.has(status)) throw new Fault('UNAVAILABLE', UNAVAILABLE, { cause });
    throw cause;
  }

  function signIn(): Promise<string> {
    if (login.kind === 'token') return Promise.resolve(login.token);
    const path = 'auth/approle/login';
    const signedIn = send(path, { role_id: login.roleId, secret_id: login.secretId }, undefined).then(
      (answer) => read(path, loggedIn, answer).auth.client_token,
    );
    // A login that failed is not remembered.
    signedIn.catch(() => {
      if (token === signedIn) token = undefined;
    });
    return signedIn;
  }

  return {
    /** Throws Fault UNAVAILABLE when Vault is away, sealed or late, an Error when it refuses. A token that ran out is renewed by signing in once more. */
    async post<Answer>(operation: string, schema: z.ZodType<Answer>, body: unknown): Promise<Answer> {
      const path = `${settings.mount}/${operation}`;
      token ??= signIn();
      const used = token;
      const answer = await send(path, body, await used);
      if (answer.status !== 403 || login.kind === 'token') return read(path, schema, answer);
      if (token === used) token = signIn();
      return read(path, schema, await send(path, body, await token));
    },
    close: () => agent.close(),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
