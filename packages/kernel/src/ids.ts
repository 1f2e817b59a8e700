const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for the canonical lower-case form of a UUID: the only form of id that the graph hands out. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
