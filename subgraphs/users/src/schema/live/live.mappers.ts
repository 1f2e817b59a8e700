/** A live event as the gateway makes it: plain values, and notifications by their ids alone. */
export type NotificationReceivedMapper = {
  readonly kind: 'SNAPSHOT' | 'CHANGE' | 'RESET';
  readonly number: number;
  readonly topic: string | null;
  readonly sentAt: Date | null;
  readonly notification: { readonly id: string } | null;
  readonly snapshot: readonly { readonly id: string }[] | null;
  readonly resume: string;
};
