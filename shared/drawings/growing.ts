/** Numbers that become more: without an object for each. */
export class Growing {
  numbers: Float64Array;
  length = 0;

  constructor(first = 4096) {
    this.numbers = new Float64Array(first);
  }

  /** Makes room for so many more, and tells where they begin. */
  more(count: number): number {
    const from = this.length;
    this.length += count;
    if (this.length > this.numbers.length) {
      const larger = new Float64Array(Math.max(this.length, this.numbers.length * 2));
      larger.set(this.numbers.subarray(0, from));
      this.numbers = larger;
    }
    return from;
  }
}
