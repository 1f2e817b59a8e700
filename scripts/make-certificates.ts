// npm run certificates -- DIR [--days N] [--names a,b] [--new-ca]
// A CA and one certificate per process, for development and tests. Again: new certificates of the same CA. See docs/tls.md.
import { parseArgs } from 'node:util';
import { makeServiceCertificates, SERVICE_CERTIFICATES } from '@academy/testing/service-certificates';

const known = SERVICE_CERTIFICATES.map(({ name }) => name);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    days: { type: 'string', default: '90' },
    names: { type: 'string' },
    'new-ca': { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const days = Number(values.days);
const names = values.names?.split(',') ?? known;
const unknown = names.filter((name) => !known.includes(name));
if (folder === undefined || positionals.length > 1 || !Number.isInteger(days) || days < 1 || unknown.length > 0) {
  console.error(
    `Expected a folder, a whole number of days from 1 on, and names among ${known.join(', ')}; got ${process.argv.slice(2).join(' ') || 'nothing'}.`,
  );
  process.exit(2);
}
const made = await makeServiceCertificates(folder, { days, names, isCaNew: values['new-ca'] });
for (const certFile of made.certFiles) console.log(certFile);
console.log(`${made.isCaNew ? 'A new CA' : 'The CA that was there'}; good until ${made.notAfter.toISOString().slice(0, 10)}.`);
console.log(`TLS_CA_FILE=${made.bundleFile}; keep ca.key where no process can read it.`);
