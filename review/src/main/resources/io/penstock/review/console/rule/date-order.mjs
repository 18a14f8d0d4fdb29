/** Dates as a field asks for them: digits in an order such as DDMMYYYY. The same rules as io.penstock.sink.rule.DateOrder. */

export const DEFAULT_ORDER = 'DDMMYYYY';

/** Returns the letters of an order alone: one for each digit. */
export function letters(order) {
  return (order ?? DEFAULT_ORDER).replace(/[^DMY]/g, '');
}

/** Returns the ISO date that digits stand for, or null where there is no such day. Two-digit years lie in the window. */
export function readDate(order, windowStart, digits) {
  const each = letters(order);
  const part = (letter) => Number([...each].map((l, i) => (l === letter ? digits[i] : '')).join(''));
  const written = part('Y');
  const full = [...each].filter((l) => l === 'Y').length === 4;
  const year = full ? written : windowStart + ((((written - windowStart) % 100) + 100) % 100);
  const month = part('M');
  const day = part('D');
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
    return null;
  }
  const two = (n) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function daysOf(year, month) {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
