/** Stands in for make-fetch-happen in Apollo's compatibility tests: the router answers at another address than the one that they know. */
module.exports = (url, options) => fetch(url.replace('http://localhost:4000/', process.env.COMPAT_ROUTER_URL), options);
