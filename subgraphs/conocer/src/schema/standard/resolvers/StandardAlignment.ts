import { SUB_SCORES } from '../../../domain/solarpunk-model.ts';
import type { StandardAlignmentResolvers } from '../../types.generated.ts';

export const StandardAlignment: StandardAlignmentResolvers = {
  score: ({ overall }) => overall,
  modelVersion: ({ score }) => score.modelVersion,
  subScores: ({ score }) =>
    SUB_SCORES.map((name) => ({ name, score: score.subScores[name].score, coverage: score.subScores[name].coverage })),
  competences: ({ score }) => Object.keys(score.inputs.greenCompDepth?.value ?? {}),
};
