/** Room at first: a file may have a hundred thousand small objects. */
const FIRST = 96;

/** Numbers of 32 bits that grow in number, for as long as a file is read. */
export class GrowingFloats {
  values = new Float32Array(FIRST);
  length = 0;

  push(x: number, y: number, z: number): void {
    if (this.length + 3 > this.values.length) {
      const larger = new Float32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = x;
    this.values[this.length + 1] = y;
    this.values[this.length + 2] = z;
    this.length += 3;
  }
}

/** Whole numbers that grow in number. */
export class GrowingNumbers {
  values = new Int32Array(FIRST);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}
