/** Something that is not done, and nothing of it was: the message is for the operator, and says what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal';
}
