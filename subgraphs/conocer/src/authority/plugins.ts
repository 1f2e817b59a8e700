import type { AuthorityName } from '@academy/contracts';
import type { IslandResources } from '@academy/platform/subgraph';
import type { ConocerSettings } from '../config.ts';
import { createHttpAuthority } from './http.ts';
import { manualLot } from './manual-lot/plugin.ts';
import type { CertificationAuthority } from './port.ts';
import { createSandboxAuthority, SANDBOX_URL } from './sandbox.ts';

/** Opens a plug-in with what the process was configured with. Connects to nothing yet, and does not throw for an authority that is down. */
export type OpenPlugin = (settings: ConocerSettings, resources: IslandResources) => CertificationAuthority;

/** The plug-ins of this version. A name without one cannot be configured. */
export const AUTHORITY_PLUGINS: { readonly [Name in AuthorityName]?: OpenPlugin } = {
  SANDBOX: (settings) => createSandboxAuthority({ ...patience(settings), ...sandboxAddress(settings) }),
  HTTP: (settings) => createHttpAuthority({ ...patience(settings), ...address(settings), name: 'HTTP' }),
  MANUAL_LOT: () => manualLot,
};

/** Connections of one process to one authority. */
const CONNECTIONS = 8;

function patience({ SUBMIT_TIMEOUT_MS: timeoutMs }: ConocerSettings) {
  return { timeoutMs, connections: CONNECTIONS };
}

function address(settings: ConocerSettings) {
  return {
    url: settings.AUTHORITY_URL,
    clientId: settings.AUTHORITY_CLIENT_ID,
    clientSecret: settings.AUTHORITY_CLIENT_SECRET,
  };
}

/** Where the sandbox is the installation's authority, it is under the authority's address; beside another one it has its own. */
function sandboxAddress(settings: ConocerSettings) {
  const { AUTHORITY, SANDBOX_CLIENT_ID: clientId, SANDBOX_CLIENT_SECRET: clientSecret } = settings;
  if (AUTHORITY === 'sandbox') return address(settings);
  if (clientId === undefined || clientSecret === undefined)
    throw new Error('SANDBOX_CLIENT_ID and SANDBOX_CLIENT_SECRET are needed to offer the sandbox beside another authority.');
  return { url: settings.SANDBOX_URL ?? SANDBOX_URL, clientId, clientSecret };
}
