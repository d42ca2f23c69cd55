import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for a test's files. */
export class Cartella {
  readonly path = mkdtempSync(join(tmpdir(), 'trimestre-lotti-'));

  file(nome: string): string {
    return join(this.path, nome);
  }

  write(nome: string, contenuto: string | Buffer): string {
    writeFileSync(this.file(nome), contenuto);
    return this.file(nome);
  }

  read(nome: string): string {
    return readFileSync(this.file(nome), 'utf8');
  }

  /** Rows of a simple `;` file as objects by header. */
  rows(nome: string): Record<string, string>[] {
    const [head = '', ...lines] = this.read(nome).replace('\ufeff', '').trimEnd().split(/\r?\n/);
    const names = head.split(';');
    return lines.map((line) => Object.fromEntries(line.split(';').map((cell, i) => [names[i] ?? '', cell])));
  }

  has(nome: string): boolean {
    return existsSync(this.file(nome));
  }

  list(): string[] {
    return readdirSync(this.path).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
