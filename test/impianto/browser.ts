import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** The run's real browser. Closing it closes what was opened through it, and leaves it to the other test files. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}

/** A person in Italy, unless `opzioni` say otherwise: nothing of what they see comes from the machine. */
export function newContext(browser: Browser, opzioni: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    ...opzioni,
  });
}
