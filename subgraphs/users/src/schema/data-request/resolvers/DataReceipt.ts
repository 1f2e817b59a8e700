import type { DataReceiptResolvers } from '../../types.generated.ts';

export const DataReceipt: DataReceiptResolvers = {
  statement: ({ receipt }) => receipt,
  sha256: ({ receiptSha256 }) => receiptSha256,
};
