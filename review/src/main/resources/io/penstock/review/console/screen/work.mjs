/** The work screen: one field after the other, by keyboard. */
import '../part/snippet.mjs';
import '../part/entry.mjs';
import '../part/reading-view.mjs';
import './whole.mjs';
import '../part/check-view.mjs';
import '../part/strip.mjs';
import {check, checkToAccept} from '../check.mjs';
import {Stopwatch} from '../flow/stopwatch.mjs';
import {fill, h, kbd, say} from '../dom.mjs';
import {showFacts, showReasons} from '../part/facts.mjs';
import {texts} from '../texts.en.mjs';
import {openPage} from './page-view.mjs';
import {openBatch} from './batch.mjs';
import {openFormChoice} from './form-choice.mjs';

export class WorkScreen extends HTMLElement {
  #app;
  #desk;
  #snippet = document.createElement('pk-snippet');
  #reading = document.createElement('pk-reading');
  #entry = document.createElement('pk-entry');
  #whole = document.createElement('pk-whole');
  #facts = h('div', {class: 'facts'});
  #reasons = h('section', {class: 'reasons', 'aria-label': texts.work.reasons});
  #check = h('pk-check', {id: 'check'});
  #legend = h('div', {class: 'legend'});
  #strip = document.createElement('pk-strip');
  #field;
  #empty = h('div', {class: 'nothing', role: 'status'});
  #shown = null;
  #warned = null;
  #drafts = new Map();
  #pageSeen = null;
  #ending = new AbortController();
  #watch = new Stopwatch(this.#ending.signal);

  /** Takes the app: {desk, queue, session, say, head}. */
  set app(app) {
    this.#app = app;
    this.#desk = app.desk;
  }

