import { userIdOf } from '@academy/testing/people';
import { requiredArguments } from '@academy/testing/stand-ins';
import type { GraphQLField } from 'graphql';
import { BEFORE_WORLD, folioOf, STANDARD } from './fill-world.ts';
import type { Relation } from './standing.ts';
import type { Viewer } from './viewer.ts';
import { HOME, idOf, objectsByRelation, TAUGHT } from './world-objects.ts';

/** A question to a root field: the arguments, and how the viewer stands to what it is about. */
export type RootQuestion = { readonly args: string; readonly relation: Relation; readonly isList: boolean };

/** Root fields that take the id of an object of the world. */
const BY_ID: Readonly<Record<string, string>> = {
  user: 'User',
  enrollment: 'Enrollment',
  certification: 'Certification',
  course: 'Course',
  certificationStatusChanged: 'Certification',
  dataRequest: 'DataRequest',
  lot: 'Lot',
  lotPackage: 'LotPackage',
};

/** Root fields about what is the viewer's own. */
const OWN = new Set([
  'me',
  'tenant',
  'accreditations',
  'certifications',
  'enrollments',
  'notificationLog',
  'notificationReceived',
  'notificationPreferences',
  'notificationInbox',
  'notificationInboxChanged',
  'auditLog',
  'dataRequests',
  'certificationAuditLog',
  'coursesAuditLog',
  'conocerAuditLog',
]);

/** Root fields about all cases of the tenant that one may see: of assigned ones for whoever has some. */
const FOLLOWED = new Set(['certificationChanges', 'certificationsStatusChanged', 'lots']);
/** A page of one record, of whom the seed has finish courses. */
const OF_SOMEBODY = `(subjectId: "${userIdOf(HOME, TAUGHT)}", first: 1)`;

/** Arguments of the others, where the first that fits the type finds nothing. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  standard: `(code: "${STANDARD}")`,
  certificateVerification: `(code: "${folioOf(HOME, 'alice')}")`,
  credentialVerification: `(input: { code: "${folioOf(HOME, 'alice')}" })`,
  publicDocument: '(kind: DID_DOCUMENT)',
  certificationChanges: `(afterPosition: ${BEFORE_WORLD}, first: 100)`,
  dataReceipt: `(code: "${idOf('data-request-completed', HOME, 'alice')}")`,
  coursesData: OF_SOMEBODY,
  certificationData: OF_SOMEBODY,
  conocerData: OF_SOMEBODY,
  analyticsData: OF_SOMEBODY,
  notificationLog: '(afterNumber: 0, first: 3)',
  completionReport: '(first: 20)',
};

/**
 * What a root field is asked by one viewer: about an object of each relation where it takes an id, once otherwise. A new field is asked about what is
 * nobody's, with arguments that fit its types; give it a line above when it is about more.
 */
export function questionsOf(field: GraphQLField<unknown, unknown>, viewer: Viewer): readonly RootQuestion[] {
  const { name } = field;
  const type = BY_ID[name];
  if (type !== undefined) {
    const argument = field.args.find((one) => /id$/i.test(one.name))?.name ?? 'id';
    return [...objectsByRelation(type, viewer)].flatMap(([relation, objects]) =>
      objects.map(({ id }) => ({ args: `(${argument}: "${id}")`, relation, isList: false })),
    );
  }
  const isList = field.args.some((one) => one.name === 'first');
  const args = ARGUMENTS[name] ?? (isList ? `(first: ${/uditLog$/.test(name) ? 100 : 3})` : requiredArguments(field.args));
  const follows = FOLLOWED.has(name) && objectsByRelation('Certification', viewer).has('assigned');
  return [
    { args, relation: OWN.has(name) ? 'own' : follows ? 'assigned' : 'tenant', isList: isList && ARGUMENTS[name] === undefined },
  ];
}
