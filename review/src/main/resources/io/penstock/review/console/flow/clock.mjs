/** Time, so that tests need not wait for it. */
export const clock = {
  now: () => Date.now(),
  /** Runs something later; returns what takes it back. */
  later(run, millis) {
    const timer = setTimeout(run, millis);
    return () => clearTimeout(timer);
  }
};