  connectedCallback() {
    this.#build();
    const {signal} = this.#ending;
    document.addEventListener('keydown', (e) => this.#key(e), {signal});
    this.#entry.addEventListener('typed', () => this.#check.tell(this.#judge(check(this.#entry.value, this.#shown))));
    this.#whole.addEventListener('answered', ({detail}) => this.#wholeAnswered(detail));
    this.#desk.addEventListener('task', () => this.#show(), {signal});
    this.#desk.addEventListener('picture', () => (this.#shown?.field ? this.#showPicture() : this.#lookAtPage()), {signal});
    this.#desk.addEventListener('ahead', () => this.#drawStrip(), {signal});
    this.#app.addEventListener('queue', () => this.#drawHead(), {signal});
    this.#desk.start();
    this.#show();
  }

  disconnectedCallback() {
    this.#ending.abort();
    this.#desk.stop();
    this.#app.head(null);
  }

  #build() {
    this.#field = h(
      'div',
      {class: 'field'},
      h('div', {class: 'stage'}, this.#snippet),
      h(
        'div',
        {class: 'middle'},
        this.#facts,
        h('div', {class: 'typing'}, this.#reading, this.#entry),
        h('div', {class: 'beside'}, this.#reasons, this.#check)
      ),
      this.#legend
    );
    fill(this, this.#field, this.#whole, this.#empty, this.#strip);
    this.#legend.append(
      ...[
        ['Enter', 'accept', () => this.#accept()],
        ['Tab', 'doubt', () => this.#entry.key({key: 'Tab'})],
        ['I', 'illegible', () => this.#outcome('ILLEGIBLE')],
        ['B', 'blank', () => this.#outcome('EMPTY')],
        ['F', 'otherForm', () => this.#otherForm()],
        ['W', 'wrongPlace', () => this.#wrongPlace()],
        ['P', 'page', () => this.#page()],
        ['L', 'later', () => this.#later()],
        ['U', 'undo', () => this.#desk.undo()]
      ].map(([key, name, does]) =>
        h('button', {type: 'button', class: 'quiet', onclick: does, title: texts.keys[`${name}Does`]}, kbd(key), ' ', texts.keys[name])
      )
    );
  }

  #show() {
    const task = this.#desk.current;
    this.#field.hidden = task === null || task.field === null;
    this.#whole.hidden = task === null || task.field !== null;
    this.#empty.hidden = task !== null;
    if (task !== this.#shown) {
      this.#keepDraft();
      this.#shown = task;
      this.#warned = null;
      this.#watch.restart();
      if (task !== null && task.field !== null) {
        this.#showField(task);
      } else if (task !== null) {
        this.#whole.show(task, this.#app);
        this.#pageIsThere();
      }
    }
    if (task === null) {
      this.#showNothing();
    }
    this.#drawStrip();
    this.#drawHead();
  }

  #showField(task) {
    this.#showPicture();
    this.#reading.show(task);
    this.#entry.show(task, this.#drafts.get(task.review));
    this.#drafts.delete(task.review);
    if ((task.reasons ?? []).includes('WRONG_PLACE') && document.querySelector('dialog[open]') === null) {
      this.#page();
    }
    showFacts(this.#facts, task);
    showReasons(this.#reasons, task);
  }

  #lookAtPage() {
    this.#whole.look();
    this.#pageIsThere();
  }

  #pageIsThere() {
    if (this.#desk.pictureOf(this.#shown)?.bitmap) {
      this.#watch.pictureIsThere();
    }
  }

  /** What was typed for a task that another one was put before stays for when it lies in front again. */
  #keepDraft() {
    if (this.#shown?.field && this.#desk.ahead.includes(this.#shown) && !this.#entry.untouched) {
      this.#drafts.set(this.#shown.review, this.#entry.value);
    }
  }

  #showPicture() {
    if (this.#shown === null || this.#shown.field === null) {
      return;
    }
    const picture = this.#desk.pictureOf(this.#shown);
    this.#snippet.classList.toggle('failed', picture?.failed === true);
    if (picture?.bitmap) {
      this.#snippet.show(this.#shown, picture.bitmap);
      this.#watch.pictureIsThere();
    } else {
      this.#snippet.clear();
      if (picture?.failed) {
        this.#snippet.dataset.words = texts.work.noPicture;
      }
    }
  }

  #showNothing() {
    const batch = Object.keys(this.#desk.batch).length > 0;
    const [title, hint] = this.#desk.idle
      ? [texts.work.idle, '']
      : this.#app.down
        ? [texts.net.down, texts.net.outOfTasks]
        : this.#desk.loading && this.#desk.answered === 0
          ? [texts.work.loading, '']
          : batch
            ? [texts.work.doneBatch, texts.work.doneBatchHint]
            : [texts.work.done, texts.work.doneHint];
    if (this.#empty.dataset.title !== title) {
      this.#empty.dataset.title = title;
      fill(this.#empty, h('p', {class: 'big'}, title), h('p', {}, hint));
    }
  }

  /** A point that was typed where only digits stand is told of as long as those digits do. */
  #judge(result) {
    const lost = this.#entry.pointLost && !['empty', 'refused'].includes(result.state);
    return lost ? {state: 'doubt', text: texts.check.pointLost(this.#entry.value)} : result;
  }

  #accept() {
    if (!this.#mayAnswer(this.#entry.untouched)) {
      return;
    }
    const typed = this.#entry.value;
    const result = this.#judge(checkToAccept(typed, this.#shown));
    if (result.state === 'empty') {
      this.#check.tell({state: 'refused', text: texts.check.emptyEnter});
    } else if (result.state === 'refused' || (result.state === 'doubt' && this.#warned !== typed)) {
      this.#warned = typed;
      this.#check.tell(result, result.state === 'doubt');
    } else {
      this.#answer('TEXT', typed, {}, texts.work.sent.TEXT(typed));
    }
  }

  #outcome(outcome) {
    const nothingToSee = outcome === 'ILLEGIBLE' && this.#shown !== null && this.#desk.pictureOf(this.#shown)?.failed;
    if (nothingToSee || this.#mayAnswer(true)) {
      this.#answer(outcome, '', {}, texts.work.sent[outcome]());
    }
  }

  /** What it says voids more than this field: so it is asked for which form, and nothing is sent by the one key. */
  #otherForm() {
    if (this.#mayAnswer(false)) {
      const task = this.#shown;
      const chosen = (form) => {
        const more = {form: form?.name ?? null, formVersion: form?.version ?? null};
        const told = form === null ? texts.whole.noneAnswered : texts.work.sent.OTHER_FORM(form.title ?? form.name);
        if (this.#shown === task) {
          this.#answer('OTHER_FORM', '', more, told);
        }
      };
      openFormChoice(this.#app, chosen, () => this.#entry.focus());
    }
  }

  /** All fields of the form are asked anew: so the key is asked for twice. */
  #wrongPlace() {
    if (!this.#mayAnswer(true)) {
      return;
    }
    if (this.#warned === 'WRONG_PLACE') {
      this.#answer('WRONG_PLACE', '', {}, texts.work.sent.WRONG_PLACE());
    } else {
      this.#warned = 'WRONG_PLACE';
      this.#check.tell({state: 'doubt', text: texts.work.wrongPlaceAgain});
    }
  }

  #later() {
    if (this.#shown !== null && !this.#watch.isTooSoon) {
      this.#desk.postpone();
      this.#app.say(texts.work.sent.LATER());
    }
  }

  /** Nothing is answered about a picture that is not there, unless the page was looked at instead, or that nobody can have seen. */
  #mayAnswer(unseen) {
    if (this.#shown === null || (!this.#desk.pictureOf(this.#shown)?.bitmap && this.#pageSeen !== this.#shown.review)) {
      return false;
    }
    return !unseen || this.#maybeSeen();
  }

  #maybeSeen() {
    if (this.#watch.isTooSoon) {
      this.#app.say(texts.work.tooSoon);
    }
    return !this.#watch.isTooSoon;
  }

  #wholeAnswered({outcome, more, told}) {
    if (this.#maybeSeen()) {
      this.#answer(outcome, '', more, told);
    }
  }

  #answer(outcome, text, more, told) {
    this.#desk.answer(outcome, text, {tookMillis: this.#watch.millis, keys: this.#watch.strokes, ...more});
    this.#app.say(told);
  }

  #page() {
    if (this.#shown !== null) {
      this.#pageSeen = this.#shown.review;
      openPage(this.#app, this.#shown, (key) => {
        this.#entry.focus();
        if (key !== null && this.#shown?.field) {
          this.#entry.type(key);
        }
      });
    }
  }

