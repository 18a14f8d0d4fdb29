/** A whole page on which no form was found: which one is it, where are its corners, or is it none. */
import '../part/page-corners.mjs';
import {fill, h, kbd, say} from '../dom.mjs';
import {reasonText, texts} from '../texts.en.mjs';

const NUMBERED = 9;

/** Fires `answered` with {outcome, more, told} in detail. */
export class WholePage extends HTMLElement {
  #task = null;
  #app = null;
  #forms = [];
  #there = false;
  #chosen = 0;
  #picture = document.createElement('pk-page-corners');
  #list = h('ul', {class: 'rows', role: 'listbox', tabindex: '0'});
  #search = h('input', {type: 'search', class: 'search', placeholder: texts.whole.filter, 'aria-label': texts.whole.filter});
  #others = h('ul', {class: 'rows'});
  #status = h('p', {class: 'corner-status', role: 'status'});
  #title = h('h2', {id: 'whole-title'});
  #why = h('div', {class: 'reasons'});

  connectedCallback() {
    const other = (key, name, does) =>
      h(
        'li',
        {},
        h(
          'button',
          {type: 'button', class: 'row', onclick: does},
          kbd(key),
          ' ',
          texts.whole[name],
          h('small', {}, texts.whole[`${name}Does`])
        )
      );
    fill(
      this.#others,
      other('C', 'corners', () => this.#picture.point()),
      other('N', 'none', () => this.#sendNone()),
      other('B', 'blank', () => this.#sendBlank()),
      other('I', 'illegible', () => this.#sendIllegible())
    );
    const keys = [
      ['P', 'page'],
      ['L', 'later'],
      ['U', 'undo'],
      ['K', 'batch']
    ];
    fill(
      this,
      this.#picture,
      h(
        'div',
        {class: 'whole-side'},
        this.#title,
        this.#why,
        this.#status,
        this.#search,
        this.#list,
        this.#others,
        h(
          'p',
          {class: 'faint legend'},
          keys.map(([key, name]) => h('span', {}, kbd(key), ' ', texts.keys[name]))
        )
      )
    );
    this.#list.setAttribute('aria-labelledby', 'whole-title');
    this.#search.addEventListener('input', () => this.#drawList());
    this.#search.addEventListener('keydown', (e) => this.#searchKey(e));
    this.#picture.addEventListener('moved', () => say(this.#status, this.#picture.words));
    this.#picture.addEventListener('done', () => this.#list.focus());
  }

  /** Shows a task; its page is drawn as soon as it is there. */
  async show(task, app) {
    this.#task = task;
    this.#app = app;
    this.#there = false;
    this.#chosen = 0;
    this.#search.value = '';
    say(this.#status, '');
    say(this.#title, (task.reasons ?? []).includes('MORE_ON_PAGE') ? texts.whole.more : texts.whole.title);
    fill(
      this.#why,
      h('p', {class: 'where'}, texts.work.document(task.document, task.page, task.pages)),
      h(
        'ul',
        {},
        (task.reasons ?? []).map((code) => h('li', {}, reasonText(code)))
      )
    );
    this.#picture.showWords(texts.page.loading);
    this.#drawList();
    this.#list.focus();
    this.look();
    try {
      this.#forms = await app.forms();
      this.#drawList();
    } catch (e) {
      app.notice(texts.errors[e.code] ?? (e.status === 0 ? texts.errors.network : texts.errors.other(e.message)));
    }
  }

  /** Draws the page where its picture has come. */
  look() {
    const picture = this.#task === null ? null : this.#app.desk.pictureOf(this.#task);
    if (picture?.failed) {
      this.#picture.showWords(picture.gone ? texts.page.gone : texts.page.failed, 'alert');
    } else if (picture !== null && !this.#there) {
      this.#there = true;
      this.#picture.showPage(picture.page, picture.bitmap, texts.page.picture(this.#task.document, this.#task.page));
    }
  }

  /** Takes a key where nothing else has it. */
  key(e) {
    const focusSearch = () => this.#search.focus();
    const does = {
      c: () => this.#picture.point(),
      n: () => this.#sendNone(),
      b: () => this.#sendBlank(),
      i: () => this.#sendIllegible(),
      s: focusSearch,
      '/': focusSearch,
      arrowdown: () => this.#choose(1),
      arrowup: () => this.#choose(-1),
      enter: () => this.#sendForm(this.#shownForms()[this.#chosen])
    }[e.key.toLowerCase()];
    const onButton = e.target.closest?.('button') !== null && ['Enter', ' '].includes(e.key);
    if (/^[1-9]$/.test(e.key) && !e.repeat) {
      e.preventDefault();
      this.#sendForm(this.#shownForms()[Number(e.key) - 1]);
    } else if (does && !onButton && (!e.repeat || e.key.startsWith('Arrow'))) {
      e.preventDefault();
      does();
    }
  }

  #shownForms() {
    const wanted = this.#search.value.trim().toLowerCase();
    return this.#forms.filter(({name, title}) => `${name} ${title ?? ''}`.toLowerCase().includes(wanted));
  }

  #drawList() {
    const shown = this.#shownForms();
    this.#chosen = Math.min(this.#chosen, Math.max(0, shown.length - 1));
    this.#search.hidden = this.#forms.length <= NUMBERED;
    fill(
      this.#list,
      shown.length === 0
        ? h('li', {class: 'faint', role: 'option', 'aria-selected': 'false'}, texts.whole.noForms)
        : shown.map((form, i) => this.#row(form, i))
    );
    this.#list.setAttribute('aria-activedescendant', `form-${this.#chosen}`);
    this.#list.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
  }

  #row(form, i) {
    const properties = {
      role: 'option',
      id: `form-${i}`,
      'aria-selected': String(i === this.#chosen),
      class: 'row',
      onclick: () => this.#sendForm(form)
    };
    return h(
      'li',
      properties,
      i < NUMBERED ? kbd(String(i + 1)) : h('kbd', {class: 'none'}),
      ' ',
      form.title ?? form.name,
      h('small', {}, `${form.title ? `${form.name} · ` : ''}${texts.whole.version(form.version)}`)
    );
  }

  #choose(step) {
    const count = this.#shownForms().length;
    this.#chosen = count === 0 ? 0 : (this.#chosen + step + count) % count;
    this.#drawList();
  }

  #searchKey(e) {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      this.#choose(e.key === 'ArrowDown' ? 1 : -1);
    } else if (e.key === 'Enter' && !e.repeat) {
      e.preventDefault();
      this.#sendForm(this.#shownForms()[this.#chosen]);
    } else if (e.key === 'Escape') {
      e.preventDefault();
      this.#search.value = '';
      this.#drawList();
      this.#list.focus();
    }
  }

  #sendForm(form) {
    const {corners, areSound} = this.#picture;
    if (form === undefined) {
      say(this.#status, texts.whole.choose);
    } else if (!areSound) {
      say(this.#status, texts.whole.cornersBad);
    } else {
      this.#send(
        'OTHER_FORM',
        {form: form.name, formVersion: form.version, ...(corners === null ? {} : {corners})},
        texts.whole.answered(form.title ?? form.name)
      );
    }
  }

  #sendNone() {
    this.#send('OTHER_FORM', {form: null}, texts.whole.noneAnswered);
  }

  #sendBlank() {
    this.#send('EMPTY', {}, texts.work.sent.EMPTY());
  }

  #sendIllegible() {
    this.#send('ILLEGIBLE', {}, texts.work.sent.ILLEGIBLE());
  }

  /** Of a page that nobody can have seen nothing is said but that it cannot be read. */
  #send(outcome, more, told) {
    if (!this.#there && outcome !== 'ILLEGIBLE') {
      say(this.#status, texts.whole.unseen);
    } else {
      this.dispatchEvent(new CustomEvent('answered', {detail: {outcome, more, told}}));
    }
  }
}

customElements.define('pk-whole', WholePage);
