import { z } from 'zod';

/** A host that the operator lets the system call although it may lie in a private network. */
export type AllowedHost = {
  /** Lower case; an IPv6 address without brackets. */
  readonly host: string;
  /** `any`, one port, or undefined: those that the policy allows everybody. */
  readonly port: number | 'any' | undefined;
  /** Also without TLS. */
  readonly isHttpAllowed: boolean;
};

/** Where the system may send requests that a tenant or a configuration asked for. */
export type OutboundPolicy = {
  /** Ports of hosts that the operator has not named. */
  readonly ports: readonly number[];
  readonly allowedHosts: readonly AllowedHost[];
};

/** The open internet over TLS, on the two usual ports; no private network. */
export const DEFAULT_OUTBOUND_POLICY: OutboundPolicy = { ports: [443, 8443], allowedHosts: [] };

const ENTRY = /^(?<scheme>http:\/\/|https:\/\/)?(?<host>\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(?<port>\d{1,5}|\*))?$/;

/** The variables of a process that calls addresses which tenants give. */
export const outboundVariables = {
  /**
   * Hosts that may be called although they lie in a private network, separated by commas: `hooks.corp.example`, `10.0.0.7:8443`, `idp.corp.example:*`
   * (any port), `http://localhost:*` (also without TLS). Everything else must be on the open internet.
   */
  OUTBOUND_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((text, context) => {
      const entries = text
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .filter((entry) => entry !== '');
      return entries.map((entry) => parseAllowedHost(entry) ?? complain(context, entry));
    }),
  /** Ports of hosts on the open internet, separated by commas. */
  OUTBOUND_PORTS: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/, 'expected port numbers separated by commas')
    .default(DEFAULT_OUTBOUND_POLICY.ports.join(','))
    .transform((text) => text.split(',').map(Number)),
};

/** The policy that the variables tell. */
export function outboundPolicyOf(variables: {
  readonly OUTBOUND_ALLOWED_HOSTS: readonly AllowedHost[];
  readonly OUTBOUND_PORTS: readonly number[];
}): OutboundPolicy {
  return { ports: variables.OUTBOUND_PORTS, allowedHosts: variables.OUTBOUND_ALLOWED_HOSTS };
}

/** What an entry of the list says; undefined when it cannot be read. */
export function parseAllowedHost(entry: string): AllowedHost | undefined {
  const { scheme, host, port } = ENTRY.exec(entry)?.groups ?? {};
  if (host === undefined || Number(port) > 65_535) return undefined;
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? undefined : port === '*' ? 'any' : Number(port),
    isHttpAllowed: scheme === 'http://',
  };
}

function complain(context: z.RefinementCtx, entry: string): never {
  context.addIssue({
    code: 'custom',
    message: `expected hosts such as idp.corp.example:8443 or http://localhost:*, got ${entry}`,
  });
  return z.NEVER;
}
