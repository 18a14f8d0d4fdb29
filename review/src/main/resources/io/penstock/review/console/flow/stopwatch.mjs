/** How long a clerk looks at a task, and how long the next picture takes to be there. */

/** A reading that nobody can have seen yet is not accepted: a key that was held, or struck twice. */
const TOO_SOON_MS = 120;

export class Stopwatch {
  #since = 0;
  #hiddenFor = 0;
  #hiddenSince = null;
  #strokes = 0;
  #struck = null;

  /** Starts; until the signal it takes note of when the page is not to be seen. */
  constructor(signal) {
    document.addEventListener('visibilitychange', () => this.#countHidden(), {signal});
  }

  /** Returns how many keys were struck. */
  get strokes() {
    return this.#strokes;
  }

  /** Returns whether nobody can have seen yet what is shown. */
  get isTooSoon() {
    return performance.now() - this.#since < TOO_SOON_MS;
  }

  /** Returns for how long it was looked at, milliseconds; time in which the page was not to be seen is no time of work. */
  get millis() {
    this.#countHidden();
    return Math.max(0, Math.round(performance.now() - this.#since - this.#hiddenFor));
  }

  /** Begins anew: another task is there. */
  restart() {
    this.#since = performance.now();
    this.#hiddenFor = 0;
    this.#strokes = 0;
  }

  stroke() {
    this.#strokes++;
  }

  /** A key was struck after which another picture is to be there. */
  awaitPicture(stamp) {
    this.#struck = stamp;
  }

  /** The picture is there: from now on it is looked at. What it took stands in performance.getEntriesByName('key to next'). */
  pictureIsThere() {
    this.#since = performance.now();
    const start = this.#struck;
    this.#struck = null;
    if (start !== null) {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => performance.measure('key to next', {start, end: performance.now()});
        channel.port2.postMessage(0);
      });
    }
  }

  #countHidden() {
    if (this.#hiddenSince !== null) {
      this.#hiddenFor += performance.now() - this.#hiddenSince;
    }
    this.#hiddenSince = document.hidden ? performance.now() : null;
  }
}
