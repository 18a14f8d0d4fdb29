/** Documents sent from the browser: dropped or chosen, each with a link that follows it to its result. */
import {fill, h, say} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const {upload: words} = texts;

export class UploadScreen extends HTMLElement {
  #app;
  #rows = h('tbody');
  #table = h(
    'table',
    {hidden: true},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        [words.name, words.state, ''].map((head) => h('th', {scope: 'col'}, head || h('span', {class: 'unseen'}, words.follow)))
      )
    ),
    this.#rows
  );
  #none = h('p', {class: 'faint'}, words.empty);
  #waiting = [];
  #sending = false;

  set app(app) {
    this.#app = app;
  }

  connectedCallback() {
    const input = h('input', {
      type: 'file',
      multiple: true,
      class: 'unseen',
      id: 'files',
      accept: '.pdf,.tif,.tiff,.png,.jpg,.jpeg',
      tabindex: '-1',
      onchange: () => {
        this.#take([...input.files]);
        input.value = '';
      }
    });
    input.setAttribute('aria-label', words.choose);
    const drop = h(
      'div',
      {
        class: 'drop',
        ondragover: (e) => this.#over(e, drop, true),
        ondragleave: (e) => this.#over(e, drop, false),
        ondrop: (e) => {
          this.#over(e, drop, false);
          this.#take([...e.dataTransfer.files]);
        }
      },
      h('p', {class: 'big'}, words.lead),
      h('p', {class: 'faint'}, words.types),
      h('button', {type: 'button', class: 'primary', onclick: () => input.click()}, words.choose),
      input
    );
    this.#app.head([h('b', {}, words.title)]);
    fill(this, h('div', {class: 'column-page'}, drop, h('p', {class: 'faint'}, words.keep), this.#none, this.#table));
    drop.querySelector('button').focus();
  }

  #over(e, drop, inside) {
    e.preventDefault();
    drop.classList.toggle('over', inside);
  }

  #take(files) {
    for (const file of files) {
      const state = h('td', {}, words.sending('0 %'));
      const link = h('td', {class: 'number'});
      this.#rows.prepend(h('tr', {}, h('th', {scope: 'row'}, file.name), state, link));
      this.#waiting.push({file, state, link});
    }
    this.#table.hidden = this.#rows.children.length === 0;
    this.#none.hidden = !this.#table.hidden;
    this.#send();
  }

  /** One after the other: a folder of large scans must not be in memory or on the wire at once. */
  async #send() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    while (this.#waiting.length > 0) {
      await this.#sendOne(this.#waiting.shift());
    }
    this.#sending = false;
  }

  async #sendOne({file, state, link}) {
    try {
      const reply = await this.#app.api.upload(`/documents?name=${encodeURIComponent(file.name)}`, file, (part) =>
        say(state, words.sending(texts.percent(part)))
      );
      say(state, `✓ ${texts.document.statuses.RECEIVED}`);
      fill(
        link,
        h(
          'a',
          {href: `#document/${encodeURIComponent(reply.document ?? file.name)}`},
          words.follow,
          h('span', {class: 'unseen'}, ` ${file.name}`)
        )
      );
    } catch (e) {
      const known = {0: words.network, 413: words.tooLarge}[e.status] ?? texts.errors[e.code];
      say(state, `✕ ${words.failed}: ${known ?? texts.errors.other(e.message)}`);
      fill(
        link,
        h(
          'button',
          {
            type: 'button',
            class: 'small',
            onclick: () => {
              this.#waiting.push({file, state, link});
              fill(link);
              this.#send();
            }
          },
          words.again
        )
      );
    }
  }
}

customElements.define('pk-upload', UploadScreen);
