import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

/** Schemas are built while their file loads: one that cannot be built fails here by name, and not as test files without tests. */
describe('every file of the room loads', () => {
  it.each(readdirSync(packagePath('src', 'norme')))('%s', async (nome) => {
    const modulo: unknown = await import(pathToFileURL(packagePath('src', 'norme', nome)).href);
    expect(modulo).toBeTypeOf('object');
  });
});
