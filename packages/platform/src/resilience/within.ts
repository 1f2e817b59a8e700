/** What the work yields, or a rejection after this time; the work then goes on unheard. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  // One turn later than due: after a long turn of the event loop, what has arrived meanwhile is read only then.
  const timer = setTimeout(() => setImmediate(() => reject(new Error(`no answer in ${ms} ms`))), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
