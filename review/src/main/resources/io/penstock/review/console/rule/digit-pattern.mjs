/**
 * A regular expression over digits that is matched as a whole in time proportional to its size: all ways at once, never one after the
 * other. The browser's own engine would stand still for minutes over an expression such as (0*)*1.
 */

const MOST_STATES = 4000;

/** Returns whether digits match as a whole, or null where the expression holds something that is not understood here. */
export function matches(expression, digits) {
  const program = compile(expression);
  return program === null ? null : run(program, digits);
}

function compile(expression) {
  const source = {text: expression, at: 0};
  try {
    const tree = alternatives(source);
    if (source.at < expression.length) {
      return null;
    }
    const states = [];
    emit(tree, states);
    states.push({end: true});
    return states;
  } catch (e) {
    if (e instanceof NotUnderstood) {
      return null;
    }
    throw e;
  }
}

class NotUnderstood extends Error {}

function alternatives(source) {
  const ways = [sequence(source)];
  while (source.text[source.at] === '|') {
    source.at++;
    ways.push(sequence(source));
  }
  return ways.length === 1 ? ways[0] : {ways};
}

function sequence(source) {
  const parts = [];
  while (source.at < source.text.length && !'|)'.includes(source.text[source.at])) {
    parts.push(repeated(source, atom(source)));
  }
  return {parts};
}

function atom(source) {
  const c = source.text[source.at++];
  switch (c) {
    case '(':
      return group(source);
    case '[':
      return {test: set(source)};
    case '.':
      return {test: () => true};
    case '\\':
      return {test: escaped(source)};
    case '^':
      return {anchor: 'start'};
    case '$':
      return {anchor: 'end'};
    case '*':
    case '+':
    case '?':
    case '{':
      throw new NotUnderstood();
    default:
      return {test: (d) => d === c};
  }
}

function group(source) {
  if (source.text[source.at] === '?') {
    if (source.text[source.at + 1] !== ':') {
      throw new NotUnderstood();
    }
    source.at += 2;
  }
  const inner = alternatives(source);
  if (source.text[source.at++] !== ')') {
    throw new NotUnderstood();
  }
  return inner;
}

function escaped(source) {
  const c = source.text[source.at++];
  if (c === 'd' || c === 'w') {
    return (d) => d >= '0' && d <= '9';
  }
  if (c === undefined || /[A-Za-z0-9]/.test(c)) {
    throw new NotUnderstood();
  }
  return (d) => d === c;
}

function set(source) {
  const end = source.text.indexOf(']', source.at);
  const body = source.text.slice(source.at, end);
  if (end < 0 || !/^\^?(?:\\d|[0-9](?:-[0-9])?)+$/.test(body)) {
    throw new NotUnderstood();
  }
  source.at = end + 1;
  const ranges = [...body.matchAll(/\\d|([0-9])(?:-([0-9]))?/g)].map((m) => (m[1] === undefined ? ['0', '9'] : [m[1], m[2] ?? m[1]]));
  const inside = (d) => ranges.some(([from, to]) => d >= from && d <= to);
  return body.startsWith('^') ? (d) => !inside(d) : inside;
}

function repeated(source, one) {
  const rest = source.text.slice(source.at);
  const sign = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(rest);
  if (sign === null) {
    return one;
  }
  source.at += sign[0].length;
  const [, short, least, comma, most] = sign;
  if (short) {
    return {one, least: short === '+' ? 1 : 0, most: short === '?' ? 1 : Infinity};
  }
  return {one, least: Number(least), most: comma === undefined ? Number(least) : most === '' ? Infinity : Number(most)};
}

/** Writes states: {test}, {split:[…]}, {jump}, {anchor}; each goes on at the next one. */
function emit(tree, states) {
  if (states.length > MOST_STATES) {
    throw new NotUnderstood();
  }
  if (tree.ways) {
    emitWays(tree.ways, states);
  } else if (tree.parts) {
    tree.parts.forEach((part) => emit(part, states));
  } else if (tree.one) {
    emitRepeated(tree, states);
  } else {
    states.push(tree);
  }
}

function emitWays(ways, states) {
  const split = {split: []};
  states.push(split);
  const jumps = ways.map((way) => {
    split.split.push(states.length);
    emit(way, states);
    const jump = {jump: 0};
    states.push(jump);
    return jump;
  });
  jumps.forEach((jump) => {
    jump.jump = states.length;
  });
}

function emitRepeated({one, least, most}, states) {
  for (let i = 0; i < least; i++) {
    emit(one, states);
  }
  if (most === Infinity) {
    const at = states.length;
    const split = {split: [at + 1]};
    states.push(split);
    emit(one, states);
    states.push({jump: at});
    split.split.push(states.length);
    return;
  }
  const splits = [];
  for (let i = least; i < most; i++) {
    const split = {split: [states.length + 1]};
    states.push(split);
    splits.push(split);
    emit(one, states);
  }
  splits.forEach((split) => split.split.push(states.length));
}

function run(states, digits) {
  let now = follow(states, [0], 0, digits.length);
  for (let i = 0; i < digits.length; i++) {
    const next = [...now].filter((s) => states[s].test?.(digits[i])).map((s) => s + 1);
    now = follow(states, next, i + 1, digits.length);
  }
  return [...now].some((s) => states[s].end);
}

function follow(states, from, place, length) {
  const seen = new Set();
  const open = [...from];
  while (open.length > 0) {
    const s = open.pop();
    if (seen.has(s)) {
      continue;
    }
    seen.add(s);
    const state = states[s];
    if (state.split) {
      open.push(...state.split);
    } else if (state.jump !== undefined) {
      open.push(state.jump);
    } else if (state.anchor && place === (state.anchor === 'start' ? 0 : length)) {
      open.push(s + 1);
    }
  }
  return seen;
}
