import type { Asker, Deviation, Relation } from './standing.ts';

const OTHERS: readonly Relation[] = ['assigned', 'centre', 'other', 'tenant'];
const SAME_TENANT: readonly Relation[] = ['own', ...OTHERS];
const EVERYWHERE: readonly Relation[] = [...SAME_TENANT, 'foreign'];
const OFFICE: readonly Asker[] = [
  'verifier',
  'centre_admin',
  'certifier',
  'admin',
  'super_admin',
  'analyst',
  'auditor',
  'privacy_officer',
];
const PEOPLE: readonly Asker[] = ['learner', 'instructor', 'mentor', 'evaluator', ...OFFICE, 'employer'];

const WIDER = {
  oneself: {
    askers: PEOPLE,
    relations: ['own'],
    why: 'The matrix grants O to learners alone, as a session acts under one column. Access to one’s own data is everybody’s right (ARCO), under whatever column.',
  },
  'oneself but as evaluator': {
    askers: PEOPLE.filter((persona) => persona !== 'evaluator'),
    relations: ['own'],
    why: 'As “oneself”; an evaluator’s session sees no training at all, her own included, so that there is no exception to look for.',
  },
  'her own CURP': {
    askers: ['evaluator', 'auditor'],
    relations: ['own'],
    why: 'As “oneself”: whose persona reveals CURPs at all is shown her own too, as a certifier and a privacy officer are.',
  },
  'admins follow cases': {
    askers: ['admin'],
    relations: OTHERS,
    why: 'The matrix gives admins aggregates of submissions (M), but badge.issue and credential.revoke for the tenant (T): the academy’s certificate hangs from its case, and is found by it. What was handed to the authority stays closed to them.',
  },
  'centres are known': {
    askers: PEOPLE,
    relations: SAME_TENANT,
    why: 'Code and name of a centre are in a public register and tell of nobody: everybody who works or learns in the academy may know which there are.',
  },
  'the first admin': {
    askers: ['super_admin'],
    relations: SAME_TENANT,
    why: 'The matrix’ X⁴: the operator appoints the first admin of a tenant, as one of that tenant; any other grant of hers is refused by the domain.',
  },
  'the academy is public': {
    askers: [...PEOPLE, 'service', 'visitor'],
    relations: SAME_TENANT,
    why: 'Name and state of the academy at whose door one stands; no row of the matrix speaks of them.',
  },
  'the gateway reads tenants': {
    askers: ['service'],
    relations: EVERYWHERE,
    why: 'Limits, policies and keys are enforced by processes, each with the scope that the field names (tenant.read, api-key.read, revocation.read, …); the matrix has no s in tenant.config.',
  },
  'admins mend': {
    askers: ['admin'],
    relations: SAME_TENANT,
    why: 'No row of the matrix speaks of cases that stand still because a step failed for good. The academy’s admin answers for its certificates and its learners’ portfolios as the certifier does for what is handed in; an operator of the platform is told by log and metric, and would act under break-glass (X), which is not built.',
  },
  'admins follow the authority': {
    askers: ['admin'],
    relations: SAME_TENANT,
    why: 'The matrix gives admins aggregates of submissions (M): how many wait, and whether the authority answers, is one, and says nothing of any case.',
  },
  'operators see the platform': {
    askers: ['super_admin'],
    relations: SAME_TENANT,
    why: 'How an authority answers over all tenants is the platform’s own: numbers without a tenant’s name, for which no glass has to be broken.',
  },
  'whoever holds the code': {
    askers: [...PEOPLE, 'service', 'visitor'],
    relations: SAME_TENANT,
    why: 'Who was erased has no login. A receipt is found by a code of 128 random bits that the person alone was shown, and says nothing of whose it is.',
  },
  'a CURP has a name': {
    askers: ['service'],
    relations: SAME_TENANT,
    withScope: 'curp.reveal',
    why: 'Whoever is shown somebody’s CURP is shown that she is there, and the name that she goes by.',
  },
  'instruments are for assessors': {
    askers: ['evaluator', 'verifier', 'auditor', 'centre_admin', 'certifier'],
    relations: SAME_TENANT,
    why: 'No row of the matrix speaks of what candidates are judged by. It is of a standard and of no case: whoever evaluates, verifies, audits or certifies prepares by it, and no candidate reads the questions before she is asked.',
  },
  'rulers see their lots': {
    askers: ['verifier'],
    relations: ['assigned'],
    why: 'Whoever rules on cases of a lot must see the lot: the matrix lets verifiers rule on those that they are assigned to.',
  },
} as const satisfies Record<string, Omit<Deviation, 'effect'>>;

