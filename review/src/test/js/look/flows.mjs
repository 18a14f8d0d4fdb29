/**
 * What a clerk, a network and a session do to the page, in a real browser against the made-up service.
 * CONSOLE_TOOLS=… node review/src/test/js/look/flows.mjs [PART OF A NAME]
 */
import assert from 'node:assert/strict';
import {launch} from './browser.mjs';
import {FakeService} from '../fake/server.mjs';

const browser = await launch();
const LOOK = 160;
const current = (page) => page.evaluate(() => document.querySelector('pk-app').desk.current);
const text = (page, selector) => page.locator(selector).innerText();

async function until(page, service, fits) {
  for (const made of service.made.values()) {
    made.lease = null;
    if (!fits(made.task)) {
      made.later = Date.now() + 1e9;
    }
  }
  await page.reload();
  await looked(page);
}

/** Waits until the picture is there, and as long as a person looks at it at least. */
async function looked(page) {
  await page.waitForFunction(() => {
    const desk = document.querySelector('pk-app').desk;
    return desk?.current && desk.pictureOf(desk.current);
  });
  await page.waitForTimeout(LOOK);
}

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

/** Waits until all has arrived. */
async function sent(page) {
  await page.waitForFunction(() => document.querySelector('pk-app').outbox.size === 0);
}

