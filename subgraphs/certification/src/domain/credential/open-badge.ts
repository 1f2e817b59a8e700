import { withoutCurps } from './without-curps.ts';

/** What a credential attests: that a course was completed, or that somebody holds an official certificate of competency. */
export type CredentialKind = 'COMPLETION' | 'COMPETENCY';

/** An academy, as its credentials name it. */
export type BadgeIssuer = { readonly did: string; readonly name: string; readonly url: string };

/** What both kinds of credentials say. Nothing of it is a name, a CURP, or an address of a person. */
export type BadgeFacts = {
  /** URL of the credential itself. */
  readonly id: string;
  readonly issuer: BadgeIssuer;
  /** URN that stands for the holder in this credential alone. */
  readonly subjectId: string;
  /** What the holder's name, as the certificate bears it, can be held against. */
  readonly identity: SaltedIdentity;
  readonly issuedAt: Date;
  /** The entry of the issuer's status list. */
  readonly status: Readonly<Record<string, string>>;
  readonly courseTitle: string;
};

export type CompletionFacts = BadgeFacts & {
  readonly courseId: string;
  /** Null: the course is aligned to none. */
  readonly standardCode: string | null;
  readonly folio: string;
};

export type CompetencyFacts = BadgeFacts & { readonly standardCode: string; readonly officialFolio: string };

/** A hash of a name with a salt that was drawn for this credential: who knows the name can check it, nobody can read it. */
export type SaltedIdentity = {
  /** SHA-256 of name and salt, 64 hex digits. */
  readonly sha256: string;
  readonly salt: string;
};

const CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] as const;
/** The register that standards are in; it has no page for each of them. */
const STANDARDS_REGISTER = {
  targetFramework: 'Registro Nacional de Estándares de Competencia (RENEC)',
  targetUrl: 'https://conocer.gob.mx/',
};

/** The unsigned `OpenBadgeCredential` of a completed course: what the academy's certificate says, without the holder's name. */
export function completionCredential(facts: CompletionFacts) {
  const { courseId, standardCode, folio } = facts;
  const title = withoutCurps(facts.courseTitle);
  return badge(facts, {
    name: `Certificado: ${title}`,
    description: `La academia certifica que la persona titular concluyó y acreditó el curso «${title}».`,
    licenseNumber: folio,
    achievement: {
      id: `urn:uuid:${courseId}`,
      type: ['Achievement'],
      achievementType: 'CertificateOfCompletion',
      name: title,
      description: `Curso «${title}».`,
      criteria: { narrative: 'Concluir el curso y acreditar su evaluación final.' },
      inLanguage: 'es',
      ...(standardCode === null ? {} : { alignment: [alignmentTo(standardCode)] }),
    },
  });
}

/**
 * The unsigned `OpenBadgeCredential` by which the academy attests that the holder has an official certificate of competency, and when it learnt so. The academy is its issuer;
 * the certificate itself is the authority's, and this one does not stand for it.
 */
export function competencyCredential(facts: CompetencyFacts) {
  const { standardCode, officialFolio, issuedAt } = facts;
  const folio = withoutCurps(officialFolio);
  const checkedOn = issuedAt.toISOString().slice(0, 10);
  return badge(facts, {
    name: `Constancia de competencia: ${standardCode}`,
    description: `La academia hace constar que la persona titular cuenta con el certificado de competencia laboral con folio ${folio} en el estándar ${standardCode}, comprobado el ${checkedOn}. El certificado lo emite la autoridad; esta constancia no lo sustituye.`,
    licenseNumber: folio,
    achievement: {
      id: `urn:madfam:standard:${standardCode}`,
      type: ['Achievement'],
      achievementType: 'Competency',
      name: `Competencia en el estándar ${standardCode}`,
      description: `Competencia laboral conforme al estándar de competencia ${standardCode}.`,
      criteria: {
        narrative: `Ser evaluado competente conforme al estándar ${standardCode} y contar con el certificado oficial.`,
      },
      humanCode: standardCode,
      inLanguage: 'es',
      alignment: [alignmentTo(standardCode)],
    },
    evidence: [
      {
        type: ['Evidence'],
        name: `Certificado de competencia laboral, folio ${folio}`,
        narrative: `Folio ${folio} en el estándar ${standardCode}, comprobado el ${checkedOn}.`,
      },
    ],
  });
}

function badge(
  facts: BadgeFacts,
  {
    achievement,
    licenseNumber,
    ...told
  }: { achievement: object; licenseNumber: string; name: string; description: string; evidence?: object[] },
) {
  const { id, issuer, subjectId, identity, issuedAt, status } = facts;
  const at = secondsOf(issuedAt);
  return {
    '@context': [...CONTEXTS],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.did, type: ['Profile'], ...issuerName(issuer.name), url: issuer.url },
    validFrom: at,
    awardedDate: at,
    ...told,
    credentialSubject: {
      id: subjectId,
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: `sha256$${identity.sha256}`,
          identityType: 'name',
          salt: identity.salt,
        },
      ],
      licenseNumber,
      achievement,
    },
    credentialStatus: { ...status },
  };
}

function alignmentTo(standardCode: string) {
  return {
    type: ['Alignment'],
    targetCode: standardCode,
    targetName: `Estándar de competencia ${standardCode}`,
    ...STANDARDS_REGISTER,
    targetType: 'ext:CompetencyStandard',
  };
}

/** An academy whose name could be taken for the authority's is named by its DID alone. */
function issuerName(name: string): { readonly name?: string } {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /\bconocer\b|consejo nacional de normalizacion/.test(plain) ? {} : { name: withoutCurps(name) };
}

function secondsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
