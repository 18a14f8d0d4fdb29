/** The whole page over the work: the field outlined, its neighbours with their values. A digit goes back and is typed there. */
import {fill, h, say} from '../dom.mjs';
import {machineText} from '../reading.mjs';
import {openDialog} from '../part/dialog.mjs';
import {texts} from '../texts.en.mjs';

const WIDTH = 1800;

export async function openPage(app, task, onClose) {
  const review = encodeURIComponent(task.review);
  const body = h('div', {class: 'page-view'}, h('p', {class: 'big faint', role: 'status'}, texts.page.loading));
  let typed = null;
  const dialog = openDialog(`${texts.page.title} · ${texts.work.document(task.document, task.page, task.pages)}`, body, {
    wide: true,
    onClose: () => onClose(typed)
  });
  let close = true;
  dialog.addEventListener('keydown', (e) => {
    if (/^[0-9]$/.test(e.key) && !e.ctrlKey && !e.altKey && !e.metaKey) {
      e.preventDefault();
      typed = e.key;
      dialog.end();
    } else if (e.key.toLowerCase() === 'p' && !e.repeat) {
      e.preventDefault();
      dialog.end();
    } else if (e.key.toLowerCase() === 'z') {
      e.preventDefault();
      close = !close;
      body.classList.toggle('close', close);
      look(body, close);
    }
  });
  try {
    const page = await app.api.get(`/api/tasks/${review}/page`);
    fill(body, picture(task, page, `/api/tasks/${review}/page.jpg?width=${WIDTH}`), list(task, page));
    close = false;
    look(body, close);
  } catch (e) {
    fill(body, h('p', {class: 'big', role: 'alert'}, e.code === 'PAGE_GONE' || e.status === 404 ? texts.page.gone : texts.page.failed));
  }
}

function isThis(task, field) {
  return field.name === task.field && (field.copy ?? 1) === (task.copy ?? 1);
}

function picture(task, page, source) {
  const box = page.box ?? task.box;
  const outline = (b, name, pad) =>
    h('rect', {class: name, x: b.x - pad, y: b.y - pad, width: b.width + 2 * pad, height: b.height + 2 * pad, rx: pad});
  const unit = page.width / 400;
  const shade = box
    ? h('path', {
        class: 'shade',
        'fill-rule': 'evenodd',
        d:
          `M0 0H${page.width}V${page.height}H0Z M${box.x - 3 * unit} ${box.y - 3 * unit}`
          + `h${box.width + 6 * unit}v${box.height + 6 * unit}h${-box.width - 6 * unit}z`
      })
    : null;
  const image = h('img', {src: source, alt: texts.page.picture(task.document, task.page), width: page.width, height: page.height});
  const waiting = h('p', {class: 'big faint waiting', role: 'status'}, texts.page.loading);
  image.addEventListener('load', () => waiting.remove());
  image.addEventListener('error', () => say(waiting, texts.page.failed));
  return h(
    'div',
    {class: 'page-picture', tabindex: '0', role: 'group', 'aria-label': texts.page.picture(task.document, task.page)},
    waiting,
    h(
      'div',
      {class: 'sheet'},
      image,
      h(
        'svg',
        {viewBox: `0 0 ${page.width} ${page.height}`, 'aria-hidden': 'true'},
        shade,
        (page.fields ?? []).filter((f) => f.box && !isThis(task, f)).map((f) => outline(f.box, 'neighbour', unit)),
        box ? outline(box, 'field-outline', 3 * unit) : null
      )
    )
  );
}

function list(task, page) {
  const rows = (page.fields ?? []).map((field) => {
    const own = isThis(task, field);
    return h(
      'tr',
      {class: own ? 'own' : '', 'aria-current': own},
      h(
        'th',
        {scope: 'row'},
        field.name,
        field.copy > 1 ? ` · ${texts.page.form(field.copy)}` : '',
        own ? h('small', {}, ` ← ${texts.page.thisField}`) : null
      ),
      h('td', {class: 'number'}, shownValue(task, field, own)),
      h('td', {}, texts.page.statuses[field.status] ?? field.status ?? '')
    );
  });
  return h(
    'div',
    {class: 'page-list'},
    h(
      'table',
      {},
      h('caption', {}, texts.page.fields),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [texts.page.field, texts.page.value, texts.page.status].map((t) => h('th', {scope: 'col'}, t))
        )
      ),
      h('tbody', {}, rows)
    ),
    h('p', {class: 'faint'}, texts.page.zoom, ' · ', texts.page.back)
  );
}

/** Of a field that is keyed blind the value is kept back; accounts are where the role need not see them, by the service. */
function shownValue(task, field, own) {
  if (own) {
    return task.blind ? texts.page.masked : machineText(task) || texts.page.nothing;
  }
  return field.value ?? (field.text || texts.page.nothing);
}

/** Scrolls to the field where the page is shown close up. */
function look(body, close) {
  const place = body.querySelector('.field-outline');
  if (close && place) {
    place.scrollIntoView({block: 'center', inline: 'center'});
  }
  body.querySelector('.page-picture')?.focus();
}
