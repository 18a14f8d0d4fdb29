/**
 * What lies on a clerk's desk: the task in front, those leased ahead with their pictures decoded, and the last ten answers that can be
 * opened again. Knows the server by its contract, and nothing of the screen.
 */

import {uuid} from './id.mjs';
import {Pictures} from './pictures.mjs';

const UNDO_LIMIT = 10;
const FINISHED_LIMIT = 500;
const EMPTY_WAIT_MS = 2_000;
const MOST_AHEAD = 12;

/** Fires `task` (another one lies in front, or none), `ahead` (others wait behind it), `notice` ({code, …} in detail). */
export class Desk extends EventTarget {
  #api;
  #outbox;
  #clock;
  #policy;
  #ahead;
  #id;
  #tasks = [];
  #pictures;
  #done = [];
  #finished = new Set();
  #filling = false;
  #again = false;
  #poll = null;
  #beat = null;
  #touched = 0;
  #idle = false;
  #stopped = true;
  #batch = {};
  #since = 0;

  /**
   * Takes the policy of the session ({leaseSeconds, ahead}), the desk's id, which is the same after a reload, and what fetches a decoded
   * picture by its path.
   */
  constructor({api, outbox, clock, policy, id, picture}) {
    super();
    this.#api = api;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#policy = policy;
    this.#ahead = policy.ahead;
    this.#id = id;
    this.#pictures = new Pictures({api, clock, fetch: picture});
    outbox.addEventListener('sent', ({detail}) => this.#sent(detail));
    outbox.addEventListener('refused', ({detail}) => this.#refused(detail));
  }

  /** Returns the task in front, or null. */
  get current() {
    return this.#tasks[0] ?? null;
  }

  /** Returns the tasks that wait behind it. */
  get ahead() {
    return this.#tasks.slice(1);
  }

  /** Returns what the tasks are chosen by: {kind} or {form} or {document}, or nothing. */
  get batch() {
    return this.#batch;
  }

  /** Returns how many tasks of the batch were answered here. */
  get answered() {
    return this.#since;
  }

  /** Returns whether tasks are on their way. */
  get loading() {
    return this.#filling;
  }

  get idle() {
    return this.#idle;
  }

  /** Returns {bitmap, page} (page: of whole pages) or {failed: true, gone} for a task whose picture has come or cannot, else null. */
  pictureOf(task) {
    return this.#pictures.of(task);
  }

  /** Begins, or goes on. */
  start() {
    this.#stopped = false;
    this.#idle = false;
    this.#touched = this.#clock.now();
    this.#keepAlive();
    return this.fill();
  }

  /** Gives back all that is held: the clerk does something else. What was answered can still be opened again. */
  stop() {
    this.#stopped = true;
    this.#poll?.();
    this.#beat?.();
    this.#giveBack(this.#tasks);
    this.#tasks = [];
  }

  /** Says that the clerk is there. */
  touch() {
    this.#touched = this.#clock.now();
    if (this.#idle) {
      this.#idle = false;
      this.#changed();
      this.fill();
    }
  }

  /** Leases tasks until enough wait; called after each answer, when the queue grows, and now and then. */
  async fill() {
    if (this.#stopped || this.#idle) {
      return;
    }
    if (this.#filling) {
      this.#again = true;
      return;
    }
    this.#poll?.();
    this.#filling = true;
    let took = 0;
    try {
      const want = this.#ahead + 1 + this.#outbox.size;
      const {tasks} = await this.#api.post('/api/leases', {want, desk: this.#id, ...this.#batch});
      took = this.#stopped ? 0 : this.#put(tasks ?? []);
    } catch (e) {
      this.dispatchEvent(new CustomEvent('trouble', {detail: e}));
    }
    this.#filling = false;
    if (this.#again) {
      this.#again = false;
      this.fill();
    } else {
      this.#lookAgain(took);
    }
  }

  /** Answers the task in front; the next one lies there when this returns. */
  answer(outcome, text, {tookMillis, keys, ...more}) {
    const task = this.#tasks.shift();
    const body = {id: uuid(), outcome, text, tookMillis, keys, ...more};
    if (task.replaces) {
      body.replaces = task.replaces;
    }
    const told = {outcome, text, field: task.field ?? '', document: task.document};
    this.#done.push({task, id: body.id, told, answer: null});
    this.#done.splice(0, this.#done.length - UNDO_LIMIT);
    this.#finish(task);
    this.#since++;
    this.#outbox.add({id: body.id, review: task.review, lease: task.lease, action: 'answer', body, told});
    this.#moved();
  }

  /** Puts the task in front off. */
  postpone() {
    const task = this.#tasks.shift();
    this.#finish(task);
    this.#outbox.add({
      id: uuid(),
      review: task.review,
      lease: task.lease,
      action: 'postpone',
      body: {},
      told: {outcome: 'LATER', text: '', field: task.field ?? '', document: task.document}
    });
    this.#moved();
  }

  /** Opens the last answer again, in front of all; says so by a notice where that cannot be. */
  async undo() {
    const last = this.#done.pop();
    if (last === undefined) {
      this.#notice({code: 'NOTHING_TO_UNDO'});
      return;
    }
    if (this.#outbox.takeBack(last.id) !== null) {
      this.#finished.delete(last.task.lease);
      this.#reopen({...last.task, answered: last.told});
      return;
    }
    await this.#outbox.whenSettled(last.id);
    if (last.refused) {
      return;
    }
    try {
      const task = await this.#api.post(`/api/tasks/${encodeURIComponent(last.task.review)}/reopen`, {});
      this.#reopen({...task, answered: task.answered ?? last.told, replaces: task.replaces ?? last.answer});
    } catch (e) {
      if (e.mayPass) {
        this.#done.push(last);
      }
      this.#notice({code: 'UNDO_FAILED', error: e});
    }
  }

