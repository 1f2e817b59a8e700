const POLL_MS = 50;

/** Waits until `look` gives something other than undefined, and returns it; fails with what was waited for. */
export async function until<T>(what: string, look: () => Promise<T | undefined>, deadlineMs = 20_000): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${deadlineMs / 1_000} s in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
