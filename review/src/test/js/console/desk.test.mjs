import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApiError} from '../../../main/resources/io/penstock/review/console/flow/api.mjs';
import {Desk} from '../../../main/resources/io/penstock/review/console/flow/desk.mjs';
import {Outbox} from '../../../main/resources/io/penstock/review/console/flow/outbox.mjs';
import {settle, Ticking} from './ticking.mjs';

/** A service with tasks 1, 2, 3 … of which each is leased once, that remembers what it was asked. */
class Service {
  asked = [];
  open = Array.from({length: 40}, (_, i) => ({review: `r${i + 1}`, lease: `l${i + 1}`, field: 'zip', kind: i % 2 ? 'ZIP' : 'DATE', document: 'd'}));
  held = [];
  refuse = new Map();

  async get() {
    return {};
  }

  async post(path, body) {
    this.asked.push(path);
    const refusal = [...this.refuse].find(([part]) => path.includes(part))?.[1];
    if (refusal) {
      throw refusal;
    }
    if (path === '/api/leases') {
      const fits = ({kind}) => body.kind === undefined || kind === body.kind;
      while (this.held.filter(fits).length < body.want && this.open.some(fits)) {
        this.held.push(...this.open.splice(this.open.findIndex(fits), 1));
      }
      return {tasks: this.held.filter(fits).slice(0, body.want)};
    }
    const lease = /leases\/(.+)\/(answer|release|postpone)/.exec(path)?.[1];
    this.held = this.held.filter((task) => task.lease !== lease);
    if (path.endsWith('/reopen')) {
      const task = {review: decodeURIComponent(path.split('/')[3]), lease: `re-${this.asked.length}`, field: 'zip', kind: 'ZIP', document: 'd'};
      this.held.unshift(task);
      return task;
    }
    return {answer: body.id};
  }
}

function desk(service = new Service()) {
  const clock = new Ticking();
  const outbox = new Outbox({api: service, clock, storage: null, key: 'k'});
  const made = new Desk({api: service, outbox, clock, policy: {leaseSeconds: 60, ahead: 4}, picture: async () => ({close() {}})});
  const notices = [];
  made.addEventListener('notice', ({detail}) => notices.push(detail.code));
  return {desk: made, clock, outbox, service, notices};
}

const timing = {tookMillis: 10, keys: 1};

test('the next task lies in front, its picture decoded, before the server has heard of the answer', async () => {
  const {desk: d} = desk();
  await d.start();
  await settle();
  assert.equal(d.current.review, 'r1');
  assert.equal(d.ahead.length, 4);
  d.answer('TEXT', '1', timing);
  assert.equal(d.current.review, 'r2');
  assert.ok(d.pictureOf(d.current).bitmap);
});

test('all forty are answered once, in order', async () => {
  const {desk: d, service} = desk();
  await d.start();
  const seen = [];
  for (let i = 0; i < 40; i++) {
    await settle();
    seen.push(d.current.review);
    d.answer('TEXT', '1', timing);
  }
  await settle();
  assert.equal(new Set(seen).size, 40);
  assert.equal(service.asked.filter((path) => path.endsWith('/answer')).length, 40);
  assert.equal(d.current, null);
});

test('undo takes back what has not been sent, and opens again what has', async () => {
  const {desk: d, service} = desk();
  await d.start();
  await settle();
  d.answer('TEXT', '1', timing);
  await settle();
  await d.undo();
  assert.equal(d.current.review, 'r1');
  assert.deepEqual([d.current.answered.text, typeof d.current.replaces], ['1', 'string']);
  service.post = () => new Promise(() => {});
  d.answer('TEXT', 'again', timing);
  d.answer('TEXT', '2', timing);
  await d.undo();
  assert.equal(d.current.review, 'r2');
  assert.equal(d.current.answered.text, '2');
});

test('ten can be undone, not eleven', async () => {
  const {desk: d, notices} = desk();
  await d.start();
  for (let i = 0; i < 12; i++) {
    await settle();
    d.answer('TEXT', String(i), timing);
  }
  await settle();
  for (let i = 0; i < 11; i++) {
    await d.undo();
  }
  assert.equal(d.current.answered.text, '2');
  assert.deepEqual(notices, ['NOTHING_TO_UNDO']);
});

test('a task that went to somebody else while it was looked at is taken away and said', async () => {
  const {desk: d, clock, service, notices} = desk();
  await d.start();
  service.refuse.set('l1/extend', new ApiError(409, 'LEASE_EXPIRED', ''));
  d.touch();
  await clock.pass(21_000);
  assert.equal(d.current.review, 'r2');
  assert.deepEqual(notices, ['GONE']);
});

test('an answer that may mean two things comes back in front with what was typed', async () => {
  const {desk: d, service, notices} = desk();
  await d.start();
  await settle();
  service.refuse.set('l1/answer', new ApiError(422, 'ANSWER_UNCLEAR', 'may be two'));
  d.answer('TEXT', '8000', timing);
  await settle();
  assert.equal(d.current.review, 'r1');
  assert.equal(d.current.answered.text, '8000');
  assert.deepEqual(notices, ['NOT_TAKEN']);
});

test('who goes away gives the tasks back, and gets tasks again at the first key', async () => {
  const {desk: d, clock, service} = desk();
  await d.start();
  await clock.pass(181_000);
  assert.ok(d.idle);
  assert.equal(d.current, null);
  assert.equal(service.held.length, 0);
  d.touch();
  await settle();
  assert.ok(d.current !== null);
});

test('another batch gives back what does not fit', async () => {
  const {desk: d, service} = desk();
  await d.start();
  await d.choose({kind: 'ZIP'});
  await settle();
  assert.ok([d.current, ...d.ahead].every((task) => task.kind === 'ZIP'));
  assert.ok(service.held.every((task) => task.kind === 'ZIP'));
});

test('while the network is down work goes on with what lies here, and more comes when it is back', async () => {
  const {desk: d, clock, service, outbox} = desk();
  await d.start();
  await settle();
  service.refuse.set('/api', new ApiError(0, 'network', ''));
  for (let i = 0; i < 5; i++) {
    d.answer('TEXT', String(i), timing);
  }
  await clock.pass(30_000);
  assert.equal(d.current, null);
  assert.equal(outbox.size, 5);
  service.refuse.clear();
  await clock.pass(15_000);
  assert.equal(outbox.size, 0);
  assert.equal(d.current.review, 'r6');
});
