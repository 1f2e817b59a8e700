import type { LotMemberRow } from '../../store/lots.ts';
import type { OpinionRow } from '../../store/lots-opinions.ts';
import type { SeenLot } from '../../store/lots-seen.ts';

export type LotMapper = SeenLot;
export type LotMemberMapper = LotMemberRow;
export type DictamenOpinionMapper = OpinionRow;
