/** The machine's reading over the boxes, doubtful digits in brackets with a question mark and what else they may be. */
import {boxes, machineText, markedSigns} from '../reading.mjs';
import {fill, h, say} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

export class ReadingView extends HTMLElement {
  #spoken = h('p', {class: 'unseen', role: 'status'});
  #drawn = h('div', {'aria-hidden': 'true'});

  connectedCallback() {
    fill(this, this.#spoken, this.#drawn);
  }

  /** Shows a task; that another one is there is said too, as the place where it is typed stays the same. */
  show(task) {
    const layout = boxes(task);
    this.className = layout === null ? 'lined' : 'boxed';
    const text = machineText(task);
    if (task.blind || text === '') {
      const words = task.blind ? texts.work.blind : texts.work.noReading;
      fill(this.#drawn, h('p', {class: 'no-reading'}, words));
      say(this.#spoken, `${texts.kinds[task.kind] ?? task.kind}. ${words}.`);
      return;
    }
    const signs = markedSigns(task);
    const glyphs = signs.map(({sign, mark}, i) => {
      const at = layout?.gaps.includes(i) ? ' gap' : '';
      return mark?.doubtful
        ? h(
            'span',
            {class: `glyph doubtful${at}`},
            h('b', {}, sign),
            h('small', {}, mark.alternatives.length ? texts.work.or(mark.alternatives) : '')
          )
        : h('span', {class: `glyph${at}`}, h('b', {}, sign));
    });
    let place = signs.length;
    while (layout !== null && place < layout.boxes) {
      glyphs.push(h('span', {class: `glyph${layout.gaps.includes(place++) ? ' gap' : ''}`}));
    }
    const spoken = signs
      .map(({sign, mark}) => (mark?.doubtful ? texts.work.digitDoubt(sign, mark.alternatives) : texts.work.digitSure(sign)))
      .join(' ');
    say(this.#spoken, `${texts.kinds[task.kind] ?? task.kind}. ${texts.work.readingAria(spoken)}.`);
    fill(this.#drawn, h('div', {class: 'glyphs'}, glyphs));
  }
}

customElements.define('pk-reading', ReadingView);
