/** What is taken from a package of the tests' kind: the product ships these files, not the package. */
export interface Risorsa {
  /** Folder of `dist/risorse` where it goes. */
  readonly cartella: string;
  readonly pacchetto: string;
  /** Files, and folders taken whole, by their path inside the package; only the last name is kept. */
  readonly file: readonly string[];
}

const TITILLIUM = 'dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin';
const ROBOTO = 'dist/fonts/Roboto_Mono/roboto-mono-v13-latin-ext_latin';

/**
 * Whole packages weigh 130 MB (a video player, maps, fonts in five formats): what serves is 10. Each keeps its licence beside it.
 * The kit's style sheet and icons are not here: they are cut to what the pages use (`foglio-del-kit`, `icone-del-kit`).
 */
export const RISORSE: readonly Risorsa[] = [
  {
    cartella: 'kit',
    pacchetto: 'bootstrap-italia',
    file: ['LICENSE'],
  },
  {
    cartella: 'kit/fonts/Titillium_Web',
    pacchetto: 'bootstrap-italia',
    file: [
      `${TITILLIUM}-regular.woff2`,
      `${TITILLIUM}-600.woff2`,
      `${TITILLIUM}-700.woff2`,
      'dist/fonts/Titillium_Web/OFL.txt',
    ],
  },
  {
    cartella: 'kit/fonts/Roboto_Mono',
    pacchetto: 'bootstrap-italia',
    file: [`${ROBOTO}-regular.woff2`, 'dist/fonts/Roboto_Mono/LICENSE.txt'],
  },
  {
    cartella: 'caratteri/titillium-web',
    pacchetto: '@expo-google-fonts/titillium-web',
    file: [
      '400Regular/TitilliumWeb_400Regular.ttf',
      '700Bold/TitilliumWeb_700Bold.ttf',
      '900Black/TitilliumWeb_900Black.ttf',
      'LICENSE_FONT',
    ],
  },
  {
    cartella: 'caratteri/roboto-mono',
    pacchetto: '@expo-google-fonts/roboto-mono',
    file: ['400Regular/RobotoMono_400Regular.ttf', '700Bold/RobotoMono_700Bold.ttf', 'LICENSE_FONT'],
  },
  {
    cartella: 'caratteri/dejavu',
    pacchetto: 'dejavu-fonts-ttf',
    file: [
      'ttf/DejaVuSansCondensed.ttf',
      'ttf/DejaVuSansCondensed-Bold.ttf',
      'ttf/DejaVuSansMono.ttf',
      'ttf/DejaVuSansMono-Bold.ttf',
      'LICENSE',
    ],
  },
  {
    cartella: 'zxing',
    pacchetto: 'zxing-wasm',
    file: ['dist/reader/zxing_reader.wasm', 'LICENSE'],
  },
  {
    cartella: 'heif',
    pacchetto: 'libheif-js',
    file: ['libheif-wasm/libheif-bundle.mjs', 'libheif-wasm/LICENSE'],
  },
  {
    cartella: 'harfbuzz',
    pacchetto: 'harfbuzzjs',
    file: ['dist/harfbuzz.wasm', 'LICENSE'],
  },
  {
    cartella: 'date-fns',
    pacchetto: 'date-fns',
    file: ['LICENSE.md'],
  },
  {
    cartella: 'bwip-js',
    pacchetto: 'bwip-js',
    file: ['LICENSE'],
  },
  {
    cartella: 'pdfjs',
    pacchetto: 'pdfjs-dist',
    file: [
      'legacy/build/pdf.min.mjs',
      'legacy/build/pdf.worker.min.mjs',
      'cmaps',
      'standard_fonts',
      'wasm',
      'iccs',
      'LICENSE',
    ],
  },
];
