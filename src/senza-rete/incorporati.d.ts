/** The rule files by their path inside `rules/`, each as its YAML says it (all texts): put here when the page is made. */
declare const NORME_INCORPORATE: Readonly<Record<string, unknown>>;

/** The templates of the pages, compiled when the page is made. */
declare module 'modelli-incorporati' {
  const modelli: Readonly<Record<string, unknown>>;
  export default modelli;
}

/** The engine of the templates without its compiler: what its package ships for browsers. */
declare module 'nunjucks/browser/nunjucks-slim.js' {
  import type nunjucks from 'nunjucks';
  const slim: Pick<typeof nunjucks, 'Environment'> & {
    readonly PrecompiledLoader: new (modelli: Readonly<Record<string, unknown>>) => nunjucks.ILoader;
  };
  export default slim;
}
