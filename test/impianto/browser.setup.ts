import type { TestProject } from 'vitest/node';
import { startBrowserServer } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's browser is reached. */
    browser: string;
  }
}

/** One real browser for all the tests of the run; each of them opens contexts of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startBrowserServer();
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
