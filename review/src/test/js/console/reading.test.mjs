import assert from 'node:assert/strict';
import {test} from 'node:test';
import {areConvex, firstCorners, moved} from '../../../main/resources/io/penstock/review/console/rule/corners.mjs';
import {check, checkToAccept} from '../../../main/resources/io/penstock/review/console/check.mjs';
import {boxes, doubtfulPlaces, fieldInSnippet, initialText, machineText, placeInSnippet} from '../../../main/resources/io/penstock/review/console/reading.mjs';

const digits = (text, ...doubtful) => [...text].map((digit, i) => ({digit, confidence: doubtful.includes(i) ? .6 : .999, alternatives: [], box: {x: 0, y: 0, width: 1, height: 1}}));
const amount = (text, value, more = {}) => ({kind: 'AMOUNT', text, value, digits: digits(text), candidates: [], reasons: ['LOW_CONFIDENCE'], rules: {kind: 'AMOUNT', required: true, fraction: 2}, ...more});
const zip = (text, more = {}) => ({kind: 'ZIP', text, value: text, digits: digits(text), reasons: ['LOW_CONFIDENCE'], rules: {kind: 'ZIP', required: true}, ...more});

test('an amount stands there as a person would type it, so that Enter means what the machine read', () => {
  for (const [text, value, shown] of [['319540', '3195.40', '3195.40'], ['8000', '8000', '8000.00'], ['125', '12.50', '12.50'], ['5', '0.05', '0.05'], ['00750', '7.50', '7.50'],
    ['8000', null, '8000'], ['', null, '']]) {
    assert.equal(machineText(amount(text, value)), shown);
  }
  assert.equal(machineText(amount('8000', null, {candidates: [{text: '80.00', confidence: .6}, {text: '8000.00', confidence: .4}]})), '80.00');
  assert.equal(machineText(amount('8000', null, {candidates: [{text: '90.00', confidence: .6}]})), '8000');
  assert.equal(machineText(amount('8000', '8000', {rules: {kind: 'AMOUNT', fraction: 2, cents: 'OPTIONAL'}})), '8000');
});

test('doubt is marked where it stands in the text, the point too', () => {
  assert.deepEqual(doubtfulPlaces('3195.40', amount('319540', '3195.40', {digits: digits('319540', 4)})), [5]);
  assert.deepEqual(doubtfulPlaces('0.05', amount('5', '0.05', {digits: digits('5', 0)})), [3]);
  assert.deepEqual(doubtfulPlaces('7.50', amount('00750', '7.50', {digits: digits('00750', 2)})), [0]);
  assert.deepEqual(doubtfulPlaces('80.00', amount('8000', '80.00', {digits: digits('8000', 0), reasons: ['POINT_UNCLEAR']})), [0, 2]);
  assert.deepEqual(doubtfulPlaces('84103', zip('94103', {digits: digits('94103', 0, 3)})), [0, 3]);
  assert.deepEqual(doubtfulPlaces('941', zip('94103', {digits: digits('94103', 0)})), []);
  assert.deepEqual(doubtfulPlaces('94103', zip('94103', {blind: true, digits: digits('94103', 0)})), []);
});

test('blind, nothing stands there; opened again, what was answered', () => {
  assert.equal(initialText(zip('94103', {blind: true})), '');
  assert.equal(initialText(zip('94103', {blind: true, answered: {outcome: 'TEXT', text: '94104'}})), '94104');
  assert.equal(initialText(zip('94103', {answered: {outcome: 'EMPTY', text: ''}})), '');
});

test('boxes are those that the rules allow, and no more', () => {
  assert.deepEqual(boxes(zip('94103')), {boxes: 9, needed: 5, gaps: [5], labels: []});
  assert.deepEqual(boxes({kind: 'DATE', text: '', rules: {kind: 'DATE', dateOrder: 'MM/DD/YY'}}), {boxes: 6, needed: 6, gaps: [2, 4], labels: [...'MMDDYY']});
  assert.equal(boxes({kind: 'ACCOUNT', text: '', rules: {kind: 'ACCOUNT', minLength: 6, maxLength: 17}}), null);
  assert.equal(boxes({kind: 'INTEGER', text: '', rules: {kind: 'INTEGER'}}), null);
  assert.equal(boxes(amount('5', '0.05')), null);
  assert.equal(boxes({kind: 'ZIP', text: '1', rules: null}), null);
});

test('the field is found in its snippet from the margin that is the same all around', () => {
  const field = fieldInSnippet({box: {x: 100, y: 50, width: 400, height: 60}}, 440 * 1.5, 100 * 1.5);
  assert.deepEqual([field.x, field.y, field.width, field.height].map(Math.round), [30, 30, 600, 90]);
  assert.equal(Math.round(placeInSnippet({x: 110, y: 55, width: 20, height: 40}, field).x), 45);
  assert.equal(fieldInSnippet({box: {x: 0, y: 0, width: 400, height: 60}}, 100, 100), null);
  assert.equal(fieldInSnippet({box: null}, 100, 100), null);
});

test('too short is no doubt while it is typed, and one when it is to be taken', () => {
  assert.equal(check('941', zip('94103')).state, 'typing');
  assert.equal(checkToAccept('941', zip('94103')).state, 'doubt');
  assert.equal(check('94103', zip('94103')).state, 'ok');
  assert.equal(check('8000', amount('8000', '80.00')).state, 'refused');
  assert.equal(check('', zip('94103')).state, 'empty');
  assert.equal(check(',', amount('8000', '80.00')).state, 'refused');
  const sums = {kind: 'INTEGER', field: 'valid', rules: {kind: 'INTEGER', required: true}, siblings: [{field: 'a', value: '2'}, {field: 'b', value: '80'}],
    relations: [{total: 'valid', terms: ['a', 'b']}]};
  assert.deepEqual([check('82', sums).state, check('83', sums).state], ['ok', 'doubt']);
});

test('corners stay on the page and go round with the clock', () => {
  const page = {width: 1000, height: 1400};
  assert.ok(areConvex(firstCorners(page)));
  assert.ok(!areConvex([[0, 0], [0, 100], [100, 100], [100, 0]]));
  assert.ok(!areConvex([[0, 0], [100, 0], [20, 20], [0, 100]]));
  assert.deepEqual(moved([990, 3], 50, -50, page), [1000, 0]);
});
