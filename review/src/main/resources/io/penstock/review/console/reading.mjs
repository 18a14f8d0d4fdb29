/** The machine's reading as a clerk sees and edits it: a text, and where its doubtful digits stand in it. */
import {lengths} from './rule/field-rule.mjs';
import {isDecimal} from './rule/decimal.mjs';

/** Below this probability of its own a digit is doubtful. */
const DOUBT = 0.95;
const MOST_BOXES = 12;

/** Returns the text that stands in the boxes before anything is typed; empty where the clerk keys blind. */
export function initialText(task) {
  if (task.answered) {
    return task.answered.outcome === 'TEXT' ? task.answered.text : '';
  }
  return task.blind ? '' : machineText(task);
}

/** Returns what the machine read as a person would type it: amounts with their point, all else digits. */
export function machineText(task) {
  const {rules, text, value} = task;
  if (rules?.kind !== 'AMOUNT' || text === '') {
    return text ?? '';
  }
  const pointed = isDecimal(value) ? value : (task.candidates?.[0]?.text ?? '');
  if (offset(pointed, text) === null || (!isDecimal(value) && !pointed.includes('.'))) {
    return text;
  }
  const fraction = rules.cents === 'OPTIONAL' ? 0 : (rules.fraction ?? 0);
  return pointed.includes('.') || fraction === 0 ? pointed : `${pointed}.${'0'.repeat(fraction)}`;
}

/**
 * Returns the digits as they are marked: [{digit, doubtful, alternatives, confidence}]. Where a number is doubted as a whole and no digit
 * by itself, its least sure one is marked.
 */
export function marks(task) {
  const digits = task.digits ?? [];
  const least = digits.reduce((min, d) => Math.min(min, d.confidence), 1);
  const limit = digits.some((d) => d.confidence < DOUBT) ? DOUBT : least;
  const sure = (task.reasons ?? []).every((code) => code === 'QUALITY_SAMPLE');
  return digits.map(({digit, confidence, alternatives, box}) => ({
    digit,
    confidence,
    box,
    doubtful: !sure && confidence < 0.9995 && (confidence < DOUBT || confidence === limit),
    alternatives: (alternatives ?? [])
      .filter((a) => a.confidence >= 0.01)
      .slice(0, 2)
      .map((a) => a.digit)
  }));
}

/** Returns how many digits more a text has at its front than the machine's digits; null where it has other ones. */
function offset(pointed, digits) {
  const written = pointed.replace(/[^0-9]/g, '');
  if (written.startsWith(digits)) {
    return 0;
  }
  return written.endsWith(digits) || (written !== '' && digits.endsWith(written)) ? written.length - digits.length : null;
}

/** Returns the machine's text sign by sign: [{sign, mark}], mark as of marks(), null where the machine wrote none (zeros, points). */
export function markedSigns(task) {
  const text = machineText(task);
  const each = marks(task);
  const before = offset(text, task.text ?? '') ?? 0;
  const pointDoubtful = (task.reasons ?? []).some((code) => code === 'POINT_UNCLEAR' || code === 'FAINT_POINT');
  let digit = 0;
  return [...text].map((sign) => {
    if (/[0-9]/.test(sign)) {
      return {sign, mark: each[digit++ - before] ?? null};
    }
    return {sign, mark: pointDoubtful ? {digit: sign, doubtful: true, alternatives: []} : null};
  });
}

/** Returns where in a text the doubtful signs of the machine stand; empty where more or fewer were typed than it read. */
export function doubtfulPlaces(text, task) {
  const signs = task.blind ? [] : markedSigns(task);
  return signs.length === text.length ? signs.flatMap(({mark}, place) => (mark?.doubtful ? [place] : [])) : [];
}

/**
 * Returns how a field is typed: {boxes: how many, needed: how many of them at least, gaps: after which boxes there is a gap, labels}, or
 * null where its length is free: then it is one line.
 */
export function boxes(task) {
  const {rules} = task;
  if (!rules || rules.kind === 'AMOUNT') {
    return null;
  }
  const allowed = lengths(rules, MOST_BOXES + 1);
  const most = allowed.at(-1) ?? 0;
  if (most === 0 || most > MOST_BOXES) {
    return null;
  }
  const order = rules.kind === 'DATE' ? (rules.dateOrder ?? 'DDMMYYYY').replace(/[^DMY]/g, '') : '';
  const gaps = rules.kind === 'ZIP' && most === 9 ? [5] : [...order].flatMap((c, i) => (i > 0 && c !== order[i - 1] ? [i] : []));
  return {boxes: Math.max(most, task.blind ? 0 : (task.text ?? '').length), needed: allowed[0], gaps, labels: [...order]};
}

/** Returns where the field lies in its snippet and how far a pixel of the page reaches there: a margin of one width surrounds it. */
export function fieldInSnippet(task, width, height) {
  const {box, snippetBox} = task;
  if (!box) {
    return null;
  }
  if (snippetBox) {
    const scale = width / snippetBox.width;
    return {
      x: (box.x - snippetBox.x) * scale,
      y: (box.y - snippetBox.y) * scale,
      width: box.width * scale,
      height: box.height * scale,
      scale,
      left: snippetBox.x,
      top: snippetBox.y
    };
  }
  const across = box.width - box.height;
  const scale = Math.abs(across) < 8 ? Math.min(width / box.width, height / box.height) : (width - height) / across;
  if (!(scale > 0.1 && scale < 20)) {
    return null;
  }
  const margin = (width / scale - box.width) / 2;
  return margin < -2
    ? null
    : {
        x: margin * scale,
        y: margin * scale,
        width: box.width * scale,
        height: box.height * scale,
        scale,
        left: box.x - margin,
        top: box.y - margin
      };
}

/** Returns a place of the page in its snippet, as fieldInSnippet has it. */
export function placeInSnippet(box, field) {
  return {
    x: (box.x - field.left) * field.scale,
    y: (box.y - field.top) * field.scale,
    width: box.width * field.scale,
    height: box.height * field.scale
  };
}
