/** Pictures of tasks, fetched and decoded ahead, so that showing one takes no time. */

const PAGE_WIDTH = 1800;
const AGAIN_MS = 1_000;

export class Pictures {
  #fetch;
  #api;
  #clock;
  #held = new Map();

  /** Takes what fetches a decoded picture by its path. */
  constructor({api, clock, fetch}) {
    this.#api = api;
    this.#clock = clock;
    this.#fetch = fetch;
  }

  /** Returns {bitmap, page} (page: of whole pages) or {failed: true, gone} for a task whose picture has come or cannot, else null. */
  of(task) {
    return this.#held.get(task.review)?.state ?? null;
  }

  /** Fetches a task's picture, again where the network fails as long as it is wanted, and says when it has come. */
  async load(task, isWanted, come) {
    const holder = {state: null};
    this.#held.set(task.review, holder);
    try {
      holder.state = await this.#look(task);
    } catch (e) {
      if (e.mayPass && isWanted()) {
        this.#clock.later(() => isWanted() && this.load(task, isWanted, come), AGAIN_MS);
        return;
      }
      holder.state = {failed: true, gone: e.status === 404};
    }
    come();
  }

  /** Forgets all pictures but those of these tasks. */
  keepOnly(tasks) {
    const needed = new Set(tasks.map((task) => task.review));
    for (const [review, {state}] of this.#held) {
      if (!needed.has(review)) {
        state?.bitmap?.close?.();
        this.#held.delete(review);
      }
    }
  }

  /** Of a whole page what is known of it is fetched too, so that it can be answered at once. */
  async #look(task) {
    const path = `/api/tasks/${encodeURIComponent(task.review)}`;
    if (task.field !== null) {
      return {bitmap: await this.#fetch(task.snippet ?? `${path}/snippet.png`)};
    }
    const [bitmap, page] = await Promise.all([this.#fetch(`${path}/page.jpg?width=${PAGE_WIDTH}`), this.#api.get(`${path}/page`)]);
    return {bitmap, page};
  }
}
