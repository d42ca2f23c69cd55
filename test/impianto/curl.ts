import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

/**
 * Stands in for curl, which a bare machine has not: the options that the documentation uses, and no other.
 * An option that is not here ends the run, as does an answer that never comes.
 */
const { values, positionals } = parseArgs({
  options: {
    silent: { type: 'boolean', short: 's' },
    include: { type: 'boolean', short: 'i' },
    request: { type: 'string', short: 'X' },
    header: { type: 'string', short: 'H', multiple: true, default: [] },
    data: { type: 'string', short: 'd' },
    'data-binary': { type: 'string' },
  },
  allowPositionals: true,
  strict: true,
});

const [url, ...altri] = positionals;
if (url === undefined || altri.length > 0) throw new Error('one address');
const binario = values['data-binary'];
if (binario !== undefined && binario !== '@-') throw new Error('binary data come from the standard input');
const corpo = binario === undefined ? values.data : await buffer(process.stdin);
const risposta = await fetch(url, {
  method: values.request ?? (corpo === undefined ? 'GET' : 'POST'),
  headers: values.header.map((riga): [string, string] => {
    const [nome = '', ...valore] = riga.split(':');
    return [nome, valore.join(':').trim()];
  }),
  redirect: 'manual',
  ...(corpo === undefined ? {} : { body: corpo }),
});
if (values.include === true) {
  const righe = [...risposta.headers].map(([nome, valore]) => `${nome}: ${valore}`);
  process.stdout.write([`HTTP/1.1 ${risposta.status}`, ...righe, '', ''].join('\r\n'));
}
process.stdout.write(Buffer.from(await risposta.arrayBuffer()));
