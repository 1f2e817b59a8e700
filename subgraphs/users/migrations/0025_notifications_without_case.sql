-- What a person is told need not be about a case: an instructor hears of her course's standard.
alter table notifications alter column certification_id drop not null;
