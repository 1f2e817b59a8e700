import { PERSONAS, type Persona } from '@academy/kernel';

/**
 * The permission matrix of the domain page (§3), letter for letter: what is granted, before any of our code is looked at.
 * O own · A assigned · C centre · E certifier · T tenant · X cross-tenant (break-glass, two persons, audited) · M aggregated, k ≥ 10 · D subject's
 * disclosure · P public · s OAuth scope · r read · blank, – none · ✗ none, and a test must show it.
 */
const TABLE = `
|capability|learner|instructor|mentor|evaluator|verifier|centre_admin|certifier|admin|super_admin|analyst|auditor|privacy_officer|employer|service|
|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|
|**users** profile.read|O|A¹|A¹|A|A|C|E|T|||A|T||s|
|profile.update|O|||||||T²|||||||
|curp.reveal|O|||A||C|E||||A|T||s|
|identity.verify|O³|||||C|E|||||||s|
|role.assign||||||C|E|T|X⁴||||||
|tenant.config||||||||T|X||||||
|consent.manage|O|||||||||||Tr|||
|arco.open/resolve|O/–|||||||||||–/T||s|
|**courses** catalog.read; certification: credential.verify; conocer: standards.read|P|P|P|P|P|P|P|P|P|P|P|P|P|P|
|course.author||A||||||T|||||||
|course.publish||propose||||||T|||||||
|ec.align||A|||Ar|||T|||||||
|enroll, sponsor|O|||||C||T|||||D⁵|s|
|progress.read|O|A|A|✗||C||T||M||T|D|s|
|statement.write|O|A|A|A||||||||||s|
|grade.write||A||||||||||||s|
|**certification** case.open|O|||||C|E|||||||s⁸|
|diagnostic.apply||||A||C|||||||||
|plan.sign, evidence.upload|O|||A|||||||||||
|evidence.read|O|||A|A|C|E||||A||||
|iec.record, judgement.issue||✗||A||||||||||s⁹|
|internal.verify|||||A⁶||E||||||||
|complaint.open/resolve|O/–||||||–/E||||Ar||||
|badge.issue||||||||T||||||s|
|credential.revoke (2 persons)|||||||E|T⁷|||||||
|**conocer** standards.sync|||||||||X|||||s|
|accreditation.manage||||Or||Cr|E||||A||||
|lot.create, lot.close||||||C|E||||Ar||||
|dictamen.rule|||||A⁶||E⁶||||||||
|submission.send/export|||||||E|||||||s|
|submission.status|O|||A|A|C|E|M||M|A|T||s|
|folio.import/reconcile|||||||E|||||||s|
|certificate.lookup by folio/CURP|P/O|P|P|P|P|P/C|P/E|P|P|P|P/A|P/T|P/D|s|
|**analytics** dashboard.own|O|O|O|O|O|O|O|O|O|O|O|O|||
|dashboard.cohort||A|A|||C|E|T|M|M|M||D,M||
|individual risk|O|A|A|✗|✗|||||||Or|✗|s|
|statements.raw|O|||||||||M||T||s|
|impact of course/self|P/O|A||||C|E|T|M|M|M||P|s|
|audit.read|O||||||E|T|O||T|T|||
`;

/** The footnotes, by their mark. */
export const FOOTNOTES = {
  '¹': 'name + course data',
  '²': 'non-identity fields',
  '³': 'submits',
  '⁴': 'first tenant admin',
  '⁵': 'buys seats',
  '⁶': 'never who trained or evaluated this candidate for this EC',
  '⁷': 'own badges',
  '⁸': 'aligned course completed',
  '⁹': 'only AUTOMATIC_FROM_ASSESSMENT',
} as const;

/** A scope of the matrix. */
export type Scope = 'O' | 'A' | 'C' | 'E' | 'T' | 'X' | 'M' | 'D' | 'P' | 's';

/** What the matrix says of one persona and one capability. */
export type Cell = {
  /** As it is written, e.g. `A¹`. */
  readonly written: string;
  readonly scopes: readonly Scope[];
  /** Reading alone is granted. */
  readonly isReadOnly: boolean;
  /** Refused on purpose: a request must show it. */
  readonly isForbidden: boolean;
};

/** Every capability, e.g. `profile.read`, and what each persona is granted of it. */
export const CAPABILITIES: ReadonlyMap<string, ReadonlyMap<Persona, Cell>> = parseTable(TABLE);

/** Two capabilities in one row of the matrix (`a, b`, `a/b`) share its cells; a cell `x/y` tells them apart. */
function parseTable(text: string): Map<string, Map<Persona, Cell>> {
  const [head = '', , ...rows] = text.trim().split('\n');
  const personas = cellsOf(head).slice(1).map(personaOrThrow);
  const capabilities = new Map<string, Map<Persona, Cell>>();
  for (const row of rows) {
    const [names = '', ...cells] = cellsOf(row);
    if (cells.length !== personas.length) throw new Error(`The row ${names} has ${cells.length} cells, not ${personas.length}.`);
    for (const [name, half] of namesOf(names)) {
      if (capabilities.has(name)) throw new Error(`The capability ${name} stands twice.`);
      capabilities.set(name, new Map(personas.map((persona, i) => [persona, cellOf(cells[i] ?? '', half)])));
    }
  }
  return capabilities;
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function personaOrThrow(name: string): Persona {
  const persona = PERSONAS.find((known) => known === name);
  if (persona === undefined) throw new Error(`The matrix has a column of nobody: ${name}.`);
  return persona;
}

/** Names of a row's capabilities, and which half of a cell `x/y` is meant; null: the whole of it. */
function namesOf(text: string): [name: string, half: 0 | 1 | null][] {
  const bare = text
    .replace(/\*\*[a-z]+\*\* ?/g, '')
    .replace(/; [a-z]+:/g, ',')
    .replace(/\(.*?\)/g, '')
    .trim();
  const slashed = /^([a-z]+)\.([a-z]+)\/([a-z]+)$/.exec(bare);
  if (slashed !== null) {
    const [, area, first, second] = slashed;
    return [
      [`${area}.${first}`, 0],
      [`${area}.${second}`, 1],
    ];
  }
  return bare.split(',').map((name) => [name.trim(), null]);
}

function cellOf(text: string, half: 0 | 1 | null): Cell {
  const written = half === null || !text.includes('/') ? text : (text.split('/')[half] ?? '');
  // A word, as `propose`, is a grant of its own kind and no scope.
  const letters = written.replace(/[a-z]{2,}/, '');
  return {
    written,
    scopes: [...new Set([...letters].filter((letter): letter is Scope => 'OACETXMDPs'.includes(letter)))],
    isReadOnly: letters.includes('r'),
    isForbidden: written.includes('✗'),
  };
}
