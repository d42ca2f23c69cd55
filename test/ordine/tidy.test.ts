import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

/** Files that git tracks or would track; without git (an unpacked archive) there is nothing to check. */
function trackedFiles(): string[] {
  if (!existsSync(packagePath('.git'))) return [];
  const elenco = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: packagePath(),
    encoding: 'utf8',
  });
  return elenco.split('\n').filter((file) => file !== '' && existsSync(packagePath(file)));
}

const files = trackedFiles();
const code = files.filter((file) => /^(src|migrations|test|templates|rules)\/.*\.(ts|njk|css|yaml)$/.test(file));
const offenders = (among: readonly string[], pattern: RegExp): string[] =>
  among.filter((file) => pattern.test(readFileSync(packagePath(file), 'utf8')));

describe('the tree is tidy', () => {
  it('has no file of code above 400 lines, blanks and comments included', () => {
    const long = code.filter(
      (f) => /\.(ts|njk)$/.test(f) && readFileSync(packagePath(f), 'utf8').split('\n').length > 400,
    );
    expect(long).toEqual([]);
  });

  it('leaves nothing for later in the code', () => {
    expect(offenders(code, new RegExp(`\\b(${['TO', 'DO'].join('')}|FIX${'ME'})\\b`))).toEqual([]);
  });

  it('skips no test and runs none alone', () => {
    const tests = files.filter((file) => file.endsWith('.test.ts') && file !== 'test/ordine/tidy.test.ts');
    expect(offenders(tests, /\b(it|test|describe)\.(skip|todo|only|fails)\(/)).toEqual([]);
  });

  it('names no path of a machine and no package registry', () => {
    const texts = files.filter((file) => !/\.(png|ttf|pdf)$/.test(file) && file !== 'test/ordine/tidy.test.ts');
    expect(offenders(texts, /(^|["'\s(])\/(work|farm|root)\/|registry\.[a-z]+\.[a-z]+\//m)).toEqual([]);
  });

  it('pins every version exactly', () => {
    const manifest = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const ranges = [manifest['dependencies'], manifest['optionalDependencies'], manifest['devDependencies']].flatMap(
      (deps) =>
        Object.entries(deps ?? {}).filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+([-+][\w.]+)?$/.test(version)),
    );
    expect(ranges).toEqual([]);
  });

  it('holds no large blob', () => {
    expect(files.filter((file) => statSync(packagePath(file)).size > 1_500_000)).toEqual([]);
  });

  it('has no broken link among its documents', () => {
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...readFileSync(packagePath(file), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
          .map((match) => join(dirname(file), match[1] ?? ''))
          .filter((target) => !existsSync(packagePath(target)))
          .map((target) => `${file} -> ${target}`),
      );
    expect(broken).toEqual([]);
  });
});
