import { by, type Decisions, each, key, parent, rowsDecide } from '../decision.ts';

const EXPORTED = { ...by('arco.resolve', 'processes alone'), scope: 'data.export' };
const STANDARDS = by('standards.read');
const SYNC = by('standards.sync');
const SUBMISSION = by('submission.status', 'oneself');

const ACCREDITATION = by('accreditation.manage', 'oneself');
/** The matrix' r: who reads accreditations puts none on record. */
const ACCREDITING = by('accreditation.manage', 'certifiers accredit', 'an auditor reads');
const ACCREDITORS = { as: 'Mutation.accreditationRecord' };
/** What a candidate is judged by is no candidate's to read. */
const INSTRUMENT = { ...by('iec.record', 'instruments are for assessors'), scope: 'instrument.read' };

/** How the authority answers is for who sends to it, and for the academy's admin. */
const FOLLOWING = by('submission.send', 'admins follow the authority', 'a person decides');
const SENDING = by('submission.send', 'a person decides');
/** The platform's standing is its operator's. */
const OPERATING = by('standards.sync', 'operators see the platform', 'a person decides');
/** Lots that people carry to the authority, and what they bring back. */
const CARRYING = by('submission.send', 'a person decides');
const CARRIERS = { as: 'Mutation.lotPackageExport' };

/** Fields of the conocer island. */
export const CONOCER: Decisions = {
  Query: {
    conocerData: EXPORTED,
    conocerAuditLog: by('audit.read', 'audited by others'),
    standards: STANDARDS,
    standard: STANDARDS,
    accreditations: rowsDecide(ACCREDITATION, 'signed in'),
    authorityStatus: FOLLOWING,
    authorityTotals: OPERATING,
    standardsSyncs: SYNC,
    lotPackages: CARRYING,
    lotPackage: CARRYING,
  },
  Mutation: {
    submissionPrioritize: SENDING,
    accreditationRecord: ACCREDITING,
    accreditationEnd: ACCREDITING,
    standardsSync: SYNC,
    lotPackageExport: CARRYING,
    lotPackageDownload: CARRYING,
    lotPackageHandOver: CARRYING,
    lotOutcomeImport: by('folio.import', 'a person decides'),
  },
  LotPackage: each(
    CARRYING,
    'id lot status size sha256 files requestedBy requestedAt readyAt expiresAt handedOverBy handedOverAt outcomes',
  ),
  LotPackageConnection: each(parent('The answer of Query.lotPackages.', CARRIERS), 'edges pageInfo'),
  LotPackageEdge: each(parent('Part of Query.lotPackages.', CARRIERS), 'cursor node'),
  LotPackageFile: each(parent('Part of LotPackage.files.', CARRIERS), 'name bytes sha256'),
  LotOutcome: each(
    parent('Part of LotPackage.outcomes.', CARRIERS),
    'id sha256 issued rejected unchanged doubts importedBy importedAt entries',
  ),
  LotOutcomeConnection: each(parent('The list of LotPackage.outcomes.', CARRIERS), 'edges pageInfo'),
  LotOutcomeEdge: each(parent('Part of LotPackage.outcomes.', CARRIERS), 'cursor node'),
  LotOutcomeEntry: each(parent('Part of LotOutcome.entries.', CARRIERS), 'line kind certification'),
  LotOutcomeEntryConnection: each(parent('The list of LotOutcome.entries.', CARRIERS), 'edges pageInfo'),
  LotOutcomeEntryEdge: each(parent('Part of LotOutcome.entries.', CARRIERS), 'cursor node'),
  LotOutcomeProblem: each(parent('Part of LotOutcomeUnreadableError.problems.', CARRIERS), 'line column expected'),
  LotOutcomeUnreadableError: each(parent('An answer of Mutation.lotOutcomeImport.', CARRIERS), 'message code problems'),
  LotPackageExportSuccess: each(parent('The answer of the mutation.', CARRIERS), 'lotPackage'),
  LotPackageDownloadSuccess: each(parent('The answer of the mutation.', CARRIERS), 'lotPackage fileName contentBase64'),
  LotPackageHandOverSuccess: each(parent('The answer of the mutation.', CARRIERS), 'lotPackage'),
  LotOutcomeImportSuccess: each(parent('The answer of the mutation.', CARRIERS), 'outcome'),
  Accreditation: {
    ...each(ACCREDITATION, 'person kind standardMajor folio issuedOn validThrough recordedAt endedAt endReason'),
    id: key,
  },
  AccreditationConnection: each(parent('The list of accreditations that one may see.', 'signed in'), 'edges pageInfo'),
  AccreditationEdge: each(parent('Part of a list of accreditations.', 'signed in'), 'cursor node'),
  AccreditationRecordSuccess: { accreditation: parent('The answer of the mutation.', ACCREDITORS) },
  AccreditationEndSuccess: { accreditation: parent('The answer of the mutation.', ACCREDITORS) },
  Instrument: each(INSTRUMENT, 'origin minimumScore criteria reactivos'),
  InstrumentCriterion: each(INSTRUMENT, 'id statement'),
  InstrumentReactivo: each(INSTRUMENT, 'id kind criterion weight statement'),
  Standard: {
    id: key,
    instrument: INSTRUMENT,
    ...each(
      STANDARDS,
      'code title level sector committee isActive committees status supersedes supersededBy versions solarpunkAlignment isSample criteria',
    ),
  },
  StandardAlignment: each(STANDARDS, 'score modelVersion readingVersion subScores competences'),
  StandardSubScore: each(STANDARDS, 'name score coverage'),
  StandardCriterion: each(STANDARDS, 'id kind statement origin'),
  StandardsSync: each(
    SYNC,
    'id cause state source requestedAt startedAt endedAt failure failureDetail received listed unreadable added changed retired absent problems changes',
  ),
  StandardsSyncSuccess: { sync: SYNC },
  StandardsSyncProblem: each(SYNC, 'row code flaw'),
  StandardChange: each(SYNC, 'code kind differences'),
  StandardDifference: each(SYNC, 'field before after'),
  Certification: { submission: rowsDecide(SUBMISSION, { signedInOr: 'submission.status' }) },
  Submission: each(SUBMISSION, 'id status attempts sentAt checkedAt officialFolio rejectionReason authority priority'),
  SubmissionPrioritizeSuccess: { submission: parent('The answer of the mutation.', { as: 'Mutation.submissionPrioritize' }) },
  AuthorityStatus: each(
    parent('The answer of Query.authorityStatus.', { as: 'Query.authorityStatus' }),
    'authority state since cause triesAt waiting oldestWaitingAt answeredAt breakers',
  ),
  AuthorityTotal: each(
    parent('The answer of Query.authorityTotals.', { as: 'Query.authorityTotals' }),
    'authority waiting oldestWaitingAt tenantsAway answeredAt countedAt breakers',
  ),
  AuthorityBreaker: each(parent('Part of AuthorityStatus or AuthorityTotal.'), 'side state since'),
};
