/**
 * Pictures of every screen at both sizes, light and dark, and what axe-core finds wrong with each (A and AA).
 * CONSOLE_TOOLS=… node review/src/test/js/look/shots.mjs FOLDER [NAME…]
 */
import {AXE, launch} from './browser.mjs';
import {FakeService} from '../fake/server.mjs';

const [folder, ...only] = process.argv.slice(2);
/** QUICK=1: only the small one light and the large one dark. */
const SIZES = [[1280, 800], [1920, 1080]];

/** Goes on until the task in front fits, by putting others off. */
async function until(page, fits) {
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate(fits)) {
      return;
    }
    const review = await page.evaluate(() => document.querySelector('pk-app').desk.current?.review);
    await page.waitForTimeout(140);
    await page.evaluate(() => document.activeElement?.matches('.row') || document.activeElement?.blur());
    await page.keyboard.press('l');
    await page.waitForFunction((was) => { const now = document.querySelector('pk-app').desk.current; return now !== null && now.review !== was; }, review);
    await page.waitForTimeout(60);
  }
  throw new Error('no task fits');
}

const kind = (name) => new Function(`const t = document.querySelector('pk-app').desk.current; return t !== null && (${name})`);

const SCREENS = {
  'work-zip': async (page) => until(page, kind("t.kind === 'ZIP' && !t.blind")),
  'work-doubt': async (page) => {
    await until(page, kind("t.kind === 'ZIP' && !t.blind"));
    await page.keyboard.press('Tab');
  },
  'work-date': async (page) => until(page, kind("t.kind === 'DATE' && !t.blind")),
  'work-amount': async (page) => {
    await until(page, kind("t.kind === 'AMOUNT' && !t.blind"));
    await page.keyboard.type('8000');
    await page.keyboard.press('Enter');
  },
  'work-routing': async (page) => {
    await until(page, kind("t.kind === 'ROUTING' && !t.blind"));
    await page.keyboard.press('Enter');
  },
  'work-blind': async (page) => until(page, kind('t.blind')),
  'work-sum': async (page) => {
    await until(page, kind("t.kind === 'INTEGER' && !t.blind"));
    await page.keyboard.type('83');
  },
  'work-offline': async (page, service) => {
    await until(page, kind("t.kind === 'ZIP' && !t.blind"));
    service.faults.down = true;
    await page.waitForTimeout(150);
    await page.keyboard.press('i');
    await page.waitForTimeout(400);
    await page.keyboard.press('i');
    await page.waitForTimeout(300);
  },
  'work-page': async (page) => {
    await until(page, kind("t.kind === 'AMOUNT'"));
    await page.keyboard.press('p');
    await page.waitForSelector('.field-outline');
  },
  'work-page-tally': async (page) => {
    await until(page, kind("t.kind === 'INTEGER'"));
    await page.keyboard.press('p');
    await page.waitForSelector('.field-outline');
  },
  whole: async (page) => {
    await until(page, kind('t.field === null'));
    await page.waitForSelector('pk-whole .row kbd');
  },
  'whole-corners': async (page) => {
    await until(page, kind('t.field === null'));
    await page.waitForSelector('pk-whole .sheet canvas');
    await page.keyboard.press('c');
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.press('Enter');
  },
  'form-choice': async (page) => {
    await until(page, kind("t.kind === 'ZIP' && !t.blind"));
    await page.keyboard.press('f');
    await page.waitForSelector('dialog .row kbd');
  },
  'work-gone': async (page, service) => {
    await until(page, kind("t.kind === 'ZIP' && !t.blind"));
    const review = await page.evaluate(() => document.querySelector('pk-app').desk.current.review);
    service.made.get(review).lease = {id: 'other', user: 'other', until: Date.now() + 1e9};
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice');
  },
  'login-again': async (page, service) => {
    service.sessions.forEach((session) => {
      session.user = null;
    });
    await page.evaluate(() => document.querySelector('pk-app').api.get('/api/queue').catch(() => {}));
    await page.waitForSelector('.login');
  },
  keys: async (page) => page.keyboard.press('?'),
  menu: async (page) => page.keyboard.press('m'),
  batch: async (page) => page.keyboard.press('k'),
  grid: async (page) => {
    await page.goto(`${page.url().split('#')[0]}#grid`);
    await page.waitForSelector('.cut');
    await page.keyboard.press('3');
    await page.waitForTimeout(300);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', ' ', 'ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(key);
    }
  },
  dashboard: async (page) => {
    await page.goto(`${page.url().split('#')[0]}#dashboard`);
    await page.waitForSelector('.tile');
  },
  upload: async (page) => {
    await page.goto(`${page.url().split('#')[0]}#upload`);
    await page.setInputFiles('#files', [{name: 'us-zip-card-0001.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF')},
      {name: '<img src=x onerror=alert(1)>.tif', mimeType: 'image/tiff', buffer: Buffer.from('II')}]);
    await page.waitForSelector('a[href^="#document"]');
    await page.waitForTimeout(300);
  },
  document: async (page) => {
    await page.goto(`${page.url().split('#')[0]}#document/us-cheque-0001.pdf`);
    await page.waitForSelector('.steps');
  },
  login: async () => {},
  done: async () => {},
};

const browser = await launch();
let violations = 0;
for (const name of Object.keys(SCREENS).filter((s) => only.length === 0 || only.includes(s))) {
  for (const [width, height] of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      if (process.env.QUICK && (width === 1280) !== (colorScheme === 'light')) {
        continue;
      }
      const service = new FakeService({tasks: name === 'done' ? 0 : 80, login: name === 'login'});
      const url = await service.listen();
      const context = await browser.newContext({viewport: {width, height}, colorScheme, bypassCSP: false});
      const page = await context.newPage();
      page.on('pageerror', (e) => console.log(`${name}: ${e.message}`));
      page.on('console', (m) => m.type() === 'error' && !service.faults.down && !m.text().includes('401') && console.log(`${name}: ${m.text()}`));
      page.on('dialog', (d) => console.log(`SCRIPT RAN on ${name}`) || d.dismiss());
      await page.goto(url);
      await page.waitForSelector(name === 'login' ? '.login' : name === 'done' ? '.nothing .big' : 'pk-snippet canvas, pk-whole canvas');
      await page.waitForTimeout(250);
      await SCREENS[name](page, service);
      await page.waitForTimeout(350);
      if (name.startsWith('work') || name === 'whole') {
        await page.waitForTimeout(400);
      }
      await page.screenshot({path: `${folder}/${name}-${width}-${colorScheme}.png`});
      if (width === 1280) {
        service.faults.down = false;
        const cdp = await context.newCDPSession(page);
        await cdp.send('Page.setBypassCSP', {enabled: true});
        const {readFileSync} = await import('node:fs');
        await page.evaluate(readFileSync(AXE(), 'utf8'));
        const found = await page.evaluate(() => globalThis.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}));
        for (const violation of found.violations) {
          violations++;
          console.log(`AXE ${name} ${colorScheme}: ${violation.id} ${violation.help}\n   ${violation.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join('\n   ')}`);
        }
      }
      await context.close();
      service.close();
    }
  }
}
console.log(`${violations} violations`);
await browser.close();
