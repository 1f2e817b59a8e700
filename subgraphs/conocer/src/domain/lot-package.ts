import { DAY_MS } from '@academy/kernel';

/** REQUESTED: being built. READY: to be downloaded and handed over. FAILED: nothing was left to pack. DISCARDED: another took its place, or its time ran out. */
export const LOT_PACKAGE_STATUSES = ['REQUESTED', 'READY', 'FAILED', 'HANDED_OVER', 'DISCARDED'] as const;

/** So many submissions are in a package at most: a whole lot. */
export const PACKAGE_MAX_SIZE = 100;

/** A package that nobody hands over is discarded after this time: it holds names and CURPs. */
export const PACKAGE_KEPT_MS = 7 * DAY_MS;

/** A file of a package: what the manifest and the graph tell of it. */
export type PackedFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** What is packed of one submission. Personal data: never stored or logged but sealed. */
export type PackedCase = {
  /** Our business key, by which the outcome is matched. */
  readonly externalRef: string;
  readonly curp: string;
  readonly fullName: string;
  readonly standardCode: string;
  readonly certificateFolio: string;
  /** Calendar day. */
  readonly evaluatedOn: string;
};
