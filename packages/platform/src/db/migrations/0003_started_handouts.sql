-- Which handing out of the work was begun: each is begun once, whatever reminders of it come.
alter table due_work add column started integer not null default 0;
