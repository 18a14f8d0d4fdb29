/** What the clerk is told about what stands in the boxes, by a sign and words, never by colour alone. */
import {fill, h} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

export class CheckView extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'status');
    this.classList.add('check');
  }

  /** Shows a result of check(); again: that Enter a second time accepts it all the same. */
  tell({state, text, sums = []}, again = false) {
    const sign = {ok: texts.check.ok, doubt: texts.check.doubt, refused: texts.check.refused}[state];
    this.dataset.state = state;
    fill(
      this,
      h('p', {}, sign ? [h('b', {class: 'sign'}, sign), ' '] : null, text),
      sums.map((sum) => h('p', {class: sum.fits ? 'sum' : 'sum bad'}, sum.text)),
      again ? h('p', {class: 'again'}, texts.check.again) : null
    );
  }
}

customElements.define('pk-check', CheckView);
