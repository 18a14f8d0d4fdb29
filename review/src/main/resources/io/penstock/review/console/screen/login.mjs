/** The log-in: at the start, or over the work where the session has ended, so that nothing typed is lost. */
import {fill, h, say} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const {login: words} = texts;

/** Shows the log-in until somebody is logged in; returns the session. */
export function askForLogin(api, {again = false, unsentOf = null} = {}) {
  return new Promise((resolve) => {
    const problem = h('p', {class: 'problem', role: 'alert'});
    const user = h('input', {
      id: 'login-user',
      name: 'user',
      autocomplete: 'username',
      required: true,
      autocapitalize: 'none',
      spellcheck: 'false'
    });
    const password = h('input', {
      id: 'login-password',
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
      required: true
    });
    const submit = h('button', {type: 'submit', class: 'primary'}, words.submit);
    const fields = h(
      'div',
      {class: 'fields'},
      h('label', {for: 'login-user'}, words.user),
      user,
      h('label', {for: 'login-password'}, words.password),
      password,
      submit
    );
    const dialog = h(
      'dialog',
      {class: 'login', 'aria-labelledby': 'login-title'},
      h(
        'form',
        {novalidate: true, onsubmit: send},
        h('p', {class: 'brand'}, mark(), texts.product),
        h('h1', {id: 'login-title'}, again ? words.again : words.title),
        again ? h('p', {}, words.againHint) : h('p', {class: 'faint'}, words.claim),
        unsentOf === null ? null : h('p', {}, words.other(unsentOf)),
        fields,
        problem
      )
    );
    dialog.addEventListener('cancel', (e) => e.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    user.focus();
    askWay();

    /** Where people log in with a provider, the browser goes there; what was typed is kept in it meanwhile. */
    async function askWay() {
      const {way} = await api.get('/api/login').catch(() => ({}));
      if (way === 'oidc') {
        const link = h('a', {class: 'button', href: '/api/login/start'}, words.provider);
        fill(fields, link);
        link.focus();
      }
    }

    async function send(e) {
      e.preventDefault();
      if (user.value === '' || password.value === '') {
        (user.value === '' ? user : password).focus();
        return;
      }
      submit.disabled = true;
      say(problem, '');
      say(submit, words.busy);
      try {
        const session = await api.login(user.value, password.value);
        dialog.close();
        dialog.remove();
        resolve(session);
      } catch (error) {
        fill(problem, texts.errors[error.code] ?? texts.errors.other(error.message));
        password.value = '';
        password.focus();
      } finally {
        submit.disabled = false;
        say(submit, words.submit);
      }
    }
  });
}

/** The product's mark: water through a pipe to a wheel. */
export function mark() {
  return h(
    'svg',
    {viewBox: '0 0 32 32', class: 'mark', 'aria-hidden': 'true'},
    h('path', {d: 'M3 6h9c6 0 4 12 10 12', class: 'pipe'}),
    h('circle', {cx: 23, cy: 22, r: 6, class: 'wheel'}),
    h('path', {d: 'M23 16v12M17 22h12M18.8 17.8l8.4 8.4M27.2 17.8l-8.4 8.4', class: 'spokes'})
  );
}
