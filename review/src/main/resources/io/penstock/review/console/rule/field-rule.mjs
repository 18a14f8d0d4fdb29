/**
 * What was typed into a field means under its rules. The same rules as io.penstock.sink.rule.FieldRule and
 * io.penstock.sink.assemble.HumanAnswer; one table of cases holds both (sink/src/test/resources/io/penstock/sink/rule/typed.csv).
 */
import {holds} from './check-digits.mjs';
import {letters, readDate} from './date-order.mjs';
import {matches} from './digit-pattern.mjs';
import {compare, print} from './decimal.mjs';
import {counts, readTyped} from './typed-amount.mjs';

/** What people type between and around digits. */
const DECORATION = /[ \t\n\x0B\f\r.,'/$€£₹=*-]/g;

/**
 * Returns what typed text means: {unclear: why} (no one number: refused), {invalid: code of the first broken rule} (a person may still
 * be right), or {value} (canonical; null for nothing in a field that need not be filled).
 */
export function meaning(typed, rules, windowStart) {
  const digits = typed.replace(/[^0-9]/g, '');
  if (rules === null) {
    return {value: digits === '' ? null : digits};
  }
  if (typed.trim() === '') {
    return rules.required ? {invalid: 'REQUIRED_EMPTY'} : {value: null};
  }
  if (counts(rules)) {
    const read = readTyped(typed, rules);
    return read.unclear ? {unclear: `${typed.trim()} ${read.unclear}`} : number(read.digits, read.decimals, rules);
  }
  if (digits === '' || typed.replace(DECORATION, '') !== digits) {
    return {invalid: 'NOT_A_DIGIT'};
  }
  return brokenShape(digits, rules) ?? (rules.kind === 'DATE' ? date(digits, rules, windowStart) : range(digits, digits, rules));
}

function number(digits, decimals, rules) {
  const broken = brokenShape(digits, rules);
  if (broken) {
    return broken;
  }
  const whole = BigInt(digits);
  const tenths = decimals > 0 && decimals < (rules.fraction ?? 0);
  const value = tenths ? print(whole * 10n ** BigInt(rules.fraction - decimals), rules.fraction) : print(whole, decimals);
  const shown = decimals === 1 && (rules.fraction ?? 0) <= 1 ? `${value}0` : value;
  return range(value, shown, rules);
}

function range(value, shown, rules) {
  const low = rules.min != null && compare(value, rules.min) < 0;
  const high = rules.max != null && compare(value, rules.max) > 0;
  return low || high ? {invalid: 'OUT_OF_RANGE'} : {value: shown};
}

function date(digits, rules, windowStart) {
  const day = readDate(rules.dateOrder, windowStart, digits);
  if (day === null) {
    return {invalid: 'NOT_A_DATE'};
  }
  const outside = (rules.min != null && day < rules.min) || (rules.max != null && day > rules.max);
  return outside ? {invalid: 'OUT_OF_RANGE'} : {value: day};
}

function brokenShape(digits, rules) {
  if (!lengthFits(digits.length, rules)) {
    return {invalid: 'WRONG_LENGTH'};
  }
  if (!holds(rules.kind === 'ROUTING' ? 'ABA' : (rules.checkDigit ?? 'NONE'), digits)) {
    return {invalid: 'CHECK_DIGIT_FAILED'};
  }
  return rules.pattern != null && matches(rules.pattern, digits) === false ? {invalid: 'PATTERN_FAILED'} : null;
}

/** Returns whether a field may have so many digits. */
export function lengthFits(length, rules) {
  return lengths(rules, 64).includes(length);
}

/** Returns the numbers of digits that a field may have, ascending, up to a most. */
export function lengths(rules, most) {
  const all = Array.from({length: most}, (_, i) => i + 1);
  return all.filter((n) => kindFits(n, rules) && n >= (rules.minLength ?? 1) && n <= (rules.maxLength ?? most));
}

function kindFits(length, rules) {
  switch (rules.kind) {
    case 'ZIP':
      return length === 5 || length === 9 || rules.pattern != null;
    case 'ROUTING':
      return length === 9;
    case 'DATE':
      return length === letters(rules.dateOrder).length;
    default:
      return true;
  }
}
