/** The page as a whole: session, head, menu, notices, and which screen is shown. */
import {Api} from './flow/api.mjs';
import {clock} from './flow/clock.mjs';
import {Desk} from './flow/desk.mjs';
import {leftBehind, Outbox, outboxKey} from './flow/outbox.mjs';
import {alivePages, deskId, openPageId, openStorage} from './flow/pages.mjs';
import {fill, h, kbd, say} from './dom.mjs';
import {nextTheme, putOnTheme} from './part/theme.mjs';
import {openDialog} from './part/dialog.mjs';
import {askForLogin, mark} from './screen/login.mjs';
import {openKeys} from './screen/keys.mjs';
import {texts} from './texts.en.mjs';
import './screen/work.mjs';
import './screen/grid.mjs';
import './screen/dashboard.mjs';
import './screen/upload.mjs';
import './screen/document.mjs';

const SCREENS = {
  work: {roles: ['clerk', 'supervisor']},
  grid: {roles: ['clerk']},
  dashboard: {roles: ['supervisor', 'auditor']},
  upload: {roles: ['clerk', 'supervisor']},
  document: {roles: ['clerk', 'supervisor', 'auditor'], hidden: true}
};
const QUEUE_MS = 10_000;
const QUEUE_DOWN_MS = 2_000;
const FORMS_MS = 60_000;
const TOAST_MS = 4_000;

export class App extends HTMLElement {
  api = new Api();
  session = null;
  queue = null;
  outbox = null;
  desk = null;
  events = null;
  #bar = h('header', {class: 'bar'});
  #left = h('p', {class: 'head'});
  #net = h('p', {class: 'net', role: 'status'});
  #notices = h('div', {class: 'notices', role: 'alert'});
  #toast = h('p', {class: 'toast', role: 'status'});
  #main = h('main', {id: 'main', tabindex: '0'});
  #askingForLogin = false;
  #endToast = null;
  #forms = null;
  #silent = false;

