import { type Sandbox, type SandboxOptions, startSandbox } from '../src/index.ts';

export const CLIENT_ID = 'academia';
export const CLIENT_SECRET = 'un-secreto-de-prueba';

/** Alice's submission for photovoltaic installation; a test changes what it is about. */
export function aliceSubmission(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    externalRef: 'case-alice-1',
    standardCode: 'EC0586.01',
    candidate: { curp: 'SABC560626MDFLRN01', fullName: 'Alicia Salas Bernal' },
    evaluatedOn: '2025-06-02',
    ...changes,
  };
}

export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, ...options });
}

type BodyField =
  | 'access_token'
  | 'duplicates'
  | 'error'
  | 'errors'
  | 'folio'
  | 'id'
  | 'items'
  | 'pages'
  | 'reasonCode'
  | 'receivedAt'
  | 'status'
  | 'version';

/** The fields of some answer that a test looks at one by one. */
export type Body = Partial<Record<BodyField, unknown>>;

export type Reply = { status: number; headers: Headers; text: string; json: () => Body };

/** The plainest client there is: no retry, no judgement, 5 s of patience unless told otherwise. */
export class Client {
  readonly #sandbox: Sandbox;
  #token = '';

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  static async connect(sandbox: Sandbox, scope?: string): Promise<Client> {
    const client = new Client(sandbox);
    client.#token = String((await client.askToken(scope ? { scope } : {})).json().access_token);
    return client;
  }

  async request(path: string, init: RequestInit = {}, patienceMs = 5_000): Promise<Reply> {
    const signal = AbortSignal.timeout(patienceMs);
    const headers = { authorization: `Bearer ${this.#token}`, ...init.headers };
    const response = await fetch(new URL(path, this.#sandbox.url), { redirect: 'manual', signal, ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  }

  askToken(form: Record<string, string> = {}, headers: Record<string, string> = basic(), patienceMs?: number): Promise<Reply> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...form });
    return this.request('/oauth2/token', { method: 'POST', body, headers: { authorization: '', ...headers } }, patienceMs);
  }

  submit(body: unknown = aliceSubmission(), headers: Record<string, string> = {}, patienceMs?: number): Promise<Reply> {
    const init = { method: 'POST', body: JSON.stringify(body) };
    return this.request('/v1/submissions', { ...init, headers: { 'content-type': 'application/json', ...headers } }, patienceMs);
  }

  poll(id: unknown, patienceMs?: number): Promise<Reply> {
    return this.request(`/v1/submissions/${id}`, {}, patienceMs);
  }

  lookUp(externalRef: string): Promise<Reply> {
    return this.request(`/v1/submissions?externalRef=${encodeURIComponent(externalRef)}`);
  }

  /** The statuses that so many polls in a row are told. */
  async statuses(id: unknown, polls: number): Promise<unknown[]> {
    const told: unknown[] = [];
    for (let poll = 0; poll < polls; poll += 1) told.push((await this.poll(id)).json().status);
    return told;
  }

  control(method: string, action: string, body?: unknown, secret = CLIENT_SECRET): Promise<Reply> {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    return this.request(`/__sandbox/${action}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

export function basic(clientId = CLIENT_ID, clientSecret = CLIENT_SECRET): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
}

/** What became of a call under a fault: its status, or that there was no whole answer. */
export async function outcomeOf(reply: Promise<Reply>): Promise<number | 'no answer'> {
  return reply.then(
    ({ status }) => status,
    () => 'no answer' as const,
  );
}
