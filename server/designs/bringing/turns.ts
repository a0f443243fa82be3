/** Bringings that one member has under way at the same moment, and repositories that are fetched for all. */
const MOST_AT_ONCE = 2;
const MOST_REPOSITORIES = 2;

/** Who brings something at this moment, in this process. */
export class Turns {
  readonly #underWay = new Map<string, number>();
  #repositories = 0;

  /** @returns null where it is not this one's turn, else what the work answers. */
  async take<T>(memberId: string, isRepository: boolean, work: () => Promise<T>): Promise<T | null> {
    const count = this.#underWay.get(memberId) ?? 0;
    const repositories = isRepository ? 1 : 0;
    if (count >= MOST_AT_ONCE || this.#repositories + repositories > MOST_REPOSITORIES) return null;
    this.#underWay.set(memberId, count + 1);
    this.#repositories += repositories;
    try {
      return await work();
    } finally {
      this.#repositories -= repositories;
      const left = (this.#underWay.get(memberId) ?? 1) - 1;
      if (left === 0) this.#underWay.delete(memberId);
      else this.#underWay.set(memberId, left);
    }
  }
}
