package com.example.mailroom;

import com.example.mailroom.desk.Desk;
import com.example.mailroom.standin.World;
import com.example.mailroom.step.StepTimings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A mailroom with its world, and the record of the steps it took. */
record TestWorld(World world, Desk desk, StepTimings timings, Path record, Mailroom mailroom)
    implements AutoCloseable {

  static TestWorld open(Path folder) throws Exception {
    World world = World.start(7);
    Path record = folder.resolve("steps.csv");
    StepTimings timings = StepTimings.open(Optional.of(record));
    Desk desk = Desk.at(world.addresses());
    return new TestWorld(world, desk, timings, record, Mailroom.open(desk, timings));
  }

  /** A mail of a real customer about a real order. */
  Mail mail(String subject, String text) {
    var sale = world.shop().sales().get(0);
    return new Mail("mail-0001", sale.buyer(), subject, text, sale.number());
  }

  /** Names of the steps taken; nothing is recorded any more afterwards. */
  List<String> steps() throws IOException {
    timings.close();
    return Files.readAllLines(record).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  String value(String sql) throws SQLException {
    try (Connection connection = desk.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    timings.close();
    desk.close();
    world.close();
  }
}
