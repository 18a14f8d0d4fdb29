/** The machine's reading over the boxes, doubtful digits in brackets with a question mark and what else they may be. */
import {boxes, machineText, marks} from '../reading.mjs';
import {h, fill} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

export class ReadingView extends HTMLElement {
  show(task) {
    const layout = boxes(task);
    this.className = layout === null ? 'lined' : 'boxed';
    const text = machineText(task);
    if (task.blind || text === '') {
      fill(this, h('p', {class: 'no-reading'}, task.blind ? texts.work.blind : texts.work.noReading));
      return;
    }
    const each = marks(task);
    let place = 0;
    const glyphs = [...text].map((c) => {
      const mark = /[0-9]/.test(c) ? each[place++] : null;
      const at = layout?.gaps.includes(place - 1) && mark !== null ? ' gap' : '';
      return mark?.doubtful ? h('span', {class: `glyph doubtful${at}`}, h('b', {}, c), h('small', {}, mark.alternatives.length
        ? texts.work.or(mark.alternatives) : '')) : h('span', {class: mark === null ? 'glyph mark' : `glyph${at}`}, h('b', {}, c));
    });
    while (layout !== null && place < layout.boxes) {
      glyphs.push(h('span', {class: `glyph${layout.gaps.includes(place++) ? ' gap' : ''}`}));
    }
    const spoken = [...text].filter((c) => /[0-9]/.test(c)).map((c, i) => (each[i]?.doubtful ? texts.work.digitDoubt(c, each[i].alternatives)
      : texts.work.digitSure(c))).join(' ');
    fill(this, h('p', {class: 'unseen'}, texts.work.readingAria(spoken)), h('div', {class: 'glyphs', 'aria-hidden': 'true'}, glyphs));
  }
}

customElements.define('pk-reading', ReadingView);
