import { ALICE, VISITOR } from './example-parts.js';
import { LEARNER_EXAMPLES } from './learner-examples.js';
import { CERTIFICATE_EXAMPLES, STAFF_EXAMPLES } from './staff-examples.js';

const START_EXAMPLES = [
  {
    title: 'First query',
    note: 'Three islands answer: courses the title, users the instructor, conocer the standard. No login needed.',
    as: VISITOR,
    operation: `query Catalogue {
  tenant { name }
  courses(first: 5) {
    edges {
      node {
        title
        level
        instructor { displayName }
        standards { code title level }
      }
    }
  }
}
`,
  },
  {
    title: 'Standards by words',
    as: VISITOR,
    operation: `query Standards($text: String) {
  standards(first: 10, filter: { text: $text }) {
    edges { node { code title level sector } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: () => ({ text: 'cursos' }),
  },
  {
    title: 'Who am I',
    as: ALICE,
    operation: `query Me {
  me {
    displayName
    email
    curpMasked
    personas { persona grantedAt }
    tenant { name }
  }
}
`,
  },
];

const REFUSED_EXAMPLES = [
  {
    title: 'Another tenant’s enrolment',
    note: 'Diego of solaris asks for an enrolment of raices: for him it does not exist.',
    as: { tenant: 'solaris', person: 'diego, learner' },
    needs: { othersEnrollmentId: 'Somebody’s certificates' },
    operation: `query OtherTenant($id: ID!) {
  enrollment(id: $id) { id learner { displayName } }
}
`,
    variables: ({ othersEnrollmentId }) => ({ id: othersEnrollmentId }),
  },
  {
    title: 'Another tenant’s door',
    note: 'Alice’s token says raices; the path says solaris.',
    as: { tenant: 'solaris', person: 'alice, learner', home: 'raices' },
    operation: `query WrongDoor {
  me { displayName }
}
`,
  },
  {
    title: 'The wrong persona',
    note: 'Reports are for analysts and admins.',
    as: ALICE,
    operation: `query NoReport {
  completionReport { asOf }
}
`,
  },
  {
    title: 'Nobody’s profile',
    note: 'Without a token there is no “me”.',
    as: VISITOR,
    operation: `query Nobody {
  me { displayName }
}
`,
  },
];

/**
 * Operations to try, in groups. `as` says in whose name; `needs` names what earlier answers must have told and which example tells it, `keeps`
 * what this answer tells; `operation` and `variables` are made from what was told.
 */
export const EXAMPLE_GROUPS = [
  { title: 'Start here', examples: START_EXAMPLES },
  { title: 'A learner’s way', examples: LEARNER_EXAMPLES },
  { title: 'Certificates', examples: CERTIFICATE_EXAMPLES },
  { title: 'Staff', examples: STAFF_EXAMPLES },
  { title: 'What is refused', examples: REFUSED_EXAMPLES },
];
