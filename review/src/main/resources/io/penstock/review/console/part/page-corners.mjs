/**
 * A page on which the corners of a form can be pointed at, by arrow keys or the mouse, with a glass that enlarges the place. Fires `moved`
 * whenever there is something else to say, and `done` where the last corner is set or pointing was given up.
 */
import {areConvex, firstCorners, moved} from '../rule/corners.mjs';
import {fill, h} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const GLASS = 150;

export class PageCorners extends HTMLElement {
  #page = null;
  #corners = null;
  #corner = -1;
  #label = '';

  connectedCallback() {
    this.classList.add('page-picture');
    this.addEventListener('pointerdown', (e) => this.#clicked(e));
    this.addEventListener('keydown', (e) => this.#key(e));
  }

  /** Returns the corners, four of [x, y] in pixels of the page, or null where nobody pointed at any. */
  get corners() {
    return this.#corners;
  }

  /** Returns whether there are none, or such as a sheet of paper may have. */
  get areSound() {
    return this.#corners === null || areConvex(this.#corners);
  }

  /** Returns what is to be said about the corners; empty where there are none. */
  get words() {
    if (this.#corners === null) {
      return '';
    }
    if (this.#corner >= 0) {
      return `${texts.whole.cornerOf(texts.whole.corner[this.#corner], this.#corner + 1)}. ${texts.whole.cornersHint}`;
    }
    return this.areSound ? texts.whole.cornersDone : texts.whole.cornersBad;
  }

  /** Shows words in the place of a page. */
  showWords(words, role = null) {
    this.#page = null;
    this.#corners = null;
    this.#corner = -1;
    fill(this, h('p', {class: 'big faint', role}, words));
  }

  /** Shows a page ({width, height, fields}) by its decoded picture; what is known of it is outlined. */
  showPage(page, bitmap, label) {
    this.#page = page;
    this.#label = label;
    this.setAttribute('role', 'application');
    this.setAttribute('aria-label', label);
    this.tabIndex = 0;
    const canvas = h('canvas', {width: bitmap.width, height: bitmap.height, 'aria-hidden': 'true'});
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    const known = (page.fields ?? []).filter((field) => field.box);
    const overlay = h(
      'svg',
      {viewBox: `0 0 ${page.width} ${page.height}`, 'aria-hidden': 'true'},
      known.map(({box}) => h('rect', {class: 'neighbour', x: box.x, y: box.y, width: box.width, height: box.height})),
      h('g', {class: 'corners'})
    );
    fill(
      this,
      h('div', {class: 'sheet'}, canvas, overlay),
      h('canvas', {class: 'loupe', hidden: true, width: GLASS * 2, height: GLASS * 2, 'aria-hidden': 'true'})
    );
  }

  /** Begins to point, at the first corner. */
  point() {
    if (this.#page !== null) {
      this.#corners ??= firstCorners(this.#page);
      this.#corner = 0;
      this.focus();
      this.#draw();
    }
  }

  #key(e) {
    if (this.#corner < 0 || e.altKey || e.metaKey) {
      return;
    }
    const far = e.ctrlKey ? 1 : this.#page.width * (e.shiftKey ? 0.05 : 0.006);
    const step = {ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far]}[e.key];
    if (step) {
      this.#corners[this.#corner] = moved(this.#corners[this.#corner], ...step, this.#page);
    } else if (e.key === 'Enter' && !e.repeat) {
      this.#next();
    } else if (e.key === 'Escape') {
      this.#corners = null;
      this.#end();
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    this.#draw();
  }

  #clicked(e) {
    if (this.#corner < 0) {
      return;
    }
    e.preventDefault();
    const place = this.querySelector('.sheet').getBoundingClientRect();
    const scale = this.#page.width / place.width;
    this.#corners[this.#corner] = moved([(e.clientX - place.left) * scale, (e.clientY - place.top) * scale], 0, 0, this.#page);
    this.#next();
    this.#draw();
  }

  #next() {
    if (this.#corner < 3) {
      this.#corner++;
    } else {
      this.#end();
    }
  }

  #end() {
    this.#corner = -1;
    this.setAttribute('aria-label', this.#label);
    this.dispatchEvent(new Event('done'));
  }

  #draw() {
    const layer = this.querySelector('.corners');
    const glass = this.querySelector('.loupe');
    glass.hidden = this.#corner < 0;
    const r = this.#page.width / 90;
    fill(
      layer,
      this.#corners === null
        ? null
        : [
            h('polygon', {points: this.#corners.map((c) => c.join(',')).join(' '), class: this.areSound ? '' : 'bad'}),
            this.#corners.map(([x, y], i) =>
              h(
                'g',
                {class: i === this.#corner ? 'now' : ''},
                h('circle', {cx: x, cy: y, r}),
                h('path', {d: `M${x - 2 * r} ${y}H${x + 2 * r}M${x} ${y - 2 * r}V${y + 2 * r}`})
              )
            )
          ]
    );
    if (this.#corner >= 0) {
      const [x, y] = this.#corners[this.#corner];
      this.setAttribute('aria-label', texts.whole.cornerAria(texts.whole.corner[this.#corner], x, y));
      this.#drawGlass(glass, x, y);
    }
    this.dispatchEvent(new Event('moved'));
  }

  /** The neighbourhood of the point, enlarged, in the corner of the picture that is farthest from it. */
  #drawGlass(glass, x, y) {
    const image = this.querySelector('.sheet canvas');
    const scale = image.width / this.#page.width;
    const reach = GLASS / 2 / 1.5;
    const context = glass.getContext('2d');
    context.fillStyle = '#8a94a0';
    context.fillRect(0, 0, glass.width, glass.height);
    context.drawImage(image, x * scale - reach, y * scale - reach, 2 * reach, 2 * reach, 0, 0, glass.width, glass.height);
    context.strokeStyle = '#b4235a';
    context.lineWidth = 2;
    context.stroke(new Path2D(`M${GLASS} 0V${2 * GLASS}M0 ${GLASS}H${2 * GLASS}`));
    glass.classList.toggle('right', x < this.#page.width / 2);
    glass.classList.toggle('bottom', y < this.#page.height / 2);
  }
}

customElements.define('pk-page-corners', PageCorners);
