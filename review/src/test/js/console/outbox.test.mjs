import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApiError} from '../../../main/resources/io/penstock/review/console/flow/api.mjs';
import {leftBehind, Outbox, outboxKey} from '../../../main/resources/io/penstock/review/console/flow/outbox.mjs';
import {settle, Store, Ticking} from './ticking.mjs';

const entry = (n) => ({id: `id-${n}`, review: `r${n}`, lease: `l${n}`, action: 'answer', body: {id: `id-${n}`, outcome: 'TEXT', text: String(n)}, told: {}});
const lost = () => new ApiError(0, 'network', '');

function outbox(answer) {
  const asked = [];
  const store = new Store();
  const clock = new Ticking();
  const api = {post: async (path, body) => {
    asked.push([path, body]);
    return answer(path, body, asked.length);
  }};
  const box = new Outbox({api, clock, storage: store, key: outboxKey('anna', 'page')});
  const heard = [];
  box.addEventListener('sent', ({detail}) => heard.push(`sent ${detail.entry.id}`));
  box.addEventListener('refused', ({detail}) => heard.push(`refused ${detail.entry.id} ${detail.error.code}`));
  return {box, asked, store, clock, heard};
}

test('answers go out in order, one at a time, and nothing of them is kept', async () => {
  const {box, asked, heard, store} = outbox(() => ({answer: 'a'}));
  [1, 2, 3].forEach((n) => box.add(entry(n)));
  await settle();
  assert.deepEqual(heard, ['sent id-1', 'sent id-2', 'sent id-3']);
  assert.equal(asked[0][0], '/api/leases/l1/answer');
  assert.equal(store.length, 0);
});

test('without a network everything is kept, and goes out under the same ids when it is back', async () => {
  let up = false;
  const {box, asked, heard, store, clock} = outbox(() => {
    if (!up) {
      throw lost();
    }
    return {};
  });
  [1, 2].forEach((n) => box.add(entry(n)));
  await clock.pass(60_000);
  assert.equal(box.size, 2);
  assert.ok(box.down);
  assert.ok(asked.length > 5 && asked.length < 20, `${asked.length} tries in a minute`);
  assert.equal(JSON.parse(store.getItem(store.key(0))).length, 2);
  up = true;
  await clock.pass(10_000);
  assert.deepEqual(heard, ['sent id-1', 'sent id-2']);
  assert.deepEqual(new Set(asked.map(([, body]) => body.id)), new Set(['id-1', 'id-2']));
  assert.ok(!box.down);
});

test('a reload takes over what was not sent, only of this user, and not from a page that is open', async () => {
  const {box, store} = outbox(() => {
    throw lost();
  });
  box.add(entry(1));
  await settle();
  assert.deepEqual(leftBehind(store, 'bo', new Set()), []);
  assert.deepEqual(leftBehind(store, 'anna', new Set(['page'])), []);
  const next = outbox(() => ({}));
  next.box.adopt(leftBehind(store, 'anna', new Set()));
  await settle();
  assert.deepEqual(next.heard, ['sent id-1']);
  assert.equal(store.length, 0);
});

test('a lease that ran out meanwhile is taken again, where nobody else has the task', async () => {
  const {box, asked, heard} = outbox((path, body) => {
    if (path === '/api/leases') {
      return {tasks: [{review: body.review, lease: 'again'}]};
    }
    if (path.includes('/l1/')) {
      throw new ApiError(409, 'LEASE_EXPIRED', '');
    }
    return {};
  });
  box.add(entry(1));
  await settle();
  assert.deepEqual(heard, ['sent id-1']);
  assert.deepEqual(asked.map(([path]) => path), ['/api/leases/l1/answer', '/api/leases', '/api/leases/again/answer']);
});

test('where somebody else has it, or it is closed, the clerk is told, once, and the others go on', async () => {
  const {box, heard} = outbox((path) => {
    if (path === '/api/leases') {
      return {tasks: []};
    }
    if (path.includes('/l1/')) {
      throw new ApiError(409, 'LEASE_UNKNOWN', '');
    }
    if (path.includes('/l2/')) {
      throw new ApiError(409, 'TASK_CLOSED', '');
    }
    return {};
  });
  [1, 2, 3].forEach((n) => box.add(entry(n)));
  await settle();
  assert.deepEqual(heard, ['refused id-1 LEASE_UNKNOWN', 'refused id-2 TASK_CLOSED', 'sent id-3']);
});

test('an answer over which the server fails does not hold up the others, and is not given up', async () => {
  const {box, heard, clock} = outbox((path, body, times) => {
    if (path.includes('/l1/') && times < 6) {
      throw new ApiError(500, 'INTERNAL', '');
    }
    return {};
  });
  [1, 2].forEach((n) => box.add(entry(n)));
  await clock.pass(60_000);
  assert.deepEqual(heard, ['sent id-2', 'sent id-1']);
});

test('logged out, it waits until somebody is logged in', async () => {
  let session = false;
  const {box, heard, clock} = outbox(() => {
    if (!session) {
      throw new ApiError(401, 'NOT_LOGGED_IN', '');
    }
    return {};
  });
  box.add(entry(1));
  await clock.pass(60_000);
  assert.equal(box.size, 1);
  session = true;
  box.resume();
  await settle();
  assert.deepEqual(heard, ['sent id-1']);
});

test('only what has never been on its way can be taken back', async () => {
  const {box} = outbox(() => new Promise(() => {}));
  [1, 2].forEach((n) => box.add(entry(n)));
  assert.equal(box.takeBack('id-1'), null);
  assert.equal(box.takeBack('id-2').id, 'id-2');
  assert.equal(box.size, 1);
});

test('a store that is full loses nothing that is on the page', async () => {
  const {box, heard, store} = outbox(() => ({}));
  store.setItem = () => {
    throw new Error('full');
  };
  box.add(entry(1));
  await settle();
  assert.deepEqual(heard, ['sent id-1']);
});
