/**
 * Where the clerk types: boxes, one for each digit, or a line where the length is free. One real input holds the text, so that readers of
 * the screen, paste and selection work; over boxes it is unseen. Fires `typed`.
 */
import {boxes, doubtfulPlaces, initialText} from '../reading.mjs';
import {h, fill} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const LONGEST = 64;

export class Entry extends HTMLElement {
  #input = h('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    class: 'entry-input',
    maxlength: '64',
    'aria-describedby': 'check'
  });
  #cells = h('div', {class: 'cells', 'aria-hidden': 'true'});
  #layout = null;
  #task = null;
  #caret = 0;
  #fresh = true;
  #initial = '';
  #pointLost = false;

  connectedCallback() {
    this.replaceChildren(this.#cells, this.#input);
    this.#input.addEventListener('input', () => this.#typedNatively());
    this.#input.addEventListener('paste', (e) => this.#paste(e));
    this.#input.addEventListener('select', () => this.#readCaret());
    this.#input.addEventListener('focus', () => this.#draw());
    this.#cells.addEventListener('pointerdown', (e) => this.#point(e));
  }

  get value() {
    return this.#layout === null ? this.#input.value.trim() : this.#input.value;
  }

  /** Returns whether a point was typed where only digits stand, so that what stands there is another number than the one that was meant. */
  get pointLost() {
    return this.#pointLost && this.#input.value !== '';
  }

  /** Returns whether nothing was typed over what stood there first. */
  get untouched() {
    return this.#input.value === this.#initial;
  }

  /** Shows a task with what the machine read, or with a draft that was typed before. */
  show(task, draft) {
    this.#task = task;
    this.#layout = boxes(task);
    this.#initial = initialText(task);
    if (this.#layout !== null) {
      this.#initial = this.#initial.replace(/[^0-9]/g, '');
    }
    this.classList.toggle('boxed', this.#layout !== null);
    this.#input.setAttribute('aria-label', texts.work.entry(texts.kinds[task.kind] ?? task.kind));
    this.startOver();
    if (draft !== undefined) {
      this.#write(draft, draft.length);
    }
  }

  /** Puts back what stood there first; the next digit replaces all of it. */
  startOver() {
    this.#input.value = this.#initial;
    this.#fresh = true;
    this.#caret = 0;
    this.#pointLost = false;
    this.focus();
    this.#draw();
    this.#tell();
  }

  focus() {
    this.#input.focus({preventScroll: true});
    this.#select();
  }

  /** Types a digit as if it had been struck here. */
  type(digit) {
    if (this.#layout === null) {
      this.#input.setRangeText(digit, this.#input.selectionStart, this.#input.selectionEnd, 'end');
      this.#typedNatively();
    } else {
      this.#overtype(digit);
    }
  }

  /** Takes a key that edits; returns whether it did. */
  key(e) {
    if (e.key === 'Tab' && !e.shiftKey) {
      return this.#nextDoubt();
    }
    return this.#layout === null ? this.#lineKey(e) : this.#boxKey(e);
  }

  /** Of a line the browser does the editing; only that the caret has been moved has to be known. */
  #lineKey(e) {
    if (document.activeElement !== this.#input && e.key.length === 1) {
      this.focus();
    }
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(e.key)) {
      this.#fresh = false;
    }
    return false;
  }

  #boxKey(e) {
    const text = this.#input.value;
    if (/^[0-9]$/.test(e.key)) {
      this.#overtype(e.key);
    } else if (e.key === 'Backspace') {
      const at = this.#fresh ? 0 : Math.max(0, this.#caret - 1);
      this.#write(this.#fresh ? '' : text.slice(0, at) + text.slice(this.#caret), at);
    } else if (e.key === 'Delete') {
      this.#write(this.#fresh ? '' : text.slice(0, this.#caret) + text.slice(this.#caret + 1), this.#fresh ? 0 : this.#caret);
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(e.key)) {
      this.#moveTo(this.#goal(e.key, text.length));
    } else if (e.key.length === 1 && /[ .,/'-]/.test(e.key)) {
      this.#pointLost ||= /[.,]/.test(e.key) && this.#task.rules.kind === 'INTEGER' && !this.#fresh;
      this.#tell();
    } else {
      return false;
    }
    return true;
  }

  #goal(key, length) {
    if (key === 'Home' || (key === 'ArrowLeft' && this.#fresh)) {
      return 0;
    }
    if (key === 'End' || (key === 'ArrowRight' && this.#fresh)) {
      return length;
    }
    return Math.min(length, Math.max(0, this.#caret + (key === 'ArrowLeft' ? -1 : 1)));
  }

  #overtype(digit) {
    const text = this.#fresh ? '' : this.#input.value;
    const at = this.#fresh ? 0 : this.#caret;
    this.#pointLost &&= text !== '';
    if (at < LONGEST) {
      this.#write(text.slice(0, at) + digit + text.slice(at + 1), at + 1);
    }
  }

  #write(text, caret) {
    this.#input.value = text;
    this.#moveTo(caret);
    this.#tell();
  }

  #moveTo(caret) {
    this.#fresh = false;
    this.#caret = caret;
    this.#select();
    this.#draw();
  }

  /** Goes from doubtful digit to doubtful digit; behind the last one the key is the browser's again, so that it leads out. */
  #nextDoubt() {
    const inside = document.activeElement === this.#input;
    const places = doubtfulPlaces(this.#input.value, this.#task);
    const next = places.find(
      (place) => this.#fresh || !inside || place > this.#caret || (place === this.#caret && this.#selectionIsEmpty())
    );
    if (next === undefined) {
      return false;
    }
    this.#input.focus({preventScroll: true});
    this.#moveTo(next);
    this.#input.setSelectionRange(next, next + 1);
    return true;
  }

  #selectionIsEmpty() {
    return this.#input.selectionStart === this.#input.selectionEnd;
  }

  #select() {
    const {value} = this.#input;
    if (this.#fresh) {
      this.#input.setSelectionRange(0, value.length);
    } else {
      this.#input.setSelectionRange(this.#caret, Math.min(this.#caret + (this.#layout === null ? 0 : 1), value.length));
    }
  }

  #readCaret() {
    if (this.#layout === null && !this.#fresh) {
      this.#caret = this.#input.selectionStart;
    }
  }

  #typedNatively() {
    this.#fresh = false;
    if (this.#layout !== null) {
      this.#input.value = this.#input.value.replace(/[^0-9]/g, '');
    }
    this.#caret = this.#input.selectionStart;
    this.#draw();
    this.#tell();
  }

  #paste(e) {
    if (this.#layout !== null) {
      e.preventDefault();
      const digits = e.clipboardData
        .getData('text')
        .replace(/[^0-9]/g, '')
        .slice(0, LONGEST);
      this.#write(digits, digits.length);
    }
  }

  #point(e) {
    e.preventDefault();
    const cell = e.target.closest('[data-place]');
    if (cell) {
      this.#input.focus();
      this.#moveTo(Math.min(Number(cell.dataset.place), this.#input.value.length));
    }
  }

  #tell() {
    this.dispatchEvent(new Event('typed'));
  }

  #draw() {
    const layout = this.#layout;
    this.#cells.hidden = layout === null;
    if (layout === null) {
      return;
    }
    const text = this.#input.value;
    const doubtful = new Set(text === this.#initial ? doubtfulPlaces(text, this.#task) : []);
    const count = Math.max(layout.boxes, text.length);
    const at = this.#fresh ? -1 : Math.min(this.#caret, count - 1);
    fill(
      this.#cells,
      Array.from({length: count}, (_, i) =>
        h(
          'span',
          {
            class: [
              'cell',
              i >= layout.needed && i >= text.length ? 'spare' : '',
              i === at || (this.#fresh && text === '' && i === 0) ? 'caret' : '',
              this.#fresh && i < text.length ? 'fresh' : '',
              doubtful.has(i) ? 'doubtful' : '',
              layout.gaps.includes(i) ? 'gap' : '',
              i >= layout.boxes ? 'beyond' : ''
            ]
              .filter(Boolean)
              .join(' '),
            data: {place: i, label: layout.labels[i] ?? ''}
          },
          text[i] ?? ''
        )
      )
    );
  }
}

customElements.define('pk-entry', Entry);
