/** Sums over the page: whether what was typed fits the printed sums it is part of, as far as the other fields' values are known. */
import {compare, isDecimal, minus, sum} from './decimal.mjs';

/**
 * Returns for each relation of which a field is a part, and all others of which have values:
 * {total, terms, expected: what this field would be, difference: typed minus expected, fits}.
 */
export function checkSums(field, value, siblings, relations) {
  if (!isDecimal(value)) {
    return [];
  }
  const known = new Map(siblings.filter((s) => isDecimal(s.value)).map((s) => [s.field, s.value]));
  known.set(field, value);
  return (relations ?? [])
    .filter(({total, terms}) => [total, ...terms].includes(field) && [total, ...terms].every((name) => known.has(name)))
    .map((relation) => check(field, value, relation, known));
}

function check(field, value, {total, terms}, known) {
  const others = sum(terms.filter((term) => term !== field).map((term) => known.get(term)));
  const expected = field === total ? others : minus(known.get(total), others);
  const difference = minus(value, expected);
  return {total, terms, expected, difference, fits: compare(difference, '0') === 0};
}
