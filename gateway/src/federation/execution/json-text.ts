/** Longer texts are quoted by JSON.stringify at once: looking for what must be escaped would cost as much. */
const MAX_LOOKED_THROUGH = 48;

/** The JSON text of a string. Names and ids, which need no escapes, are quoted without a call into the engine. */
export function quote(text: string): string {
  if (text.length > MAX_LOOKED_THROUGH) return JSON.stringify(text);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0x22 || unit === 0x5c || unit < 0x20 || (unit >= 0xd800 && unit <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** The JSON text of a value that came from JSON. */
export function jsonOf(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** A name that may be written into generated code as a property: what GraphQL allows, and nothing that every object has. */
export function isPlainName(name: string): boolean {
  return /^[_A-Za-z]\w*$/.test(name) && !(name in Object.prototype);
}
