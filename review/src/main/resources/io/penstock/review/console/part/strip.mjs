/** What waits behind the task in front, small, and how much of the batch is done. */
import {thumbnail} from './snippet.mjs';
import {fill, h} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const SHOWN = 4;
const HEIGHT = 44;

export class Strip extends HTMLElement {
  #thumbnails = new WeakMap();

  /** Shows a desk; open: how many tasks of its batch are open. */
  show(desk, open) {
    this.hidden = desk.current === null;
    const waiting = desk.ahead.slice(0, SHOWN);
    const here = desk.ahead.length + (desk.current ? 1 : 0);
    const all = desk.answered + Math.max(open ?? 0, here);
    fill(
      this,
      h('span', {class: 'next'}, texts.work.next),
      waiting.length === 0
        ? h('span', {class: 'faint'}, texts.work.nextNone)
        : waiting.map((task) => this.#small(desk.pictureOf(task)?.bitmap)),
      h('span', {class: 'spring'}),
      all > 0 ? progress(desk.answered, all) : null
    );
  }

  #small(bitmap) {
    if (!bitmap) {
      return h('span', {class: 'thumb empty'});
    }
    if (!this.#thumbnails.has(bitmap)) {
      this.#thumbnails.set(bitmap, h('span', {class: 'thumb'}, thumbnail(bitmap, HEIGHT)));
    }
    return this.#thumbnails.get(bitmap);
  }
}

function progress(done, all) {
  return h(
    'span',
    {class: 'progress'},
    h('progress', {max: all, value: done, 'aria-label': texts.work.progress(done, all)}),
    h('span', {}, texts.percent(done / all))
  );
}

customElements.define('pk-strip', Strip);
