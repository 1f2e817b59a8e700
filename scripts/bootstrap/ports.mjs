import { createServer } from 'node:net';
import { SetupError } from './setup-error.mjs';

/** Where children listen and we look: never beyond this machine. */
export const LOOPBACK = '127.0.0.1';

/** `wanted` if nothing listens there, else one that is free now. Between the answer and its use it may be taken. */
export async function findFreePort(wanted) {
  return (await tryToListen(wanted)) ?? /** @type {number} */ (await tryToListen(0));
}

export async function isFree(port) {
  return (await tryToListen(port)) !== undefined;
}

/** @returns {Promise<number | undefined>} */
function tryToListen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => {
      const { port: found } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(found));
    });
  });
}

/**
 * The port that PORT asks the gateway to take, 4000 without it. Throws SetupError for what is no port.
 * @param {string | undefined} text
 */
export function wantedGatewayPort(text) {
  if (text === undefined || text === '') return 4_000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SetupError(`PORT should be a number from 0 to 65535 and is "${text}". Set it, or leave it out for 4000.`);
}
