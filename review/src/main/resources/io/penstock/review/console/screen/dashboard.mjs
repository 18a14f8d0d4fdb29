/** How the whole thing goes: for supervisors and auditors, live. */
import {bars, columns, estimate} from '../part/chart.mjs';
import {fill, h, say} from '../dom.mjs';
import {texts} from '../texts.en.mjs';

const {dashboard: words} = texts;
const LETTERS = 8;
const STALE_MS = 15_000;

export class DashboardScreen extends HTMLElement {
  #app;
  #live = h('span', {class: 'live'});
  #body = h('div', {class: 'dash'});
  #seen = 0;
  #ending = new AbortController();
  #watch = null;
  #drawn = '';

  set app(app) {
    this.#app = app;
  }

  connectedCallback() {
    fill(this, this.#body);
    this.#app.head([h('b', {}, words.title), this.#live]);
    this.#app.addEventListener('dashboard', ({detail}) => this.#show(detail), {signal: this.#ending.signal});
    this.#watch = setInterval(() => performance.now() - this.#seen > STALE_MS && this.#fetch(), 5_000);
    this.#fetch();
  }

  disconnectedCallback() {
    this.#ending.abort();
    clearInterval(this.#watch);
  }

  async #fetch() {
    try {
      this.#show(await this.#app.api.get('/api/dashboard'));
    } catch (e) {
      this.#live.classList.add('stale');
      say(this.#live, e.status === 403 ? texts.errors.FORBIDDEN : words.stale);
    }
  }

  #show(board) {
    if (board === null || board?.queue === undefined) {
      this.#fetch();
      return;
    }
    this.#seen = performance.now();
    this.#live.classList.remove('stale');
    say(this.#live, `${words.live} · ${words.asOf(texts.clock(Date.now()))}`);
    const now = JSON.stringify(board);
    const busy = this.#body.contains(document.activeElement);
    if (now !== this.#drawn && !busy) {
      this.#drawn = now;
      this.#draw(board);
    }
  }

  #draw({queue, readRate, error, throughput, people, forms, stages, deadLetters, silent}) {
    const hours = (throughput ?? []).map(({hour, count}) => [hour.includes('T') ? texts.clock(hour) : hour, count]);
    fill(
      this.#body,
      tile(
        'open',
        words.open,
        h('p', {class: 'figure'}, texts.number(queue.open)),
        queue.oldestSeconds ? h('p', {class: 'faint'}, words.oldest(texts.age(queue.oldestSeconds))) : null,
        deadLetters?.length > 0 ? h('p', {class: 'verdict bad'}, words.deadCount(deadLetters.length)) : null,
        silent > 0 ? h('p', {class: 'verdict bad'}, words.silent(silent)) : null
      ),
      tile(
        'rate',
        words.readRate,
        h('p', {class: 'figure'}, readRate.share == null ? '–' : texts.percent(readRate.share, 1)),
        h('p', {class: 'faint'}, words.readRateHint(texts.number(readRate.accepted), texts.number(readRate.review)))
      ),
      errorTile(error),
      tile(
        'ages',
        words.byAge,
        bars(
          words.byAge,
          (queue.byAge ?? []).map(({label, count}) => [label, count])
        )
      ),
      tile('kinds', words.byKind, bars(words.byKind, sorted(queue.byKind, texts.kinds))),
      tile(
        'hours',
        words.throughput,
        hours.length === 0 ? h('p', {class: 'faint'}, words.empty) : columns(words.throughput, hours),
        h('p', {class: 'faint'}, words.perHourNow(texts.number(hours.at(-1)?.[1] ?? 0)))
      ),
      tile('byform', words.byForm, bars(words.byForm, sorted(queue.byForm, {none: texts.kinds.PAGE, '': texts.kinds.PAGE}))),
      tile(
        'stages',
        words.stages,
        table(
          [words.stage, words.lag],
          (stages ?? []).map((s) => [s.stage, s.lag > 0 ? words.lagRecords(s.lag) : words.lagNone]),
          words.stages
        )
      ),
      tile(
        'people',
        words.people,
        table(
          [words.reviewer, words.answers, words.speed, words.agreement],
          (people ?? []).map((p) => [
            p.reviewer,
            texts.number(p.answers),
            p.secondsMedian == null ? '–' : texts.seconds(p.secondsMedian),
            p.agreement == null ? '–' : texts.percent(p.agreement, 1)
          ]),
          words.people
        )
      ),
      tile(
        'forms',
        words.forms,
        table(
          [words.form, words.fields, words.review, words.share],
          (forms ?? []).map((f) => [
            f.form ?? texts.kinds.PAGE,
            texts.number(f.fields),
            texts.number(f.review),
            f.share == null ? '–' : texts.percent(f.share, 1)
          ]),
          words.forms
        )
      ),
      this.#deadTile(deadLetters ?? [])
    );
  }

  #deadTile(letters) {
    return tile(
      'dead',
      words.dead,
      letters.length === 0
        ? h('p', {class: 'faint'}, words.deadNone)
        : h(
            'ul',
            {class: 'letters'},
            letters
              .slice(0, LETTERS)
              .map((letter) =>
                h(
                  'li',
                  {},
                  h('p', {}, h('b', {}, letter.key)),
                  h('p', {}, h('code', {}, letter.code), ` · ${letter.stage} · ${texts.moment(letter.at)}`),
                  h('p', {class: 'faint'}, letter.message),
                  this.#replayButton(letter)
                )
              )
          ),
      letters.length > LETTERS ? h('p', {class: 'faint'}, words.deadMore(letters.length - LETTERS)) : null
    );
  }

