import { expect, test } from 'vitest';
import { CONSENT_TEXTS, consentFacts, isWithdrawable, mayConsentTo } from './consents.ts';

const now = CONSENT_TEXTS.map(({ purpose, version: textVersion }) => ({ purpose, textVersion }));

test('an evaluation needs the consent to her data and the acuse; publication in RENAP is voluntary', () => {
  expect(consentFacts([])).toEqual({ missingConsents: ['EVALUATION_DATA'], hasAcuse: false });
  expect(consentFacts(now.filter(({ purpose }) => purpose !== 'RENAP_PUBLICATION'))).toEqual({
    missingConsents: [],
    hasAcuse: true,
  });
});

test('a consent to an older text is not one to the text of now', () => {
  expect(consentFacts([{ purpose: 'EVALUATION_DATA', textVersion: '2025-01' }]).missingConsents).toEqual(['EVALUATION_DATA']);
  expect(mayConsentTo('EVALUATION_DATA', '2025-01')).toEqual({
    ok: false,
    error: { kind: 'OtherText', expected: '2026-11', came: '2025-01' },
  });
  expect(mayConsentTo('EVALUATION_DATA', '2026-11').ok).toBe(true);
});

test('what says that something was done is not taken back', () => {
  expect(CONSENT_TEXTS.map(({ purpose }) => isWithdrawable(purpose))).toEqual([true, true, false]);
});