  /** Works on tasks of one kind, form or document from now on; what fits no longer is given back. */
  choose(batch) {
    this.#batch = batch;
    this.#since = 0;
    const fits = (task) => Object.entries(batch).every(([name, value]) => task[name] === value);
    const rest = this.#tasks.filter((task) => !fits(task));
    this.#tasks = this.#tasks.filter(fits);
    this.#giveBack(rest);
    this.#changed();
    return this.fill();
  }

  #reopen(task) {
    task.until = this.#clock.now() + 1000 * this.#policy.leaseSeconds;
    this.#tasks = [task, ...this.#tasks.filter((other) => other.review !== task.review)];
    this.#since = Math.max(0, this.#since - 1);
    if (!this.#pictures.of(task)?.bitmap) {
      this.#load(task);
    }
    this.#changed();
  }

  #moved() {
    this.#changed();
    if (this.#tasks.length === 0) {
      // faster than tasks come: more of them are kept ready from now on
      this.#ahead = Math.min(MOST_AHEAD, this.#ahead + 2);
    }
    if (this.#tasks.length < this.#ahead) {
      this.fill();
    }
  }

  #put(tasks) {
    const held = new Set(this.#tasks.map((task) => task.review));
    const wasEmpty = this.#tasks.length === 0;
    const fresh = tasks.filter((task) => !held.has(task.review) && !this.#finished.has(task.lease));
    const until = this.#clock.now() + 1000 * this.#policy.leaseSeconds;
    this.#renew(tasks);
    for (const task of fresh) {
      task.until = until;
      this.#tasks.push(task);
      this.#load(task);
    }
    if (wasEmpty) {
      this.#changed();
    } else if (fresh.length > 0) {
      this.dispatchEvent(new Event('ahead'));
    }
    return fresh.length;
  }

  /** A task that lies here and was leased anew meanwhile goes on under the new lease. */
  #renew(tasks) {
    for (const task of this.#tasks) {
      task.lease = tasks.find(({review}) => review === task.review)?.lease ?? task.lease;
    }
  }

  #load(task) {
    this.#pictures.load(
      task,
      () => this.#tasks.includes(task),
      () => this.dispatchEvent(new Event(this.#tasks[0] === task ? 'picture' : 'ahead'))
    );
  }

  #finish(task) {
    this.#finished.add(task.lease);
    if (this.#finished.size > FINISHED_LIMIT) {
      this.#finished.delete(this.#finished.values().next().value);
    }
    this.#pictures.keepOnly([...this.#tasks, ...this.#done.map((done) => done.task)]);
  }

  #sent({entry, reply}) {
    const done = this.#done.find(({id}) => id === entry.id);
    if (done) {
      done.answer = reply?.answer ?? null;
    }
  }

  #refused({entry, error}) {
    const at = this.#done.findIndex(({id}) => id === entry.id);
    const done = at < 0 ? null : this.#done.splice(at, 1)[0];
    if (done) {
      done.refused = true;
    }
    if (entry.action === 'postpone') {
      return;
    }
    if (error.status === 422 && done) {
      this.#finished.delete(done.task.lease);
      this.#reopen({...done.task, lease: entry.lease, answered: done.told});
    }
    this.#notice({code: 'NOT_TAKEN', error, told: entry.told});
  }

  /** Extends what is held; where nobody has touched a key for long, gives it back instead. */
  #keepAlive() {
    this.#beat = this.#clock.later(
      async () => {
        if (this.#clock.now() - this.#touched > 2000 * this.#policy.leaseSeconds && this.#tasks.length > 0) {
          this.#idle = true;
          this.#giveBack(this.#tasks);
          this.#tasks = [];
          this.#changed();
        }
        await Promise.all(this.#tasks.map((task) => this.#extend(task)));
        if (!this.#stopped) {
          this.#keepAlive();
        }
      },
      (1000 * this.#policy.leaseSeconds) / 3
    );
  }

  async #extend(task) {
    try {
      await this.#api.post(`/api/leases/${encodeURIComponent(task.lease)}/extend`, {});
      task.until = this.#clock.now() + 1000 * this.#policy.leaseSeconds;
    } catch (e) {
      if (e.status === 409 || e.status === 404) {
        this.#drop(task);
      }
    }
  }

  #drop(task) {
    const at = this.#tasks.indexOf(task);
    if (at < 0) {
      return;
    }
    this.#tasks.splice(at, 1);
    this.#finish(task);
    if (at === 0) {
      this.#notice({code: 'GONE'});
      this.#moved();
    } else {
      this.dispatchEvent(new Event('ahead'));
      this.fill();
    }
  }

  #giveBack(tasks) {
    for (const task of tasks) {
      this.#finished.add(task.lease);
      this.#api.post(`/api/leases/${encodeURIComponent(task.lease)}/release`, {}, true).catch(() => {});
    }
  }

  #lookAgain(took) {
    const wanting = this.#tasks.length < this.#ahead && !this.#stopped;
    if (wanting && took > 0) {
      this.fill();
    } else if (wanting) {
      this.#poll = this.#clock.later(() => this.fill(), EMPTY_WAIT_MS);
    }
    if (this.#tasks.length === 0) {
      this.#changed();
    }
  }

  #notice(detail) {
    this.dispatchEvent(new CustomEvent('notice', {detail}));
  }

  #changed() {
    this.dispatchEvent(new Event('task'));
  }
}
