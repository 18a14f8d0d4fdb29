import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {meaning} from '../../../main/resources/io/penstock/review/console/rule/field-rule.mjs';
import {matches} from '../../../main/resources/io/penstock/review/console/rule/digit-pattern.mjs';
import {checkSums} from '../../../main/resources/io/penstock/review/console/rule/page-sums.mjs';

const TABLE = new URL('../../../../../sink/src/test/resources/io/penstock/sink/rule/typed.csv', import.meta.url);
const NUMBERS = new Set(['minLength', 'maxLength', 'fraction']);

function rules(described) {
  const [kind, ...rest] = described.split(' ');
  const rule = {kind, required: true, minLength: null, maxLength: null, min: null, max: null, fraction: 0, cents: 'UNSTATED', dateOrder: null,
    fillers: false, checkDigit: 'NONE', pattern: null};
  for (const part of rest) {
    const [name, value] = [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)];
    assert.ok(name in rule, `${name} is no rule of a field`);
    rule[name] = NUMBERS.has(name) ? Number(value) : value;
  }
  return rule;
}

const cases = readFileSync(TABLE, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('typed text means what the table says that the sink is held to as well', () => {
  assert.ok(cases.length > 70);
  for (const [typed, described, verdict, expected] of cases) {
    const means = meaning(typed, rules(described), 1950);
    const wanted = {VALID: {value: expected}, INVALID: {invalid: expected}, UNCLEAR: {unclear: `${typed} ${expected}`}}[verdict];
    assert.deepEqual(means, wanted, `${typed} | ${described}`);
  }
});

test('nothing is fine only where nothing is required', () => {
  assert.deepEqual(meaning('', rules('ZIP'), 1950), {invalid: 'REQUIRED_EMPTY'});
  assert.deepEqual(meaning('', {...rules('ZIP'), required: false}, 1950), {value: null});
});

test('a pattern that would keep other engines busy for years takes no time', () => {
  const begin = performance.now();
  assert.equal(matches('(0*)*1', '0'.repeat(60)), false);
  assert.equal(matches('(0|00)*1?(0*)*', '0'.repeat(60)), true);
  assert.ok(performance.now() - begin < 200);
});

test('a pattern that is not understood is not held against anyone', () => {
  assert.equal(matches('(?i)abc', '123'), null);
  assert.equal(matches('\\pN+', '123'), null);
  assert.equal(matches('[0-9', '1'), null);
  assert.equal(matches('(1', '1'), null);
  assert.equal(matches('1{9999}{9999}', '1'), null);
});

test('patterns match as a whole', () => {
  for (const [pattern, digits, fits] of [['4.*', '123', false], ['[0-9]{5}([0-9]{4})?', '941031234', true], ['[0-9]{5}([0-9]{4})?', '941031', false],
    ['^12$|^3', '3', true], ['12|13', '132', false], ['1+2?', '1112', true], ['(?:19|20)\\d{2}', '1987', true], ['', '', true], ['1{2,}', '1', false]]) {
    assert.equal(matches(pattern, digits), fits, `${pattern} ${digits}`);
  }
});

test('a sum over the page says what would fit', () => {
  const relations = [{total: 'valid', terms: ['votes_01', 'votes_02']}, {total: 'total', terms: ['valid', 'invalid']}];
  const siblings = [{field: 'votes_01', value: '2'}, {field: 'votes_02', value: '80'}, {field: 'invalid', value: null}];
  assert.deepEqual(checkSums('valid', '82', siblings, relations),
    [{total: 'valid', terms: ['votes_01', 'votes_02'], expected: '82', difference: '0', fits: true}]);
  const [wrong] = checkSums('valid', '87', siblings, relations);
  assert.equal(wrong.fits, false);
  assert.equal(wrong.expected, '82');
  assert.equal(wrong.difference, '5');
  assert.equal(checkSums('votes_01', '2', [{field: 'votes_02', value: '80.50'}, {field: 'valid', value: '82.50'}], relations)[0].fits, true);
  assert.deepEqual(checkSums('valid', null, siblings, relations), []);
});
