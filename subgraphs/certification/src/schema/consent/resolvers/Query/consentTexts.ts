import { CONSENT_TEXTS } from '../../../../domain/consents.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const consentTexts: NonNullable<QueryResolvers['consentTexts']> = () => [...CONSENT_TEXTS];
