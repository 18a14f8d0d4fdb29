/** Chooses what to work on: everything, one kind, or one form. */
import {h} from '../dom.mjs';
import {openDialog} from '../part/dialog.mjs';
import {texts} from '../texts.en.mjs';

/** Pages of no known form have none that they could be chosen by. */
function named(byForm) {
  return Object.fromEntries(Object.entries(byForm ?? {}).filter(([form]) => form !== 'none' && form !== ''));
}

export function openBatch(app) {
  const {queue, desk} = app;
  const choose = (batch) => () => {
    dialog.end();
    desk.choose(batch);
  };
  const row = (label, count, batch) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'row',
          onclick: choose(batch),
          'aria-pressed': String(JSON.stringify(desk.batch) === JSON.stringify(batch))
        },
        h('span', {}, label),
        h('span', {class: 'count'}, count)
      )
    );
  const group = (title, counts, name, names) =>
    Object.keys(counts ?? {}).length === 0
      ? null
      : [
          h('h3', {}, title),
          h(
            'ul',
            {class: 'rows'},
            Object.entries(counts)
              .sort((a, b) => b[1] - a[1])
              .map(([value, n]) => row(names?.[value] ?? value, texts.batch.open(n), {[name]: value}))
          )
        ];
  const dialog = openDialog(texts.batch.title, [
    h(
      'ul',
      {class: 'rows'},
      row(`${texts.batch.all}: ${texts.batch.allDoes}`, texts.batch.open(queue?.open ?? 0), {}),
      desk.current ? row(`${texts.batch.document}: ${desk.current.document}`, '', {document: desk.current.document}) : null
    ),
    group(texts.batch.kinds, queue?.byKind, 'kind', texts.kinds),
    group(texts.batch.forms, named(queue?.byForm), 'form')
  ]);
}
