/**
 * From key to the next snippet on screen, by a scripted clerk who reads, types or accepts, and goes on; and whether all answers arrived once.
 * CONSOLE_TOOLS=… node review/src/test/js/look/measure.mjs [--tasks 300] [--delay 30] [--url http://…]
 */
import {launch} from './browser.mjs';
import {FakeService} from '../fake/server.mjs';

const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback);
const tasks = Number(option('tasks', 300));
const service = option('url', null) ? null : new FakeService({tasks, delay: Number(option('delay', 30))});
service?.drawAll();
const url = option('url', null) ?? await service.listen();
const browser = await launch();
const page = await (await browser.newContext({viewport: {width: 1280, height: 800}})).newPage();
page.on('pageerror', (e) => console.log(e.message));
await page.goto(url);
await page.waitForSelector('pk-snippet canvas');
await page.evaluate(() => performance.setResourceTimingBufferSize(10_000));
const begun = Date.now();
for (let i = 0; i < tasks; i++) {
  const task = await (await page.waitForFunction(() => document.querySelector('pk-app').desk.current, null, {timeout: 8_000}).catch(() => null))?.jsonValue();
  if (!task) {
    break;
  }
  await page.waitForFunction(() => ((app) => app.desk.pictureOf(app.desk.current))(document.querySelector('pk-app')), null, {polling: 10});
  await page.waitForTimeout(150);
  if (task.field === null) {
    await page.keyboard.press('n');
  } else {
    await page.keyboard.type(task.rules.kind === 'AMOUNT' ? task.value : task.text);
    await page.keyboard.press('Enter');
    if (await page.evaluate((review) => document.querySelector('pk-app').desk.current?.review === review, task.review)) {
      await page.keyboard.press('Enter');
    }
  }
  await page.waitForFunction((review) => document.querySelector('pk-app').desk.current?.review !== review, task.review, {polling: 20, timeout: 5_000}).catch(async (e) => {
    console.log(`stuck at ${task.kind} ${task.text}: ${await page.locator('#check').innerText()}; ${await page.locator('.toast').innerText()}`);
    throw e;
  });
}
await page.waitForFunction(() => document.querySelector('pk-app').outbox.size === 0);
const times = (await page.evaluate(() => performance.getEntriesByName('key to next').map((e) => e.duration))).sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
console.log(`${times.length} fields in ${((Date.now() - begun) / 1000).toFixed(0)} s: key to next snippet median ${at(.5)} ms, p95 ${at(.95)} ms, worst ${at(1)} ms`);
if (service) {
  console.log(`${service.answers.length} answers of ${new Set(service.answers.map((a) => a.review)).size} tasks, ${service.duplicates} sent twice`);
}
await browser.close();
service?.close();
