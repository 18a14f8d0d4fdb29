/** The check-digit schemes: whether a string of digits obeys one. The same rules as io.penstock.sink.rule.CheckDigits. */

const SCHEMES = {NONE: () => true, LUHN: luhn, MOD97: mod97, ABA: aba};

/** Returns whether digits, at least one, obey a scheme; schemes that are not known here are not doubted. */
export function holds(scheme, digits) {
  return (SCHEMES[scheme] ?? SCHEMES.NONE)(digits);
}

/** Returns whether two digits begin a routing number: Federal Reserve districts, thrift institutions, electronic only, cheques. */
export function isAbaPrefix(digits) {
  const prefix = Number(digits.slice(0, 2));
  return prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix === 80;
}

function luhn(digits) {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const doubled = fromRight % 2 === 0 ? digit : 2 * digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function mod97(digits) {
  let rest = 0;
  for (const digit of digits) {
    rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function aba(digits) {
  if (digits.length !== 9 || !isAbaPrefix(digits)) {
    return false;
  }
  const sum = [...digits].reduce((total, digit, i) => total + [3, 7, 1][i % 3] * Number(digit), 0);
  return sum % 10 === 0;
}
