import { DEVIATIONS, READINGS } from './deviations.ts';
import { CAPABILITIES, FOOTNOTES } from './domain-matrix.ts';
import { namedDecisions } from './fields.ts';

/** docs/permissions.md: the matrix as far as the graph has it, which fields each capability decides, and every deviation with its reason. */
export function permissionsDocument(): string {
  const byCapability = Map.groupBy(
    namedDecisions().flatMap(({ coordinate, decision }) => (decision.kind === 'capability' ? [{ coordinate, decision }] : [])),
    ({ decision }) => decision.capability,
  );
  const sections = [...byCapability].map(([capability, fields]) => {
    const cells = [...(CAPABILITIES.get(capability) ?? [])].filter(([, cell]) => cell.written !== '');
    const granted = cells.map(([persona, cell]) => `${persona} ${cell.written}`).join(' · ');
    const rows = Map.groupBy(fields, ({ decision }) =>
      [...decision.deviations, ...(decision.scope === undefined ? [] : [`scope ${decision.scope}`])].join(', '),
    );
    const lines = [...rows].map(
      ([named, same]) =>
        `- ${same.map(({ coordinate }) => `\`${coordinate}\``).join(', ')}${named === '' ? '' : ` — *${named}*`}`,
    );
    return `### ${capability}\n\n${granted}\n\n${lines.join('\n')}\n`;
  });
  const deviations = (effect: 'wider' | 'narrower') =>
    Object.entries(DEVIATIONS)
      .filter(([, one]) => one.effect === effect)
      .map(([name, one]) => `- **${name}** (${one.askers.join(', ')}; ${one.relations.join(', ')}): ${one.why}`)
      .join('\n');
  return `# Who may see and do what

Written by \`node journeys/permissions/write-document.ts\` from the data in \`journeys/permissions/\`; a test holds it to them. The scopes are those of the
permission matrix: O own · A assigned · C centre · E certifier · T tenant · X cross-tenant · M aggregated · D disclosed by the subject · P public ·
s OAuth scope · r read · ✗ never. Fields that are part of what another field shows are not listed.

How it is proved: \`npm test -- permissions\` sends every question of every persona to each island and to the gateway and compares the answers with these data,
never with the access tables; \`npm run mutate:access\` makes one rule or guard wrong at a time and expects a difference.

**A new field** needs a line in \`journeys/permissions/fields/ISLAND.ts\`; a new entity objects in \`world-objects.ts\` and rows in \`fill-world.ts\`; a root field that
takes an id, or is about what is the asker's own, a line in \`roots.ts\`.

## Scopes without a table of their own yet

${Object.entries(READINGS)
  .map(([scope, text]) => `- **${scope}**: ${text}`)
  .join('\n')}

## Wider than the matrix

${deviations('wider')}

## Narrower than the matrix

${deviations('narrower')}

## Capabilities and their fields

${sections.join('\n')}
Footnotes of the matrix: ${Object.entries(FOOTNOTES)
    .map(([mark, text]) => `${mark} ${text}`)
    .join(' · ')}.
`;
}
