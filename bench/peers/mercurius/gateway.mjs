// Mercurius' gateway, with its compiler for hot queries on. It reads the subgraphs' SDL from themselves, as federation 1.
// graphql 16.12, because the printer of later ones refuses the documents that the gateway makes.
import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const services = process.env.SUBGRAPHS.split(',').map((name) => ({ name, url: `${process.env.SUBGRAPHS_URL}/v1/${name}` }));
const app = Fastify();
await app.register(gateway, { gateway: { services }, jit: 1 });
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
