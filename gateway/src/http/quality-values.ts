/** One member of a header such as `accept` or `accept-encoding`, with how much it is wanted. */
export type QualityValue = {
  /** In lower case, without parameters. */
  readonly name: string;
  /** 0 (not at all) to 1. */
  readonly quality: number;
};

/** At most this many members are read: nobody needs more, and a header may have 16 kB. */
const MAX_MEMBERS = 32;

/**
 * The members of a header that lists what a client takes, in the header's order. A quality that is no number counts as 1, parameters other
 * than `q` are left out. https://www.rfc-editor.org/rfc/rfc9110#name-quality-values
 */
export function readQualityValues(header: string): QualityValue[] {
  return header
    .toLowerCase()
    .split(',', MAX_MEMBERS)
    .map((member) => {
      const [name = '', ...parameters] = member.split(';');
      return { name: name.trim(), quality: qualityOf(parameters) };
    })
    .filter(({ name }) => name !== '');
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters
    .map((parameter) => /^\s*q\s*=\s*([0-9.]+)\s*$/.exec(parameter)?.[1])
    .find((text) => text !== undefined);
  const quality = given === undefined ? 1 : Number(given);
  return Number.isNaN(quality) ? 1 : Math.min(1, quality);
}
