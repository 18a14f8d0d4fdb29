/** A whole page on which no form was found: which one is it, where are its corners, or is it none. */
import {areConvex, firstCorners, moved} from '../rule/corners.mjs';
import {fill, h, kbd, say} from '../dom.mjs';
import {reasonText, texts} from '../texts.en.mjs';

const LOUPE = 150;

/** Fires `answered` with {outcome, more, told} in detail. */
export class WholePage extends HTMLElement {
  #task = null;
  #app = null;
  #forms = [];
  #page = null;
  #corners = null;
  #corner = -1;
  #picture = h('div', {class: 'page-picture'});
  #list = h('ul', {class: 'rows', role: 'listbox', tabindex: '0'});
  #search = h('input', {type: 'search', class: 'search', placeholder: texts.whole.filter, 'aria-label': texts.whole.filter});
  #others = h('ul', {class: 'rows'});
  #status = h('p', {class: 'corner-status', role: 'status'});
  #title = h('h2', {id: 'whole-title'});
  #why = h('div', {class: 'reasons'});
  #chosen = 0;

  connectedCallback() {
    const other = (key, name, does) => h('li', {}, h('button', {type: 'button', class: 'row', onclick: does}, kbd(key), ' ', texts.whole[name],
      h('small', {}, texts.whole[`${name}Does`])));
    fill(this.#others, other('C', 'corners', () => this.#point()), other('N', 'none', () => this.#send('OTHER_FORM', {form: null}, texts.whole.noneAnswered)),
      other('B', 'blank', () => this.#send('EMPTY', {}, texts.work.sent.EMPTY())),
      other('I', 'illegible', () => this.#send('ILLEGIBLE', {}, texts.work.sent.ILLEGIBLE())));
    fill(this, this.#picture, h('div', {class: 'whole-side'}, this.#title, this.#why, this.#status, this.#search, this.#list, this.#others,
      h('p', {class: 'faint legend'}, [['P', 'page'], ['L', 'later'], ['U', 'undo'], ['K', 'batch']].map(([key, name]) => h('span', {}, kbd(key), ' ',
        texts.keys[name])))));
    this.#list.setAttribute('aria-labelledby', 'whole-title');
    this.#search.addEventListener('input', () => this.#drawList());
    this.#search.addEventListener('keydown', (e) => this.#searchKey(e));
    this.#picture.addEventListener('pointerdown', (e) => this.#clicked(e));
    this.#picture.addEventListener('keydown', (e) => this.#cornerKey(e));
  }

  /** Shows a task; its page is drawn as soon as it is there. */
  async show(task, app) {
    this.#task = task;
    this.#app = app;
    this.#corners = null;
    this.#corner = -1;
    this.#page = null;
    this.#chosen = 0;
    this.#search.value = '';
    say(this.#status, '');
    say(this.#title, (task.reasons ?? []).includes('MORE_ON_PAGE') ? texts.whole.more : texts.whole.title);
    fill(this.#why, h('p', {class: 'where'}, texts.work.document(task.document, task.page, task.pages)),
      h('ul', {}, (task.reasons ?? []).map((code) => h('li', {}, reasonText(code)))));
    fill(this.#picture, h('p', {class: 'big faint'}, texts.page.loading));
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
      fill(this.#picture, h('p', {class: 'big', role: 'alert'}, picture.gone ? texts.page.gone : texts.page.failed));
    } else if (picture !== null && this.#page === null) {
      this.#page = picture.page;
      this.#drawPage(picture.bitmap);
    }
  }

  /** Takes a key where nothing else has it. */
  key(e) {
    const does = {c: () => this.#point(), n: () => this.#send('OTHER_FORM', {form: null}, texts.whole.noneAnswered),
      b: () => this.#send('EMPTY', {}, texts.work.sent.EMPTY()), i: () => this.#send('ILLEGIBLE', {}, texts.work.sent.ILLEGIBLE()),
      s: () => this.#search.focus(), '/': () => this.#search.focus(), arrowdown: () => this.#choose(1), arrowup: () => this.#choose(-1),
      enter: () => this.#sendForm(this.#shownForms()[this.#chosen])}[e.key.toLowerCase()];
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
    this.#search.hidden = this.#forms.length <= 9;
    fill(this.#list, shown.length === 0 ? h('li', {class: 'faint', role: 'option', 'aria-selected': 'false'}, texts.whole.noForms) : shown.map((form, i) => h('li', {role: 'option',
      id: `form-${i}`, 'aria-selected': String(i === this.#chosen), class: 'row', onclick: () => this.#sendForm(form)}, i < 9 ? kbd(String(i + 1)) : h('kbd', {class: 'none'}),
    ' ', form.title ?? form.name, h('small', {}, `${form.title ? `${form.name} · ` : ''}${texts.whole.version(form.version)}`))));
    this.#list.setAttribute('aria-activedescendant', `form-${this.#chosen}`);
    this.#list.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
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
    if (form === undefined) {
      say(this.#status, texts.whole.choose);
    } else if (this.#corners !== null && !areConvex(this.#corners)) {
      say(this.#status, texts.whole.cornersBad);
    } else {
      this.#send('OTHER_FORM', {form: form.name, formVersion: form.version, ...this.#corners === null ? {} : {corners: this.#corners}},
        texts.whole.answered(form.title ?? form.name));
    }
  }

  #send(outcome, more, told) {
    if (this.#page === null && outcome !== 'ILLEGIBLE') {
      say(this.#status, texts.whole.unseen);
    } else {
      this.dispatchEvent(new CustomEvent('answered', {detail: {outcome, more, told}}));
    }
  }

  #drawPage(bitmap) {
    const {width, height} = this.#page;
    const canvas = h('canvas', {width: bitmap.width, height: bitmap.height, 'aria-hidden': 'true'});
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    this.#picture.setAttribute('role', 'application');
    this.#picture.setAttribute('aria-label', texts.page.picture(this.#task.document, this.#task.page));
    this.#picture.tabIndex = 0;
    const known = (this.#page.fields ?? []).filter((field) => field.box);
    const overlay = h('svg', {viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      known.map(({box}) => h('rect', {class: 'neighbour', x: box.x, y: box.y, width: box.width, height: box.height})), h('g', {class: 'corners'}));
    fill(this.#picture, h('div', {class: 'sheet'}, canvas, overlay), h('canvas', {class: 'loupe', hidden: true, width: LOUPE * 2, height: LOUPE * 2, 'aria-hidden': 'true'}));
  }

  #point() {
    if (this.#page === null) {
      return;
    }
    this.#corners ??= firstCorners(this.#page);
    this.#corner = 0;
    this.#picture.focus();
    this.#drawCorners();
  }

  #cornerKey(e) {
    if (this.#corner < 0 || e.altKey || e.metaKey) {
      return;
    }
    const far = e.ctrlKey ? 1 : this.#page.width * (e.shiftKey ? 0.05 : 0.006);
    const step = {ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far]}[e.key];
    if (step) {
      this.#corners[this.#corner] = moved(this.#corners[this.#corner], ...step, this.#page);
    } else if (e.key === 'Enter' && !e.repeat) {
      this.#nextCorner();
    } else if (e.key === 'Escape') {
      this.#corners = null;
      this.#endPointing();
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    this.#drawCorners();
  }

  #clicked(e) {
    const sheet = this.#picture.querySelector('.sheet');
    if (this.#corner < 0 || sheet === null) {
      return;
    }
    e.preventDefault();
    const place = sheet.getBoundingClientRect();
    const scale = this.#page.width / place.width;
    this.#corners[this.#corner] = moved([(e.clientX - place.left) * scale, (e.clientY - place.top) * scale], 0, 0, this.#page);
    this.#nextCorner();
    this.#drawCorners();
  }

  #nextCorner() {
    if (this.#corner < 3) {
      this.#corner++;
    } else {
      this.#endPointing();
    }
  }

  #endPointing() {
    this.#corner = -1;
    this.#list.focus();
  }

  #drawCorners() {
    const layer = this.#picture.querySelector('.corners');
    const loupe = this.#picture.querySelector('.loupe');
    loupe.hidden = this.#corner < 0;
    if (this.#corners === null) {
      fill(layer);
      say(this.#status, '');
      return;
    }
    const r = this.#page.width / 90;
    fill(layer, h('polygon', {points: this.#corners.map((c) => c.join(',')).join(' '), class: areConvex(this.#corners) ? '' : 'bad'}),
      this.#corners.map(([x, y], i) => h('g', {class: i === this.#corner ? 'now' : ''}, h('circle', {cx: x, cy: y, r}),
        h('path', {d: `M${x - 2 * r} ${y}H${x + 2 * r}M${x} ${y - 2 * r}V${y + 2 * r}`}))));
    if (this.#corner >= 0) {
      const [x, y] = this.#corners[this.#corner];
      const name = texts.whole.corner[this.#corner];
      say(this.#status, `${texts.whole.cornerOf(name, this.#corner + 1)}. ${texts.whole.cornersHint}`);
      this.#picture.setAttribute('aria-label', texts.whole.cornerAria(name, x, y));
      this.#drawLoupe(loupe, x, y);
    } else {
      say(this.#status, areConvex(this.#corners) ? texts.whole.cornersDone : texts.whole.cornersBad);
    }
  }

  /** The neighbourhood of the point, enlarged, in the corner of the picture that is farthest from it. */
  #drawLoupe(loupe, x, y) {
    const image = this.#picture.querySelector('.sheet canvas');
    const scale = image.width / this.#page.width;
    const context = loupe.getContext('2d');
    const reach = LOUPE / 2 / 1.5;
    context.fillStyle = '#8a94a0';
    context.fillRect(0, 0, loupe.width, loupe.height);
    context.drawImage(image, x * scale - reach, y * scale - reach, 2 * reach, 2 * reach, 0, 0, loupe.width, loupe.height);
    context.strokeStyle = '#b4235a';
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(LOUPE, 0);
    context.lineTo(LOUPE, 2 * LOUPE);
    context.moveTo(0, LOUPE);
    context.lineTo(2 * LOUPE, LOUPE);
    context.stroke();
    loupe.classList.toggle('right', x < this.#page.width / 2);
    loupe.classList.toggle('bottom', y < this.#page.height / 2);
  }
}

customElements.define('pk-whole', WholePage);
