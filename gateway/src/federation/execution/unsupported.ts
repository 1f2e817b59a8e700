/** A plan or an operation has a part that is not compiled here; the stock executor is to run it. */
export class Unsupported extends Error {
  constructor(part: string) {
    super(`${part} is not compiled`);
    this.name = 'Unsupported';
  }
}
