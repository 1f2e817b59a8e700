/** A certification that has come to its end, as the portfolio needs it. */
export type EarnedCertification = {
  readonly title: string;
  /** Folio of the academy's own certificate. */
  readonly certificateFolio: string;
  /** Folio that CONOCER issued; null when it issued none. */
  readonly officialFolio: string | null;
  /** URL of the academy's signed credential of the course; null when there is none. */
  readonly credentialUrl: string | null;
  /** URL of the one by which it attests the official certificate; null when there is none. */
  readonly competencyCredentialUrl: string | null;
};

export type PortfolioEntryKind = 'PLATFORM_CERTIFICATE' | 'CONOCER_CERTIFICATE';

/** What a portfolio shows of one certificate. */
export type PortfolioItem = {
  readonly kind: PortfolioEntryKind;
  readonly title: string;
  readonly folio: string;
  readonly credentialUrl: string | null;
};

/** The entries that a certification earns: the academy's certificate always, CONOCER's when it was issued. The most official comes last. */
export function portfolioItems(earned: EarnedCertification): readonly [PortfolioItem, ...PortfolioItem[]] {
  const platform: PortfolioItem = {
    kind: 'PLATFORM_CERTIFICATE',
    title: earned.title,
    folio: earned.certificateFolio,
    credentialUrl: earned.credentialUrl,
  };
  if (earned.officialFolio === null) return [platform];
  return [
    platform,
    {
      kind: 'CONOCER_CERTIFICATE',
      title: earned.title,
      folio: earned.officialFolio,
      credentialUrl: earned.competencyCredentialUrl,
    },
  ];
}
