import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {reasonText, texts} from '../../../main/resources/io/penstock/review/console/texts.en.mjs';

const ROOT = new URL('../../../../../', import.meta.url);
const ENUMS = ['sink/src/main/java/io/penstock/sink/rule/Reason.java', 'segment/src/main/java/io/penstock/segment/PageReason.java',
  'segment/src/main/java/io/penstock/segment/ink/InkReason.java', 'segment/src/main/java/io/penstock/segment/registration/Misfit.java'];
const FIELDS = ['segment/src/main/java/io/penstock/segment/field/FieldCutter.java', 'segment/src/main/java/io/penstock/segment/field/Neighbours.java',
  'segment/src/main/java/io/penstock/segment/ink/Alteration.java', 'segment/src/main/java/io/penstock/segment/line/FrameLocator.java',
  'segment/src/main/java/io/penstock/segment/line/FreeCutter.java', 'segment/src/main/java/io/penstock/segment/comb/Occupants.java',
  'segment/src/main/java/io/penstock/segment/comb/CombCutter.java'];

function codes(path, pattern) {
  const source = readFileSync(new URL(path, ROOT), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [...source.matchAll(pattern)].map((match) => match[1]);
  assert.ok(found.length > 0, `no code found in ${path}`);
  return found;
}

test('every reason that a stage may give has words', () => {
  const all = [...ENUMS.flatMap((path) => codes(path, /^\s{4}([A-Z][A-Z_0-9]+)(?:\(|,|;|$)/gm)),
    ...FIELDS.flatMap((path) => codes(path, /static final String [A-Z_]+ = "([A-Z_]+)"/g))];
  assert.ok(all.length > 45);
  for (const code of all) {
    assert.ok(Object.hasOwn(texts.reasons, code), `texts.en.mjs has no words for ${code}`);
  }
});

test('codes nobody wrote words for are shown as they are, and hostile ones are only text', () => {
  assert.equal(reasonText('FIDUCIAL_2_MISSING'), texts.reasons.FIDUCIAL_MISSING);
  assert.equal(reasonText('SOMETHING_NEW'), 'Something new');
  assert.equal(reasonText('constructor'), 'constructor');
  assert.equal(reasonText('other'), 'other');
});
