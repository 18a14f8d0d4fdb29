/** One document, followed to its result. */
import {fill, h, say} from '../dom.mjs';
import {reasonText, texts} from '../texts.en.mjs';

const {document: words} = texts;
const ENDED = new Set(['COMPLETE', 'PARTIAL', 'REFUSED', 'SUPERSEDED', 'EXPIRED']);
const WAIT_MS = 1_500;

export class DocumentScreen extends HTMLElement {
  argument = null;
  #app;
  #timer = null;
  #body = h('div', {class: 'column-page'});
  #drawn = '';

  set app(app) {
    this.#app = app;
  }

  connectedCallback() {
    fill(this, this.#body);
    this.#app.head([h('b', {}, words.title), this.argument]);
    this.#fetch();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  async #fetch() {
    let again = true;
    try {
      const document = await this.#app.api.get(`/documents/${encodeURIComponent(this.argument)}`);
      again = !ENDED.has(document.status);
      if (this.#drawn !== JSON.stringify(document)) {
        this.#drawn = JSON.stringify(document);
        this.#draw(document);
      }
    } catch (e) {
      again = e.mayPass;
      fill(
        this.#body,
        h('p', {class: 'big', role: 'alert'}, e.status === 404 ? words.unknown : (texts.errors[e.code] ?? texts.errors.other(e.message)))
      );
    }
    if (again && this.isConnected) {
      this.#timer = setTimeout(() => this.#fetch(), WAIT_MS);
    }
  }

  #draw({document: name, status, open, version, reasons, numbers}) {
    const reached = {RECEIVED: 0, READING: 1, REVIEW: 2}[status] ?? 3;
    fill(
      this.#body,
      h('h2', {class: 'name'}, name),
      h(
        'ol',
        {class: 'steps'},
        words.steps.map((step, i) =>
          h(
            'li',
            {
              class: i < reached || ENDED.has(status) ? 'done' : i === reached ? 'now' : '',
              'aria-current': i === reached ? 'step' : null
            },
            step
          )
        )
      ),
      h('p', {class: 'big', role: 'status'}, words.statuses[status] ?? status, version > 1 ? ` · ${words.version(version)}` : ''),
      (reasons ?? []).map((code) => h('p', {class: 'faint'}, reasonText(code))),
      open > 0
        ? h('p', {}, words.open(open), ' ', h('button', {type: 'button', class: 'small', onclick: () => this.#work(name)}, words.work))
        : null,
      (numbers ?? []).length === 0
        ? h('p', {class: 'faint'}, words.none)
        : h(
            'table',
            {},
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                [words.page, words.field, words.text, words.value, words.status, words.source].map((head) =>
                  h('th', {scope: 'col'}, head)
                )
              )
            ),
            h(
              'tbody',
              {},
              numbers.map((n) =>
                h(
                  'tr',
                  {},
                  h('td', {}, n.page),
                  h('th', {scope: 'row'}, n.field ?? texts.kinds.PAGE),
                  h('td', {class: 'digits-cell'}, n.text || texts.page.nothing),
                  h('td', {class: 'digits-cell'}, n.value ?? texts.page.nothing),
                  h('td', {}, texts.page.statuses[n.status] ?? n.status),
                  h('td', {}, words.sources[n.source] ?? '')
                )
              )
            )
          ),
      h('p', {}, h('a', {href: '#upload'}, words.back))
    );
  }

  #work(name) {
    this.#app.desk.choose({document: name});
    location.hash = 'work';
  }
}

customElements.define('pk-document', DocumentScreen);
