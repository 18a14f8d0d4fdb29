/** A window over the page: the browser's own dialog, so that focus stays in it, Escape closes it, and it goes back to where it was. */
import {h} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

/** Opens one; arrow keys go through its buttons. Its method end() closes it with all that follows before it returns. */
export function openDialog(title, content, {wide = false, onClose = () => {}} = {}) {
  const name = `dialog-${title.replace(/\W/g, '')}`;
  const dialog = h(
    'dialog',
    {class: wide ? 'wide' : '', 'aria-labelledby': name},
    h(
      'div',
      {class: 'dialog-head'},
      h('h2', {id: name}, title),
      h('button', {type: 'button', class: 'quiet', onclick: () => dialog.close()}, h('kbd', {}, 'Esc'), ' ', texts.menu.close)
    ),
    h('div', {class: 'dialog-body', tabindex: '-1'}, content)
  );
  // The browser tells of the end a little later, when the next key may have been struck: what comes of it is done here and now.
  const end = () => {
    if (dialog.isConnected) {
      dialog.remove();
      onClose();
    }
  };
  dialog.addEventListener('close', end);
  dialog.end = () => {
    dialog.close();
    end();
  };
  dialog.addEventListener('click', (e) => e.target === dialog && dialog.close());
  dialog.addEventListener('keydown', (e) => arrows(dialog, e));
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector('[aria-pressed="true"], .row') ?? dialog.querySelector('.dialog-body')).focus();
  return dialog;
}

function arrows(dialog, e) {
  const step = {ArrowDown: 1, ArrowUp: -1}[e.key];
  const rows = [...dialog.querySelectorAll('.row')];
  if (step && rows.length > 0) {
    e.preventDefault();
    rows[(rows.indexOf(document.activeElement) + step + rows.length) % rows.length].focus();
  }
}
