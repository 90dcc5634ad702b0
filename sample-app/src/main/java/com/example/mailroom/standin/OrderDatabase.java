package com.example.mailroom.standin;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.tools.RunScript;

/** The order database, in memory: it lives as long as the connection it was made with. */
record OrderDatabase(String url, Connection connection) implements AutoCloseable {
  static OrderDatabase filledFrom(Shop shop) throws Exception {
    String url = "jdbc:h2:mem:mailroom";
    Connection connection = DriverManager.getConnection(url, "mailroom", "");
    run(connection, "tables.sql");
    for (Shop.Product product : shop.products()) {
      insert(
          connection,
          "insert into products values (?, ?, ? / 100.0)",
          product.id(),
          product.name(),
          product.cents());
    }
    for (Shop.Sale sale : shop.sales()) {
      insert(connection, sale);
    }
    run(connection, "distance.sql");
    return new OrderDatabase(url, connection);
  }

  private static void insert(Connection connection, Shop.Sale sale) throws SQLException {
    insert(
        connection,
        "insert into orders values (?, ?, ?)",
        sale.number(),
        sale.buyer(),
        sale.parcel());
    for (int i = 0; i < sale.products().size(); i++) {
      insert(
          connection,
          "insert into order_lines values (?, ?, ?, ?)",
          sale.number(),
          i + 1,
          sale.products().get(i),
          1 + i % 3);
    }
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private static void run(Connection connection, String script) throws Exception {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(OrderDatabase.class.getResourceAsStream(script), script),
            StandardCharsets.UTF_8)) {
      RunScript.execute(connection, reader);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
