import { RENAMED_VARIABLE } from '../planning/response-names.ts';
import type { RunContext } from './run-context.ts';

/** Compiles what is sent of the client's variables: JSON members without braces; a variable that has no value is left out. */
export function compileVariables(usages: readonly string[] = []): (run: Pick<RunContext, 'variables'>) => string {
  if (usages.length === 0) return () => '';
  const members = usages.map((name) => ({
    name: name === RENAMED_VARIABLE ? 'representations' : name,
    member: `${JSON.stringify(name)}:`,
  }));
  return ({ variables }) => {
    let text = '';
    for (const { name, member } of members) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (value !== undefined) text += `${text === '' ? '' : ','}${member}${JSON.stringify(value)}`;
    }
    return text;
  };
}
