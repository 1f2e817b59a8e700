import { firstNode, idempotencyKey, REFUSAL, VISITOR } from './example-parts.js';

/** Certificates that exist, and who may check them. */
export const CERTIFICATE_EXAMPLES = [
  {
    title: 'Somebody’s certificates',
    note: 'Of a learner who has some already.',
    as: { tenant: 'raices', person: 'learner-01, learner' },
    operation: `query Certificates {
  certifications(first: 5) {
    edges {
      node {
        id
        status
        officialFolio
        certificate { folio issuedAt }
        course { title }
        enrollment { id }
      }
    }
  }
}
`,
    keeps: ({ certifications }) => ({
      folio: firstNode(certifications)?.certificate?.folio,
      othersEnrollmentId: firstNode(certifications)?.enrollment?.id,
    }),
  },
  {
    title: 'Verify one, without login',
    as: VISITOR,
    needs: { folio: 'Somebody’s certificates' },
    operation: `query Verify($code: String!) {
  certificateVerification(code: $code) {
    isValid
    status
    folio
    holderInitials
    courseTitle
    standardCode
    officialFolio
    revokedAt
  }
}
`,
    variables: ({ folio }) => ({ code: folio }),
  },
];

/** What those may do who run the academy. */
export const STAFF_EXAMPLES = [
  {
    title: 'Completion report, as analyst',
    note: 'Groups of fewer than ten learners are withheld.',
    as: { tenant: 'raices', person: 'ana, analyst' },
    operation: `query Report {
  completionReport(first: 10) {
    asOf
    minimumGroupSize
    rows {
      edges {
        node {
          course { title }
          completions
          certificatesIssued
          officialCertificatesIssued
          isSuppressed
        }
      }
    }
  }
}
`,
  },
  {
    title: 'The report, live',
    note: 'Told again when its figures are others; changes within about a second are told as one.',
    as: { tenant: 'raices', person: 'ana, analyst' },
    operation: `subscription ReportChanges {
  reportUpdated(report: COMPLETION) {
    kind
    version
    occurredAt
    completionReport(first: 3) {
      rows { edges { node { course { title } completions isSuppressed } } }
    }
  }
}
`,
  },
  {
    title: 'Every case of the tenant, live, as certifier',
    note: 'Complete a course as alice in another window, and see her case walk through its states.',
    as: { tenant: 'raices', person: 'celia, certifier' },
    operation: `subscription CaseChanges {
  certificationsStatusChanged {
    kind
    position
    status
    certification { candidate { displayName } course { title } }
    snapshot { status course { title } }
  }
}
`,
  },
  {
    title: 'Cases of the tenant, as certifier',
    as: { tenant: 'raices', person: 'celia, certifier' },
    operation: `query Cases($status: [CertificationStatus!]) {
  certifications(first: 10, filter: { status: $status }) {
    edges { node { id status candidate { displayName } course { title } certificate { status } } }
  }
}
`,
    variables: () => ({ status: ['RESULTS_DELIVERED'] }),
    keeps: ({ certifications }) => ({
      caseId: certifications?.edges.find(({ node }) => node.certificate?.status === 'ISSUED')?.node.id,
    }),
  },
  {
    title: 'Revoke 1: one person proposes',
    as: { tenant: 'raices', person: 'celia, certifier' },
    needs: { caseId: 'Cases of the tenant, as certifier' },
    operation: `mutation Propose($input: CertificationRevocationProposeInput!) {
  certificationRevocationPropose(input: $input) {
    ... on CertificationRevocationProposeSuccess { revocation { id } }
    ${REFUSAL}
  }
}
`,
    variables: ({ caseId }) => ({
      input: { certificationId: caseId, reason: 'Emitido por error.', idempotencyKey: idempotencyKey() },
    }),
    keeps: ({ certificationRevocationPropose }) => ({ revocationId: certificationRevocationPropose?.revocation?.id }),
  },
  {
    title: 'Revoke 2: another one confirms',
    note: 'As celia herself, it is refused.',
    as: { tenant: 'raices', person: 'cosme, certifier' },
    needs: { revocationId: 'Revoke 1: one person proposes' },
    operation: `mutation Confirm($input: CertificationRevocationConfirmInput!) {
  certificationRevocationConfirm(input: $input) {
    ... on CertificationRevocationConfirmSuccess { revocation { confirmedAt confirmedBy { displayName } certificate { folio status } } }
    ${REFUSAL}
  }
}
`,
    variables: ({ revocationId }) => ({ input: { revocationId, idempotencyKey: idempotencyKey() } }),
  },
];
