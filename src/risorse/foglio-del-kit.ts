import { PurgeCSS } from 'purgecss';
import { packagePath } from '../valori/package-root.ts';

/**
 * The kit's style sheet without the rules, variables, animations and fonts that no page uses: a thirtieth of it. Our own sheets
 * are read beside it, since they use its variables.
 * @param kit path of the whole sheet
 * @param pagine files in which classes and elements are named
 */
export async function foglioDelKit(kit: string, pagine: readonly string[]): Promise<string> {
  const nostri = packagePath('templates', 'portale', 'stile', '*.css');
  const fogli = await new PurgeCSS().purge({
    content: [...pagine],
    css: [kit, nostri],
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  const tagliato = fogli.find(({ file }) => file === kit);
  if (tagliato === undefined) throw new Error(`${kit}: nothing came back from the cut`);
  return tagliato.css.replace(/\/\*# sourceMappingURL=.*?\*\//, '').trim();
}
