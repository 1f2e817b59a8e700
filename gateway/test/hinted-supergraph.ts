/**
 * A supergraph with every kind of hint, written as composition would: courses are for everyone, enrolments for the one who asks, and
 * users are never kept.
 */
export const HINTED_SDL = /* GraphQL */ `
  directive @join__type(graph: String!, key: String, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @cacheControl(maxAge: Int, scope: cacheControl__Scope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum cacheControl__Scope { PUBLIC PRIVATE }

  type Query {
    course(id: ID!): Course
    courseByCode(id: ID!, edition: Int): Course
    courses(filter: CourseFilter, first: Int = 10): CourseConnection @cacheControl(scope: PUBLIC)
    briefly: Course @cacheControl(maxAge: 20)
    motto: String @cacheControl(maxAge: 60, scope: PUBLIC)
    now: String
    enrollment(id: ID!): Enrollment
    enrollments: [Enrollment!]! @cacheControl(maxAge: 120)
    user(id: ID!): User
    shelf: Shelf @cacheControl(maxAge: 50, scope: PUBLIC)
    things: [Thing!]! @cacheControl(maxAge: 90, scope: PUBLIC)
  }
  type Mutation {
    courseCorrect(id: ID!): CourseCorrectResult
    enrollmentReturn(id: ID!): EnrollmentReturnSuccess
  }
  input CourseFilter { text: String language: String }
  type CourseConnection @cacheControl(inheritMaxAge: true) { edges: [CourseEdge!]! total: Int! }
  type CourseEdge @cacheControl(inheritMaxAge: true) { cursor: String! node: Course! }
  type Course @join__type(graph: "COURSES", key: "id") @cacheControl(maxAge: 300, scope: PUBLIC) {
    id: ID!
    title: String!
    price: Int @cacheControl(maxAge: 30)
    stock: Int @cacheControl(maxAge: 0)
    chapters: [Chapter!]!
    author: Author
    owner: User
    notes: String @cacheControl(scope: PRIVATE, inheritMaxAge: true)
    sequels: [Course!]!
  }
  type Chapter @cacheControl(inheritMaxAge: true) { title: String! }
  type Author @join__type(graph: "COURSES", key: "id") @cacheControl(scope: PUBLIC) { id: ID! name: String! }
  type User @join__type(graph: "USERS", key: "id") { id: ID! name: String! }
  type Enrollment @join__type(graph: "ENROLLMENTS", key: "id") @cacheControl(maxAge: 100) { id: ID! due: String course: Course user: User }
  type Shelf { label: String }
  interface Thing @cacheControl(inheritMaxAge: true) { id: ID! label: String }
  type Globe implements Thing @join__type(graph: "COURSES", key: "id") { id: ID! label: String @cacheControl(maxAge: 10, scope: PUBLIC) }
  type Map implements Thing @join__type(graph: "COURSES", key: "id") { id: ID! label: String }
  union CourseCorrectResult = CourseCorrectSuccess | CourseLostError
  type CourseCorrectSuccess { course: Course! }
  type CourseLostError { message: String! }
  type EnrollmentReturnSuccess { enrollment: Enrollment! }
`;
