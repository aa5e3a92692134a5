-- What went over a connector's line, newest first.
CREATE INDEX outbox_of_connector ON outbox (connector, id);
CREATE INDEX inbound_events_newest ON inbound_events (connector, at);
