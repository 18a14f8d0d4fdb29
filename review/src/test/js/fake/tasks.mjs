/** Made-up documents with the tasks that a sink would ask about them, and their drawn pages. */
import {random, Sheet} from './draw.mjs';

const RULES = {required: true, minLength: null, maxLength: null, min: null, max: null, fraction: 0, cents: 'UNSTATED', dateOrder: null, fillers: false,
  checkDigit: 'NONE', pattern: null};

const CHEQUE = {form: 'us-cheque', width: 1440, height: 660, fields: [
  {name: 'date', x: 917, y: 113, width: 454, height: 66, boxes: 8, rules: {...RULES, kind: 'DATE', dateOrder: 'MMDDYYYY', min: '2000-01-01', max: '2039-12-31'}},
  {name: 'amount', x: 1090, y: 227, width: 300, height: 80, free: true, rules: {...RULES, kind: 'AMOUNT', fraction: 2}}]};
const CARD = {form: 'us-zip-card', width: 1000, height: 600, fields: [
  {name: 'zip', x: 236, y: 220, width: 616, height: 87, boxes: 9, skip: 5, rules: {...RULES, kind: 'ZIP', minLength: 5, maxLength: 9,
    pattern: '[0-9]{5}([0-9]{4})?'}}]};
const SLIP = {form: 'deposit-slip', width: 1300, height: 760, fields: [
  {name: 'routing', x: 120, y: 240, width: 540, height: 78, boxes: 9, rules: {...RULES, kind: 'ROUTING'}},
  {name: 'account', x: 120, y: 400, width: 900, height: 78, free: true, rules: {...RULES, kind: 'ACCOUNT', minLength: 6, maxLength: 17, checkDigit: 'LUHN'}}]};
const TALLY = {form: 'tally', width: 1180, height: 1660, relations: [{total: 'valid', terms: ['votes_01', 'votes_02']}, {total: 'total', terms: ['valid', 'invalid']}],
  fields: ['votes_01', 'votes_02', 'valid', 'invalid', 'total'].map((name, i) => ({name, x: 780, y: 330 + 190 * i, width: 240, height: 100, boxes: 3,
    rules: {...RULES, kind: 'INTEGER', fillers: true, maxLength: 3}}))};
const BLANKISH = {form: null, width: 1240, height: 1754, fields: []};

const REASONS = [['LOW_CONFIDENCE'], ['BELOW_RISK_THRESHOLD'], ['FAINT_INK', 'LOW_CONFIDENCE'], ['INK_UNEXPLAINED'], ['STRUCK_OUT', 'LOW_CONFIDENCE'],
  ['CORRECTED_BY_RULE', 'LOW_CONFIDENCE', 'INK_CUT_OFF', 'STREAK']];
const LOOKS_LIKE = {0: '6', 1: '7', 2: '7', 3: '5', 4: '9', 5: '3', 6: '0', 7: '1', 8: '3', 9: '4'};

/** Returns tasks with all that stands on their pages: {task, truth, page: () => Sheet, fields}. */
export function makeTasks(count, seed = 7) {
  const next = random(seed);
  const tasks = [];
  for (let n = 1; tasks.length < count; n++) {
    const layout = n % 11 === 10 ? BLANKISH : [CARD, CHEQUE, SLIP, CARD, TALLY, CHEQUE][n % 6];
    tasks.push(...documentTasks(n, layout, next).slice(0, count - tasks.length));
  }
  return tasks;
}

function documentTasks(n, layout, next) {
  const document = `${layout.form ?? 'scan'}-${String(n).padStart(4, '0')}.pdf`;
  const written = Object.fromEntries(layout.fields.map((field) => [field.name, truth(field, next)]));
  if (layout === TALLY) {
    const [a, b, bad] = [Math.floor(next() * 300), Math.floor(next() * 300), Math.floor(next() * 60)];
    Object.assign(written, {votes_01: String(a), votes_02: String(b), valid: String(a + b), invalid: String(bad), total: String(a + b + bad)});
  }
  const seed = Math.floor(next() * 1e9);
  let drawn = null;
  const page = () => (drawn ??= draw(layout, written, seed));
  if (layout === BLANKISH) {
    return [wholeTask(n, document, page, layout)];
  }
  const asked = layout === TALLY ? [layout.fields[2]] : layout.fields;
  return asked.map((field, i) => fieldTask({n, i, document, layout, field, written, page, next}));
}

function wholeTask(n, document, page, layout) {
  return {truth: null, page, layout, fields: [], task: {review: `${document}/1`, document, page: 1, pages: 1, copy: 1, form: null, field: null, kind: 'UNKNOWN', text: '',
    raw: '', value: null, confidence: null, digits: [], box: null, reasons: [n % 2 ? 'NO_FORM_MATCHES' : 'PRINT_MISSING'], blind: false, rules: null, candidates: [],
    siblings: [], windowStart: 1950}};
}

