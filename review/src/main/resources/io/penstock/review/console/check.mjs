/** What the clerk is told about what stands in the boxes: it fits, a rule doubts it, or it means no one thing. */
import {lengths, meaning} from './rule/field-rule.mjs';
import {isAbaPrefix} from './rule/check-digits.mjs';
import {letters} from './rule/date-order.mjs';
import {checkSums} from './rule/page-sums.mjs';
import {counts} from './rule/typed-amount.mjs';
import {texts} from './texts.en.mjs';

const MOST = 64;

/**
 * Returns {state, text, sums}. State: `empty`; `typing` (too short so far, not yet wrong); `ok`; `doubt` (a rule or a sum is broken: a
 * person may be right all the same); `refused` (it may mean two things, or nothing).
 */
export function check(typed, task) {
  const {rules} = task;
  const digits = typed.replace(/[^0-9]/g, '');
  if (digits === '') {
    return {
      state: typed.trim() === '' ? 'empty' : 'refused',
      text: typed.trim() === '' ? texts.check.empty : texts.check.NOT_A_DIGIT,
      sums: []
    };
  }
  if (rules === null || rules === undefined) {
    return {state: 'ok', text: texts.check.digits(digits.length), sums: []};
  }
  const allowed = lengths(rules, MOST);
  const means = meaning(typed, rules, task.windowStart ?? 1950);
  if (means.unclear) {
    return {state: 'refused', text: means.unclear, sums: []};
  }
  if (means.invalid === 'WRONG_LENGTH' && !counts(rules) && digits.length < (allowed.at(-1) ?? 0)) {
    return {state: 'typing', text: texts.check.typing(digits.length, shown(allowed)), sums: []};
  }
  if (means.invalid) {
    return {state: 'doubt', text: broken(means.invalid, digits, rules, allowed), sums: []};
  }
  const sums = checkSums(task.field, means.value, task.siblings ?? [], task.relations).map((sum) => ({
    fits: sum.fits,
    text: told(sum, means)
  }));
  return {state: sums.every(({fits}) => fits) ? 'ok' : 'doubt', text: fits(means.value, digits, rules), sums};
}

/** Returns the same where the clerk asks for it to be taken: too short is a doubt then. */
export function checkToAccept(typed, task) {
  const result = check(typed, task);
  const digits = typed.replace(/[^0-9]/g, '');
  return result.state === 'typing'
    ? {...result, state: 'doubt', text: texts.check.WRONG_LENGTH(digits.length, lengths(task.rules, MOST))}
    : result;
}

function shown(allowed) {
  return allowed.length > 2 && allowed.at(-1) - allowed[0] === allowed.length - 1 ? [`${allowed[0]}–${allowed.at(-1)}`] : allowed;
}

function broken(code, digits, rules, allowed) {
  switch (code) {
    case 'WRONG_LENGTH':
      return texts.check.WRONG_LENGTH(digits.length, allowed);
    case 'CHECK_DIGIT_FAILED':
      return rules.kind === 'ROUTING' && !isAbaPrefix(digits)
        ? texts.check.ABA_PREFIX(digits.slice(0, 2))
        : texts.check.CHECK_DIGIT_FAILED;
    case 'NOT_A_DATE':
      return texts.check.NOT_A_DATE(letters(rules.dateOrder));
    case 'OUT_OF_RANGE':
      return texts.check.OUT_OF_RANGE(rules.min, rules.max);
    default:
      return texts.check[code];
  }
}

function fits(value, digits, rules) {
  switch (rules.kind) {
    case 'ZIP':
      return texts.check.zip(digits);
    case 'AMOUNT':
      return texts.check.amount(grouped(value));
    case 'INTEGER':
      return texts.check.integer(grouped(value));
    case 'DATE':
      return texts.check.date(value);
    case 'ROUTING':
      return texts.check.routing(digits);
    default:
      return (rules.checkDigit ?? 'NONE') === 'NONE' ? texts.check.digits(digits.length) : texts.check.checkDigit(digits);
  }
}

function told(sum, means) {
  return sum.fits
    ? texts.check.sumFits(sum.terms, sum.total, means.value)
    : texts.check.sumFails(sum.terms, sum.total, sum.expected, sum.difference);
}

/** Returns a decimal with its thousands set apart by narrow blanks: points and commas are what amounts are doubted for. */
export function grouped(value) {
  const [whole, part] = value.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return part === undefined ? groups : `${groups}.${part}`;
}
