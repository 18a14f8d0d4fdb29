/** Small charts in SVG: bars across, columns over time, and an estimate with its interval. Each says its figures in words too. */
import {h} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

/** Bars across, one for each [label, count]; lists of figures are what they are to readers of the screen. */
export function bars(title, rows) {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return h(
    'ul',
    {class: 'bars', 'aria-label': title},
    rows.map(([label, count]) => {
      const bar = h('span', {class: 'bar-fill', 'aria-hidden': 'true'});
      bar.style.width = `${(100 * count) / most}%`;
      return h(
        'li',
        {},
        h('span', {class: 'bar-label'}, label),
        h('span', {class: 'bar-track', 'aria-hidden': 'true'}, bar),
        h('span', {class: 'bar-count'}, texts.number(count))
      );
    })
  );
}

/** Columns over time, [label, count] each; the last one is still going on and drawn open. */
export function columns(title, rows) {
  const [width, height, foot, top] = [480, 190, 24, 14];
  const most = nice(Math.max(1, ...rows.map(([, count]) => count)));
  const step = (width - 62) / Math.max(1, rows.length);
  const y = (count) => top + (height - foot - top) * (1 - count / most);
  return h(
    'svg',
    {class: 'columns', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': texts.dashboard.chartOf(title, rows)},
    (most < 2 ? [0, most] : [0, most / 2, most]).map((mark) =>
      h(
        'g',
        {},
        h('line', {x1: 48, x2: width, y1: y(mark), y2: y(mark), class: 'scale'}),
        h('text', {x: 42, y: y(mark) + 4, class: 'scale-label'}, texts.number(Math.round(mark)))
      )
    ),
    rows.map(([label, count], i) =>
      h(
        'g',
        {},
        h('rect', {
          x: 48 + i * step + step * 0.14,
          width: step * 0.72,
          y: y(count),
          height: Math.max(0, y(0) - y(count)),
          rx: 2,
          class: i === rows.length - 1 ? 'column now' : 'column'
        }),
        (rows.length - 1 - i) % 3 !== 0 ? null : h('text', {x: 48 + (i + 0.5) * step, y: height - 5, class: 'column-label'}, label)
      )
    )
  );
}

/** An estimate of a rate with its interval, and the promise it is held against. */
export function estimate(title, {rate, low, high, promised}) {
  const [width, height] = [480, 84];
  const most = nice(Math.max(high, promised ?? 0, 1e-6) * 1.15);
  const x = (value) => 12 + (width - 24) * Math.min(1, value / most);
  const percent = (value) => texts.percent(value, 2);
  return h(
    'svg',
    {
      class: 'estimate',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label':
        `${title}: ${percent(rate)}, `
        + `${texts.dashboard.errorInterval(percent(low), percent(high))}`
        + (promised === null ? '' : `, ${texts.dashboard.promised(percent(promised))}`)
    },
    h('line', {x1: x(0), x2: x(most), y1: 58, y2: 58, class: 'scale'}),
    [0, most / 2, most].map((mark) =>
      h(
        'text',
        {x: x(mark), y: 80, class: mark === 0 ? 'scale-label start' : mark === most ? 'scale-label' : 'column-label'},
        percent(mark)
      )
    ),
    promised === null
      ? null
      : h(
          'g',
          {},
          h('line', {x1: x(promised), x2: x(promised), y1: 20, y2: 64, class: 'promise'}),
          h(
            'text',
            {
              x: x(promised),
              y: 14,
              class: x(promised) > width * 0.8 ? 'scale-label' : x(promised) < width * 0.2 ? 'scale-label start' : 'column-label'
            },
            texts.dashboard.promised(percent(promised))
          )
        ),
    h('rect', {x: x(low), width: Math.max(2, x(high) - x(low)), y: 34, height: 16, rx: 8, class: 'interval'}),
    h('circle', {cx: x(rate), cy: 42, r: 9, class: 'point'})
  );
}

/** Returns the next round number: one figure and noughts. */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((n) => n >= value - 1e-12);
}