  #replayButton(letter) {
    const button = h('button', {type: 'button', class: 'small', 'aria-label': words.replayOf(letter.key)}, words.replay);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await this.#app.api.post(`/api/dead-letters/${encodeURIComponent(letter.id ?? letter.key)}/replay`, {});
        say(button, words.replayed);
        this.#app.say(`${letter.key}: ${words.replayed}`);
        button.blur();
      } catch (e) {
        button.disabled = false;
        this.#app.notice(texts.errors[e.code] ?? texts.errors.other(e.message));
      }
    });
    return button;
  }
}

function errorTile(error) {
  if (!error || error.sampled === 0) {
    return tile('error', words.error, h('p', {class: 'figure'}, '–'), h('p', {class: 'faint'}, words.errorNone));
  }
  const warn = error.warn === true;
  return tile(
    `error${warn ? ' warn' : ''}`,
    words.error,
    h(
      'div',
      {class: 'halves'},
      h(
        'div',
        {},
        h('p', {class: 'figure'}, texts.percent(error.rate, 2)),
        h(
          'p',
          {class: warn ? 'verdict bad' : error.promised == null || error.high > error.promised ? 'verdict open' : 'verdict'},
          verdict(error)
        ),
        h('p', {class: 'faint'}, words.errorHint(texts.number(error.wrong), texts.number(error.sampled)))
      ),
      h(
        'div',
        {},
        estimate(words.error, {...error, promised: error.promised ?? null}),
        h('p', {class: 'faint'}, words.errorInterval(texts.percent(error.low, 2), texts.percent(error.high, 2))),
        warn ? h('p', {class: 'faint'}, words.errorWarnHint) : null
      )
    )
  );
}

/** A rate of which too few were looked at is not within anything yet. */
function verdict({warn, promised, high}) {
  if (warn === true) {
    return words.errorWarn;
  }
  return promised == null ? words.noPromise : high > promised ? words.errorOpen : words.errorFine;
}

function tile(name, title, ...content) {
  return h('section', {class: `tile ${name}`, 'aria-label': title}, h('h2', {}, title), content);
}

function sorted(counts, names) {
  return Object.entries(counts ?? {})
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name, count]) => [names[name] ?? name, count]);
}

function table(heads, rows, title) {
  if (rows.length === 0) {
    return h('p', {class: 'faint'}, words.empty);
  }
  return h(
    'table',
    {'aria-label': title},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head, i) => h('th', {scope: 'col', class: i > 0 ? 'number' : ''}, head))
      )
    ),
    h(
      'tbody',
      {},
      rows.map(([first, ...rest]) =>
        h(
          'tr',
          {},
          h('th', {scope: 'row'}, first),
          rest.map((cell) => h('td', {class: 'number'}, cell))
        )
      )
    )
  );
}

customElements.define('pk-dashboard', DashboardScreen);
