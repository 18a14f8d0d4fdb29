/**
 * The answers on their way: sent in the background one after the other, again until the server has taken or refused them, and kept over
 * a reload. Each has an id, so that one that is sent twice is one.
 */

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;

/** Fires `change`; `sent` and `refused` with {entry, reply | error} in detail. */
export class Outbox extends EventTarget {
  #api;
  #clock;
  #storage;
  #key;
  #entries = [];
  #flying = null;
  #settled = new Map();
  #wait = FIRST_WAIT_MS;
  #retry = null;
  #paused = false;
  #down = false;

  /** Takes the way to the server, a store of strings (or null), and the name under which the entries are kept there. */
  constructor({api, clock, storage, key}) {
    super();
    this.#api = api;
    this.#clock = clock;
    this.#storage = storage;
    this.#key = key;
  }

  /** Returns how many answers the server has not taken yet. */
  get size() {
    return this.#entries.length;
  }

  /** Returns whether the last try found nobody at the other end. */
  get down() {
    return this.#down;
  }

  /** Takes over what an earlier page could not send. */
  adopt(entries) {
    this.#entries.push(...entries.filter((entry) => !this.#entries.some((mine) => mine.id === entry.id)));
    this.#changed();
    this.#pump();
  }

  /** Sends an entry {id, review, lease, action, body, told} as soon as can be. */
  add(entry) {
    this.#entries.push(entry);
    this.#changed();
    this.#pump();
  }

  /** Takes an entry back that has not begun its way; returns it, or null. */
  takeBack(id) {
    const at = this.#entries.findIndex((entry) => entry.id === id);
    if (at < 0 || this.#flying === id || this.#entries[at].tries > 0) {
      return null;
    }
    const [entry] = this.#entries.splice(at, 1);
    this.#changed();
    return entry;
  }

  /** Returns a promise that is kept when an entry is no longer on its way. */
  whenSettled(id) {
    if (!this.#entries.some((entry) => entry.id === id)) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#settled.set(id, [...(this.#settled.get(id) ?? []), resolve]);
    });
  }

  /** Stops sending: nobody is logged in. */
  pause() {
    this.#paused = true;
  }

  /** Sends on at once: somebody is logged in, or the network is back. */
  resume() {
    this.#paused = false;
    this.#wait = FIRST_WAIT_MS;
    this.#retry?.();
    this.#retry = null;
    this.#pump();
  }

  async #pump() {
    if (this.#flying !== null || this.#paused || this.#retry !== null || this.#entries.length === 0) {
      return;
    }
    const entry = this.#entries[0];
    this.#flying = entry.id;
    entry.tries = (entry.tries ?? 0) + 1;
    this.#save();
    try {
      const reply = await this.#api.post(`/api/leases/${encodeURIComponent(entry.lease)}/${entry.action}`, entry.body);
      this.#ended(entry, 'sent', {entry, reply});
    } catch (error) {
      await this.#failed(entry, error);
    }
    this.#flying = null;
    this.#pump();
  }

  async #failed(entry, error) {
    if (error.mayPass) {
      this.#tryLater(entry, error);
    } else if (error.status === 401) {
      this.#paused = true;
    } else if (error.status === 409 && error.code !== 'TASK_CLOSED' && !entry.regained) {
      await this.#regain(entry, error);
    } else {
      this.#ended(entry, 'refused', {entry, error});
    }
  }

  /** A lease that ran out while the network was down: if nobody else has the task, it is taken again, and the answer goes with it. */
  async #regain(entry, error) {
    try {
      const {tasks} = await this.#api.post('/api/leases', {want: 1, review: entry.review});
      const again = tasks?.find((task) => task.review === entry.review);
      if (again === undefined) {
        this.#ended(entry, 'refused', {entry, error});
        return;
      }
      entry.lease = again.lease;
      entry.regained = true;
      this.#save();
    } catch (later) {
      if (later.mayPass) {
        this.#tryLater(entry, later);
      } else if (later.status === 401) {
        this.#paused = true;
      } else {
        this.#ended(entry, 'refused', {entry, error});
      }
    }
  }

  /** Where the server fails over one answer the others go before it. */
  #tryLater(entry, error) {
    if (error.status >= 500 && error.status !== 503) {
      this.#entries.push(this.#entries.splice(this.#entries.indexOf(entry), 1)[0]);
    }
    this.#down = error.status === 0 || error.status >= 500;
    this.#retry = this.#clock.later(() => {
      this.#retry = null;
      this.#pump();
    }, this.#wait);
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT_MS);
    this.#changed();
  }

  #ended(entry, event, detail) {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    this.#down = false;
    this.#wait = FIRST_WAIT_MS;
    this.#changed();
    this.dispatchEvent(new CustomEvent(event, {detail}));
    this.#settled.get(entry.id)?.forEach((resolve) => resolve());
    this.#settled.delete(entry.id);
  }

  #changed() {
    this.#save();
    this.dispatchEvent(new Event('change'));
  }

  /** A store that is full or forbidden keeps nothing: then the page itself is all there is, and leaving it is warned of. */
  #save() {
    try {
      if (this.#entries.length === 0) {
        this.#storage?.removeItem(this.#key);
      } else {
        this.#storage?.setItem(this.#key, JSON.stringify(this.#entries));
      }
    } catch {
      this.#storage = null;
    }
  }
}

const PREFIX = 'penstock.outbox.';

/** Returns the name under which a page of a user keeps its answers. */
export function outboxKey(user, page) {
  return `${PREFIX}${encodeURIComponent(user)}.${page}`;
}

/** Takes from a store what pages of a user left behind that are open no more; alive: ids of the pages that are. */
export function leftBehind(storage, user, alive) {
  const mine = `${PREFIX}${encodeURIComponent(user)}.`;
  const keys = Array.from({length: storage.length}, (_, i) => storage.key(i)).filter(
    (key) => key.startsWith(mine) && !alive.has(key.slice(mine.length))
  );
  return keys.flatMap((key) => {
    const kept = storage.getItem(key);
    storage.removeItem(key);
    try {
      return JSON.parse(kept);
    } catch {
      return [];
    }
  });
}