const NARROWER = {
  'a person decides': {
    askers: ['service'],
    relations: EVERYWHERE,
    why: 'What processes could not do waits for a person.',
  },
  'the name only': {
    askers: ['instructor', 'mentor'],
    relations: OTHERS,
    why: 'Footnote ¹: name and course data. The name is the one that the person shows; the legal name, address and CURP are none of it.',
  },
  'assessors write to nobody': {
    askers: ['evaluator', 'verifier', 'service'],
    relations: OTHERS,
    why: 'Addresses are for the centre, the certifier and the academy’s office, who write to people.',
  },
  'evaluators see no training': {
    askers: ['evaluator'],
    relations: OTHERS,
    why: 'A portfolio shows certificates of courses: training, which evaluators never see.',
  },
  'portfolios are for issuers': {
    askers: ['instructor', 'mentor', 'verifier', 'auditor', 'privacy_officer', 'centre_admin', 'service'],
    relations: OTHERS,
    why: 'Whoever issues and revokes certificates reads a portfolio; everybody else looks a certificate up by its folio.',
  },
  'roles are the admin’s': {
    askers: ['certifier', 'super_admin'],
    relations: OTHERS,
    why: 'Certifiers have no people of their own in any table yet, and break-glass of operators (X: two persons) is not built.',
  },
  'admins end sessions': {
    askers: ['certifier', 'super_admin'],
    relations: EVERYWHERE,
    why: 'As “roles are the admin’s”.',
  },
  'who stands where is the admin’s': {
    askers: ['centre_admin', 'certifier', 'super_admin'],
    relations: EVERYWHERE,
    why: 'Whoever placed people in her own centre would give herself the sight of them: only who sees them all places them.',
  },
  'centres are the academy’s': {
    askers: ['super_admin'],
    relations: EVERYWHERE,
    why: 'Which centres an academy has, its admins say; an operator would under break-glass alone (X), which is not built.',
  },
  'audited by others': {
    askers: ['learner'],
    relations: EVERYWHERE,
    why: 'Acts with power are on the log; what was seen of a learner she asks for by her ARCO request.',
  },
  'a certifier’s acts alone': {
    askers: ['certifier'],
    relations: EVERYWHERE,
    why: 'The log of people, tenants and settings is the academy’s; a certifier reads those of certificates and of the authority.',
  },
  'keys are the academy’s': {
    askers: ['super_admin'],
    relations: EVERYWHERE,
    why: 'A key acts for its academy: its admins make it, and an operator would hold it under break-glass alone (X), which is not built.',
  },
  'the privacy officer’s and her own': {
    askers: ['admin', 'auditor', 'certifier'],
    relations: OTHERS,
    why: 'To whom somebody’s data were shown is for her and for the privacy officer who answers her; auditors and admins have the audit log.',
  },
  'it is in the log': {
    askers: ['auditor', 'certifier'],
    relations: EVERYWHERE.filter((relation) => relation !== 'own'),
    why: 'An auditor reads sessions in others’ names in the audit log; those of one person are hers, her admin’s and the privacy officer’s.',
  },
  'mentors are the academy’s': {
    askers: ['centre_admin', 'certifier', 'super_admin'],
    relations: EVERYWHERE,
    why: 'Training is the academy’s: its admin says who accompanies whom. Centres and certifiers evaluate.',
  },
  'operators alone': {
    askers: ['admin'],
    relations: EVERYWHERE,
    why: 'A tenant is suspended by who runs the platform.',
  },
  'processes alone': {
    askers: PEOPLE,
    relations: EVERYWHERE,
    why: 'For a process with the scope; people have what is shown to them instead.',
  },
  'a process reads it whole or not': {
    askers: ['service'],
    relations: EVERYWHERE,
    why: 'A process with curp.reveal reads the CURP itself; a mask is for eyes.',
  },
  'who asks is enrolled': {
    askers: ['service', 'centre_admin', 'admin', 'employer'],
    relations: EVERYWHERE,
    why: 'courseEnroll enrols who asks; to enrol somebody else is not in the graph yet.',
  },
  'the learner herself': {
    askers: ['instructor', 'mentor', 'evaluator', 'service', 'centre_admin', 'certifier'],
    relations: EVERYWHERE,
    why: 'What the learner does herself; to do it for her is not in the graph.',
  },
  'an auditor reads': {
    askers: ['auditor'],
    relations: EVERYWHERE,
    why: 'The matrix’ r: an auditor reads what was decided, in the case’s history and in the log, and decides nothing.',
  },
  'certifiers accredit': {
    askers: ['evaluator', 'centre_admin'],
    relations: EVERYWHERE,
    why: 'The matrix’ r: evaluators and centres read what evaluators are accredited by, and record none of it.',
  },
  'no candidate reads it': {
    askers: PEOPLE,
    relations: ['own'],
    why: 'The matrix grants candidates the evidence of their cases. By the instrument a candidate may be judged again: evaluators do not coach (DOMAIN §2.5), and the graph does not either.',
  },
  'the centre delivers': {
    askers: ['learner'],
    relations: EVERYWHERE,
    why: 'A learner opens her own case; its results are delivered to her by the centre that the case was opened in, or the certifier.',
  },
  'no process reads it': {
    askers: ['service'],
    relations: EVERYWHERE,
    why: 'What a process needs comes to it by event, or by a narrower field; nothing is left open for what nobody does.',
  },
  'it is exported': {
    askers: ['privacy_officer'],
    relations: OTHERS,
    why: 'A privacy officer gets what is kept of a person by her ARCO request, not by browsing.',
  },
  'texts are not progress': {
    askers: ['mentor', 'centre_admin', 'privacy_officer', 'service'],
    relations: OTHERS,
    why: 'Lessons and questions are the author’s work: for who is enrolled, who teaches it, and the academy.',
  },
  'her own courses only': {
    askers: ['instructor', 'mentor', 'service'],
    relations: OTHERS,
    why: 'All of a learner’s enrolments are more than those of an instructor’s own courses, or those that a mentor accompanies; these they read by themselves, and as a list.',
  },
  'cohorts of one’s own': {
    askers: ['certifier', 'auditor', 'employer', 'instructor', 'mentor'],
    relations: EVERYWHERE,
    why: 'The report is of the whole academy, or of one centre. A certifier’s, an instructor’s or an employer’s cohort needs a report of its own.',
  },
  'a version is of the whole academy': {
    askers: ['centre_admin'],
    relations: EVERYWHERE,
    why: 'When a report changed is told for the whole academy: that somebody of another centre finished something would be told with it.',
  },
} as const satisfies Record<string, Omit<Deviation, 'effect'>>;

