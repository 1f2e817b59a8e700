/** The row that an answer of ours names. Throws when it is gone: nothing deletes such rows. */
export async function loaded<Row>(loading: Promise<Row | undefined>): Promise<Row> {
  const row = await loading;
  if (row === undefined) throw new Error('A row that an answer names is not there.');
  return row;
}
