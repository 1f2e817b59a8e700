import type { ConsentReceiptResolvers } from '../../types.generated.ts';

export const ConsentReceipt: ConsentReceiptResolvers = {};
