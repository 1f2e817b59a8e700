/** A course of the seed catalogue. Keys and slugs never change: the ids of seeded rows are derived from them. */
export type CourseSeed = {
  /** Unique in the catalogue. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly level: 'BASIC' | 'INTERMEDIATE' | 'ADVANCED';
  /** Whole Mexican pesos, taxes included. */
  readonly price: { readonly amountMxn: number };
  /** Language of the content, BCP 47. */
  readonly language: 'es-MX';
  /** Code of the competency standard that the course is aligned to. */
  readonly standardCode: string;
  /** In teaching order. */
  readonly modules: readonly ModuleSeed[];
  readonly assessment: AssessmentSeed;
};

/** A module; its key is unique in the course. */
export type ModuleSeed = { readonly key: string; readonly title: string; readonly lessons: readonly LessonSeed[] };

/** A lesson; its key is unique in the course, not only in the module. */
export type LessonSeed = {
  readonly key: string;
  readonly title: string;
  /** Expected effort. */
  readonly minutes: number;
  readonly isRequired: boolean;
  readonly body: string;
};

/** The final assessment; the weights of its questions sum to 100. */
export type AssessmentSeed = {
  /** Least score to complete the course, 0 to 100. */
  readonly passingScorePercent: number;
  /** Puntaje mínimo of the sample instrument: least share of the weight for COMPETENTE, 0 to 100. */
  readonly minimumScorePercent: number;
  readonly items: readonly AssessmentItemSeed[];
};

/**
 * A question, and the reactivo and criterio that it shows. Both are samples of the academy's own, with ids that say so: they are
 * not those of the official standard.
 */
export type AssessmentItemSeed = {
  /** Unique in the course. */
  readonly key: string;
  readonly prompt: string;
  readonly weight: number;
  readonly reactivo: `SAMPLE-${string}-R${number}`;
  readonly criterion: `SAMPLE-${string}-C${number}`;
  /** Texts by key, in the order in which they are shown. */
  readonly choices: Readonly<Record<string, string>>;
  /** Keys of the right choices. One: a single choice; more: a multiple choice. */
  readonly rightKeys: readonly [string, ...string[]];
};

/** The choices of a question in order, each with whether it is right. */
export function choicesOf(item: AssessmentItemSeed): { key: string; text: string; isRight: boolean }[] {
  return Object.entries(item.choices).map(([key, text]) => ({ key, text, isRight: item.rightKeys.includes(key) }));
}
