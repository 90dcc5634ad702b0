package com.example.mailroom.desk;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/** The order database. */
public record Orders(DataSource database) {
  private static final String PARCEL = "select parcel from orders where number = ?";
  private static final String LINES =
      "select product_id, quantity from order_lines where order_number = ? order by position";
  private static final String PRODUCT = "select name, price from products where id = ?";
  private static final String REFUND =
      "merge into refunds (order_number, amount) key (order_number) values (?, ?)";

  private record Item(int product, int quantity) {}

  /**
   * The order with all its articles.
   *
   * @throws NoSuchElementException if there is no such order
   */
  public Order find(int number) throws SQLException {
    try (Connection connection = database.getConnection()) {
      String parcel = parcel(connection, number);
      List<Order.Line> lines = new ArrayList<>();
      for (Item item : items(connection, number)) {
        lines.add(line(connection, item));
      }
      return new Order(number, parcel, lines);
    }
  }

  private static String parcel(Connection connection, int number) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PARCEL)) {
      query.setInt(1, number);
      ResultSet rows = query.executeQuery();
      if (!rows.next()) {
        throw new NoSuchElementException("no order " + number);
      }
      return rows.getString("parcel");
    }
  }

  private static List<Item> items(Connection connection, int number) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LINES)) {
      query.setInt(1, number);
      ResultSet rows = query.executeQuery();
      List<Item> items = new ArrayList<>();
      while (rows.next()) {
        items.add(new Item(rows.getInt("product_id"), rows.getInt("quantity")));
      }
      return items;
    }
  }

  private static Order.Line line(Connection connection, Item item) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PRODUCT)) {
      query.setInt(1, item.product());
      ResultSet row = query.executeQuery();
      row.next();
      return new Order.Line(row.getString("name"), item.quantity(), row.getBigDecimal("price"));
    }
  }

  /** Pays the order's price back, once however often it is asked; returns the amount in euro. */
  public BigDecimal refund(Order order) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(REFUND)) {
      update.setInt(1, order.number());
      update.setBigDecimal(2, order.total());
      update.executeUpdate();
      return order.total();
    }
  }
}
