import { expect, test } from 'vitest';
import { portfolioItems } from './portfolio.ts';

const earned = {
  ...{ title: 'Huerto educativo', certificateFolio: 'RAI-0001', officialFolio: null },
  ...{ credentialUrl: 'https://a.example/1', competencyCredentialUrl: 'https://a.example/2' },
};

test('a completed course earns the certificate of the academy', () => {
  expect(portfolioItems(earned)).toEqual([
    { kind: 'PLATFORM_CERTIFICATE', title: 'Huerto educativo', folio: 'RAI-0001', credentialUrl: 'https://a.example/1' },
  ]);
});

test('a folio of CONOCER earns a second entry, which comes last', () => {
  expect(portfolioItems({ ...earned, officialFolio: 'D-0000451234' })).toEqual([
    { kind: 'PLATFORM_CERTIFICATE', title: 'Huerto educativo', folio: 'RAI-0001', credentialUrl: 'https://a.example/1' },
    { kind: 'CONOCER_CERTIFICATE', title: 'Huerto educativo', folio: 'D-0000451234', credentialUrl: 'https://a.example/2' },
  ]);
});
