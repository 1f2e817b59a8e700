import type { Socket } from 'node:net';

/**
 * What is written to the socket within one turn of the event loop leaves in one system call afterwards: an HTTP client corks and uncorks
 * around each request, which is one call per request even where many are written at once. Cost: a lone request leaves after the turn, some
 * ten microseconds later.
 */
export function batchWrites(socket: Socket): Socket {
  const cork = socket.cork.bind(socket);
  const uncork = socket.uncork.bind(socket);
  let isCorked = false;
  const flush = () => {
    isCorked = false;
    uncork();
  };
  socket.cork = () => {
    if (isCorked) return;
    isCorked = true;
    cork();
    setImmediate(flush);
  };
  socket.uncork = () => {};
  return socket;
}
