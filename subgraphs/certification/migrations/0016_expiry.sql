-- Last day of the official certificate, as the authority's answer and the standard's validity tell it.
alter table certifications add column valid_through date;
