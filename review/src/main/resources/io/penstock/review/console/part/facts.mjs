/** What is known of a task beside its picture: what and where it is, and why a person is asked. */
import {fill, h} from '../dom.mjs';
import {reasonText, texts} from '../texts.en.mjs';

const REASONS_SHOWN = 3;

/** Puts what and where a task is into an element. */
export function showFacts(element, task) {
  const copy = task.copy > 1 ? ` · ${texts.work.copy(task.copy)}` : '';
  fill(
    element,
    h('p', {class: 'place'}, texts.kinds[task.kind] ?? task.kind),
    h('p', {class: 'where'}, task.field),
    h('p', {class: 'where'}, task.document),
    h('p', {class: 'where'}, texts.work.page(task.page, task.pages), copy),
    task.keying ? h('p', {class: 'tag'}, texts.work.keying[task.keying]) : null,
    task.answered
      ? h('p', {class: 'tag'}, texts.work.undone(texts.work.outcome[task.answered.outcome]?.(task.answered.text) ?? ''))
      : null
  );
}

/** Puts the reasons into an element; that a field is a sample is not told to who keys it blind. */
export function showReasons(element, task) {
  const codes = [...new Set(task.reasons ?? [])].filter((code) => !(task.blind && code === 'QUALITY_SAMPLE'));
  const rest = codes.slice(REASONS_SHOWN);
  fill(
    element,
    codes.length === 0
      ? null
      : h(
          'ul',
          {},
          codes.slice(0, REASONS_SHOWN).map((code) => h('li', {}, reasonText(code)))
        ),
    rest.length > 0 ? h('p', {class: 'more', title: rest.map(reasonText).join('\n')}, texts.work.moreReasons(rest.length)) : null
  );
}
