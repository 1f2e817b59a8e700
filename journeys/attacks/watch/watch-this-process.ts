import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const LOOK_EVERY_MS = 20;

/** A line of what was seen in a process: where it tried to connect to, or a property that every object has since. */
export type Sighting = { readonly connectsTo: string } | { readonly everyObjectHas: string };

/**
 * From here on each connection that this process attempts (after names were resolved) and each property that is put on the prototype of
 * all objects is written to `file`, one JSON line each, the moment it happens or within 20 ms.
 * Answers how to end it.
 */
export function watchThisProcess(file: string): () => void {
  const write = (sighting: Sighting) => appendFileSync(file, `${JSON.stringify(sighting)}\n`);
  const original = Socket.prototype.connect;
  Socket.prototype.connect = function connect(this: Socket, ...given: Parameters<typeof original>) {
    this.on('connectionAttempt', (address: string, port: number) => write({ connectsTo: `${address}:${port}` }));
    return original.apply(this, given);
  } as typeof original;
  const told = new Set(Object.getOwnPropertyNames(Object.prototype));
  const timer = setInterval(() => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      if (told.has(name)) continue;
      told.add(name);
      write({ everyObjectHas: name });
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    Socket.prototype.connect = original;
  };
}