  #stayInDocument() {
    if (this.#shown !== null) {
      this.#desk.choose(this.#desk.batch.document ? {} : {document: this.#shown.document});
    }
  }

  #key(e) {
    this.#desk.touch();
    if (e.defaultPrevented || document.querySelector('dialog[open]') !== null || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) {
      return;
    }
    if (this.#shown === null || this.#shown.field === null) {
      this.#wholeKey(e);
      return;
    }
    this.#watch.stroke();
    const onButton = e.target.closest?.('button, a') !== null && (e.key === 'Enter' || e.key === ' ' || e.key === 'Tab');
    if (onButton) {
      return;
    }
    if (e.key === 'Enter') {
      e.preventDefault();
      if (!e.repeat) {
        const before = this.#shown;
        this.#watch.awaitPicture(e.timeStamp);
        this.#accept();
        if (this.#shown === before) {
          this.#watch.awaitPicture(null);
        }
      }
    } else if (this.#entry.key(e) || (!e.repeat && this.#command(e)) || this.#commonKey(e)) {
      e.preventDefault();
    }
  }

  #command(e) {
    const commands = {
      i: () => this.#outcome('ILLEGIBLE'),
      b: () => this.#outcome('EMPTY'),
      f: () => this.#otherForm(),
      w: () => this.#wrongPlace(),
      p: () => this.#page(),
      l: () => this.#later(),
      d: () => this.#stayInDocument(),
      x: () => {
        this.#snippet.darker = !this.#snippet.darker;
      },
      z: () => this.#snippet.bigger(),
      escape: () => this.#escape()
    };
    const command = commands[e.key.toLowerCase()];
    command?.();
    return command !== undefined || (/^[a-z]$/i.test(e.key) && !'ukmt'.includes(e.key.toLowerCase()));
  }

  #escape() {
    if (!this.#app.dismiss()) {
      this.#entry.startOver();
    }
  }

  #commonKey(e) {
    const typing = e.target.matches?.('input:not(.entry-input)');
    const commands = typing ? {} : {u: () => this.#desk.undo(), k: () => openBatch(this.#app)};
    const command = e.repeat ? undefined : commands[e.key.toLowerCase()];
    if (command) {
      e.preventDefault();
      command();
    }
    return command !== undefined;
  }

  #wholeKey(e) {
    const typing = e.target.matches?.('input') || e.target.closest?.('[role="application"]');
    const commands = {p: () => this.#page(), l: () => this.#later(), d: () => this.#stayInDocument(), escape: () => this.#app.dismiss()};
    if (!this.#commonKey(e) && !typing && !e.repeat && commands[e.key.toLowerCase()]) {
      e.preventDefault();
      commands[e.key.toLowerCase()]();
    } else if (!e.defaultPrevented && this.#shown !== null && !typing) {
      this.#whole.key(e);
    }
  }

  #drawHead() {
    const {queue} = this.#app;
    const {batch, answered} = this.#desk;
    const [name, value] = Object.entries(batch)[0] ?? [];
    const title = name === 'kind' ? (texts.kinds[value] ?? value) : (value ?? texts.work.everything);
    const left = name === 'kind' ? queue?.byKind?.[value] : name === 'form' ? queue?.byForm?.[value] : undefined;
    this.#app.head([
      h('b', {}, title),
      queue ? texts.work.open(queue.open) : null,
      left === undefined ? null : texts.work.batchLeft(left),
      queue?.perHour ? texts.work.perHour(queue.perHour) : null,
      answered > 0 && left === undefined ? `${texts.number(answered)} ✓` : null
    ]);
  }

  #drawStrip() {
    const {batch, ahead} = this.#desk;
    const [name, value] = Object.entries(batch)[0] ?? [];
    const {queue} = this.#app;
    this.#strip.show(
      this.#desk,
      {kind: queue?.byKind?.[value], form: queue?.byForm?.[value], document: ahead.length + 1}[name] ?? queue?.open
    );
  }
}

customElements.define('pk-work', WorkScreen);
