/**
 * What a person who types an amount, or a whole number, means by points and commas; or that it may mean two things.
 * The same rules, and the same words, as io.penstock.schema.amount.TypedAmount; one table of cases holds both.
 */
import {texts} from '../texts.en.mjs';

const SPACE = '[ \\t\\n\\x0B\\f\\r]';
const WHOLE = new RegExp(
  `^(?:${SPACE}|[*=])*(?:[$€£₹]|Rs\\.?|Fr\\.?)?${SPACE}*`
    + "(?<number>[0-9]+(?:[.,'\u2019 \u00a0\u202f·][0-9]+)*)"
    + `${SPACE}*`
    + `(?<end>[.,]?${SPACE}*[-\u2013\u2014]+|/${SPACE}*[-=]+|[.,]?=+)?(?:${SPACE}|\\*)*[€£]?${SPACE}*$`
);

/** Returns whether fields of a kind hold an amount or a whole number. */
export function counts(rules) {
  return rules.kind === 'AMOUNT' || rules.kind === 'INTEGER';
}

/** Reads what was typed into a field that holds an amount or a whole number: {digits, decimals}, or {unclear: why}. */
export function readTyped(typed, rules) {
  const amount = rules.kind === 'AMOUNT';
  const read = readAmount(typed, amount && rules.cents !== 'OPTIONAL' ? (rules.fraction ?? 0) : 0);
  return !amount && read.decimals > 0 ? {unclear: texts.typed.notWhole} : read;
}

/** Reads what was typed; fraction: how many of the last digits are cents where nothing typed says where they begin; 0: none. */
export function readAmount(typed, fraction) {
  const form = WHOLE.exec(typed);
  if (form === null) {
    return {unclear: texts.typed.noAmount};
  }
  const {number, end} = form.groups;
  const digits = number.replace(/[^0-9]/g, '');
  if (number === digits) {
    return end !== undefined || fraction === 0 ? {digits, decimals: 0} : withoutPoint(digits, fraction);
  }
  return grouped(digits, number.split(/[^0-9]/), number.replace(/[0-9]/g, ''), end !== undefined);
}

function grouped(digits, groups, separators, ended) {
  const last = groups.at(-1).length;
  const cents = last <= 2;
  if (cents && ended) {
    return {unclear: texts.typed.centsAndNone};
  }
  const whole = cents ? groups.slice(0, -1) : groups;
  const grouping = cents ? separators.slice(0, -1) : separators;
  const pointIsNoGroup = !cents || ('.,'.includes(separators.at(-1)) && !grouping.includes(separators.at(-1)));
  if (last > 3 || new Set(grouping).size > 1 || !pointIsNoGroup || !isGrouped(whole)) {
    return {unclear: texts.typed.notGrouped};
  }
  return {digits, decimals: cents ? last : 0};
}

function withoutPoint(digits, fraction) {
  const padded = '0'.repeat(Math.max(0, fraction + 1 - digits.length)) + digits;
  const cents = `${padded.slice(0, -fraction)}.${padded.slice(-fraction)}`;
  const whole = `${digits}.${'0'.repeat(fraction)}`;
  return {unclear: texts.typed.noPoint(whole, cents)};
}

function isGrouped(groups) {
  const lengths = groups.map((group) => group.length).join(',');
  return groups.length === 1 || /^[123](,3)+$/.test(lengths) || /^[12](,2)+,3$/.test(lengths);
}
