/** Decimals as text, compared and added exactly: amounts are not binary fractions. */

/** Returns a decimal as {units, scale}: 12.50 is 1250 of scale 2. Takes plain notation only. */
function parse(text) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) {
    throw new RangeError(`${text} is no plain decimal`);
  }
  const [, sign, whole, part = ''] = match;
  const units = BigInt(whole + part);
  return {units: sign ? -units : units, scale: part.length};
}

function same(a, b) {
  const [x, y] = [parse(a), parse(b)];
  const scale = Math.max(x.scale, y.scale);
  return {x: x.units * 10n ** BigInt(scale - x.scale), y: y.units * 10n ** BigInt(scale - y.scale), scale};
}

/** Returns a number below, equal to or above 0 as a is less than, equal to or more than b. */
export function compare(a, b) {
  const {x, y} = same(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Returns the sum of decimals. */
export function sum(values) {
  return values.reduce((total, value) => {
    const {x, y, scale} = same(total, value);
    return print(x + y, scale);
  }, '0');
}

/** Returns a minus b. */
export function minus(a, b) {
  const {x, y, scale} = same(a, b);
  return print(x - y, scale);
}

/** Returns whether a text is a plain decimal. */
export function isDecimal(text) {
  return typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text);
}

/** Returns whole units with the last of them behind a point. */
export function print(units, scale) {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}
