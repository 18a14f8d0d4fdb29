/** Headless Chromium by playwright-core, which no build needs: CONSOLE_TOOLS names a folder where npm has put it (and axe-core). */
import {createRequire} from 'node:module';

const require = createRequire(`${process.env.CONSOLE_TOOLS ?? '/tmp/console-tools'}/package.json`);
const {chromium} = require('playwright-core');

export const AXE = () => require.resolve('axe-core/axe.min.js');

export function launch() {
  return chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-color-profile=srgb']});
}
