interface Waiter {
  position: bigint;
  resolve(reached: boolean): void;
  timer: NodeJS.Timeout;
}

/** Those who wait until the views have passed a position. */
export class Waiters {
  #waiting: Waiter[] = [];

  wait(position: bigint, timeoutMilliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        resolve(false);
      }, timeoutMilliseconds);
      const waiter: Waiter = { position, resolve, timer };
      this.#waiting.push(waiter);
    });
  }

  reached(position: bigint): void {
    this.#settle((waiter) => waiter.position <= position, true);
  }

  giveUp(): void {
    this.#settle(() => true, false);
  }

  #settle(which: (waiter: Waiter) => boolean, reached: boolean): void {
    const still: Waiter[] = [];
    for (const waiter of this.#waiting) {
      if (which(waiter)) {
        clearTimeout(waiter.timer);
        waiter.resolve(reached);
      } else still.push(waiter);
    }
    this.#waiting = still;
  }
}
