import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../src/valori/escape-xml.ts';

describe('escapeXml', () => {
  it('makes a text safe for content and for attributes', () => {
    expect(escapeXml(`a & b < c > "d" 'e'\r`)).toBe('a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;&#13;');
  });

  it('shows where a character was that XML cannot bear', () => {
    expect(escapeXml('a\u0000b\ud800c\uffff')).toBe('a\ufffdb\ufffdc\ufffd');
  });

  it('leaves letters of any script alone', () => expect(escapeXml('Țîțeica Юлія 王 😀')).toBe('Țîțeica Юлія 王 😀'));
});
