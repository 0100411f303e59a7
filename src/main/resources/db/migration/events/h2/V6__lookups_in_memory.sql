-- What no single subject can see is folded from the events into memory; see dev.sojourn.command.lookup. Of these tables only
-- what no event tells is left: which imported rows brought no event (lookup_row; of older ledgers, all that were applied).
drop table lookup_owner;
drop table lookup_relation;
drop table lookup_command;
drop table lookup_head;
