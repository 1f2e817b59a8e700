/** The standard without its version: `EC0586` of `EC0586.01`. Versions of one standard certify the same competency. */
export function standardMajorOf(code: string): string {
  return code.replace(/\.\d+$/, '');
}
