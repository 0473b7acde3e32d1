// Draws appPackage/*.svg as the PNG files that Teams wants. Run it after changing a drawing: node env/draw-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser, howToGetBrowser } from './launcher/browser.mjs';
import { inRoot } from './launcher/folders.mjs';
import { runCommand, say, Stop } from './launcher/say.mjs';

const ICONS = { color: 192, outline: 32 };

runCommand(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Stop(howToGetBrowser());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, size] of Object.entries(ICONS)) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = readFileSync(inRoot('appPackage', `${name}.svg`), 'utf8');
      await page.setContent(`<body style="margin:0">${svg.replace('<svg ', '<svg style="display:block" ')}</body>`);
      writeFileSync(inRoot('appPackage', `${name}.png`), await page.screenshot({ omitBackground: true }));
      say(`appPackage/${name}.png ${size}x${size}`);
    }
  } finally {
    await browser.close();
  }
});
