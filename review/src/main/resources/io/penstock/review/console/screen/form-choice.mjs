/** Which form a page really is: chosen from those that are known, or none of them. */
import {fill, h, kbd} from '../dom.mjs';
import {openDialog} from '../part/dialog.mjs';
import {texts} from '../texts.en.mjs';

/** Opens the choice; chosen is called with a form {name, version, title}, or null for none of them. */
export async function openFormChoice(app, chosen, onClose) {
  const list = h('ul', {class: 'rows'}, h('li', {class: 'faint'}, texts.page.loading));
  let answer;
  const dialog = openDialog(texts.whole.otherForm, list, {
    onClose: () => {
      onClose();
      if (answer !== undefined) {
        chosen(answer);
      }
    }
  });
  const choose = (form) => {
    answer = form;
    dialog.end();
  };
  let forms = [];
  dialog.addEventListener('keydown', (e) => {
    const form = /^[1-9]$/.test(e.key) ? forms[Number(e.key) - 1] : e.key.toLowerCase() === 'n' ? null : undefined;
    if (form !== undefined && !e.repeat && !e.ctrlKey && !e.altKey && !e.metaKey) {
      e.preventDefault();
      choose(form);
    }
  });
  const row = (key, label, small, form) =>
    h(
      'li',
      {},
      h(
        'button',
        {type: 'button', class: 'row', onclick: () => choose(form)},
        key === null ? h('kbd', {class: 'none'}) : kbd(key),
        ' ',
        label,
        h('small', {}, small)
      )
    );
  try {
    forms = await app.forms();
  } catch (e) {
    app.notice(texts.errors[e.code] ?? (e.status === 0 ? texts.errors.network : texts.errors.other(e.message)));
  }
  fill(
    list,
    forms.map((form, i) =>
      row(
        i < 9 ? String(i + 1) : null,
        form.title ?? form.name,
        `${form.title ? `${form.name} · ` : ''}${texts.whole.version(form.version)}`,
        form
      )
    ),
    row('N', texts.whole.none, texts.whole.noneDoes, null)
  );
  list.querySelector('.row').focus();
}
