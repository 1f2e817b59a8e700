import { newId } from '@academy/platform/ids';
import { requiredArguments } from '@academy/testing/stand-ins';
import { type GraphQLField, getNamedType, isInputObjectType, isLeafType } from 'graphql';
import { type Ask, UNKNOWN_ID } from './ask.ts';
import { isShown } from './expectation.ts';
import { decisionOf } from './fields.ts';
import { type Asked, differ, type Findings } from './findings.ts';
import type { Relation } from './standing.ts';
import type { Viewer } from './viewer.ts';
import { objectsByRelation } from './world-objects.ts';

const RELATIONS: readonly Relation[] = ['own', 'assigned', 'centre', 'other', 'tenant', 'foreign'];

/** Codes of a field that was refused to the asker, whatever it was about. */
const REFUSED = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

const KEY = /idempotencyKey: "[^"]*"/;
const ID = /"[0-9a-f]{8}-[0-9a-f-]{27}"/;

/** What an id in an input is the id of. */
const TYPE_OF_ID: Readonly<Record<string, string>> = {
  enrollmentId: 'Enrollment',
  assignmentId: 'CaseAssignment',
  certificationId: 'Certification',
  userId: 'User',
  tenantId: 'Tenant',
  courseId: 'Course',
  centreId: 'Centre',
  accreditationId: 'Accreditation',
  lotId: 'Lot',
  lotPackageId: 'LotPackage',
};

/** Whether a mutation can be asked here. */
export function isAct(field: GraphQLField<unknown, unknown>): boolean {
  return !field.name.startsWith('_');
}

/**
 * A mutation is let through to exactly those whom its capability is for, asked about what is not there, so that nothing is done; and where its input
 * names an object, answers about one that the viewer has no right to as if it were not there.
 */
export async function askAct(
  findings: Findings,
  door: string,
  viewer: Viewer,
  field: GraphQLField<unknown, unknown>,
  ask: Ask,
): Promise<void> {
  const decision = decisionOf('Mutation', field.name);
  if (decision === undefined)
    throw new Error(`Nothing decides Mutation.${field.name}: give it a line in journeys/permissions/fields.`);
  const coordinate = `Mutation.${field.name}`;
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const reply = await ask(viewer.principal, `mutation Matrix { ${field.name}${requiredArguments(field.args)}${selection} }`);
  findings.requests += 1;
  findings.compared += 1;
  if (reply.codes.some((code) => code.startsWith('GRAPHQL_')))
    throw new Error(`The question to ${coordinate} does not fit the schema.`);
  const isLet = !reply.codes.some((code) => REFUSED.has(code));
  (isLet ? findings.shown : findings.hidden).add(coordinate);
  const asked: Asked = { viewer, relation: 'tenant', door, isIsland: true };
  if (isLet !== RELATIONS.some((relation) => isShown(decision, viewer, relation)))
    differ(findings, asked, isLet ? 'leak' : 'missing', coordinate);
  if (!isLet) return;
  const act = async (input: string) => {
    const { data, codes } = await ask(viewer.principal, `mutation Matrix { ${field.name}(input: ${input})${selection} }`);
    return (data?.[field.name] as { __typename?: string } | null)?.__typename ?? codes.join();
  };
  for (const { relation, input, named } of inputsAbout(field, viewer)) {
    if (isShown(decision, viewer, relation) || (named === 'courseId' && relation !== 'foreign')) continue;
    const [done, unknown] = [
      await act(input),
      await act(input.replace(ID, `"${UNKNOWN_ID}"`).replace(KEY, `idempotencyKey: "${newId()}"`)),
    ];
    findings.requests += 2;
    findings.compared += 1;
    if (done !== unknown) differ(findings, { ...asked, relation }, 'act', coordinate, `${done} instead of ${unknown}`);
  }
}

/** Inputs that fit in everything, about an object of each relation; none when the input names no object. */
function inputsAbout(
  field: GraphQLField<unknown, unknown>,
  viewer: Viewer,
): { relation: Relation; input: string; named: string }[] {
  const type = field.args.map((arg) => getNamedType(arg.type)).find(isInputObjectType);
  const named = Object.keys(type?.getFields() ?? {}).find((name) => TYPE_OF_ID[name] !== undefined);
  if (named === undefined) return [];
  const literal = requiredArguments(field.args).slice('(input: '.length, -1);
  return [...objectsByRelation(TYPE_OF_ID[named] ?? '', viewer)].flatMap(([relation, [object]]) =>
    object === undefined
      ? []
      : [
          {
            relation,
            named,
            input: literal
              .replace(new RegExp(`${named}: "[^"]*"`), `${named}: "${object.id}"`)
              .replace('reason: "x"', 'reason: "asked by the matrix"')
              .replace(KEY, `idempotencyKey: "${newId()}"`),
          },
        ],
  );
}