function fieldTask({n, i, document, layout, field, written, page, next}) {
  const right = written[field.name];
  const digits = right.replace(/\D/g, '');
  const doubtful = Math.floor(next() * digits.length);
  const wrong = next() < .3;
  const read = wrong ? digits.slice(0, doubtful) + LOOKS_LIKE[digits[doubtful]] + digits.slice(doubtful + 1) : digits;
  const boxes = page().places[field.name];
  const sample = (n + i) % 9 === 4;
  const sure = .5 + .4 * next();
  const value = right.includes('.') ? `${read.slice(0, -2)}.${read.slice(-2)}` : null;
  const fields = layout.fields.map((f) => ({name: f.name, copy: 1, box: {x: f.x, y: f.y, width: f.width, height: f.height}, text: written[f.name].replace(/\D/g, ''),
    value: f === field ? null : written[f.name], status: f === field ? 'REVIEW' : 'ACCEPTED'}));
  return {truth: right, page, layout, fields, task: {review: `${document}/1.${i + 1}/${field.name}`, document, page: 1, pages: 1, copy: 1, form: layout.form,
    field: field.name, kind: field.rules.kind, text: read, raw: read, value, confidence: sure, digits: [...read].map((digit, place) => ({digit,
      confidence: place === doubtful && !sample ? sure : .9991, alternatives: place === doubtful ? [{digit: wrong ? digits[place] : LOOKS_LIKE[digit],
        confidence: 1 - sure}] : [], box: boxes[place]})), box: {x: field.x, y: field.y, width: field.width, height: field.height},
    reasons: sample ? ['QUALITY_SAMPLE'] : REASONS[n % REASONS.length], blind: sample, rules: field.rules, candidates: [], relations: layout.relations ?? [],
    siblings: fields.filter((f) => f.name !== field.name).map((f) => ({field: f.name, text: f.text, value: f.value, status: f.status})), windowStart: 1950,
    keying: sample ? 'second' : null}};
}

function truth(field, next) {
  const some = (n) => Array.from({length: n}, () => Math.floor(next() * 10)).join('');
  const two = (n) => String(n).padStart(2, '0');
  switch (field.rules.kind) {
    case 'ZIP': return `${1 + Math.floor(next() * 9)}${some(next() < .5 ? 4 : 8)}`;
    case 'DATE': return `${two(1 + Math.floor(next() * 12))}${two(1 + Math.floor(next() * 28))}20${two(5 + Math.floor(next() * 20))}`;
    case 'AMOUNT': return `${1 + Math.floor(next() * 4000)}.${some(2)}`;
    case 'ROUTING': return aba(`02${some(6)}`);
    case 'ACCOUNT': return luhn(`4${some(9)}`);
    default: return some(2);
  }
}

function aba(eight) {
  const sum = [...eight].reduce((t, d, i) => t + [3, 7, 1][i % 3] * d, 0);
  return eight + (10 - sum % 10) % 10;
}

function luhn(body) {
  const sum = [...body].reverse().reduce((t, d, i) => t + (i % 2 ? +d : 2 * d > 9 ? 2 * d - 9 : 2 * d), 0);
  return body + (10 - sum % 10) % 10;
}

/** Draws a page; its `places` are the boxes of the digits by field. */
function draw(layout, written, seed) {
  const next = random(seed);
  const sheet = new Sheet(layout.width, layout.height);
  sheet.places = {};
  print(sheet, layout, next);
  for (const field of layout.fields) {
    sheet.places[field.name] = write(sheet, field, written[field.name], next);
  }
  sheet.noise(next);
  return sheet;
}

function print(sheet, layout, next) {
  const {width, height} = sheet;
  [[26, 26], [width - 60, 26], [26, height - 60], [width - 60, height - 60]].forEach(([x, y]) => sheet.block(x, y, 34, 34, 20));
  const rows = layout.fields.length ? [[.06, .13, .3], [.06, .18, .22], [.06, .9, .5]] : Array.from({length: 22}, (_, i) => [.1, .12 + .035 * i, .4 + .35 * next()]);
  for (const [x, y, wide] of rows) {
    for (let at = x * width; at < (x + wide) * width; at += 10 + 60 * next()) {
      sheet.block(at, y * height, 8 + 50 * next(), 9, 70);
    }
  }
  layout.fields.forEach((field) => sheet.block(field.x, field.y - 30, 70, 9, 90));
}

function write(sheet, field, text, next) {
  const places = [];
  const pen = {ink: 25 + 90 * next() * next(), pen: 4 + 3 * next()};
  if (field.free) {
    sheet.rect(field.x, field.y, field.width, field.height, 2, 110);
    let x = field.x + 18;
    const high = field.height * .62;
    for (const c of text) {
      if (c === '.') {
        sheet.line(x, field.y + field.height * .8, x + 2, field.y + field.height * .8 + 1, 7, pen.ink);
        x += 16;
      } else {
        places.push(sheet.digit(c, x, field.y + field.height * (.16 + .06 * next()), high, next, pen));
        x += high * .66 + 6 * next();
      }
    }
    return places;
  }
  const gap = field.skip ? 26 : 0;
  const wide = (field.width - gap) / field.boxes;
  const first = field.rules.fillers ? field.boxes - text.length : 0;
  for (let i = 0; i < field.boxes; i++) {
    const x = field.x + i * wide + (field.skip && i >= field.skip ? gap : 0);
    sheet.rect(x, field.y, wide, field.height, 2, 120);
    if (i < first) {
      sheet.line(x + wide * .3, field.y + field.height * .3, x + wide * .7, field.y + field.height * .72, pen.pen, pen.ink);
      sheet.line(x + wide * .7, field.y + field.height * .3, x + wide * .3, field.y + field.height * .72, pen.pen, pen.ink);
    } else if (text[i - first] !== undefined) {
      places.push(sheet.digit(text[i - first], x + wide * .28, field.y + field.height * (.16 + .08 * next()), field.height * .62, next, pen));
    }
  }
  return places;
}

/** Returns the picture of a field with a margin of 2 mm around it. */
export function snippet({page, task}) {
  const margin = Math.round(page().width / 76);
  const {x, y, width, height} = task.box;
  return page().cut({x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin}).png();
}
