create table products (id int primary key, name varchar(80) not null, price decimal(8, 2) not null);
create table orders (number int primary key, buyer varchar(80) not null, parcel varchar(20) not null);
create table order_lines (
  order_number int not null references orders,
  position int not null,
  product_id int not null references products,
  quantity int not null,
  primary key (order_number, position)
);
create table refunds (order_number int primary key references orders, amount decimal(8, 2) not null);
create table cases (mail_id varchar(20) primary key, status varchar(10) not null);