const FLOWS = {
  'typed over and accepted': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    await page.keyboard.type('94103');
    assert.match(await text(page, '#check'), /Fits 94103/);
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers[0].text, '94103');
    assert.ok(service.answers[0].tookMillis >= 100);
  },
  'tab changes the doubtful digit only': async (page, service) => {
    await until(page, service, (t) => t.kind === 'DATE' && !t.blind && t.digits.some((d) => d.confidence < .95));
    const task = await current(page);
    const doubt = task.digits.findIndex((d) => d.confidence < .95);
    const other = task.digits[doubt].alternatives[0].digit;
    await press(page, 'Tab', other);
    await press(page, 'Enter');
    await page.waitForTimeout(50);
    if ((await current(page)).review === task.review) {
      await press(page, 'Enter');
    }
    await sent(page);
    assert.equal(service.answers[0].text, task.text.slice(0, doubt) + other + task.text.slice(doubt + 1));
  },
  'tab goes on from doubt to doubt': async (page, service) => {
    service.made.forEach(({task}) => [0, 2].forEach((place) => {
      if (task.digits[place]) {
        task.digits[place].confidence = .6;
      }
    }));
    await until(page, service, (t) => t.kind === 'DATE' && !t.blind);
    const {text: read} = await current(page);
    await press(page, 'Tab', '0', 'Tab', '1');
    assert.equal(await page.locator('.entry-input').inputValue(), `0${read[1]}1${read.slice(3)}`);
  },
  'a point in boxes for a whole number is not swallowed in silence': async (page, service) => {
    await until(page, service, (t) => t.kind === 'INTEGER' && !t.blind);
    await page.keyboard.type('12.5');
    await press(page, 'Enter');
    assert.match(await text(page, '#check'), /The point was not taken.*125 is the number/);
    assert.equal(service.answers.length, 0);
  },
  'an amount that may mean two things is refused, however often': async (page, service) => {
    await until(page, service, (t) => t.kind === 'AMOUNT' && !t.blind);
    await page.keyboard.type('8000');
    await press(page, 'Enter', 'Enter', 'Enter');
    assert.match(await text(page, '#check'), /Unclear 8000 may be 8000.00 or 80.00/);
    await page.keyboard.type('.5');
    assert.match(await text(page, '#check'), /Fits 8.000.50 is the amount/);
    await press(page, 'Enter');
    await sent(page);
    assert.deepEqual(service.answers.map((a) => a.text), ['8000.5']);
  },
  'an amount as the machine reads it is one key': async (page, service) => {
    await until(page, service, (t) => t.kind === 'AMOUNT' && !t.blind);
    const {value} = await current(page);
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers[0].text, value);
  },
  'a doubt does not stop, it asks once': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ROUTING' && !t.blind);
    await page.keyboard.type('131000025');
    assert.match(await text(page, '#check'), /No routing number begins with 13/);
    await press(page, 'Enter');
    assert.equal(service.answers.length, 0);
    assert.match(await text(page, '#check'), /Enter again/);
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers[0].text, '131000025');
  },
  'a held or doubled Enter accepts nothing unseen': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    await page.evaluate(() => {
      for (const repeat of [false, true, true, true]) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, repeat}));
      }
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
    });
    await sent(page);
    assert.equal(service.answers.length, 1);
  },
  'blind: nothing of the reading is on the page': async (page, service) => {
    await until(page, service, (t) => t.blind && t.field !== null);
    const task = await current(page);
    assert.ok(!(await page.evaluate(() => document.body.innerText + [...document.querySelectorAll('input')].map((i) => i.value).join())).includes(task.text));
    await press(page, 'Enter');
    assert.match(await text(page, '#check'), /Nothing is typed/);
  },
  'letters answer, U opens again with what was answered': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    const {review} = await current(page);
    await press(page, 'i');
    await sent(page);
    await looked(page);
    await press(page, 'u');
    await page.waitForFunction((r) => document.querySelector('pk-app').desk.current.review === r, review);
    assert.match(await text(page, '.facts'), /You had answered illegible/);
    await page.keyboard.type('12345');
    await press(page, 'Enter');
    await sent(page);
    assert.deepEqual(service.answers.map((a) => [a.review, a.outcome]), [[review, 'ILLEGIBLE'], [review, 'TEXT']]);
    assert.equal(service.answers[1].replaces, service.answers[0].id);
  },
  'W asks twice, F asks which form': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    await press(page, 'w');
    assert.equal(service.answers.length, 0);
    await press(page, 'w');
    await looked(page);
    await press(page, 'f');
    await page.waitForSelector('dialog .row kbd');
    await press(page, '3');
    await sent(page);
    assert.deepEqual(service.answers.map((a) => [a.outcome, a.form]), [['WRONG_PLACE', undefined], ['OTHER_FORM', 'tally']]);
  },
  'P shows the page, a digit goes back and is typed': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    await press(page, 'p');
    await page.waitForSelector('.field-outline');
    await press(page, 'z', '9');
    await page.waitForSelector('dialog', {state: 'detached'});
    await page.keyboard.type('4103');
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers[0].text, '94103');
  },
  'a snippet that cannot be had: the page is looked at instead': async (page, service) => {
    service.made.forEach((made) => {
      made.picture = Buffer.from('no picture');
    });
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    await page.waitForSelector('pk-snippet.failed');
    await press(page, 'Enter');
    assert.equal(service.answers.length, 0);
    await press(page, 'p');
    await page.waitForSelector('.field-outline');
    await page.keyboard.type('94103');
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers[0].text, '94103');
  },
  'a reply that is lost does not make two answers': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    service.faults.loseReplies = 2;
    await press(page, 'Enter');
    await page.waitForTimeout(2500);
    await sent(page);
    assert.equal(service.answers.length, 1);
    assert.ok(service.duplicates >= 1);
  },
  'network down: said, kept over a reload of the page, sent once': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    service.faults.down = true;
    await press(page, 'i');
    await looked(page);
    await press(page, 'b');
    await page.waitForFunction(() => document.querySelector('.net').innerText.includes('2 answers are kept'));
    page.once('dialog', (d) => d.accept());
    service.faults.down = false;
    await page.evaluate(() => document.querySelector('pk-app').outbox.pause());
    await page.reload();
    await page.waitForFunction(() => document.querySelector('pk-app').desk?.current);
    await sent(page);
    assert.deepEqual(service.answers.map((a) => a.outcome), ['ILLEGIBLE', 'EMPTY']);
  },
  'the session ends: log in over the work, nothing typed is lost': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    await page.keyboard.type('941');
    service.sessions.forEach((session) => {
      session.name = session.user;
      session.user = null;
    });
    await page.evaluate(() => document.querySelector('pk-app').api.get('/api/queue').catch(() => {}));
    await page.waitForSelector('.login');
    await page.keyboard.type('wrong');
    await press(page, 'Tab');
    await page.keyboard.type('wrong');
    await press(page, 'Enter');
    await page.waitForFunction(() => document.querySelector('.problem').innerText !== '');
    await page.locator('#login-user').fill([...service.sessions.values()].at(-1).name);
    await page.locator('#login-password').fill('penstock');
    await press(page, 'Enter');
    await page.waitForSelector('.login', {state: 'detached'});
    await page.keyboard.type('03');
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers[0].text, '94103');
  },
  'somebody else has it: said, and the next task is there': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    const {review} = await current(page);
    service.made.get(review).lease = {id: 'other', user: 'other', until: Date.now() + 1e9};
    await press(page, 'Enter');
    await page.waitForSelector('.notice');
    assert.match(await text(page, '.notices'), /Not taken: .*somebody else/);
    assert.notEqual((await current(page)).review, review);
    await press(page, 'Escape');
    assert.equal(await page.locator('.notice').count(), 0);
  },
  'an expired lease that nobody took is taken again': async (page, service) => {
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    service.made.get((await current(page)).review).lease.until = 0;
    await press(page, 'Enter');
    await sent(page);
    assert.equal(service.answers.length, 1);
    assert.equal(await page.locator('.notice').count(), 0);
  },
  'a whole page: a number picks the form, corners go with it': async (page, service) => {
    await until(page, service, (t) => t.field === null);
    await page.waitForSelector('pk-whole .sheet canvas');
    await press(page, 'c', 'Shift+ArrowRight', 'Enter', 'Enter', 'Enter', 'Enter');
    assert.match(await text(page, '.corner-status'), /corners are set/);
    await press(page, '2');
    await sent(page);
    const [answer] = service.answers;
    assert.equal(answer.form, 'us-zip-card');
    assert.equal(answer.corners.length, 4);
    assert.equal(answer.corners[0][0], 74 + 62);
    await looked(page);
    await press(page, 'n');
    await sent(page);
    assert.equal(service.answers[1].form, null);
  },
  'a batch of one kind': async (page, service) => {
    await press(page, 'k');
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    await page.waitForFunction(() => document.querySelector('pk-app').desk.batch.kind);
    await page.waitForFunction(() => document.querySelector('.head').innerText.includes('of this batch'));
    const kinds = await page.evaluate(() => [document.querySelector('pk-app').desk.current, ...document.querySelector('pk-app').desk.ahead].map((t) => t.kind));
    assert.equal(new Set(kinds).size, 1);
  },
  'same digits: space marks, Enter confirms': async (page, service) => {
    await page.goto(`${page.url()}#grid`);
    await page.waitForSelector('.cut');
    await press(page, 'ArrowRight', ' ', 'ArrowDown', ' ', ' ', 'Enter');
    await page.waitForFunction(() => document.querySelector('.toast').innerText.includes('59 cut-outs confirmed'));
  },
  'two browsers share one queue': async (page, service) => {
    const other = await (await browser.newContext({viewport: {width: 1280, height: 800}})).newPage();
    await other.goto(page.url());
    await Promise.all([page, other].map(async (p) => {
      for (let i = 0; i < 100; i++) {
        await p.waitForTimeout(130);
        if (await p.evaluate(() => document.querySelector('pk-app').desk?.current ?? null) !== null) {
          await p.keyboard.press('Escape');
          await p.keyboard.press('i');
        } else if ([...service.made.values()].every((made) => made.answer)) {
          break;
        }
      }
      await sent(p);
    }));
    assert.equal(service.answers.length, service.made.size);
    assert.equal(new Set(service.answers.map((a) => a.review)).size, service.made.size);
    await other.context().close();
  },
  'a document with a hostile name is only text': async (page, service) => {
    for (const made of service.made.values()) {
      made.task.document = '<img src=x onerror=alert(1)>"\'.pdf';
    }
    await until(page, service, (t) => t.kind === 'ZIP' && !t.blind);
    assert.match(await text(page, '.facts'), /<img src=x/);
    await press(page, 'p');
    await page.waitForSelector('.field-outline');
    assert.equal(await page.locator('img[src="x"]').count(), 0);
  },
};

let [passed, failed] = [0, 0];
for (const [name, flow] of Object.entries(FLOWS).filter(([n]) => n.includes(process.argv[2] ?? ''))) {
  const service = new FakeService({tasks: name.startsWith('two') ? 40 : 60});
  const page = await (await browser.newContext({viewport: {width: 1280, height: 800}})).newPage();
  page.on('pageerror', (e) => console.log(`   ${e.stack}`));
  try {
    await page.goto(await service.listen());
    await looked(page);
    await flow(page, service);
    passed++;
    console.log(`ok     ${name}`);
  } catch (e) {
    failed++;
    console.log(`NOT OK ${name}\n   ${e.message.split('\n').slice(0, 12).join('\n   ')}`);
    await page.screenshot({path: '/tmp/flow-failed.png'}).catch(() => {});
  }
  await page.context().close();
  service.close();
}
console.log(`${passed} passed, ${failed} failed`);
await browser.close();
process.exit(failed === 0 ? 0 : 1);
