-- A database is a network away; one in memory is not, so its tables keep their callers waiting.
create trigger products_read before select on products call 'com.example.mailroom.standin.RoundTrip';
create trigger orders_read before select on orders call 'com.example.mailroom.standin.RoundTrip';
create trigger order_lines_read before select on order_lines call 'com.example.mailroom.standin.RoundTrip';
create trigger refunds_written before insert, update on refunds call 'com.example.mailroom.standin.RoundTrip';
create trigger cases_written before insert, update on cases call 'com.example.mailroom.standin.RoundTrip';
