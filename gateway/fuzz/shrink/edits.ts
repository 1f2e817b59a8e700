import { type ASTNode, type DocumentNode, visit } from 'graphql';

/** One way to make a document smaller: applied where it fits; undefined where it does not. */
export type Edit = (node: ASTNode, parent: ASTNode | readonly ASTNode[] | undefined) => ASTNode | null | undefined;

/** The document after an edit at its nth fitting place, counted in reading order; undefined when there are fewer. */
export function editNth(document: DocumentNode, edit: Edit, nth: number): DocumentNode | undefined {
  let seen = -1;
  let isDone = false;
  const edited = visit(document, {
    enter(node, _key, parent) {
      if (isDone) return false;
      const replacement = edit(node, parent);
      if (replacement === undefined || ++seen !== nth) return undefined;
      isDone = true;
      return replacement;
    },
  });
  return isDone ? edited : undefined;
}

/** Applies edits again and again while the document stays interesting. Resolves to the smallest that was found before the time was over. */
export async function shrinkDocument<Whole>(
  whole: Whole,
  edits: readonly Edit[],
  {
    read,
    write,
    isInteresting,
    isOver,
  }: {
    read(whole: Whole): DocumentNode;
    write(whole: Whole, document: DocumentNode): Whole | undefined;
    isInteresting(whole: Whole): Promise<boolean>;
    isOver(): boolean;
  },
): Promise<Whole> {
  let best = whole;
  for (const edit of edits) {
    for (let nth = 0; !isOver(); ) {
      const edited = editNth(read(best), edit, nth);
      if (edited === undefined) break;
      const candidate = write(best, edited);
      if (candidate !== undefined && (await isInteresting(candidate))) best = candidate;
      else nth++;
    }
  }
  return best;
}