  async connectedCallback() {
    putOnTheme();
    fill(
      this.#bar,
      h('span', {class: 'brand'}, mark()),
      h('h1', {class: 'unseen'}, texts.product),
      this.#left,
      this.#toast,
      this.#net,
      h('button', {type: 'button', class: 'quiet', onclick: openKeys}, kbd('?'), ' ', texts.menu.keys),
      h('button', {type: 'button', class: 'quiet', onclick: () => this.#menu()}, kbd('M'), ' ', texts.menu.open)
    );
    fill(this, this.#bar, this.#main, this.#notices);
    document.addEventListener('keydown', (e) => this.#key(e));
    window.addEventListener('hashchange', () => this.#route());
    window.addEventListener('online', () => this.outbox?.resume());
    window.addEventListener('beforeunload', (e) => this.outbox?.size > 0 && this.outbox.down && e.preventDefault());
    window.addEventListener('pagehide', () => this.desk?.stop());
    window.addEventListener('pageshow', (e) => e.persisted && location.reload());
    this.api.addEventListener('logged-out', () => this.#loggedOut());
    await this.#open();
  }

  /** Returns the forms that are known, [{name, version, title}]; asked for anew once a minute at most. */
  async forms() {
    if (this.#forms === null) {
      const reply = await this.api.get('/api/forms');
      this.#forms = Array.isArray(reply) ? reply : reply.forms;
      clock.later(() => {
        this.#forms = null;
      }, FORMS_MS);
    }
    return this.#forms;
  }

  /** Returns whether nobody at the other end answers. */
  get down() {
    return this.outbox?.down === true || this.#silent;
  }

  /** Shows what the screen has to say at the left of the head; null: nothing. */
  head(parts) {
    fill(
      this.#left,
      (parts ?? [])
        .filter((part) => part !== null && part !== undefined)
        .flatMap((part, i) => (i === 0 ? [part] : [h('span', {class: 'dot', 'aria-hidden': 'true'}, ' · '), h('span', {}, part)]))
    );
  }

  /** Says for a moment what was done. */
  say(text) {
    say(this.#toast, text);
    this.#toast.classList.add('seen');
    this.#endToast?.();
    this.#endToast = clock.later(() => this.#toast.classList.remove('seen'), TOAST_MS);
  }

  /** Shows something that stays until it is put away. */
  notice(text) {
    this.#notices.append(
      h(
        'p',
        {class: 'notice'},
        h('span', {class: 'sign', 'aria-hidden': 'true'}, '!'),
        h('span', {}, text),
        h('span', {class: 'faint'}, texts.net.dismiss)
      )
    );
    while (this.#notices.children.length > 4) {
      this.#notices.firstChild.remove();
    }
  }

  /** Puts notices away; returns whether there were any. */
  dismiss() {
    const any = this.#notices.children.length > 0;
    fill(this.#notices);
    return any;
  }

  async #open() {
    this.session = await this.#session();
    const {user, policy} = this.session;
    const page = openPageId();
    const storage = openStorage();
    this.outbox = new Outbox({api: this.api, clock, storage, key: outboxKey(user, page)});
    this.outbox.addEventListener('change', () => this.#drawNet());
    if (storage !== null) {
      this.outbox.adopt(leftBehind(storage, user, await alivePages()));
    }
    this.desk = new Desk({
      api: this.api,
      outbox: this.outbox,
      clock,
      policy,
      id: await deskId(storage),
      picture: (path) => this.api.picture(path)
    });
    this.desk.addEventListener('notice', ({detail}) => this.#deskNotice(detail));
    this.desk.addEventListener('trouble', ({detail}) => this.#trouble(detail));
    this.#listen();
    this.#refreshQueue();
    this.#route();
  }

  /** Asks until somebody answers: the page may be there before the service. */
  async #session() {
    for (;;) {
      try {
        const session = await this.api.session();
        this.#net.classList.remove('down');
        say(this.#net, '');
        return session;
      } catch (e) {
        if (e.status === 401) {
          this.#askingForLogin = true;
          const session = await askForLogin(this.api);
          this.#askingForLogin = false;
          return session;
        }
        this.#net.classList.add('down');
        say(this.#net, e.mayPass && e.status !== 503 ? texts.net.down : texts.errors.other(e.message));
        await new Promise((resolve) => clock.later(resolve, 2_000));
      }
    }
  }

  async #loggedOut() {
    if (this.#askingForLogin || this.session === null) {
      return;
    }
    this.#askingForLogin = true;
    this.outbox.pause();
    const session = await askForLogin(this.api, {again: true, unsentOf: this.outbox.size > 0 ? this.session.user : null});
    this.#askingForLogin = false;
    if (session.user !== this.session.user) {
      location.reload();
      return;
    }
    this.session = session;
    this.outbox.resume();
    this.desk.touch();
    this.desk.fill();
    this.#listen();
    this.#main.querySelector('pk-entry')?.focus();
  }

  #listen() {
    this.events?.close();
    this.events = new EventSource('/api/events');
    this.events.addEventListener('queue', (e) => this.#setQueue(parse(e.data)));
    this.events.addEventListener('dashboard', (e) => this.dispatchEvent(new CustomEvent('dashboard', {detail: parse(e.data)})));
    this.events.addEventListener('open', () => this.outbox.down && this.outbox.resume());
  }

  async #refreshQueue() {
    try {
      this.#setQueue(await this.api.get('/api/queue'));
      this.#heard(true);
    } catch (e) {
      this.#heard(e.status !== 0);
    }
    clock.later(() => this.#refreshQueue(), this.#silent ? QUEUE_DOWN_MS : QUEUE_MS);
  }

  /** Whether anybody answers: the browser's own word is no help, as a service on this machine is there without a network. */
  #heard(somebody) {
    const back = somebody && this.#silent;
    this.#silent = !somebody;
    this.#drawNet();
    if (back) {
      this.outbox.resume();
      this.desk.fill();
    }
  }

  #setQueue(queue) {
    if (queue !== null && typeof queue.open === 'number') {
      this.queue = {...this.queue, ...queue};
      this.dispatchEvent(new Event('queue'));
      if (queue.open > 0 && this.desk.current === null && !this.desk.loading) {
        this.desk.fill();
      }
    }
  }

  #deskNotice({code, error, told}) {
    const why = error ? (texts.errors[error.code] ?? texts.errors.other(error.message)) : '';
    if (code === 'NOT_TAKEN') {
      const what = texts.work.outcome[told.outcome]?.(told.text) ?? told.text;
      this.notice(texts.net.notTaken(what, told.field, told.document, error.code === 'ANSWER_UNCLEAR' ? error.message || why : why));
    } else if (code === 'GONE') {
      this.notice(texts.net.gone);
    } else if (code === 'NOTHING_TO_UNDO') {
      this.say(texts.net.undoNothing);
    } else {
      this.notice(error.code === 'UNDO_TOO_LATE' ? texts.net.undoLate : texts.net.undoFailed(why));
    }
  }

  #trouble(error) {
    if (error.status === 403) {
      this.desk.stop();
      this.notice(texts.login.noRole);
    }
    this.#heard(error.status !== 0);
  }

  #drawNet() {
    const {size} = this.outbox;
    this.#net.classList.toggle('down', this.down);
    say(this.#net, this.down ? `${texts.net.down} ${texts.net.waiting(size)}` : size > 3 ? texts.net.sending(size) : '');
  }

  #may(name) {
    return SCREENS[name]?.roles.some((role) => this.session.roles.includes(role)) === true;
  }

  #route() {
    const [name, argument] = location.hash.slice(1).split('/');
    const allowed = Object.keys(SCREENS).filter((screen) => this.#may(screen) && !SCREENS[screen].hidden);
    const usual = this.session.roles.includes('clerk') ? 'work' : 'dashboard';
    const screen = this.#may(name) ? name : allowed.includes(usual) ? usual : allowed[0];
    if (screen === undefined) {
      fill(this.#main, h('p', {class: 'nothing big'}, texts.login.noRole));
      return;
    }
    const element = document.createElement(`pk-${screen}`);
    element.app = this;
    element.argument = argument === undefined ? null : decodeURIComponent(argument);
    document.title = `${texts[screen].title} · ${texts.product}`;
    this.dataset.screen = screen;
    fill(this.#main, element);
  }

  #menu() {
    const go = (name) => () => {
      dialog.close();
      location.hash = name;
    };
    const screens = Object.keys(SCREENS).filter((name) => this.#may(name) && !SCREENS[name].hidden);
    const row = (label, does, pressed) =>
      h('li', {}, h('button', {type: 'button', class: 'row', onclick: does, 'aria-pressed': pressed}, label));
    const dialog = openDialog(texts.menu.title, [
      h(
        'ul',
        {class: 'rows'},
        screens.map((name) => row(texts.menu[name], go(name), String(this.dataset.screen === name))),
        row([h('span', {}, texts.menu.theme), h('span', {class: 'count'}, kbd('T'))], () => this.#changeTheme()),
        this.session.login ? row(texts.menu.logout, () => this.#logOut()) : null
      ),
      h(
        'p',
        {class: 'faint'},
        texts.menu.who(this.session.user),
        this.session.version ? ` · ${texts.product} ${this.session.version}` : ''
      )
    ]);
  }

  #changeTheme() {
    this.say(`${texts.menu.theme}: ${texts.menu.themes[nextTheme()]}`);
  }

  async #logOut() {
    this.desk.stop();
    await this.api.logout().catch(() => {});
    location.hash = '';
    location.reload();
  }

  #key(e) {
    if (
      e.ctrlKey
      || e.altKey
      || e.metaKey
      || e.repeat
      || e.isComposing
      || e.target.matches('input:not(.entry-input), textarea, select')
    ) {
      return;
    }
    const inDialog = document.querySelector('dialog[open]') !== null;
    const does = {'?': openKeys, m: () => this.#menu(), t: () => this.#changeTheme()}[e.key.toLowerCase()];
    if (does && (!inDialog || e.key.toLowerCase() === 't') && this.session !== null) {
      e.preventDefault();
      does();
    }
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

customElements.define('pk-app', App);
