/** A clock that stands until it is told to go on, and a service that answers as told. */

export class Ticking {
  #now = 1_000;
  #due = [];

  now() {
    return this.#now;
  }

  later(run, millis) {
    const entry = {at: this.#now + millis, run};
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  /** Lets time pass, with all that falls due and what comes of it. */
  async pass(millis) {
    const end = this.#now + millis;
    for (;;) {
      await settle();
      const next = this.#due.filter(({at}) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) {
        break;
      }
      this.#due = this.#due.filter((other) => other !== next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}

/** Lets all promises that can be kept be kept. */
export async function settle() {
  for (let i = 0; i < 30; i++) {
    await null;
  }
}

/** What the page meets as a store. */
export class Store {
  kept = new Map();

  get length() {
    return this.kept.size;
  }

  key(i) {
    return [...this.kept.keys()][i];
  }

  getItem(key) {
    return this.kept.get(key) ?? null;
  }

  setItem(key, value) {
    this.kept.set(key, value);
  }

  removeItem(key) {
    this.kept.delete(key);
  }
}
