import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, zstdCompress, zstdCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { readQualityValues } from './quality-values.ts';

/** Below this, what is saved is less than what the headers and the work cost. */
const MIN_BYTES = 1_024;

/** What pays: texts. Pictures are compressed already. */
const COMPRESSIBLE = /^(text\/|application\/(graphql-response\+)?json|application\/javascript|image\/svg)/;

type Compressor = {
  readonly now: (text: string | Buffer) => Buffer;
  readonly later: (text: string | Buffer) => Promise<Buffer>;
};

/** Up to here an answer is compressed at once, in about 0.1 ms: to hand it to another thread and back costs more than that. */
const MAX_BYTES_AT_ONCE = 32_768;

/** A window of 128 kB, 1 << 17: what zstd takes by itself is up to 16 times that, which costs more to set up than to compress 30 kB. */
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_windowLog]: 17 } };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };
const GZIP = { level: 1 };
const inThread = { zstd: promisify(zstdCompress), br: promisify(brotliCompress), gzip: promisify(gzip) };

/**
 * The encodings that we write, the one that we like best first: on JSON of 30 kB zstd makes the smallest in the least time. Levels are those
 * above which a third more time no longer saves a tenth.
 */
const COMPRESSORS: Readonly<Record<string, Compressor>> = {
  zstd: { now: (text) => zstdCompressSync(text, ZSTD), later: (text) => inThread.zstd(text, ZSTD) },
  br: { now: (text) => brotliCompressSync(text, BROTLI), later: (text) => inThread.br(text, BROTLI) },
  gzip: { now: (text) => gzipSync(text, GZIP), later: (text) => inThread.gzip(text, GZIP) },
};

/** The encoding to answer with; undefined: as it is. */
function chooseEncoding(acceptEncoding: string): string | undefined {
  const accepted = new Map(readQualityValues(acceptEncoding).map(({ name, quality }) => [name, quality]));
  const qualityOf = (name: string) => accepted.get(name) ?? accepted.get('*') ?? 0;
  const plain = accepted.get('identity') ?? 0;
  let best: { name: string; quality: number } | undefined;
  for (const name of Object.keys(COMPRESSORS)) {
    const quality = qualityOf(name);
    if (quality > 0 && quality >= plain && quality > (best?.quality ?? 0)) best = { name, quality };
  }
  return best?.name;
}

/**
 * Answers of 1 kB or more are compressed for a client that asks for it; one that does not pays nothing. Streams are not: they are written
 * past the hooks, and would be held back.
 */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (!isWhole || payload.length < MIN_BYTES || reply.hasHeader('content-encoding')) return done(null, payload);
    if (!COMPRESSIBLE.test(String(reply.getHeader('content-type')))) return done(null, payload);
    const varies = reply.getHeader('vary');
    void reply.header('vary', varies === undefined ? 'accept-encoding' : `${String(varies)}, accept-encoding`);
    const acceptEncoding = request.headers['accept-encoding'];
    const name = typeof acceptEncoding === 'string' ? chooseEncoding(acceptEncoding) : undefined;
    const compressor = name === undefined ? undefined : COMPRESSORS[name];
    if (compressor === undefined) return done(null, payload);
    const send = (compressed: Buffer) => {
      void reply.header('content-encoding', name);
      done(null, compressed);
    };
    if (payload.length <= MAX_BYTES_AT_ONCE) return send(compressor.now(payload));
    return void compressor.later(payload).then(send, () => done(null, payload));
  });
}
