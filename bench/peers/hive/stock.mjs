// Hive Gateway with its defaults.
export const gatewayConfig = {};