export type DeviationName = keyof typeof WIDER | keyof typeof NARROWER;

/** Every place where the graph is not what the matrix says, by name. What is narrower wins over what is wider. */
export const DEVIATIONS: Readonly<Record<DeviationName, Deviation>> = {
  ...mark(WIDER, 'wider'),
  ...mark(NARROWER, 'narrower'),
};

/** What stands for the scopes of which there is no table yet. */
export const READINGS = {
  A: 'instructor: learners enrolled in her own courses. Mentor: learners whom she accompanies, and those enrolments. Evaluator, verifier, auditor: cases that she is assigned to for that duty, and their candidates.',
  C: 'Who stands in the centre that the centre’s admin stands in (a case: which was opened there); the academy itself is a centre like any other.',
  E: 'The tenant: an academy certifies through one certifier until several are kept.',
  D: 'Nobody: disclosures are not kept yet.',
  M: 'Fields that are aggregates of at least 10 people, and no others.',
  X: 'A tenant’s register entry (not its people): whatever else crosses tenants needs break-glass of two persons, which is not built.',
} as const;

function mark<Name extends string>(
  deviations: Readonly<Record<Name, Omit<Deviation, 'effect'>>>,
  effect: Deviation['effect'],
): Record<Name, Deviation> {
  return Object.fromEntries(
    Object.entries<Omit<Deviation, 'effect'>>(deviations).map(([name, deviation]) => [name, { ...deviation, effect }]),
  ) as Record<Name, Deviation>;
}
