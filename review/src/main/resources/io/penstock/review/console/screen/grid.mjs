/** A sheet of cut-outs that were all read as the same digit: the eye finds the odd one faster than any reading of one by one. */
import {fill, h, kbd, say} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const WANT = 60;
const {grid: words} = texts;

export class GridScreen extends HTMLElement {
  #app;
  #sheet = null;
  #digit = '0';
  #odd = new Set();
  #at = 0;
  #since = 0;
  #busy = false;
  #table = h('div', {class: 'grid-cells', role: 'grid', 'aria-multiselectable': 'true'});
  #lead = h('p', {class: 'big'});
  #count = h('p', {class: 'faint', role: 'status'});
  #ending = new AbortController();

  set app(app) {
    this.#app = app;
  }

  connectedCallback() {
    fill(
      this,
      h(
        'div',
        {class: 'grid-head'},
        this.#lead,
        h('span', {class: 'spring'}),
        h(
          'div',
          {class: 'digits', role: 'group', 'aria-label': words.digit},
          Array.from({length: 10}, (_, d) =>
            h('button', {type: 'button', class: 'small', 'aria-pressed': 'false', onclick: () => this.#load(String(d))}, String(d))
          )
        )
      ),
      this.#table,
      h(
        'div',
        {class: 'legend'},
        [
          ['← ↑ ↓ →', 'moveKey'],
          ['Space', 'markKey'],
          ['Enter', 'confirmKey'],
          ['0 – 9', 'digitKey']
        ].map(([key, name]) => h('span', {}, kbd(key), ' ', words[name])),
        this.#count
      )
    );
    document.addEventListener('keydown', (e) => this.#key(e), {signal: this.#ending.signal});
    window.addEventListener('pagehide', () => this.#release(), {signal: this.#ending.signal});
    this.#load(this.#digit);
  }

  disconnectedCallback() {
    this.#ending.abort();
    this.#release();
  }

  /** Who goes on gives the fields of the sheet back: else nobody has them until the leases end. */
  async #release(sheet = this.#sheet) {
    this.#sheet = null;
    if (sheet !== null && sheet.cells.length > 0) {
      await this.#app.api.post(`/api/grid/${encodeURIComponent(sheet.sheet)}/release`, {}, true).catch(() => {});
    }
  }

  async #load(digit) {
    const given = this.#release();
    this.#digit = digit;
    this.#odd.clear();
    this.#at = 0;
    this.querySelectorAll('.digits button').forEach((button, d) => button.setAttribute('aria-pressed', String(String(d) === digit)));
    fill(this.#table);
    say(this.#lead, words.loading);
    say(this.#count, '');
    try {
      await given;
      const sheet = await this.#app.api.get(`/api/grid?digit=${digit}&want=${WANT}`);
      if (digit === this.#digit && this.isConnected) {
        this.#show(sheet);
      } else {
        await this.#release(sheet);
      }
    } catch (e) {
      say(this.#lead, texts.errors[e.code] ?? (e.status === 0 ? texts.errors.network : texts.errors.other(e.message)));
    }
  }

  #show(sheet) {
    this.#sheet = sheet;
    this.#since = performance.now();
    const any = sheet.cells.length > 0;
    say(this.#lead, any ? words.lead(sheet.digit) : words.empty(this.#digit));
    this.#table.setAttribute('aria-label', words.label(this.#digit));
    const cells = sheet.cells.map((cell, i) =>
      h(
        'div',
        {
          role: 'gridcell',
          tabindex: i === 0 ? '0' : '-1',
          class: 'cut',
          data: {at: i},
          'aria-selected': 'false',
          onclick: () => this.#mark(i)
        },
        h('span', {class: 'unseen'}, words.cell(i + 1, sheet.digit)),
        h('img', {src: cell.picture, alt: '', width: 56, height: 56, draggable: 'false'}),
        h('small', {}, texts.percent(cell.confidence)),
        h('span', {class: 'odd'}, words.odd)
      )
    );
    this.#draw(cells);
    const wide = this.#columns(cells);
    fill(
      this.#table,
      Array.from({length: Math.ceil(cells.length / wide)}, (_, r) => h('div', {role: 'row'}, cells.slice(r * wide, (r + 1) * wide)))
    );
    this.#app.head([h('b', {}, words.title), any ? words.of(sheet.cells.length) : null, any ? words.leastSure : null]);
    cells[0]?.focus();
  }

  #columns() {
    return Math.max(4, Math.floor((this.#table.clientWidth || 1200) / 92));
  }

  #cells() {
    return [...this.#table.querySelectorAll('.cut')];
  }

  #draw(cells = this.#cells()) {
    const rest = this.#sheet.cells.length - this.#odd.size;
    cells.forEach((cell, i) => cell.setAttribute('aria-selected', String(this.#odd.has(i))));
    say(
      this.#count,
      this.#sheet.cells.length === 0 ? words.emptyHint : `${words.marked(this.#odd.size)} · ${words.confirm(rest, this.#odd.size)}`
    );
  }

  #mark(i) {
    this.#go(i);
    if (!this.#odd.delete(i)) {
      this.#odd.add(i);
    }
    this.#draw();
  }

  #go(i) {
    const cells = this.#cells();
    if (i >= 0 && i < cells.length) {
      cells[this.#at].tabIndex = -1;
      this.#at = i;
      cells[i].tabIndex = 0;
      cells[i].focus();
    }
  }

  #key(e) {
    if (e.ctrlKey || e.altKey || e.metaKey || document.querySelector('dialog[open]') !== null) {
      return;
    }
    if (/^[0-9]$/.test(e.key) && !e.repeat) {
      e.preventDefault();
      this.#load(e.key);
      return;
    }
    if (this.#sheet === null || (e.target.closest?.('button') && ['Enter', ' '].includes(e.key))) {
      return;
    }
    const wide = this.#table.querySelector('[role="row"]')?.children.length ?? 1;
    const step = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -wide, ArrowDown: wide}[e.key];
    if (step) {
      e.preventDefault();
      this.#go(this.#at + step);
    } else if (e.key === ' ' && this.#sheet.cells.length > 0) {
      e.preventDefault();
      this.#mark(this.#at);
    } else if (e.key === 'Enter' && !e.repeat && this.#sheet.cells.length > 0) {
      e.preventDefault();
      this.#confirm();
    }
  }

  async #confirm() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    const {sheet, cells} = this.#sheet;
    const odd = [...this.#odd].map((i) => cells[i].cell);
    try {
      await this.#app.api.post(`/api/grid/${encodeURIComponent(sheet)}`, {odd, tookMillis: Math.round(performance.now() - this.#since)});
      this.#app.say(words.sent(cells.length - odd.length, odd.length));
      await this.#load(this.#digit);
    } catch (e) {
      if (e.mayPass) {
        this.#app.notice(texts.errors.network);
      } else {
        this.#app.notice(e.code === 'GRID_NOT_LOOKED_AT' ? words.unseen : words.stale);
        await this.#load(this.#digit);
      }
    } finally {
      this.#busy = false;
    }
  }
}

customElements.define('pk-grid', GridScreen);
